import { parseArgs } from 'node:util';
import { main, StepError, step } from '../../tools/lib/steps.ts';
import { environment, WORKERS, type Worker } from '../lib/environments.ts';
import { cloudflareEdge } from './cloudflare.ts';
import type { Versions } from './edge.ts';
import { renderChecks, smoke } from './smoke.ts';

const HELP = `node infra/deploy/rollback.ts --env NAME --url URL --reason TEXT WORKER=VERSION …

Gives all traffic of the Workers named to these versions, and runs the smoke tests. What a deploy replaced stands in its
log after "Now:"; \`wrangler versions list\` tells others.

  --help   this text
`;

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      env: { type: 'string' },
      url: { type: 'string' },
      reason: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { url, reason } = values;
  if (!url || !reason) throw new StepError('--url and --reason are needed; --help tells more.');
  const versions = versionsOf(positionals);
  const edge = cloudflareEdge({ environment: environment.parse(values.env), tag: `rollback: ${reason}` });
  await step('Rolling back', () => edge.deploy(versions, 100, versions));
  const checks = await smoke({ url: url.replace(/\/$/, ''), pages: true });
  console.log(renderChecks(checks));
  return checks.every(({ problem }) => problem === null) ? 0 : 1;
});

/** Reads `api=…` and `dashboard=…`. @throws StepError for anything else */
function versionsOf(words: string[]): Versions {
  const versions: Versions = {};
  for (const word of words) {
    const [worker, version] = word.split('=');
    if (!WORKERS.some(name => name === worker) || !version)
      throw new StepError(`"${word}" is not one of ${WORKERS.join(', ')} with =VERSION`);
    versions[worker as Worker] = version;
  }
  if (words.length === 0) throw new StepError('Name at least one WORKER=VERSION.');
  return versions;
}
