import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome } from './lab.ts';

const MAIN = join(import.meta.dirname, '../src/main.ts');

export interface Running {
  child: ChildProcess;
  /** What it has written so far. */
  seen: Outcome;
  ended: Promise<Outcome>;
}

/** Runs one command line as a process of its own, as a shell would. */
export function startCli(args: string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
  const seen: Outcome = { exit: -1, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    seen.err += text;
  });
  const ended = new Promise<Outcome>(resolve => {
    child.on('close', code => resolve({ ...seen, exit: code ?? -1 }));
  });
  return { child, seen, ended };
}
