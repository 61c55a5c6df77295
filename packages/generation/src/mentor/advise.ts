import type { Capsule } from '@devcapsules/capsule/schema/capsule';
import type { Verdict } from '@devcapsules/capsule/verdict';
import { z } from 'zod';
import { type CallCost, type Model, ModelError, type ModelFailure } from '../model.ts';
import { toldOf } from '../pipeline/checks.ts';
import { mentorPrompt } from '../prompts/mentor.ts';
import { type Leak, leakIn } from './leak.ts';
import type { Level } from './level.ts';

const MAX_HINT_CHARS = 1_200;
const MAX_TOLD_CHARS = 12_000;
const MAX_OUTCOME_CHARS = 2_000;
/** An answer that gives something away is asked for once more. */
const MAX_ASKED = 2;

const adviceSchema = z.object({ hint: z.string().trim().min(1).max(MAX_HINT_CHARS) });

const HELD_BACK: Record<Leak, string> = {
  solution: 'it contained a piece of the solution',
  hidden_value: 'it contained a value that the learner must not see',
  code: 'it contained more code than a hint may',
};

/** Somebody who needs help. */
export interface Stuck {
  capsule: Capsule;
  /** What they have written. */
  code: string;
  level: Level;
  /** How the last run ended; `test` names the test that failed. */
  error?: { verdict: Verdict; message: string; test?: string | undefined } | undefined;
  /** Hints that came before. */
  had: readonly string[];
}

export type Advice = { costs: CallCost[] } & (
  | { kind: 'hint'; text: string }
  /** What the model wrote may not be shown, or it would not answer. */
  | { kind: 'withheld'; why: Leak | Extract<ModelFailure, 'refused' | 'content_filter'> }
  | { kind: 'unavailable'; why: Exclude<ModelFailure, 'refused' | 'content_filter'> }
);

/**
 * A hint about somebody's own code. The model sees what the learner sees and no more, neither the solution nor a hidden
 * test; what it writes is shown only if it gives away neither.
 */
export async function advise(stuck: Stuck, model: Model, newToken: () => string): Promise<Advice> {
  const { capsule, code, level, had } = stuck;
  const exercise = `${toldOf(capsule).slice(0, MAX_TOLD_CHARS)}\n\nLanguage: ${capsule.language}`;
  const predicament = { exercise, code, outcome: outcomeOf(stuck), had };
  const costs: CallCost[] = [];
  let leak: Leak | null = null;
  try {
    for (let asked = 0; asked < MAX_ASKED; asked++) {
      const prompt = mentorPrompt(predicament, level, newToken(), leak && HELD_BACK[leak]);
      const answered = await model.ask({ agent: 'mentor', ...prompt, schema: adviceSchema });
      costs.push(...answered.costs);
      const text = answered.answer.hint;
      leak = leakIn(text, capsule, code);
      if (leak === null) return { kind: 'hint', text, costs };
    }
    return { kind: 'withheld', why: leak ?? 'code', costs };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    costs.push(...error.costs);
    const { failure: why } = error;
    return why === 'refused' || why === 'content_filter'
      ? { kind: 'withheld', why, costs }
      : { kind: 'unavailable', why, costs };
  }
}

/** A hidden test is known by its name alone, as it is to the learner. */
function outcomeOf({ capsule, error }: Stuck): string | null {
  if (!error) return null;
  const test = capsule.tests.find(({ name }) => name === error.test);
  const told = [
    `verdict: ${error.verdict}`,
    error.message.trim() && `message: ${error.message.trim().slice(0, MAX_OUTCOME_CHARS)}`,
    test?.hidden && 'It failed on a test that is not shown.',
    test && !test.hidden && `failing test: ${JSON.stringify(test).slice(0, MAX_OUTCOME_CHARS)}`,
  ];
  return told.filter(Boolean).join('\n');
}
