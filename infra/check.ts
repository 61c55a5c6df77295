import { parseArgs } from 'node:util';
import { main, step } from '../tools/lib/steps.ts';
import { bicepChecks } from './checks/bicep.ts';
import { machineChecks } from './checks/machine.ts';
import { terraformChecks } from './checks/terraform.ts';
import { workerChecks } from './checks/workers.ts';

const HELP = `npm run infra -- [options]

Checks what production is declared with, as far as this machine can. What it can't, it says: SKIPPED, and why.

  --strict       a check that is skipped counts as failed: for where all the programs are
  --no-workers   without wrangler's dry runs, which take longest
  --help         this text
`;

await main(async () => {
  const { values } = parseArgs({
    options: {
      strict: { type: 'boolean', default: false },
      'no-workers': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const skipped: string[] = [];
  const checks = [...bicepChecks, ...terraformChecks, ...machineChecks];
  for (const { title, run } of values['no-workers'] ? checks : [...checks, ...workerChecks]) {
    const outcome = await step(title, run);
    if (outcome === 'ok') continue;
    console.log(`  SKIPPED: ${outcome.skipped}`);
    skipped.push(`${title}: ${outcome.skipped}`);
  }
  if (skipped.length > 0) console.log(`\nNOT CHECKED (${skipped.length}):\n  ${skipped.join('\n  ')}`);
  return values.strict && skipped.length > 0 ? 1 : 0;
});
