import { button, h } from '../dom.ts';
import type { Messages } from '../i18n/messages.ts';
import { type Icon, icon } from '../icons.ts';
import type { Judgement } from '../types.ts';
import { type FailureText, inWords } from './failure.ts';

type Tone = 'good' | 'bad' | 'warn' | 'busy';

export interface Outcome {
  element: HTMLElement;
  clear(): void;
  busy(text: string): void;
  say(tone: Tone, title: string, detail?: string): void;
  judged(judgement: Judgement, scope: string, next: string): void;
  /** Counts down to the time when `retry` makes sense. */
  failed(failure: FailureText, retry: () => void): void;
}

/** How the last attempt went: the one place that screen readers announce by themselves. */
export function makeOutcome(t: Messages, language: string): Outcome {
  const line = h('div', { class: 'outcome-line', role: 'status' });
  // Outside of what is announced: a countdown is not to be read out second by second.
  const aside = h('div', { class: 'outcome-aside' });
  const element = h('div', { class: 'outcome-box' }, line, aside);
  let timer: ReturnType<typeof setInterval> | undefined;

  function say(tone: Tone, title: string, detail = ''): void {
    clearInterval(timer);
    element.className = `outcome-box ${tone}`;
    const sign: Icon | null = { good: 'check', bad: 'cross', warn: 'alert', busy: null }[tone] as Icon | null;
    line.replaceChildren(
      sign ? icon(sign) : h('span', { class: 'spinner', 'aria-hidden': 'true' }),
      h('p', {}, h('strong', {}, title), detail && ` ${detail}`),
    );
    aside.replaceChildren();
  }

  return {
    element,
    say,
    clear() {
      clearInterval(timer);
      element.className = 'outcome-box';
      line.replaceChildren();
      aside.replaceChildren();
    },
    busy: text => say('busy', text),
    judged(judgement, scope, next) {
      const { verdict, passed, total, tests } = judgement;
      const isGood = verdict === 'accepted';
      const detail = [scope, `${t.passed(passed, total)}.`, isGood ? '' : t.verdictHelp[verdict], next];
      say(isGood ? 'good' : 'bad', `${t.verdict[verdict]}.`, detail.filter(Boolean).join(' '));
      const bar = tests.map(test => h('i', { class: test.verdict === 'accepted' ? 'passed' : 'failed' }));
      aside.replaceChildren(h('div', { class: 'bar', 'aria-hidden': 'true' }, ...bar));
    },
    failed({ text, retryAfterSeconds }, retry) {
      say('warn', text);
      const again = button(t.retry, retry, { class: 'small' });
      if (retryAfterSeconds === null || retryAfterSeconds <= 0) return aside.replaceChildren(again);
      const endsAt = Date.now() + retryAfterSeconds * 1000;
      const countdown = h('span', { class: 'note' });
      const tick = () => {
        const left = Math.ceil((endsAt - Date.now()) / 1000);
        countdown.textContent = left > 0 ? t.retryIn(inWords(left, language)) : '';
        if (left <= 0) clearInterval(timer);
      };
      tick();
      timer = setInterval(tick, 1000);
      aside.replaceChildren(countdown, again);
    },
  };
}
