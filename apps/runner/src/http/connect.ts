/** `GET /api/v2/connect`: admits WebSockets, each one a session of its own. */

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, WebSocketServer } from 'ws';
import type { Config } from '../config.ts';
import { CALLER_HEADER, callerName } from './caller.ts';
import { Session, type SessionOptions } from './session.ts';
import { isSignedByOne, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.ts';

export const CONNECT_PATH = '/api/v2/connect';
/** A client that does not answer the end of its session is cut off. */
const CLOSE_TIMEOUT_MS = 2000;
const REASONS = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
} as const;

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** A page of another site can open a WebSocket to this machine; nothing else of the browser's stops it. */
function isOfAnotherSite(request: IncomingMessage): boolean {
  const origin = headerOf(request, 'origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}

function isAllowed(request: IncomingMessage, { secret, previousSecret }: Config): boolean {
  if (secret === undefined) return true;
  const signed = {
    method: request.method ?? '',
    path: request.url ?? '',
    timestamp: headerOf(request, TIMESTAMP_HEADER) ?? '',
    body: Buffer.alloc(0),
  };
  const signature = headerOf(request, SIGNATURE_HEADER) ?? '';
  return isSignedByOne([secret, previousSecret], signed, signature, Date.now());
}

export type ConnectOptions = Omit<SessionOptions, 'caller'>;

/** Answers the upgrade requests of a server. */
export function serveConnect(server: Server, options: ConnectOptions): void {
  const { config } = options;
  const wsOptions: ServerOptions & { closeTimeout: number } = {
    closeTimeout: CLOSE_TIMEOUT_MS,
    noServer: true,
    maxPayload: config.bodyBytes,
    perMessageDeflate: false,
  };
  const sockets = new WebSocketServer(wsOptions);

  function refusalOf(request: IncomingMessage): keyof typeof REASONS | null {
    if (request.url?.split('?')[0] !== CONNECT_PATH) return 404;
    if (isOfAnotherSite(request)) return 403;
    if (!isAllowed(request, config)) return 401;
    return sockets.clients.size >= config.concurrency + config.queueLength ? 429 : null;
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refusal = refusalOf(request);
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal} ${REASONS[refusal]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const caller = callerName(config, headerOf(request, CALLER_HEADER), request.socket.remoteAddress);
    sockets.handleUpgrade(request, socket, head, accepted => {
      new Session(accepted, { ...options, caller });
    });
  });
}
