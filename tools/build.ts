import { join } from 'node:path';
import { command, ROOT } from './lib/command.ts';
import { buildDashboard } from './lib/dashboard.ts';
import { main, step } from './lib/steps.ts';

/** Builds what is deployed: the page, the dashboard, and the Workers as wrangler would upload them. */
await main(async () => {
  await step('Page', () => command('node', ['apps/page/build.ts']));
  await step('Dashboard', buildDashboard);
  for (const worker of ['api', 'sql', 'mutants', 'dashboard']) {
    const sizes = await step(`Worker ${worker}`, () =>
      command('wrangler', [
        ...['deploy', '--dry-run', '-c', `apps/${worker}/wrangler.jsonc`],
        ...['--outdir', join(ROOT, 'apps', worker, 'dist', 'worker')],
      ]),
    );
    console.log(`  ${/Total Upload:.*/.exec(sizes)?.[0] ?? ''}`);
  }
  return 0;
});
