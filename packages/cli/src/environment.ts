import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { EXIT, Failure } from './exit.ts';

const variables = z.object({
  RUNNER_URL: z.url().default('http://127.0.0.1:2000'),
  RUNNER_SECRET: z.string().optional(),
  DEVCAPSULES_SERVER: z.url().default('http://localhost:8787'),
  DEVCAPSULES_KEY: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
  LOCALAPPDATA: z.string().optional(),
});

/** What the command takes from its environment. */
export interface Environment {
  runnerUrl: string;
  runnerSecret: string | undefined;
  serverUrl: string;
  serverKey: string | undefined;
  /** Where interrupted proofs are remembered. */
  cacheFolder: string;
}

/** The one place that reads variables; an empty one is as good as none. @throws Failure */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const parsed = variables.safeParse(Object.fromEntries(Object.entries(env).filter(([, text]) => text)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Failure(EXIT.usage, `The variable ${issue?.path.join('.')} is wrong: ${issue?.message}.`);
  }
  const { RUNNER_URL, RUNNER_SECRET, DEVCAPSULES_SERVER, DEVCAPSULES_KEY, XDG_CACHE_HOME, LOCALAPPDATA } =
    parsed.data;
  return {
    runnerUrl: RUNNER_URL,
    runnerSecret: RUNNER_SECRET,
    serverUrl: DEVCAPSULES_SERVER,
    serverKey: DEVCAPSULES_KEY,
    cacheFolder: join(XDG_CACHE_HOME ?? LOCALAPPDATA ?? join(homedir(), '.cache'), 'devcapsules'),
  };
}
