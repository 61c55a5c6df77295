import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Duplex } from 'node:stream';
import type {
  Executor,
  ProgramCase,
  ProgramJob,
  ProgramOutcome,
  QueryJob,
  QueryOutcome,
  SqlValue,
} from '../src/execution.ts';

/** Runs jobs with this machine's Python and SQLite, unsandboxed: for code that these tests wrote themselves. */
export const localExecutor: Executor = {
  async runProgram(job) {
    const cases: ProgramOutcome[] = [];
    for (const item of job.cases) {
      // As in the sandbox, each case finds its sources written anew.
      const folder = await mkdtemp(join(tmpdir(), 'capsule-'));
      for (const file of job.files) await writeFile(join(folder, file.name), file.content);
      cases.push(await runCase(job, item, folder));
      await rm(folder, { recursive: true });
    }
    return { cases };
  },
  async runQuery(job) {
    return job.cases.map(item => runQueryCase(job.source, item));
  },
};

const LEAST_TIMEOUT_MS = 3000;
const READ_FD = 4;
const WRITE_FD = 5;

function runCase(job: ProgramJob, item: ProgramCase, cwd: string): Promise<ProgramOutcome> {
  const env: Record<string, string> = { DEVCAPSULES_CHANNEL: `${READ_FD},${WRITE_FD}` };
  if (item.hashSeed !== undefined) env.PYTHONHASHSEED = String(item.hashSeed);
  const child = spawn('/usr/bin/python3', [job.files[0]?.name ?? ''], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'pipe', 'ignore', 'pipe', 'pipe'],
    // Wall-clock time, of which a busy machine needs more: only what never ends is to be ended.
    timeout: Math.max(job.limits.timeMs, LEAST_TIMEOUT_MS),
    killSignal: 'SIGKILL',
  });
  const texts = { stdout: '', stderr: '', channel: '' };
  child.stdout?.setEncoding('utf8').on('data', chunk => {
    texts.stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', chunk => {
    texts.stderr += chunk;
  });
  const [task, answers] = [READ_FD, WRITE_FD].map(fd => (child.stdio as unknown[])[fd]) as [Duplex, Duplex];
  answers.setEncoding('utf8').on('data', (chunk: string) => {
    if (!texts.channel.includes('\n')) task.end(item.channelInput);
    texts.channel += chunk;
  });
  task.on('error', () => undefined); // A program that ends early closes its end: its exit tells the story.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(item.stdin ?? '');
  return new Promise(resolve => {
    child.on('close', (exitCode, signal) => {
      const status = signal === 'SIGKILL' ? 'time_limit' : exitCode === 0 ? 'ok' : 'exit_code';
      resolve({ status, ...texts, exitCode, signal, timeMs: 1, memoryKb: 1 });
    });
  });
}

function runQueryCase(source: string, item: QueryJob['cases'][number]): QueryOutcome {
  const database = new DatabaseSync(':memory:');
  const outcome = { result: null, message: null, timeMs: 1, memoryKb: 1 };
  try {
    for (const script of item.setup) database.exec(script);
    if (item.check !== undefined) database.exec(source);
    const statement = database.prepare(item.check ?? source);
    statement.setReturnArrays(true);
    const rows = statement.all() as unknown as SqlValue[][];
    return {
      ...outcome,
      status: 'ok',
      result: { columns: statement.columns().map(({ name }) => name), rows },
    };
  } catch (error) {
    return { ...outcome, status: 'error', message: String(error) };
  } finally {
    database.close();
  }
}
