import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './lib/command.ts';
import { main, StepError } from './lib/steps.ts';

/** `npm run bench -- <name> [options]`: one benchmark of bench/. */
await main(async () => {
  const names = globSync('bench/*.ts', { cwd: ROOT })
    .map(file => basename(file, '.ts'))
    .sort();
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !names.includes(name)) {
    throw new StepError(`Usage: npm run bench -- ${names.join('|')} [--runs N] [--json]`);
  }
  const child = spawn(process.execPath, [join(ROOT, 'bench', `${name}.ts`), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return new Promise(resolve => child.on('close', code => resolve(code ?? 1)));
});
