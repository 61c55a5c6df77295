import { FENCE_RULE, fenced } from './fence.ts';

/** What of a capsule can be written anew while the rest stays. */
export const PARTS = ['statement', 'hints', 'tests', 'solution'] as const;
export type Part = (typeof PARTS)[number];

const WANTED: Record<Part, string> = {
  statement:
    'Write another `statement`: Markdown, another situation and other words, the same task to the last edge case, with one example and its result. Names of the signature or of tables and columns stay.',
  hints:
    'Write three other `hints`: a nudge (a question), a guide (the idea), a near-reveal (the plan in words). None of them holds code, or repeats one that is there.',
  tests:
    'Write other `inputs`: 12 to 20 for a function, 6 to 12 for a query, in the form that those have that are there. Edge cases (empty, one, equal, zero, negative, the largest), typical ones, and ones that catch each of the mistakes named; one to three are visible, the others hidden. No results: they are found out by running the solution.',
  solution:
    'Write another `solution`, in another way if there is one: correct for all that the statement allows, readable, as an experienced programmer of the language would write it.',
};

/** @param draft all of the exercise, as JSON */
export function regeneratePrompt(part: Part, draft: string, language: string, token: string) {
  return {
    system: `You rewrite one part of a programming exercise that is finished otherwise. What you write is executed and checked against the rest: a solution written from the statement alone must come to the same results, and the tests must bring small faults of the solution to light.

${FENCE_RULE}`,
    prompt: `${fenced('exercise', draft, token)}\n\nLanguage: ${language}\n\n${WANTED[part]}`,
  };
}
