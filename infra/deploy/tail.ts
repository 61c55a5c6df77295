import { z } from 'zod';

/** What is read of an event of \`wrangler tail --format json\`, and of what a tail Worker is given: they are the same. */
export const tailEvent = z.looseObject({
  scriptName: z.string().nullish(),
  outcome: z.string(),
  /** Milliseconds since 1970; null of an event that never began. */
  eventTimestamp: z.number().nullish(),
  scriptVersion: z.looseObject({ id: z.string() }).nullish(),
  event: z
    .looseObject({
      request: z.looseObject({ url: z.string(), method: z.string() }).optional(),
      response: z.looseObject({ status: z.number() }).nullish(),
    })
    .nullish(),
});
export type TailEvent = z.infer<typeof tailEvent>;

/** Ends that are no fault of the Worker's: it answered, or the client went away first. */
const FINE = new Set(['ok', 'canceled', 'responseStreamDisconnected']);

/** One invocation, judged. */
export interface Observation {
  worker: string;
  versionId: string | null;
  failed: boolean;
  what: string;
}

/** Whether an invocation failed on our side: with an exception or a limit, or by answering 5xx. */
export function observe({ scriptName, outcome, scriptVersion, event }: TailEvent): Observation {
  const status = event?.response?.status;
  const path = event?.request && URL.canParse(event.request.url) ? new URL(event.request.url).pathname : '';
  return {
    worker: scriptName ?? '',
    versionId: scriptVersion?.id ?? null,
    failed: !FINE.has(outcome) || (status !== undefined && status >= 500),
    what: [event?.request?.method, path, status ?? outcome]
      .filter(part => part !== undefined && part !== '')
      .join(' '),
  };
}

/** Reads JSON values that follow each other, however they are indented and wherever the stream is cut. */
export async function* jsonValues(chunks: AsyncIterable<string>): AsyncGenerator<unknown> {
  let text = '';
  let [depth, inString, escaped, start] = [0, false, false, -1];
  let at = 0;
  for await (const chunk of chunks) {
    text += chunk;
    for (; at < text.length; at++) {
      const char = text[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (char === '\\') escaped = true;
        else if (char === '"') inString = false;
      } else if (char === '"') inString = depth > 0;
      else if (char === '{') {
        if (depth++ === 0) start = at;
      } else if (char === '}' && depth > 0 && --depth === 0) {
        yield JSON.parse(text.slice(start, at + 1));
        text = text.slice(at + 1);
        at = -1;
      }
    }
  }
}
