import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { command, ROOT } from './lib/command.ts';
import { main, StepError, step } from './lib/steps.ts';
import { installSystemPackages, RUNNER_PACKAGES } from './lib/system.ts';

/** `npm run bench -- <name> [options]`: one benchmark of bench/. */
await main(async () => {
  const names = globSync('bench/*.ts', { cwd: ROOT })
    .map(file => basename(file, '.ts'))
    .sort();
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !names.includes(name)) {
    throw new StepError(`Usage: npm run bench -- ${names.join('|')} [--runs N] [--json]`);
  }
  // Most of them start a runner and the Workers. One that needs neither runs without the packages, too.
  await installSystemPackages(RUNNER_PACKAGES);
  await step('Page', () => command('node', ['apps/page/build.ts']));
  const child = spawn(process.execPath, [join(ROOT, 'bench', `${name}.ts`), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return new Promise(resolve => child.on('close', code => resolve(code ?? 1)));
});
