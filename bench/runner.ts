/**
 * Measures a runner: hello in each language, over HTTP, in three loads: one client that pauses between runs
 * (a learner: slots are ready), one client without pause, and eight.
 *
 *   node bench/runner.ts [--runs N] [--url URL] [--peer URL] [--json]
 *
 * Without --url a runner is started here, which needs root. --peer measures any Piston v2 server beside it,
 * taking turns with it, and prints ratios. N runs are measured for each language and load, after five that are not.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../apps/runner/src/config.ts';
import { startRunner } from '../apps/runner/src/runner.ts';

const HELLO: Record<string, { name: string; content: string }> = {
  python: { name: 'main.py', content: 'print("Hello, world!")\n' },
  javascript: { name: 'main.js', content: 'console.log("Hello, world!");\n' },
  java: {
    name: 'Main.java',
    content: 'class Main { public static void main(String[] a) { System.out.println("Hello, world!"); } }\n',
  },
  c: { name: 'main.c', content: '#include <stdio.h>\nint main(void) { puts("Hello, world!"); }\n' },
  'c++': {
    name: 'main.cpp',
    content: '#include <iostream>\nint main() { std::cout << "Hello, world!\\n"; }\n',
  },
};
const ALIASES: Record<string, string> = { cpp: 'c++' };
const LOADS = [
  { clients: 1, pauseMs: 100 },
  { clients: 1, pauseMs: 0 },
  { clients: 8, pauseMs: 0 },
];
type Load = (typeof LOADS)[number];
const WARM_UP = 5;

interface Runtime {
  language: string;
  version: string;
}

interface Measure {
  language: string;
  clients: number;
  pauseMs: number;
  runs: number;
  failed: number;
  medianMs: number;
  p95Ms: number;
  p99Ms: number;
  perSecond: number;
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function runtimesOf(url: string): Promise<Runtime[]> {
  const response = await fetch(`${url}/api/v2/runtimes`);
  const all = (await response.json()) as Runtime[];
  return all.filter(one => HELLO[ALIASES[one.language] ?? one.language]);
}

async function runOnce(url: string, { language, version }: Runtime): Promise<boolean> {
  const files = [HELLO[ALIASES[language] ?? language]];
  const response = await fetch(`${url}/api/v2/execute`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language, version, files }),
  });
  if (!response.ok) {
    await response.body?.cancel();
    return false;
  }
  const { run } = (await response.json()) as { run: { stdout: string } };
  return run.stdout === 'Hello, world!\n';
}

async function measure(url: string, runtime: Runtime, load: Load, runs: number): Promise<Measure> {
  for (let i = 0; i < WARM_UP; i++) await runOnce(url, runtime);
  const timesMs: number[] = [];
  let failed = 0;
  let started = 0;
  async function client(): Promise<void> {
    while (started++ < runs) {
      const startMs = performance.now();
      if (!(await runOnce(url, runtime))) failed++;
      timesMs.push(performance.now() - startMs);
      if (load.pauseMs > 0) await sleep(load.pauseMs);
    }
  }
  const startMs = performance.now();
  await Promise.all(Array.from({ length: load.clients }, client));
  const seconds = (performance.now() - startMs) / 1000;
  const sorted = timesMs.sort((a, b) => a - b);
  return {
    language: ALIASES[runtime.language] ?? runtime.language,
    ...load,
    runs,
    failed,
    medianMs: percentile(sorted, 0.5),
    p95Ms: percentile(sorted, 0.95),
    p99Ms: percentile(sorted, 0.99),
    perSecond: (runs - failed) / seconds,
  };
}

async function measureAll(urls: string[], runs: number): Promise<Measure[][]> {
  const runtimes = await Promise.all(urls.map(runtimesOf));
  const results: Measure[][] = urls.map(() => []);
  for (const { language } of runtimes[0] ?? []) {
    for (const load of LOADS) {
      for (const [index, url] of urls.entries()) {
        const name = ALIASES[language] ?? language;
        const runtime = runtimes[index]?.find(one => (ALIASES[one.language] ?? one.language) === name);
        if (runtime) results[index]?.push(await measure(url, runtime, load, runs));
      }
    }
  }
  return results;
}

function row(who: string, one: Measure): string {
  const ms = (value: number) => value.toFixed(1).padStart(8);
  const failed = one.failed > 0 ? `  ${one.failed} failed` : '';
  return `${who.padEnd(7)}${one.language.padEnd(12)}${(one.pauseMs > 0 ? 'paced' : String(one.clients)).padStart(7)}${String(one.runs).padStart(6)}${ms(one.medianMs)}${ms(one.p95Ms)}${ms(one.p99Ms)}${one.perSecond.toFixed(1).padStart(9)}${failed}`;
}

function print(ours: Measure[], peers: Measure[] | undefined): void {
  console.log('       language    clients  runs  median     p95     p99   runs/s   (ms)');
  for (const one of ours) {
    console.log(row('runner', one));
    const peer = peers?.find(
      other =>
        other.language === one.language && other.clients === one.clients && other.pauseMs === one.pauseMs,
    );
    if (!peer) continue;
    console.log(row('peer', peer));
    const faster = (peer.medianMs / one.medianMs).toFixed(1);
    console.log(
      `       median ${faster}x faster, ${(one.perSecond / peer.perSecond).toFixed(1)}x the runs a second`,
    );
  }
}

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100' },
    url: { type: 'string' },
    peer: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs must be a whole number above 0');

const own = values.url ? null : await startRunner(readConfig({ RUNNER_PORT: '0' }), () => undefined);
try {
  await own?.settled();
  const urls = [values.url ?? own?.url ?? '', ...(values.peer ? [values.peer] : [])];
  const [ours = [], peers] = await measureAll(urls, runs);
  if (values.json) console.log(JSON.stringify({ runner: ours, ...(peers ? { peer: peers } : {}) }, null, 2));
  else print(ours, peers);
} finally {
  await own?.close();
}
