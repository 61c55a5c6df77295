import type { Context } from '../context.ts';
import type { Offline } from '../offline/offline.ts';
import type { Judgement, RunResult } from '../types.ts';
import { describeFailure, type FailureText } from './failure.ts';
import type { Outcome } from './outcome.ts';
import { waitingAnswer } from './waiting.ts';

const SLOW_MS = 3_000;

interface AttemptOptions {
  outcome: Outcome;
  source: () => string;
  onBusy: (isBusy: boolean) => void;
  onRun: (result: RunResult) => void;
  onJudged: (judgement: Judgement) => void;
}

export interface Attempts {
  /** On the visible tests, or as a program that reads `stdin`. */
  run(stdin?: string): void;
  submit(): void;
  /** Loads what runs code without a connection, while there is one. */
  prepare(): void;
  /** When there is a connection (again): sends what waits. */
  online(): void;
  describe(error: unknown): FailureText;
}

/** Running and submitting: one at a time, each told as it goes. What was typed is never touched. */
export function attempts(context: Context, options: AttemptOptions): Attempts {
  const { api, capsule, t } = context;
  const { outcome, source } = options;
  let isBusy = false;
  const describe = (error: unknown) => describeFailure(error, t);
  const waiting = waitingAnswer(context);
  let offline: Promise<Offline> | null = null;
  return { run, submit, describe, prepare, online };

  function run(stdin?: string): void {
    void attempt(t.running, run.bind(null, stdin), async () => {
      const local = navigator.onLine ? null : await runHere(stdin);
      const result = local ?? (await api.run(capsule.id, source(), stdin));
      options.onRun(result);
      if (local) return outcome.say('warn', t.offlineRun, summaryOf(local));
      if (result.kind === 'execution') return tellExecution(result.execution);
      const { judgement } = result;
      const next = judgement.verdict === 'accepted' && capsule.hiddenTests > 0 ? t.submitNext : '';
      outcome.judged(judgement, `${t.onVisible}:`, next);
      tell('run', judgement);
    });
  }

  function submit(): void {
    judge(source(), { scope: '', whenSolved: t.solved, retry: submit });
  }

  function online(): void {
    const answer = waiting.read();
    if (answer !== null) judge(answer, { scope: t.offlineSent, whenSolved: '', retry: online });
  }

  function judge(answer: string, words: { scope: string; whenSolved: string; retry: () => void }): void {
    void attempt(t.judging, words.retry, async () => {
      let judgement: Judgement;
      try {
        judgement = await api.submit(capsule.id, answer);
      } catch (error) {
        if (!isOffline(error)) throw error;
        waiting.keep(answer);
        return outcome.say('warn', t.offlineQueued);
      }
      waiting.clear();
      options.onJudged(judgement);
      const { verdict, passed, total } = judgement;
      const isSolved = verdict === 'accepted';
      outcome.judged(judgement, words.scope, isSolved ? words.whenSolved : '');
      tell('submit', judgement);
      if (isSolved) context.tell('pass', { capsuleId: capsule.id, passed, total });
    });
  }

  function isOffline(error: unknown): boolean {
    return describe(error).isOffline && !navigator.onLine;
  }

  function prepare(): void {
    offline ??= import('../offline/offline.ts').then(({ makeOffline }) => makeOffline(context));
    offline.catch((error: unknown) => console.warn('DevCapsules: nothing runs without a connection:', error));
  }

  /** In this browser, where that was prepared and can be done. */
  async function runHere(stdin: string | undefined): Promise<RunResult | null> {
    if (stdin !== undefined) return null;
    const here = await offline?.catch(() => null);
    return (await here?.run(source())) ?? null;
  }

  function summaryOf(result: RunResult): string {
    if (result.kind === 'tests') return `${t.passed(result.judgement.passed, result.judgement.total)}.`;
    const { verdict } = result.execution;
    return verdict === 'accepted' ? '' : `${t.verdict[verdict]}.`;
  }

  async function attempt(doing: string, retry: () => void, action: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    options.onBusy(true);
    outcome.busy(doing);
    const slow = setTimeout(() => outcome.busy(`${doing} ${t.slow}`), SLOW_MS);
    try {
      // Progress that is lost without a token is no reason not to run.
      await api.becomeKnown().catch(() => undefined);
      await action();
    } catch (error) {
      outcome.failed(describe(error), retry);
    } finally {
      clearTimeout(slow);
      isBusy = false;
      options.onBusy(false);
    }
  }

  function tellExecution({ verdict, timeMs }: Extract<RunResult, { kind: 'execution' }>['execution']): void {
    if (verdict === 'accepted') outcome.say('good', t.ranWell(timeMs));
    else outcome.say('bad', `${t.verdict[verdict]}.`, t.verdictHelp[verdict]);
    context.tell('run', { capsuleId: capsule.id, kind: 'run', verdict, passed: 0, total: 0 });
  }

  function tell(kind: 'run' | 'submit', { verdict, passed, total }: Judgement): void {
    context.tell('run', { capsuleId: capsule.id, kind, verdict, passed, total });
  }
}
