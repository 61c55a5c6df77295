import { globSync } from 'node:fs';
import { join } from 'node:path';
import { command, exists } from '../../tools/lib/command.ts';
import { StepError } from '../../tools/lib/steps.ts';
import { ROOT } from '../lib/environments.ts';
import { parseFile, syntaxErrors } from '../lib/grammar.ts';

/** What a check found: that all is well, or why it could not look. What is wrong, it throws as a StepError. */
export type Outcome = 'ok' | { skipped: string };

export interface Check {
  title: string;
  run: () => Promise<Outcome>;
}

/** Files of infra by a pattern, from the root. */
export function filesOf(pattern: string): string[] {
  return globSync(`infra/${pattern}`, {
    cwd: ROOT,
    exclude: ['**/node_modules/**', '**/.terraform/**'],
  }).sort();
}

/** Whether files follow their language's grammar. */
export function syntaxCheck(title: string, pattern: string): Check {
  return {
    title,
    async run() {
      const files = filesOf(pattern);
      if (files.length === 0) throw new StepError(`There is no infra/${pattern}`);
      const wrong: string[] = [];
      for (const file of files)
        wrong.push(...syntaxErrors(await parseFile(join(ROOT, file))).map(error => `${file}:${error}`));
      if (wrong.length > 0) throw new StepError(wrong.join('\n'));
      return 'ok';
    },
  };
}

/** Runs a program on something, if this machine has it. @param why what remains unchecked without it */
export function programCheck(
  title: string,
  program: string,
  why: string,
  runs: () => string[][],
  env: Record<string, string> = {},
): Check {
  return {
    title,
    async run() {
      if (!(await exists(program))) return { skipped: `there is no ${program} here: ${why}` };
      for (const args of runs()) await command(program, args, { env });
      return 'ok';
    },
  };
}
