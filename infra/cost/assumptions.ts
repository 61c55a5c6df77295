/**
 * What people are taken to do. Nobody has used the product yet: each number is a judgement with its reason, and a range
 * that the sensitivity goes through. Nothing else in the model is assumed.
 */
export interface Assumption {
  value: number;
  /** Plausible ends, for the sensitivity. */
  low: number;
  high: number;
  unit: string;
  why: string;
}

const assume = (value: number, low: number, high: number, unit: string, why: string): Assumption => ({
  ...{ value, low, high, unit, why },
});

export const ASSUMPTIONS = {
  visitsPerUser: assume(
    8,
    3,
    20,
    'visits a month',
    'twice a week: one lesson and one home exercise; a course meets once to three times a week',
  ),
  exercisesPerVisit: assume(3, 1, 6, 'exercises', 'half an hour at ten minutes each'),
  runsPerExercise: assume(
    4,
    2,
    10,
    'presses of Run',
    'beginners try after each change; submissions of introductory courses are preceded by several trials',
  ),
  submitsPerExercise: assume(
    1.5,
    1,
    3,
    'presses of Submit',
    'one right answer, and every second time a wrong one first',
  ),
  sqlShare: assume(
    0.25,
    0,
    0.6,
    'of runs',
    'one of six languages, and the one that the examples have most of',
  ),
  draftsPerExercise: assume(3, 1, 8, 'saved drafts', 'the player saves when typing rests'),
  hintsPerExercise: assume(0.4, 0.1, 1, 'hints', 'two of five exercises; the capsule’s own ladder, no model'),
  modelHintsPerExercise: assume(
    0.1,
    0,
    0.5,
    'hints by a model',
    'after the capsule’s own hints; the free plan allows three a day',
  ),
  creatorShare: assume(0.03, 0.01, 0.1, 'of users', 'one teacher for a class of 30'),
  generationsPerCreator: assume(
    10,
    3,
    40,
    'generations a month',
    'a lesson a week with two or three new exercises',
  ),
  cacheHitShare: assume(
    0.1,
    0,
    0.4,
    'of generations',
    'the same words, or nearly: common exercises; nothing is known yet',
  ),
  creatorRequests: assume(200, 50, 1000, 'requests a month', 'a creator’s lists, studio and analytics'),
  peakToMean: assume(
    10,
    5,
    25,
    '×',
    'use falls into some 50 school and evening hours of a week’s 168 (3 ×), and classes start together (3 ×)',
  ),
  peakHoursShare: assume(0.15, 0.05, 0.3, 'of hours', 'four hours of a working day'),
  targetBusy: assume(0.7, 0.5, 0.8, 'of processor time', 'the scale set adds a machine above it'),
  hintTokens: assume(
    1_200,
    600,
    3_000,
    'tokens in, a tenth of it out',
    'statement, code and the failing test; not measured, for no model was asked',
  ),
  runnerBytes: assume(
    30_000,
    10_000,
    200_000,
    'bytes a run',
    'source, driver and cases to the runner, output back; nearly all of it is inbound, which is counted all the same',
  ),
  objectSeconds: assume(
    60,
    20,
    180,
    'seconds in memory',
    'of a Durable Object for one generation or proof: its calls to a model, and ten idle seconds',
  ),
  logOverheadBytes: assume(
    1_000,
    300,
    3_000,
    'bytes an event',
    'what Cloudflare adds to our own line; not documented as a number',
  ),
  dataMonths: assume(12, 3, 36, 'months', 'a year of submissions is kept; events go after 90 days'),
} satisfies Record<string, Assumption>;

export type AssumptionName = keyof typeof ASSUMPTIONS;
export type Behaviour = Record<AssumptionName, number>;

export function usualBehaviour(): Behaviour {
  return Object.fromEntries(
    Object.entries(ASSUMPTIONS).map(([name, { value }]) => [name, value]),
  ) as Behaviour;
}

/** Shares of the languages that run on the runner: what introductory courses teach most comes first. */
export const LANGUAGE_SHARES: Record<string, number> = {
  ...{ python: 0.45, javascript: 0.15, java: 0.2, c: 0.1, cpp: 0.1 },
};
