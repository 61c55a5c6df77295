import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { command } from '../../tools/lib/command.ts';
import { StepError } from '../../tools/lib/steps.ts';
import { ENVIRONMENTS, ROOT, WORKERS } from '../lib/environments.ts';
import type { Check } from './check.ts';

/** What the builds of page and dashboard leave, without which wrangler has nothing to bundle. */
const NEEDS = { api: 'apps/page/dist', dashboard: 'apps/dashboard/.open-next/worker.js' } as const;
const needs: Partial<Record<string, string>> = NEEDS;

/** Each Worker as wrangler would upload it, in each environment; wrangler's word of a key that it does not know counts. */
export const workerChecks: Check[] = WORKERS.flatMap(worker =>
  ENVIRONMENTS.map(environment => ({
    title: `Workers: ${worker} in ${environment}`,
    async run() {
      const needed = needs[worker];
      if (needed && !existsSync(join(ROOT, needed)))
        return { skipped: `there is no ${needed}: run \`npm run build\` before` };
      const said = stripVTControlCharacters(
        await command(
          'wrangler',
          ['deploy', '--dry-run', '--env', environment, '-c', `apps/${worker}/wrangler.jsonc`],
          { env: { CI: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' } },
        ),
      );
      if (said.includes('[WARNING]')) throw new StepError(said);
      return 'ok' as const;
    },
  })),
);
