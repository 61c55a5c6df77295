import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generationRequest, MAX_PROMPT_CHARS } from '@devcapsules/generation/request';
import { z } from 'zod';
import { readProblem } from '../../../tools/lib/problems.ts';

const wishSchema = generationRequest.extend({
  /** One of examples/problems that asks for the same: its solution can tell whether the reference is right. */
  problem: z.string().optional(),
});
export type Wish = z.infer<typeof wishSchema>;

/** The first so many of what is asked for, languages and difficulties mixed. */
export function readWishes(count: number): Wish[] {
  const text = readFileSync(join(import.meta.dirname, 'prompts.json'), 'utf8');
  return spread(z.array(wishSchema).parse(JSON.parse(text))).slice(0, count);
}

/** With the problem's own statement, so that the same is asked for to the last edge case. */
export function inFull({ problem, ...request }: Wish): Wish {
  if (problem === undefined) return request;
  const [example] = readProblem(problem);
  const { statement } = z.object({ statement: z.string() }).parse(example?.capsule);
  return { ...request, problem, prompt: `${request.prompt}\n\n${statement}`.slice(0, MAX_PROMPT_CHARS) };
}

/** Few of them are a fair share of all: every language and difficulty comes early. */
function spread(wishes: Wish[]): Wish[] {
  const stride = 7;
  return wishes.map((_, i) => wishes[(i * stride) % wishes.length]).filter(wish => wish !== undefined);
}
