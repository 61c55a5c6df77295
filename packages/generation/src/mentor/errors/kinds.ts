import type { Verdict } from '@devcapsules/capsule/verdict';

/** What a message of a compiler or an interpreter means, and where to look. */
export interface ErrorKind {
  pattern: RegExp;
  /** For somebody who meets it the first time. `$1` … stand for the groups of the pattern. */
  meaning: string;
  look: string;
}

/** Where no message says it: what the verdict itself means. */
export const OF_VERDICT: Partial<Record<Verdict, { meaning: string; look: string }>> = {
  time_limit: {
    meaning: 'The program did not come to its end in the time it has.',
    look: 'Find a loop whose condition never becomes false, or work that is done again for every element.',
  },
  memory_limit: {
    meaning: 'The program took more memory than it may.',
    look: 'Find a list that grows with every step, or a recursion that never stops.',
  },
  output_limit: {
    meaning: 'The program printed more than can be kept.',
    look: 'Find a print inside a loop that does not end.',
  },
  wrong_answer: {
    meaning: 'The program ran to its end and came to another result.',
    look: 'Take the smallest failing test and go through your code with it by hand, step by step.',
  },
};
