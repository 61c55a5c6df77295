import { fromApi, h } from '../dom.ts';
import type { Messages } from '../i18n/messages.ts';
import { type Capsule, LANGUAGE_NAMES } from '../types.ts';

/** What is to be done: title, task, aims. */
export function renderStatement(capsule: Capsule, t: Messages): HTMLElement {
  const { difficulty, objectives, tests, hiddenTests, language, isPublished } = capsule;
  const level = { EASY: t.easy, MEDIUM: t.medium, HARD: t.hard }[difficulty];
  const counts = [t.visibleTests(tests.length), hiddenTests > 0 && t.hiddenTests(hiddenTests)].filter(
    Boolean,
  );
  return h(
    'article',
    { class: 'statement', 'aria-label': t.statement },
    h('h1', {}, capsule.title),
    h(
      'p',
      { class: 'facts' },
      h('span', { class: 'chip' }, LANGUAGE_NAMES[language]),
      h('span', { class: `chip ${difficulty.toLowerCase()}` }, level),
      !isPublished && h('span', { class: 'chip medium' }, t.draft),
      h('span', {}, counts.join(', ')),
    ),
    fromApi('prose', capsule.statementHtml),
    objectives.length > 0 &&
      h(
        'section',
        { class: 'objectives' },
        h('h2', {}, t.objectives),
        h('ul', {}, ...objectives.map(text => h('li', {}, text))),
      ),
  );
}
