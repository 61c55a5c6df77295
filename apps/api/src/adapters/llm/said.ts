import { z } from 'zod';

const reply = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ refusal: z.string().nullish() }),
      }),
    )
    .default([]),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish(),
});

/** What of a reply the SDK does not pass on when it can make nothing of its text. */
export interface Said {
  inputTokens: number;
  outputTokens: number;
  finishReason: string | null;
  refusal: string | null;
}

/** A `fetch` that reads each good reply on its way; `said` is of the newest, null while there is none. */
export function listening(): { fetch: typeof fetch; said: () => Promise<Said | null> } {
  let heard: Promise<Said | null> = Promise.resolve(null);
  return {
    said: () => heard,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (response.ok)
        heard = response
          .clone()
          .json()
          .then(read, () => null);
      return response;
    },
  };
}

function read(body: unknown): Said | null {
  const parsed = reply.safeParse(body);
  if (!parsed.success) return null;
  const { usage, choices } = parsed.data;
  return {
    inputTokens: usage?.prompt_tokens ?? 0,
    outputTokens: usage?.completion_tokens ?? 0,
    finishReason: choices[0]?.finish_reason ?? null,
    refusal: choices[0]?.message.refusal ?? null,
  };
}
