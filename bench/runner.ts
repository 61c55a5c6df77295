/**
 * Measures a runner over HTTP: hello in each language under several loads, beside any Piston v2 server.
 *
 *   npm run bench -- runner [--runs N] [--url URL] [--peer URL] [--only LANGUAGE] [--json]
 *
 * Without --url a runner is started here, which needs root. --peer takes turns with it and prints ratios; a
 * server without batches is sent its cases one by one.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../apps/runner/src/config.ts';
import { startRunner } from '../apps/runner/src/runner.ts';
import { main, StepError } from '../tools/lib/steps.ts';
import { renderTable } from '../tools/lib/table.ts';
import { COMPILED, HELLO } from './lib/hello.ts';
import { type Load, type Measure, measure } from './lib/measure.ts';
import { findServer, hello, type Server } from './lib/piston.ts';

const WARM_UP = 5;
const BATCH = 20;
const MIB = 1024 * 1024;

/**
 * `fresh`: every request has a source never seen before, so that no cache of compiled programs helps.
 * `only`: for one language. `limits`: what the request asks for besides.
 */
const LOADS: RunnerLoad[] = [
  { name: 'paced', clients: 1, pauseMs: 100, cases: 1, fresh: false },
  { name: 'one client', clients: 1, pauseMs: 0, cases: 1, fresh: false },
  { name: 'eight clients', clients: 8, pauseMs: 0, cases: 1, fresh: false },
  { name: 'paced, new sources', clients: 1, pauseMs: 100, cases: 1, fresh: true },
  { name: 'eight clients, new sources', clients: 8, pauseMs: 0, cases: 1, fresh: true },
  {
    // Limits that nothing was started ahead for: compiler and virtual machine start with the request.
    ...{ name: 'paced, new sources, cold', clients: 1, pauseMs: 100, cases: 1, fresh: true },
    ...{ only: 'java', limits: { run_memory_limit: 255 * MIB, compile_memory_limit: 511 * MIB } },
  },
  { name: `${BATCH} cases`, clients: 1, pauseMs: 100, cases: BATCH, fresh: false },
];

interface RunnerLoad extends Load {
  name: string;
  cases: number;
  fresh: boolean;
  only?: string;
  limits?: Record<string, number>;
}

interface Result extends Measure {
  who: string;
  language: string;
  load: string;
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '100' },
      url: { type: 'string' },
      peer: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new StepError('--runs must be a whole number above 0.');
  const own = values.url ? null : await startRunner(readConfig({ RUNNER_PORT: '0' }), () => undefined);
  try {
    await own?.settled();
    const servers = [await findServer('runner', values.url ?? own?.url ?? '')];
    if (values.peer) servers.push(await findServer('peer', values.peer));
    const results = await measureAll(servers, runs, values.only);
    if (values.json) console.log(JSON.stringify(results, null, 2));
    else console.log(`\n${table(results)}`);
    return 0;
  } finally {
    await own?.close();
  }
});

async function measureAll(servers: Server[], runs: number, only: string | undefined): Promise<Result[]> {
  const results: Result[] = [];
  const languages = Object.keys(HELLO).filter(
    name => servers[0]?.versions.has(name) && (!only || only === name),
  );
  for (const language of languages) {
    for (const load of LOADS) {
      if (load.fresh && !COMPILED.includes(language)) continue;
      if (load.only && load.only !== language) continue;
      const count = load.cases > 1 ? Math.max(5, Math.round(runs / load.cases)) : runs;
      for (const server of servers.filter(one => one.versions.has(language))) {
        const once = (nth: number) =>
          hello(
            server,
            language,
            load.cases,
            load.fresh ? `${process.pid} ${load.name} ${nth}` : null,
            load.limits,
          );
        const measured = await measure(load, count, load.cases > 1 ? 1 : WARM_UP, once);
        results.push({ who: server.who, language, load: load.name, ...measured });
      }
    }
  }
  return results;
}

function table(results: Result[]): string {
  const rows = results.map(one => {
    const rival = results.find(
      other => other.who === 'peer' && other.language === one.language && other.load === one.load,
    );
    const ratio = one.who === 'runner' && rival ? (rival.p50Ms / one.p50Ms).toFixed(1) : '';
    const gain = one.who === 'runner' && rival ? (one.perSecond / rival.perSecond).toFixed(1) : '';
    const { who, language, load, runs, failed, p50Ms, p95Ms, p99Ms, perSecond } = one;
    return [who, language, load, runs, failed, p50Ms, p95Ms, p99Ms, perSecond, ratio, gain];
  });
  const columns = [
    '',
    'language',
    'load',
    'runs',
    'failed',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'a second',
    '× faster',
    '× as many',
  ];
  return renderTable(columns, rows);
}
