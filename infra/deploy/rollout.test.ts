import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Edge, Versions } from './edge.ts';
import { rollOut } from './rollout.ts';
import type { TailEvent } from './tail.ts';
import { WATCH } from './watch.ts';

interface Play {
  /** What the tail brings of a version. */
  answers?: (version: string) => number;
  /** What a smoke test finds. */
  smoke?: (live: string) => string | null;
  breaks?: 'migrate' | 'upload' | 'deploy' | 'tail';
  /** What is bad ends the watch by itself. */
  forMs?: number;
}

/** Plays Cloudflare: an order of what was asked, and events of what is live. */
function play({ answers = () => 200, smoke = () => null, breaks, forMs = 20_000 }: Play) {
  const done: string[] = [];
  let live = 'old';
  const fail = (what: string) => {
    if (breaks === what) throw new Error(`${what} broke`);
  };
  const edge: Edge = {
    current: async () => ({ api: 'old' }),
    async migrate() {
      done.push('migrate');
      fail('migrate');
    },
    async upload() {
      done.push('upload');
      fail('upload');
      return { api: 'new' };
    },
    async deploy({ api = '' }: Versions, percent) {
      done.push(`${api} ${percent}`);
      if (api === 'new') fail('deploy');
      live = api;
    },
    async *tail(signal): AsyncGenerator<TailEvent> {
      fail('tail');
      while (!signal.aborted) {
        await sleep(1);
        const response = { status: answers(live) };
        yield { scriptName: 'api', outcome: 'ok', scriptVersion: { id: live }, event: { response } };
      }
    },
    async applyTriggers() {
      done.push('triggers');
    },
  };
  const result = rollOut({
    ...{ edge, shares: [10, 100], smokeEveryMs: 10, say: () => {} },
    smoke: async () => [{ name: 'health', problem: smoke(live), ms: 1 }],
    watch: { ...WATCH, forMs, now: Date.now },
  });
  return { done, result };
}

describe('a rollout', () => {
  test('migrates, uploads, and takes share by share', async () => {
    const { done, result } = play({ forMs: 100 });
    expect(await result).toEqual({ outcome: 'deployed', versions: { api: 'new' } });
    expect(done).toEqual(['migrate', 'upload', 'new 10', 'new 100', 'triggers']);
  });

  test('goes back at the first share when answers are bad', async () => {
    const { done, result } = play({ answers: version => (version === 'new' ? 500 : 200) });
    expect(await result).toMatchObject({
      ...{ outcome: 'rolled back', versions: { api: 'old' } },
      problem: expect.stringMatching(/^10 of 10 requests failed/),
      healthyAfterMs: expect.any(Number),
    });
    expect(done).toEqual(['migrate', 'upload', 'new 10', 'old 100']);
  });

  test('goes back when the smoke test fails, though all answers are well', async () => {
    const { done, result } = play({ smoke: live => (live === 'new' ? 'no page' : null) });
    expect(await result).toMatchObject({ outcome: 'rolled back', problem: 'smoke: health: no page' });
    expect(done.at(-1)).toBe('old 100');
  });

  test('says when what it went back to is not well either', async () => {
    const { result } = play({ smoke: () => 'no database' });
    expect(await result).toMatchObject({ outcome: 'rolled back', healthyAfterMs: null });
  });

  test.each(['deploy', 'tail'] as const)('goes back when it can’t %s', async breaks => {
    const { done, result } = play({ breaks });
    expect(await result).toMatchObject({
      outcome: 'rolled back',
      problem: expect.stringContaining(`${breaks} broke`),
    });
    expect(done.at(-1)).toBe('old 100');
  });

  test.each(['migrate', 'upload'] as const)('touches no traffic when it can’t %s', async breaks => {
    const { done, result } = play({ breaks });
    await expect(result).rejects.toThrow(`${breaks} broke`);
    expect(done.some(what => /\d/.test(what))).toBe(false);
  });
});
