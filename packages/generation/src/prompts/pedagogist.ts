import type { Language } from '@devcapsules/capsule/schema/capsule';
import type { GenerationRequest } from '../request.ts';
import { FENCE_RULE, fenced } from './fence.ts';

const LEVEL = {
  EASY: 'a beginner who knows variables, conditions and loops: words an eleven-year-old’s teacher could read out, one step of thought',
  MEDIUM:
    'somebody who writes small programs: two ideas that have to be put together, edge cases that take a second look',
  HARD: 'an engineer: a precise statement, an idea that has to be found, limits that rule out the first thing that comes to mind',
} as const;

const TYPES =
  '`int` (64-bit), `float`, `bool`, `string`, `list<T>`, `map<string, T>`, `optional<T>`; nested as needed, and only these';

export function pedagogistPrompt({ prompt, language, difficulty }: GenerationRequest, token: string) {
  return {
    system: `You design one small programming exercise at a time. You are a teacher first: an exercise trains one or two concepts and nothing else, and a learner who understood them can solve it in ten minutes.

The statement
- is Markdown, for ${LEVEL[difficulty]};
- begins with a situation in one or two sentences, then says exactly what comes in and what goes out;
- decides every edge case in words: empty input, one element, equal elements, negative numbers, the order of the result, upper and lower case, what happens when there is no answer;
- shows one example with its result, and does not give the way to the solution away;
- can be understood by itself: somebody who sees nothing but the statement and the signature must come to the same results as you.

Name the mistakes that learners typically make here; the tests are made to find them. Write three hints: a nudge (a question), a guide (the idea), a near-reveal (the plan in words). No hint holds code.

${FENCE_RULE}`,
    prompt: `Design an exercise in ${language}, difficulty ${difficulty}.

${fenced('request', prompt, token)}

${shapeOf(language)}`,
  };
}

function shapeOf(language: Language): string {
  if (language === 'sql') {
    return 'It is solved by one SQLite query on a database that you describe in `tables`: the columns of each table with types, what they mean, and which may be NULL. Say in the statement which columns the result has, in which order, and how rows are sorted (or that their order does not matter). Leave `signature` null.';
  }
  return `It is solved by one function. Give its \`signature\`: a name that is good in ${language}, parameters and return type out of these types: ${TYPES}. Leave \`tables\` null.`;
}
