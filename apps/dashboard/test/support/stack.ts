import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ApiUser } from '../../../../tools/lib/api.ts';
import { publishCapsule } from '../../../../tools/lib/capsules.ts';
import { startStack } from '../../../../tools/lib/stack.ts';
import { HOSTILE, PAIR } from './capsules.ts';

export const AUTHOR = {
  email: 'author@devcapsules.example',
  password: 'a-long-password',
  name: 'Ada Author',
};

declare module 'vitest' {
  interface ProvidedContext {
    url: string;
    /** The API without the pages in front, where the cron is. */
    apiUrl: string;
    /** The cookie of AUTHOR. */
    session: { name: string; value: string };
    /** Published by AUTHOR. */
    capsuleIds: { pair: string; hostile: string };
  }
}

/** Starts the whole product, pages first, in a folder of its own, and publishes what visitors find there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), 'devcapsules-dashboard-'));
  const stack = await startStack({
    stateDir,
    runner: 'full',
    plan: 'enterprise',
    dashboard: true,
    adminEmail: AUTHOR.email,
  });
  const tearDown = async () => {
    await stack.stop();
    rmSync(stateDir, { recursive: true });
  };
  try {
    const author = new ApiUser(stack.url);
    await author.enter(AUTHOR);
    const publish = async (document: object) => {
      const outcome = await publishCapsule(author, document);
      if (!outcome.ok) throw new Error(outcome.why);
      return outcome.id;
    };
    const [pair, hostile] = await Promise.all([publish(PAIR), publish(HOSTILE)]);
    project.provide('url', stack.url);
    project.provide('session', await signIn(stack.url));
    project.provide('apiUrl', stack.apiUrl);
    project.provide('capsuleIds', { pair, hostile });
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function signIn(url: string): Promise<{ name: string; value: string }> {
  const response = await fetch(`${url}/api/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: AUTHOR.email, password: AUTHOR.password }),
  });
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(response.headers.getSetCookie().join('\n')) ?? [];
  if (name === undefined || value === undefined) throw new Error(`Signing in gave ${response.status}.`);
  return { name, value };
}
