import { join } from 'node:path';
import { command, ROOT } from './lib/command.ts';
import { main, step } from './lib/steps.ts';

/** Builds what is deployed: the page, and the Workers as wrangler would upload them. */
await main(async () => {
  await step('Page', () => command('node', ['apps/page/build.ts']));
  for (const worker of ['api', 'sql', 'mutants']) {
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
