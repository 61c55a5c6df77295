import { existsSync } from 'node:fs';
import { main, StepError, step } from '../../tools/lib/steps.ts';
import { renderTable } from '../../tools/lib/table.ts';
import { PLACE_HELP, readArguments } from './arguments.ts';
import { prepare, withStores } from './bindings.ts';
import { takeBackup } from './take.ts';

const HELP = `node infra/backup/backup.ts FOLDER (--remote | --persist-to FOLDER) [options]

Copies D1, R2 and KV into a new folder: database.sql, bytes/ and manifest.json with the hash of each.

${PLACE_HELP}
`;

await main(async () => {
  const asked = readArguments();
  if (asked === null) {
    console.log(HELP);
    return 0;
  }
  const { folder } = asked;
  if (existsSync(folder)) throw new StepError(`${folder} is there already.`);
  const place = prepare(asked.place);
  try {
    const taken = await step('Backup', () =>
      withStores(place, stores => takeBackup(stores, folder, new Date())),
    );
    const rows = Object.entries(taken.tables).map(([name, table]) => [name, table.rows]);
    console.log(renderTable(['table', 'rows'], rows));
    console.log(`  ${taken.objects.length} objects, ${taken.keys.length} keys`);
    return 0;
  } finally {
    place.remove();
  }
});
