import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { TestProject } from 'vitest/node';
import { stockPiston } from './stock-piston.ts';

/** A request as a double got it. */
export interface Seen {
  path: string;
  headers: Record<string, unknown>;
  body: string;
}

/**
 * Runners that fail in every way, at `/<mode>/<test>/api/v2/…`: the second segment keeps tests apart. What they were
 * asked is told at `/seen/<mode>/<test>`.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const { runnerPort, runnersPort } = project.getProvidedContext();
  const seen = new Map<string, Seen[]>();
  const server = createServer(async (request, response) => {
    const [, mode = '', tag = '', ...rest] = (request.url ?? '').split('/');
    if (mode === 'seen') {
      response.end(JSON.stringify(seen.get(`${tag}/${rest[0]}`) ?? []));
      return;
    }
    const body = await text(request);
    const path = `/${rest.join('/')}`;
    const key = `${mode}/${tag}`;
    const before = seen.get(key) ?? [];
    seen.set(key, [...before, { path, headers: request.headers, body }]);
    answer({ mode, path, body, nth: before.length, request, response, runnerPort });
  });
  await new Promise<void>(resolve => server.listen(runnersPort, '127.0.0.1', () => resolve()));
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

interface Asked {
  mode: string;
  path: string;
  body: string;
  /** How often it was asked before. */
  nth: number;
  request: IncomingMessage;
  response: ServerResponse;
  runnerPort: number;
}

function answer({ mode, path, body, nth, request, response, runnerPort }: Asked): void {
  const isBatch = path.endsWith('/batch');
  switch (mode) {
    case 'well':
    case 'also-well':
      response.end(path.endsWith('/runtimes') ? runtimes() : batch(body, mode));
      break;
    case 'long-run':
      if (path.endsWith('/runtimes')) response.end(runtimes());
      else setTimeout(() => response.end(batch(body, mode)), 8_000);
      break;
    case 'slow':
      setTimeout(() => response.end(batch(body, mode)), 300);
      break;
    case 'collector':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      break;
    case 'hung':
      break;
    case '500':
      response.writeHead(500).end('Traceback: /etc/secret');
      break;
    case '429':
      response.writeHead(429, { 'retry-after': '7' }).end('{"message":"full"}');
      break;
    case 'until-a-date':
      response.writeHead(503, { 'retry-after': new Date(Date.now() + 30_000).toUTCString() }).end();
      break;
    case 'shape':
      response.end('{"cases":[{"stdout":1}]}');
      break;
    case 'cut':
      response.write('{"cases":[', () => response.destroy());
      break;
    case 'sick-at-first':
      if (nth < 3) response.writeHead(500).end();
      else if (path.endsWith('/runtimes')) response.end(runtimes());
      else response.end(batch(body, mode));
      break;
    case 'lost-at-first':
      if (nth < 2) response.writeHead(404).end();
      else response.end(path.endsWith('/runtimes') ? runtimes() : batch(body, mode));
      break;
    case 'no-batch':
      if (isBatch) response.writeHead(404).end('{"message":"not found"}');
      else forward(path, body, request, response, runnerPort);
      break;
    case 'stock':
      stockPiston(path, body, response);
      break;
    default:
      response.destroy();
  }
}

const runtimes = () => JSON.stringify([{ language: 'python', version: '3.11.2', aliases: [] }]);

/** Every case printed the runner's name. */
function batch(body: string, stdout: string): string {
  const { cases } = JSON.parse(body) as { cases: unknown[] };
  const times = { cpu_time: 1, wall_time: 1, memory: 1_000_000 };
  const one = { stdout, stderr: '', code: 0, signal: null, status: null, ...times };
  return JSON.stringify({ cases: cases.map(() => one) });
}

/** To the real runner, which knows the signature of the path without the prefix. */
function forward(
  path: string,
  body: string,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  port: number,
): void {
  const forwarded = send({ host: '127.0.0.1', port, path, method, headers }, answered => {
    response.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(response);
  });
  forwarded.on('error', () => response.destroy());
  forwarded.end(body);
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString();
}
