import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export const OLD = '11111111-1111-4111-8111-111111111111';
export const NEW = '22222222-2222-4222-8222-222222222222';
/** Of RFC 6455. */
const WEBSOCKET = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export interface Asked {
  method: string;
  path: string;
  body: string;
  authorization: string | undefined;
}

/** What of Cloudflare's API wrangler asks for a deploy, in its form, over HTTP; it remembers what it was asked. */
export class CloudflareApi {
  readonly asked: Asked[] = [];
  /** What each tail that is opened brings. */
  tailEvents: object[] = [];
  /** Whether Workers are there already. */
  exist = true;
  readonly #server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '', headers } = request;
    const path = url.split('?')[0] ?? '';
    this.asked.push({ method, path, body, authorization: headers.authorization });
    const result = this.#answer(method, path);
    response.writeHead(result === undefined ? 404 : 200, { 'content-type': 'application/json' });
    const errors = result === undefined ? [{ code: 10007, message: 'This Worker does not exist.' }] : [];
    response.end(
      JSON.stringify({ success: errors.length === 0, errors, messages: [], result: result ?? null }),
    );
  });

  async start(): Promise<string> {
    this.#server.on('upgrade', (request, socket) => this.#tail(request, socket));
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    return this.#url('http');
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #url(scheme: string): string {
    return `${scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  #answer(method: string, path: string): unknown {
    const at = '2026-11-29T12:00:00Z';
    const is = (pattern: RegExp, wanted = method) => wanted === method && pattern.test(path);
    if (!this.exist && is(/\/workers\//)) return undefined;
    if (is(/\/scripts\/[^/]+\/deployments$/, 'GET')) {
      const versions = [
        { version_id: NEW, percentage: 10 },
        { version_id: OLD, percentage: 90 },
      ];
      const deployment = { id: 'd1', source: 'api', strategy: 'percentage', author_email: 'a@example.com' };
      return { deployments: [{ ...deployment, created_on: at, annotations: {}, versions }] };
    }
    if (is(/\/scripts\/[^/]+\/deployments$/, 'POST')) return { id: 'd2' };
    if (is(/\/scripts\/[^/]+\/versions$/, 'POST'))
      return { id: NEW, startup_time_ms: 1, number: 2, metadata: { has_preview: false } };
    if (is(/\/versions\/[^/]+$/)) {
      const script = { etag: 'e', handlers: ['fetch'] };
      const resources = { bindings: [], script, script_runtime: { usage_model: 'standard' } };
      const metadata = { created_on: at, source: 'api', author_email: 'a@example.com' };
      return { id: path.split('/').at(-1), number: 1, metadata, annotations: {}, resources };
    }
    if (is(/\/workers\/services\/[^/]+$/)) {
      const script = { id: 's', tag: 't', tags: [], last_deployed_from: 'wrangler', modified_on: at };
      return { id: 's', default_environment: { environment: 'production', script } };
    }
    if (is(/\/scripts\/[^/]+\/tails$/, 'POST'))
      return { id: 'tail', url: `${this.#url('ws')}/tail`, expires_at: '2027-01-01T00:00:00Z' };
    if (is(/\/d1\/database\/[^/]+\/query$/, 'POST')) return [{ results: [], success: true, meta: {} }];
    if (is(/settings$/)) return { bindings: [], tags: [] };
    if (is(/\/tails\//, 'DELETE')) return {};
    return undefined;
  }

  /** By hand, since wrangler does not mask what it sends, which libraries refuse. */
  #tail(request: IncomingMessage, socket: Duplex): void {
    const key = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${WEBSOCKET}`)
      .digest('base64');
    socket.on('error', () => socket.destroy());
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\nSec-WebSocket-Protocol: trace-v1\r\n\r\n`,
    );
    for (const event of this.tailEvents) {
      const text = Buffer.from(JSON.stringify(event));
      const head = Buffer.from([0x81, 126, text.length >> 8, text.length & 255]);
      socket.write(Buffer.concat([head, text]));
    }
  }
}
