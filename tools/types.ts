import { globSync } from 'node:fs';
import { command, ROOT } from './lib/command.ts';
import { main, step } from './lib/steps.ts';

/** Type-checks every tsconfig.json of the repository. */
await main(async () => {
  const configs = globSync(
    '{tools,infra,apps/*,packages/*,apps/*/test,packages/*/test,apps/*/worker}/tsconfig.json',
    {
      cwd: ROOT,
    },
  );
  for (const config of configs.sort())
    await step(`Types of ${config}`, () =>
      command('node', ['node_modules/typescript-native/bin/tsc', '-p', config]),
    );
  return 0;
});
