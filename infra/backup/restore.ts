import { main } from '../../tools/lib/steps.ts';
import { PLACE_HELP, readArguments } from './arguments.ts';
import { prepare } from './bindings.ts';
import { restoreBackup } from './restored.ts';

const HELP = `node infra/backup/restore.ts FOLDER (--remote | --persist-to FOLDER) [options]

Puts a backup into an empty database, a bucket and a cache, reads it all back and compares.

${PLACE_HELP}
`;

await main(async () => {
  const asked = readArguments();
  if (asked === null) {
    console.log(HELP);
    return 0;
  }
  const place = prepare(asked.place);
  try {
    const { takenAt, lateKeys } = await restoreBackup(place, asked.folder);
    const late = lateKeys ? `, but ${lateKeys} keys of the cache whose time was over` : '';
    console.log(`  The same as the backup of ${takenAt}${late}.`);
    return 0;
  } finally {
    place.remove();
  }
});
