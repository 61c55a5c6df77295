import { z } from 'zod';

/**
 * What a driver wrote on the verdict channel: `ready`, then exactly one answer that carries the run's token and,
 * where there is one, its nonce. Anything else (nothing, two answers, a foreign token) is no answer.
 */
const answerSchema = z.looseObject({
  nonce: z.string().optional(),
  token: z.string(),
  value: z.unknown().optional(),
  mismatch: z.string().optional(),
  shown: z.string().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** The secrets of one run: the token comes with the task; the nonce, only of test programs, is the driver's alone. */
export interface RunSecrets {
  nonce: string | undefined;
  token: string;
}

/** Reads the channel of a run; null when it holds no valid answer. */
export function readAnswer(channel: string | undefined, { nonce, token }: RunSecrets): Answer | null {
  const line = /^ready\n([^\n]+)\n$/.exec(channel ?? '')?.[1];
  if (line === undefined) return null;
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return null; // Learners' code can write here too: what is not JSON is just no answer.
  }
  const answer = answerSchema.safeParse(json);
  if (!answer.success || answer.data.nonce !== nonce || answer.data.token !== token) return null;
  return answer.data;
}
