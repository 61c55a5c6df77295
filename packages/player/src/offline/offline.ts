import { isClose } from '@devcapsules/capsule/compare/numbers';
import { resultsAgree } from '@devcapsules/capsule/compare/results';
import type { QueryJudge } from '@devcapsules/capsule/schema/judge';
import type { Context } from '../context.ts';
import { writeJson } from '../results/json.ts';
import type { Judgement, ResultSet, RunResult, TestResult } from '../types.ts';
import type { JavaScriptJob, JavaScriptOutcome } from './javascript-worker.ts';
import type { SqlJob, SqlOutcome } from './sql-worker.ts';

const TIMEOUT_MS = 3_000;

/** Runs the visible tests in this browser: without a connection, and without a grade. */
export interface Offline {
  /** Null when this exercise can't be run here. */
  run(source: string): Promise<RunResult | null>;
}

/** Loads what is needed while there is still a connection. */
export async function makeOffline({ capsule, api }: Context): Promise<Offline> {
  const { judge, tests, language } = capsule;
  // Browsers start no Worker of another origin.
  if (new URL(api.baseUrl).origin !== location.origin) return { run: async () => null };
  const address = (name: string) => new URL(`/player/v1/${name}`, api.baseUrl).href;
  if (judge.kind === 'query' && judge.setup !== undefined) {
    const worker = await startSql(address('offline-sql.js'));
    const setup = judge.setup;
    return { run: source => runQuery(worker, setup, source) };
  }
  if (judge.kind === 'function' && language === 'javascript') {
    // The text is kept, for each test starts a worker of its own.
    const url = address('offline-javascript.js');
    await fetch(url);
    const { functionName, comparer } = judge;
    return { run: source => runFunction(url, functionName, comparer, source) };
  }
  return { run: async () => null };

  async function runFunction(
    url: string,
    functionName: string,
    comparer: Comparer,
    source: string,
  ): Promise<RunResult> {
    const results: TestResult[] = [];
    for (const test of tests) {
      if (!('args' in test)) continue;
      const startedMs = performance.now();
      const job = { source, functionName, args: test.args };
      const outcome = await askOnce<JavaScriptJob, JavaScriptOutcome>(new Worker(url), job, TIMEOUT_MS);
      const base = {
        ...{ name: test.name, hidden: false, timeMs: Math.round(performance.now() - startedMs), memoryKb: 0 },
        input: { text: `${functionName}(${test.args.map(writeJson).join(', ')})` },
        expected: { text: writeJson(test.expected) },
      };
      if (outcome === null) results.push({ ...base, verdict: 'time_limit' });
      else if ('error' in outcome) {
        results.push({ ...base, verdict: 'runtime_error', stderr: outcome.error, stdout: outcome.printed });
      } else {
        const isRight = agree(comparer, test.expected, outcome.value);
        const actual = { text: writeJson(outcome.value) };
        const verdict = isRight ? 'accepted' : 'wrong_answer';
        results.push({ ...base, actual, stdout: outcome.printed, verdict });
      }
    }
    return { kind: 'tests', judgement: summarise(results) };
  }

  async function runQuery(worker: SqlWorker, setup: string, source: string): Promise<RunResult> {
    const [test] = tests;
    const expected = test && 'expected' in test && isTable(test.expected) ? test.expected : null;
    const own = test && 'setup' in test && typeof test.setup === 'string' ? [test.setup] : [];
    const startedMs = performance.now();
    const outcome = await worker.ask({ setup: [setup, ...own], source });
    const timeMs = Math.round(performance.now() - startedMs);
    const nothing = { stdout: '', stderr: '', exitCode: null, signal: null, memoryKb: 0, timeMs };
    if (outcome === null) return { kind: 'execution', execution: { ...nothing, verdict: 'time_limit' } };
    if ('error' in outcome) {
      return {
        kind: 'execution',
        execution: { ...nothing, verdict: 'runtime_error', stderr: outcome.error },
      };
    }
    if (!expected || !outcome.result || judge.kind !== 'query' || !test) {
      const rows = outcome.result ?? { columns: [], rows: [] };
      return { kind: 'execution', execution: { ...nothing, verdict: 'accepted', rows } };
    }
    const agreement = resultsAgree(judge as QueryJudge, expected, outcome.result);
    const result: TestResult = {
      ...{ name: test.name, hidden: false, timeMs, memoryKb: 0 },
      ...{ expected: { table: expected }, actual: { table: outcome.result } },
      verdict: agreement.ok ? 'accepted' : 'wrong_answer',
    };
    return { kind: 'tests', judgement: summarise([result]) };
  }
}

type Comparer = { kind: 'exact' | 'unordered' } | { kind: 'float'; relative: number; absolute: number };

/** Whether two JSON values are equal under the judge's comparer. */
function agree(comparer: Comparer, expected: unknown, actual: unknown): boolean {
  const tolerance = comparer.kind === 'float' ? comparer : { relative: 0, absolute: 0 };
  if (comparer.kind === 'unordered' && Array.isArray(expected) && Array.isArray(actual)) {
    const sorted = (values: unknown[]) => JSON.stringify(values.map(value => JSON.stringify(value)).sort());
    return sorted(expected) === sorted(actual);
  }
  return equal(expected, actual);

  function equal(a: unknown, b: unknown): boolean {
    if (typeof a === 'number' && typeof b === 'number') return isClose(a, b, tolerance);
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
    const keys = Object.keys(a);
    return (
      Array.isArray(a) === Array.isArray(b) &&
      keys.length === Object.keys(b).length &&
      keys.every(key => key in b && equal(a[key as never], b[key as never]))
    );
  }
}

function summarise(tests: TestResult[]): Judgement {
  const failed = tests.find(({ verdict }) => verdict !== 'accepted');
  const passed = tests.filter(({ verdict }) => verdict === 'accepted').length;
  return { verdict: failed?.verdict ?? 'accepted', passed, total: tests.length, tests };
}

function isTable(value: unknown): value is ResultSet {
  return typeof value === 'object' && value !== null && 'columns' in value;
}

interface SqlWorker {
  /** Null when it took too long. */
  ask(job: SqlJob): Promise<SqlOutcome | null>;
}

/** A worker that holds SQLite ready: after an endless query a fresh one, from what the browser has kept of it. */
async function startSql(url: string): Promise<SqlWorker> {
  let worker = await start();
  return {
    async ask(job) {
      const outcome = await ask<SqlJob, SqlOutcome>(worker, job, TIMEOUT_MS);
      if (outcome === null) {
        worker.terminate();
        worker = await start();
      }
      return outcome;
    },
  };

  async function start(): Promise<Worker> {
    const fresh = new Worker(url, { type: 'module' });
    await new Promise<void>((resolve, reject) => {
      fresh.addEventListener('message', () => resolve(), { once: true });
      fresh.addEventListener('error', () => reject(new Error('SQLite could not be started.')), {
        once: true,
      });
    });
    return fresh;
  }
}

async function askOnce<Job, Outcome>(worker: Worker, job: Job, timeoutMs: number): Promise<Outcome | null> {
  const outcome = await ask<Job, Outcome>(worker, job, timeoutMs);
  worker.terminate();
  return outcome;
}

/** What a worker answers, or null when it does not in time. */
function ask<Job, Outcome>(worker: Worker, job: Job, timeoutMs: number): Promise<Outcome | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), timeoutMs);
    const settle = () => clearTimeout(timer);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Outcome>) => {
        settle();
        resolve(data);
      },
      { once: true },
    );
    worker.addEventListener(
      'error',
      ({ message }) => {
        settle();
        reject(new Error(message));
      },
      { once: true },
    );
    worker.postMessage(job);
  });
}
