import { ask } from './api.ts';
import { h } from './dom.ts';
import { DIFFICULTY_NAMES, type Entry, type EntryPage, LANGUAGE_NAMES } from './types.ts';

/** All published capsules, with filters that live in the address. */
export async function renderList(main: HTMLElement): Promise<void> {
  document.title = 'Capsules · DevCapsules';
  const filters = new URLSearchParams(location.search);
  const list = h('ul', { class: 'cards' });
  const count = h('p', { role: 'status', class: 'note' }, 'Loading …');
  const more = h('button', { type: 'button', hidden: true }, 'Show more');
  main.replaceChildren(
    h('h1', {}, 'Capsules'),
    h('p', { class: 'lead' }, 'Exercises whose solutions and tests were proven by running them.'),
    h(
      'form',
      { class: 'filters', 'aria-label': 'Filters' },
      select('language', 'Language', LANGUAGE_NAMES, filters),
      select('difficulty', 'Difficulty', DIFFICULTY_NAMES, filters),
    ),
    count,
    list,
    more,
  );
  let cursor: string | null = null;
  async function load() {
    const query = new URLSearchParams(filters);
    query.set('limit', '30');
    if (cursor) query.set('cursor', cursor);
    const { data, page } = await ask<EntryPage>('GET', `/capsules?${query}`);
    const firstNew = list.children.length;
    list.append(...data.map(renderEntry));
    cursor = page.nextCursor;
    more.hidden = cursor === null;
    count.textContent =
      page.total === 0 ? emptyText(filters) : `${list.children.length} of ${page.total} capsules`;
    if (firstNew > 0) list.children[firstNew]?.querySelector('a')?.focus();
  }
  more.addEventListener('click', () => {
    more.disabled = true;
    load()
      .catch((error: Error) => {
        count.textContent = error.message;
      })
      .finally(() => {
        more.disabled = false;
      });
  });
  await load();
}

function emptyText(filters: URLSearchParams): string {
  return filters.size > 0
    ? 'No capsule fits these filters. Choose “all” to see the others.'
    : 'There is no published capsule yet. `npm start` fills a new database with examples.';
}

function renderEntry(entry: Entry): HTMLElement {
  return h(
    'li',
    {},
    h('a', { href: `/c/${encodeURIComponent(entry.id)}` }, entry.title),
    h('p', {}, entry.description),
    h(
      'p',
      { class: 'facts' },
      h('span', { class: 'badge' }, LANGUAGE_NAMES[entry.language]),
      h('span', { class: `badge ${entry.difficulty.toLowerCase()}` }, DIFFICULTY_NAMES[entry.difficulty]),
      h('span', {}, `${entry.testCount} test${entry.testCount === 1 ? '' : 's'}`),
    ),
  );
}

function select(
  name: string,
  label: string,
  options: Record<string, string>,
  filters: URLSearchParams,
): HTMLElement {
  const current = filters.get(name) ?? '';
  const choose = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    if (value) filters.set(name, value);
    else filters.delete(name);
    location.search = filters.toString();
  };
  const items = Object.entries({ '': 'all', ...options }).map(([value, text]) =>
    h('option', { value, selected: value === current }, text),
  );
  return h('label', {}, `${label} `, h('select', { name, change: choose }, ...items));
}
