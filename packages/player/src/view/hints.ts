import { ApiError } from '@devcapsules/client/error';
import type { Failure, Help } from '../api.ts';
import type { Context } from '../context.ts';
import { button, fromApi, h } from '../dom.ts';
import { allMessages } from '../i18n/more.ts';
import { icon } from '../icons.ts';
import css from '../styles/hints.css';
import { adopt } from '../styles.ts';
import type { Explanation, Hint } from '../types.ts';
import { describeFailure } from './failure.ts';

interface HintOptions {
  source: () => string;
  /** How the last attempt failed, to be explained with the hint. */
  lastFailure: () => Failure | undefined;
}

export interface Hints {
  element: HTMLElement;
  /** Those that were given before. */
  resume(): Promise<void>;
}

/** The ladder of hints, one step at a time, and what an error means. */
export async function makeHints(context: Context, { source, lastFailure }: HintOptions): Promise<Hints> {
  const { api, capsule, root } = context;
  const t = await allMessages(context.language, context.t);
  adopt(root, css);
  const list = h('ol', { class: 'hint-list' });
  const note = h('p', { class: 'note', role: 'status' });
  const ask = button(t.hintAsk, () => void next(), { class: 'hint-button' });
  ask.prepend(icon('bulb'));
  let left = capsule.hintCount;
  let isPersonal = false;
  let isBusy = false;
  update();
  const element = h('section', { class: 'hints', 'aria-label': t.hints }, list, ask, note);
  element.hidden = capsule.hintCount === 0;
  return { element, resume };

  async function resume(): Promise<void> {
    if (!api.isKnown) return;
    const status = await api.hints(capsule.id);
    ({ left, isPersonal } = status);
    list.replaceChildren(...status.hints.map(hint => renderHint(hint)));
    element.hidden = capsule.hintCount === 0 && !isPersonal;
    update();
  }

  async function next(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      await api.becomeKnown();
      show(await api.hint(capsule.id, source(), lastFailure()));
    } catch (error) {
      const isSpent = error instanceof ApiError && error.code === 'QUOTA_EXCEEDED';
      note.textContent = isSpent ? t.hintQuota : describeFailure(error, t).text;
    } finally {
      isBusy = false;
    }
  }

  function show(help: Help): void {
    left = help.left;
    isPersonal = help.personal !== 'off';
    for (const old of list.querySelectorAll('.explanation')) old.remove();
    if (help.hint) list.append(renderHint(help.hint));
    if (help.explanation) list.append(renderExplanation(help.explanation));
    update();
    if (!help.hint && help.personal === 'withheld') note.textContent = t.hintWithheld;
  }

  function update(): void {
    const hasHints = list.children.length > 0;
    const label = left > 0 ? (hasHints ? t.hintNext : t.hintAsk) : t.hintPersonal;
    ask.lastChild?.replaceWith(label);
    ask.hidden = left === 0 && !isPersonal;
    note.textContent = left > 0 ? t.hintsLeft(left) : isPersonal ? '' : t.hintNone;
  }

  function renderHint(hint: Hint): HTMLElement {
    return h(
      'li',
      { class: `hint ${hint.level}` },
      h('h2', {}, t.hintLevel[hint.level]),
      fromApi('prose', hint.html),
      hint.helpful === null ? renderQuestion(hint.id) : null,
    );
  }

  function renderQuestion(hintId: string): HTMLElement {
    const answer = (helpful: boolean) => {
      question.replaceChildren(t.thanks);
      api.judgeHint(hintId, helpful).catch((error: unknown) => {
        question.textContent = describeFailure(error, t).text;
      });
    };
    const question = h(
      'p',
      { class: 'question', role: 'status' },
      t.hintHelpful,
      button(t.yes, () => answer(true), { class: 'small' }),
      button(t.no, () => answer(false), { class: 'small' }),
    );
    return question;
  }

  function renderExplanation({ meaning, look }: Explanation): HTMLElement {
    return h(
      'li',
      { class: 'hint explanation' },
      h('h2', {}, t.explanation),
      h('p', {}, ...withCode(meaning)),
      h('p', {}, ...withCode(look)),
    );
  }
}

/** Plain text, but for what stands between backticks. */
function withCode(text: string): (string | HTMLElement)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? h('code', {}, part) : part));
}
