/** Honest clients that run programs in every language, one after the other, and know what each must answer. */

import { expect } from 'vitest';
import type { Runner } from '../src/runner.ts';

export interface Load {
  /** Resolves when no client has a request under way. Fails the test if an answer since the start was wrong. */
  pause(): Promise<void>;
  resume(): void;
}

interface Answer {
  run?: { stdout: string; status: string | null };
}

/** `clients` at once. Time limits are long: what is shown is that answers are right, not how soon they come. */
export function startLoad(runner: Runner, clients: number): Load {
  const wrong: string[] = [];
  let paused = false;
  let next = 0;
  let right = 0;
  let ends: Promise<void>[] = [];

  async function ask(): Promise<void> {
    const language = runner.languages[next++ % runner.languages.length];
    if (!language) return;
    const response = await fetch(`${runner.url}/api/v2/execute`, {
      method: 'POST',
      body: JSON.stringify({
        language: language.id,
        version: '*',
        files: [{ content: language.hello.source }],
        run_timeout: 30_000,
        compile_timeout: 30_000,
      }),
    });
    const { run } = (await response.json()) as Answer;
    if (run?.status === null && run.stdout === language.hello.stdout) right++;
    else wrong.push(`${language.id}: ${response.status} ${JSON.stringify(run)}`);
  }

  async function client(): Promise<void> {
    while (!paused) await ask();
  }

  const load: Load = {
    async pause() {
      paused = true;
      await Promise.all(ends);
      ends = [];
      expect(wrong, `answers of honest clients, ${right} were right`).toEqual([]);
    },
    resume() {
      paused = false;
      ends = Array.from({ length: clients }, client);
    },
  };
  load.resume();
  return load;
}
