import type { components } from '@devcapsules/client/schema';

export type Generation = components['schemas']['Generation'];
export type Stage = Generation['stage'];

/** In their order; what each does, as it is shown while it happens. */
const STAGES: Record<Stage, string> = {
  queued: 'Waiting for its turn',
  accepted: 'Accepted',
  pedagogist: 'Writing the exercise',
  coder: 'Writing solution, inputs and wrong answers',
  running: 'Running the solution to learn what tests expect',
  blind_solve: 'Solving it blind, from the statement alone',
  repair: 'Repairing what did not hold',
  mutants: 'Breaking the solution to test the tests',
  saving: 'Saving',
  done: 'Done',
};
const ORDER = Object.keys(STAGES) as Stage[];
/** The built-in bank has no model that could write, or solve blind. */
const OF_MODELS: readonly Stage[] = ['pedagogist', 'coder', 'blind_solve'];

export interface Step {
  stage: Stage;
  text: string;
  state: 'done' | 'current' | 'ahead';
}

/** The stages of a job, and where it is among them. */
export function stepsOf({ stage, state, author, repairs }: Generation): Step[] {
  const at = ORDER.indexOf(stage);
  return ORDER.filter(
    one =>
      one === stage ||
      !(
        one === 'done' ||
        (author === 'bank' && OF_MODELS.includes(one)) ||
        (one === 'repair' && repairs === 0)
      ),
  ).map(one => {
    const position = ORDER.indexOf(one);
    const isPast = position < at || state === 'done';
    return { stage: one, text: STAGES[one], state: isPast ? 'done' : position === at ? 'current' : 'ahead' };
  });
}

const FAILURES: Record<string, string> = {
  NOTHING_FITS: 'Nothing in the built-in bank fits these words. Name a simpler topic, or configure a model.',
  GENERATION_REFUSED: 'The model refused these words.',
  NOT_PROVEN: 'The exercise did not hold when it was run, also after repairs. What was learnt:',
  MODEL_UNUSABLE:
    'The configured model can’t be used. Whoever runs this installation can see why in the log.',
  BUDGET_SPENT: 'The budget of today is spent. Generation goes on at midnight UTC.',
  RUNNER_UNAVAILABLE: 'Programs can’t be run right now. Try again in a few minutes.',
};

/** Why a job failed, in words. */
export function failureText(code: string | undefined): string {
  return (
    FAILURES[code ?? ''] ?? `Something went wrong on our side (${code ?? 'unknown'}). Nothing was counted.`
  );
}
