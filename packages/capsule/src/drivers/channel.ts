import { z } from 'zod';

/**
 * What a driver wrote on the verdict channel: `ready`, then exactly one answer that carries the run's
 * token. Anything else (nothing, two answers, a foreign token) is no answer.
 */
const answerSchema = z.looseObject({
  token: z.string(),
  value: z.unknown().optional(),
  mismatch: z.string().optional(),
  shown: z.string().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** Reads the channel of a run that was given `token`; null when it holds no valid answer. */
export function readAnswer(channel: string | undefined, token: string): Answer | null {
  const line = /^ready\n([^\n]+)\n$/.exec(channel ?? '')?.[1];
  if (line === undefined) return null;
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null; // Learners' code can write here too: what is not JSON is just no answer.
  }
  const answer = answerSchema.safeParse(json);
  return answer.success && answer.data.token === token ? answer.data : null;
}
