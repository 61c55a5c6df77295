import { h } from './dom.ts';
import { renderMarkdown } from './markdown.ts';
import { type Capsule, DIFFICULTY_NAMES, LANGUAGE_NAMES } from './types.ts';

/** What is to be done: title, task, aims, and for SQL the script that makes the tables. */
export function renderStatement(capsule: Capsule): HTMLElement {
  const { difficulty, objectives, judge } = capsule;
  const setup = judge.kind === 'query' ? judge.setup : undefined;
  return h(
    'article',
    { class: 'statement' },
    h('h1', {}, capsule.title),
    h(
      'p',
      { class: 'facts' },
      h('span', { class: 'badge' }, LANGUAGE_NAMES[capsule.language]),
      h('span', { class: `badge ${difficulty.toLowerCase()}` }, DIFFICULTY_NAMES[difficulty]),
      !capsule.isPublished && h('span', { class: 'badge draft' }, 'Draft'),
      h('span', {}, testCounts(capsule)),
    ),
    renderMarkdown(capsule.statement),
    objectives.length > 0 && h('h2', {}, 'What you practise'),
    objectives.length > 0 && h('ul', {}, ...objectives.map(text => h('li', {}, text))),
    setup &&
      h('details', {}, h('summary', {}, 'The tables and their rows'), h('pre', { tabindex: '0' }, setup)),
  );
}

function testCounts({ tests, hiddenTests }: Capsule): string {
  const visible = `${tests.length} visible test${tests.length === 1 ? '' : 's'}`;
  return hiddenTests > 0 ? `${visible}, ${hiddenTests} hidden` : visible;
}
