import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startStack } from '../../tools/lib/stack.ts';
import { main, StepError, step } from '../../tools/lib/steps.ts';
import { renderTable } from '../../tools/lib/table.ts';
import { prepare, withStores } from './bindings.ts';
import { differences } from './compare.ts';
import { fillInstallation, type Remembered } from './rehearsal/fill.ts';
import { useInstallation } from './rehearsal/use.ts';
import { restoreBackup } from './restored.ts';
import { takeBackup } from './take.ts';

const HELP = `node infra/backup/rehearse.ts

Starts the whole on this machine, fills it, backs it up, wipes it, restores it, compares every row, object and key, and
uses what was restored: signs in, searches, solves, publishes. Needs what npm start needs.

  --help   this text
`;

/** Events wait two seconds for others of their batch. */
const QUEUES_EMPTY_MS = 6_000;

await main(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  try {
    await rehearse(folder);
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function rehearse(folder: string): Promise<void> {
  const persistTo = join(folder, 'state', 'cloudflare');
  const backup = join(folder, 'backup');
  const remembered = await whileRunning(folder, async url => {
    const filled = await step('Filling it', () => fillInstallation(url));
    await sleep(QUEUES_EMPTY_MS);
    return filled;
  });

  const place = prepare({ config: 'apps/api/wrangler.jsonc', persistTo });
  const before = await timed('Backup', () =>
    withStores(place, stores => takeBackup(stores, backup, new Date())),
  );
  const rows = Object.entries(before.tables).filter(([, table]) => table.rows > 0);
  console.log(
    renderTable(
      ['table', 'rows'],
      rows.map(([name, table]) => [name, table.rows]),
    ),
  );
  const bytes = before.objects.reduce((sum, { size }) => sum + size, 0);
  console.log(`  ${before.objects.length} objects of ${bytes} bytes, ${before.keys.length} keys`);
  if (before.objects.length < 2 || before.keys.length === 0 || rows.length < 10)
    throw new StepError('There was too little to lose.');

  await step('Wiping it', () => {
    rmSync(persistTo, { recursive: true });
    mkdirSync(persistTo);
  });
  await timed('Restore', () => restoreBackup(place, backup));
  const after = await step('Backing up what was restored', () =>
    withStores(place, stores => takeBackup(stores, join(folder, 'after'), new Date())),
  );
  const found = differences(before, after);
  if (found.length > 0) throw new StepError(found.join('\n'));
  if (before.databaseSha256 !== after.databaseSha256)
    throw new StepError('The two dumps are not byte-equal.');
  console.log(`  Byte-equal: database.sql ${before.databaseSha256}`);
  place.remove();

  await whileRunning(folder, url => useRestored(url, remembered));
}

async function useRestored(url: string, remembered: Remembered): Promise<void> {
  const done = await step('Using what was restored', () => useInstallation(url, remembered));
  for (const line of done) console.log(`  ✓ ${line}`);
}

async function whileRunning<Result>(folder: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const stateDir = join(folder, 'state');
  const stack = await startStack({ stateDir, apiPort: 0, runnerPort: 0, runner: 'full', plan: 'team' });
  try {
    return await work(stack.url);
  } finally {
    await step('Stopping', () => stack.stop());
  }
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  console.log(`  ${what} took ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}
