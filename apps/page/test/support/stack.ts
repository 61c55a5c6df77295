import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ApiUser } from '../../../../tools/lib/api.ts';
import { publishCapsule } from '../../../../tools/lib/capsules.ts';
import { freePort } from '../../../../tools/lib/ports.ts';
import { type Stack, startStack } from '../../../../tools/lib/stack.ts';
import { bikes, lineDocument, pairDocument } from './capsules.ts';
import { hostileProgram, hostileQuery } from './hostile.ts';

const DOCUMENTS = {
  pair: pairDocument,
  line: lineDocument,
  bikes: bikes.capsule,
  hostileProgram,
  hostileQuery,
};
const AUTHOR = { email: 'author@devcapsules.example', password: 'a-long-password', name: 'Author' };
const LEARNER = { ...AUTHOR, email: 'learner@devcapsules.example', name: 'Learner' };

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
    /** The cookie of a learner who may ask as often as the tests do. */
    session: { name: string; value: string };
    /** Where POST /start and POST /stop move the runner. */
    runnerSwitch: string;
    capsuleIds: Record<keyof typeof DOCUMENTS, string>;
  }
}

/** Starts the whole product in a folder of its own and publishes what the journeys need. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), 'devcapsules-page-'));
  const stack = await startStack({ stateDir, runner: 'full', plan: 'enterprise' });
  const tearDown = async () => {
    await stack.stop();
    rmSync(stateDir, { recursive: true });
  };
  try {
    const ids = await publishAll(stack.url);
    const runner = await serveSwitch(stack);
    project.provide('url', stack.url);
    project.provide('session', await signUp(stack.url));
    project.provide('capsuleIds', ids);
    project.provide('runnerSwitch', runner.url);
    return async () => {
      await runner.close();
      await tearDown();
    };
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function publishAll(url: string): Promise<Record<keyof typeof DOCUMENTS, string>> {
  const author = new ApiUser(url);
  await author.enter(AUTHOR);
  const publish = async (document: object) => {
    const outcome = await publishCapsule(author, document);
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.id;
  };
  const [pair, line, bikes, hostileProgram, hostileQuery] = await Promise.all([
    publish(DOCUMENTS.pair),
    publish(DOCUMENTS.line),
    publish(DOCUMENTS.bikes),
    publish(DOCUMENTS.hostileProgram),
    publish(DOCUMENTS.hostileQuery),
  ]);
  return { pair, line, bikes, hostileProgram, hostileQuery };
}

async function signUp(url: string): Promise<{ name: string; value: string }> {
  const response = await fetch(`${url}/api/v1/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(LEARNER),
  });
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(response.headers.getSetCookie().join('\n')) ?? [];
  if (name === undefined || value === undefined) throw new Error(`Signing up gave ${response.status}.`);
  return { name, value };
}

/** Tests run in another process than this one, which holds the stack. */
async function serveSwitch(stack: Stack): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const move = request.url === '/start' ? stack.runner?.start() : stack.runner?.stop();
    Promise.resolve(move).then(
      () => response.end('done'),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  const port = await freePort();
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
