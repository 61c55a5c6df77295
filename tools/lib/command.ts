import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { StepError } from './steps.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface CommandOptions {
  env?: Record<string, string>;
  /** Shows the output as it comes; otherwise it is kept and shown only if the command fails. */
  show?: boolean;
}

/** Runs a command in the repository's root and returns its output. @throws StepError when it fails */
export async function command(name: string, args: string[], options: CommandOptions = {}): Promise<string> {
  const child = spawn(name, args, {
    cwd: ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', chunk => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  if (code !== 0) throw new StepError(`${name} ${args.join(' ')} ended with ${code}\n${output.slice(-4000)}`);
  return output;
}

/** Whether a command exists on this machine. */
export async function exists(name: string): Promise<boolean> {
  const found = await command('sh', ['-c', `command -v "${name}"`]).catch(() => '');
  return found.trim() !== '';
}
