import { z } from 'zod';

/**
 * What a driver wrote on the verdict channel: `ready`, then exactly one answer that carries
 * the driver's nonce and the run's token. Anything else (nothing, two answers, a foreign token) is no answer.
 */
const answerSchema = z.looseObject({
  nonce: z.string(),
  token: z.string(),
  value: z.unknown().optional(),
  mismatch: z.string().optional(),
  shown: z.string().optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** The secrets of one run: the driver has the nonce from the start, the token comes with its task. */
export interface RunSecrets {
  nonce: string;
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
