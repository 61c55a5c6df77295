import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Lab, openLab } from './lab.ts';
import { startCli } from './process.ts';
import { type CountingProxy, startProxy } from './proxy.ts';

/** Answers under way when the proof is interrupted: these, and only these, are run again. */
const WIDTH = 2;

let lab: Lab;
let proxy: CountingProxy;
beforeAll(async () => {
  lab = await openLab({ runner: {} });
  proxy = await startProxy(lab.runnerUrl);
  await lab.cli('new', at('sum'), '--language', 'python', '--judge', 'stdio');
  await lab.cli('new', at('query'), '--language', 'sql');
});
afterAll(async () => {
  await proxy.close();
  await lab.close();
});
const at = (name: string) => join(lab.folder, name);
const cache = () => at('cache/devcapsules');
const verify = (...args: string[]) =>
  startCli(['verify', '--runner', proxy.url, '--width', String(WIDTH), ...args], {
    XDG_CACHE_HOME: at('cache'),
  });

async function interrupt(signal: NodeJS.Signals, folder: string, step: string) {
  const running = verify(folder);
  await vi.waitFor(() => expect(running.seen.err).toContain(step), { timeout: 60_000, interval: 10 });
  running.child.kill(signal);
  return running.ended;
}
const findings = () => {
  const [file = '', ...others] = readdirSync(cache());
  expect(others).toEqual([]);
  return readFileSync(join(cache(), file), 'utf8').trim().split('\n');
};

describe('an interrupted proof', () => {
  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
    'by %s ends at once with 130, and goes on where it was',
    async signal => {
      const before = proxy.requests;
      const whole = await verify(at('sum'), '--json').ended;
      const needed = proxy.requests - before;
      expect(whole.exit).toBe(0);

      const first = await interrupt(signal, at('sum'), ': wrong solutions');
      expect(first).toMatchObject({ exit: 130, out: '', err: expect.stringMatching(/\nInterrupted\.\n$/) });
      const known = findings().length;
      expect(known).toBeGreaterThanOrEqual(5);

      const between = proxy.requests;
      const second = await verify(at('sum'), '--json').ended;
      expect(second).toMatchObject({
        exit: 0,
        err: expect.stringContaining(`going on, ${known} findings are known`),
      });
      expect(proxy.requests - between).toBeLessThanOrEqual(needed - known);
      const [one, other] = [whole, second].map(({ out }) => JSON.parse(out)[0].proof);
      expect(other.checks.map((check: { passed: boolean }) => check.passed)).toEqual(
        one.checks.map((check: { passed: boolean }) => check.passed),
      );
      expect(other.mutation.killed).toBe(one.mutation.killed);
      expect(readdirSync(cache()), 'what is proven is forgotten').toEqual([]);
    },
  );

  it('survives a kill in the middle of a line, and begins anew if told to', async () => {
    await interrupt('SIGKILL', at('sum'), ': trivial answers');
    const [file = ''] = readdirSync(cache());
    appendFileSync(join(cache(), file), '\n{"key": "mutants/0", "val');
    const known = findings().length - 1;
    const again = await interrupt('SIGINT', at('sum'), ': mutants');
    expect(again.err).toContain(`going on, ${known} findings are known`);
    const fresh = await verify('--fresh', at('sum')).ended;
    expect(fresh).toMatchObject({ exit: 0, err: expect.not.stringContaining('going on') });
  });

  it('of SQL leaves no process behind', async () => {
    await interrupt('SIGINT', at('query'), ': stability');
    const left = () =>
      readdirSync('/proc')
        .filter(name => /^\d+$/.test(name))
        .filter(
          pid => commandOf(pid).includes('query-process.ts') && environmentOf(pid).includes(at('cache')),
        );
    await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 10_000 });
    expect(await verify(at('query')).ended).toMatchObject({ exit: 0 });
    await vi.waitFor(() => expect(left()).toEqual([]), { timeout: 10_000 });
  });
});

/** Of a process that is gone: nothing. */
function commandOf(pid: string): string {
  return fileOf(`/proc/${pid}/cmdline`);
}

function environmentOf(pid: string): string {
  return fileOf(`/proc/${pid}/environ`);
}

function fileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
