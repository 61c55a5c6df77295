import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { TestProject } from 'vitest/node';

/** What a test told a double to answer at a path. `hang` never answers. */
interface Script {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  hang?: boolean;
}

/** A request as a double got it. */
export interface Call {
  method: string;
  headers: Record<string, string>;
  body: string;
}

/**
 * Doubles of what signs people in and sends mail. Supabase, Cloudflare Access and the mail service answer what a test
 * has scripted: `PUT /script?path=…` with one answer, or with several that are given in turn; `GET /calls?path=…` tells
 * what they were asked. GitHub and Google are small OAuth servers below `/oauth/<provider>`.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const { identityPort } = project.getProvidedContext();
  const scripts = new Map<string, Script[]>();
  const calls = new Map<string, Call[]>();
  const oauth = oauthServers();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://double');
    const body = await text(request);
    const path = url.searchParams.get('path') ?? '';
    if (url.pathname === '/script') {
      scripts.set(path, [JSON.parse(body)].flat());
      response.end();
    } else if (url.pathname === '/calls') {
      response.end(JSON.stringify(calls.get(path) ?? []));
    } else if (url.pathname.startsWith('/oauth/')) {
      oauth({ url, request, response, body });
    } else {
      const { method = '', headers } = request;
      calls.set(url.pathname, [
        ...(calls.get(url.pathname) ?? []),
        { method, headers: headers as Record<string, string>, body },
      ]);
      const left = scripts.get(url.pathname) ?? [];
      const script = left.length > 1 ? left.shift() : left[0];
      if (!script) response.writeHead(404).end();
      else if (!script.hang) {
        const type = { 'content-type': 'application/json', ...script.headers };
        response.writeHead(script.status ?? 200, type).end(JSON.stringify(script.body ?? {}));
      }
    }
  });
  await new Promise<void>(resolve => server.listen(identityPort, '127.0.0.1', () => resolve()));
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

interface Asked {
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
  body: string;
}

interface Person {
  id: string;
  email: string;
  verified: boolean;
  name: string;
}

/**
 * Authorization, token and profile endpoints as GitHub and Google have them. The client must know its secret, the
 * verifier must fit the challenge, and a code works once. Who consents is set by `PUT /oauth/person`.
 */
function oauthServers() {
  const SECRET = 'a-client-secret';
  let person: Person = { id: '0', email: '', verified: false, name: '' };
  const grants = new Map<string, { challenge: string; redirectUri: string }>();
  const tokens = new Map<string, Person>();

  return ({ url, request, response, body }: Asked): void => {
    const send = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const holder = tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    const action = url.pathname.split('/').slice(3).join('/');
    if (url.pathname === '/oauth/person') {
      person = JSON.parse(body);
      send(200, {});
    } else if (action === 'login/oauth/authorize' || action === 'o/oauth2/v2/auth') {
      const { searchParams: query } = url;
      const redirectUri = query.get('redirect_uri') ?? '';
      const code = randomUUID();
      grants.set(code, { challenge: query.get('code_challenge') ?? '', redirectUri });
      const back = new URL(redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', query.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
    } else if (action === 'login/oauth/access_token' || action === 'token') {
      const form = new URLSearchParams(body);
      const basic = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64');
      const secret = form.get('client_secret') ?? basic.toString().split(':')[1];
      const grant = grants.get(form.get('code') ?? '');
      grants.delete(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const fits = grant?.challenge === proof && grant.redirectUri === form.get('redirect_uri');
      if (secret !== SECRET || !fits) return void send(400, { error: 'invalid_grant' });
      const token = randomUUID();
      tokens.set(token, person);
      send(200, { access_token: token, token_type: 'bearer', expires_in: 3600 });
    } else if (!holder) {
      send(401, { message: 'Bad credentials' });
    } else if (action === 'user') {
      send(200, { id: Number(holder.id), login: holder.name.toLowerCase(), name: holder.name, email: null });
    } else if (action === 'user/emails') {
      send(200, [
        { email: 'old@example.com', primary: false, verified: true },
        { email: holder.email, primary: true, verified: holder.verified },
      ]);
    } else {
      const { id: sub, email, verified: email_verified, name } = holder;
      send(200, { sub, email, email_verified, name });
    }
  };
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
