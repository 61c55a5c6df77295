import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ApiUser } from '../../../../tools/lib/api.ts';
import { publishCapsule } from '../../../../tools/lib/capsules.ts';
import { freePort } from '../../../../tools/lib/ports.ts';
import { type Stack, startStack } from '../../../../tools/lib/stack.ts';
import { type CapsuleName, DOCUMENTS } from './capsules.ts';
import { serveHost } from './host.ts';

const AUTHOR = { email: 'author@devcapsules.example', password: 'a-long-password', name: 'Author' };

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
    /** A page of another origin. */
    hostUrl: string;
    /** The author's cookie. */
    author: string;
    /** Where POST /start and POST /stop move the runner. */
    runnerSwitch: string;
    capsuleIds: Record<CapsuleName, string>;
  }
}

/** Starts the whole product in a folder of its own, publishes what is solved, and a site that embeds it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), 'devcapsules-player-'));
  const stack = await startStack({ stateDir, runner: 'full', plan: 'enterprise' });
  const parts: { close(): Promise<void> }[] = [];
  const tearDown = async () => {
    for (const part of parts) await part.close();
    await stack.stop();
    rmSync(stateDir, { recursive: true });
  };
  try {
    const author = new ApiUser(stack.url);
    await author.enter(AUTHOR);
    const ids = await publishAll(author);
    const runner = await serveSwitch(stack);
    parts.push(runner);
    const host = await serveHost(stack.url, ids);
    parts.push(host);
    project.provide('url', stack.url);
    project.provide('hostUrl', host.url);
    project.provide('author', await cookieOf(stack.url));
    project.provide('capsuleIds', ids);
    project.provide('runnerSwitch', runner.url);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function publishAll(author: ApiUser): Promise<Record<CapsuleName, string>> {
  const published = await Promise.all(
    Object.entries(DOCUMENTS).map(async ([name, document]) => {
      const outcome = await publishCapsule(author, document);
      if (!outcome.ok) throw new Error(`${name}: ${outcome.why}`);
      return [name, outcome.id] as const;
    }),
  );
  return Object.fromEntries(published) as Record<CapsuleName, string>;
}

async function cookieOf(url: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: AUTHOR.email, password: AUTHOR.password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`Signing in gave ${response.status}.`);
  return cookie;
}

/** Tests run in another process than this one, which holds the stack. */
async function serveSwitch(stack: Stack): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const move = request.url === '/start' ? stack.runner?.start() : stack.runner?.stop();
    Promise.resolve(move).then(
      () => response.end('done'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const port = await freePort();
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
