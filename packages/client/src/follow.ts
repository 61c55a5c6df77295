import { failureOf } from './error.ts';

/**
 * The events of a server-sent stream (a proof, a generation) as they come, each `data` parsed as JSON.
 * Give it the answer of a GET with `parseAs: 'stream'`.
 * @throws ApiError when the answer is no stream
 */
export async function* follow<Event>(response: Response): AsyncGenerator<Event> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!response.ok || !isStream || response.body === null) {
    throw failureOf(response, await response.json().catch(() => undefined));
  }
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
