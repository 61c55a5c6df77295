import { ask, messageOf } from './api.ts';
import { h } from './dom.ts';
import { DIFFICULTY_NAMES, type Entry, type EntryPage, LANGUAGE_NAMES } from './types.ts';

const FILTERS = [
  { name: 'language', label: 'Language', options: LANGUAGE_NAMES },
  { name: 'difficulty', label: 'Difficulty', options: DIFFICULTY_NAMES },
];
const PAGE_SIZE = '30';

/** All published capsules, with filters that live in the address. */
export async function renderList(main: HTMLElement): Promise<void> {
  document.title = 'Capsules · DevCapsules';
  const list = h('ul', { class: 'cards' });
  const count = h('p', { role: 'status', class: 'note' });
  const more = h('button', { type: 'button', hidden: true, click: () => void load(true) }, 'Show more');
  const selects = FILTERS.map(({ name, options }) => select(name, options));
  let cursor: string | null = null;
  let latest = 0;
  main.replaceChildren(
    h('h1', {}, 'Capsules'),
    h('p', { class: 'lead' }, 'Exercises whose solutions and tests were proven by running them.'),
    h(
      'form',
      { class: 'filters', 'aria-label': 'Filters', change: choose },
      ...selects.map((element, index) => h('label', {}, FILTERS[index]?.label, element)),
    ),
    count,
    list,
    more,
  );
  addEventListener('popstate', () => void restore());
  await restore();

  function choose() {
    const query = new URLSearchParams(chosen());
    history.pushState(null, '', query.size > 0 ? `/?${query}` : '/');
    void load(false);
  }

  /** Puts the address into the form: on arrival, and when the person goes back. Unknown values mean all. */
  function restore(): Promise<void> {
    const query = new URLSearchParams(location.search);
    for (const element of selects) {
      element.value = query.get(element.name) ?? '';
      if (element.selectedIndex < 0) element.value = '';
    }
    return load(false);
  }

  function chosen(): [string, string][] {
    return selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
  }

  /** Shows the first page, or one more; an answer that a newer question has overtaken is dropped. */
  async function load(further: boolean): Promise<void> {
    const turn = ++latest;
    const query = new URLSearchParams([...chosen(), ['limit', PAGE_SIZE]]);
    if (further && cursor) query.set('cursor', cursor);
    count.textContent = 'Loading …';
    try {
      const { data, page } = await ask<EntryPage>('GET', `/capsules?${query}`);
      if (turn !== latest) return;
      const entries = data.map(renderEntry);
      if (further) list.append(...entries);
      else list.replaceChildren(...entries);
      cursor = page.nextCursor;
      more.hidden = cursor === null;
      count.textContent = countText(list.children.length, page.total, chosen().length > 0);
      if (further) entries[0]?.querySelector('a')?.focus();
    } catch (error) {
      if (turn === latest) count.textContent = messageOf(error);
    }
  }
}

function countText(shown: number, total: number, filtered: boolean): string {
  if (total > 0) return `${shown} of ${total} capsule${total === 1 ? '' : 's'}`;
  return filtered
    ? 'No capsule fits these filters. Choose “all” to see the others.'
    : 'There is no published capsule yet.';
}

function renderEntry(entry: Entry): HTMLElement {
  return h(
    'li',
    {},
    h('h2', {}, h('a', { href: `/c/${encodeURIComponent(entry.id)}` }, entry.title)),
    h('p', { class: 'about' }, entry.description),
    h(
      'p',
      { class: 'facts' },
      h('span', { class: 'badge' }, LANGUAGE_NAMES[entry.language]),
      h('span', { class: `badge ${entry.difficulty.toLowerCase()}` }, DIFFICULTY_NAMES[entry.difficulty]),
      h('span', {}, `${entry.testCount} test${entry.testCount === 1 ? '' : 's'}`),
    ),
  );
}

function select(name: string, options: Record<string, string>): HTMLSelectElement {
  const items = Object.entries({ '': 'all', ...options });
  return h('select', { name }, ...items.map(([value, text]) => h('option', { value }, text)));
}
