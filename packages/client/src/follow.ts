import { failureOf } from './error.ts';

/**
 * The events of a server-sent stream (a proof, a generation) as they come, each `data` parsed as JSON.
 *
 * @example
 * for await (const job of follow<Job>(api.GET(path, { params, parseAs: 'stream' }))) show(job);
 * @throws ApiError when the API refused, or answered with something else
 */
export async function* follow<Event>(
  asked: Promise<{ error?: unknown; response: Response; data?: unknown }>,
): AsyncGenerator<Event> {
  const { response, error } = await asked;
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!response.ok || !isStream || response.body === null) throw failureOf(response, error);
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const data = part
        .split('\n')
        .filter(line => line.startsWith('data:'))
        .map(line => line.slice(5).trim());
      if (data.length > 0) yield JSON.parse(data.join('\n'));
    }
  }
}
