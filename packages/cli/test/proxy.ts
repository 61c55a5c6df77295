import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenLocally } from '../../../tools/lib/ports.ts';

export interface CountingProxy {
  url: string;
  /** Requests that were handed on. */
  readonly requests: number;
  close(): Promise<void>;
}

/** Answers a request itself by returning true. */
type Interception = (response: ServerResponse, request: IncomingMessage) => boolean;

/** Stands before a runner: counts what goes there, and can behave as a network and a busy machine do. */
export async function startProxy(
  target: string,
  intercept: Interception = () => false,
): Promise<CountingProxy> {
  let requests = 0;
  const server = createServer(async (request, response) => {
    if (intercept(response, request)) return;
    requests++;
    const { 'x-devcapsules-timestamp': timestamp, 'x-devcapsules-signature': signature } = request.headers;
    const answer = await fetch(target + request.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(timestamp && { 'x-devcapsules-timestamp': String(timestamp) }),
        ...(signature && { 'x-devcapsules-signature': String(signature) }),
      },
      body: await text(request),
    });
    response.statusCode = answer.status;
    response.end(await answer.text());
  });
  const url = await listenLocally(server);
  return {
    url,
    get requests() {
      return requests;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
