import { parseArgs } from 'node:util';
import { z } from 'zod';
import { main, StepError } from '../../tools/lib/steps.ts';
import { environment } from '../lib/environments.ts';
import { checkMigrations } from './check-migrations.ts';
import { cloudflareEdge } from './cloudflare.ts';
import { rollOut } from './rollout.ts';
import { smoke } from './smoke.ts';
import { WATCH } from './watch.ts';

const HELP = `node infra/deploy/deploy.ts --env NAME --url URL [options]

Deploys all Workers to an environment that has them already: migrations, new versions, traffic share by share, smoke tests,
a watch over what is answered; and back to what was there when something is bad. Run bind.ts before.

  --env NAME       dev, staging or production
  --url URL        what people open there
  --tag TAG        what the versions are called (the commit, or v1.2.3)
  --version V      the version that /health must tell
  --shares LIST    percent of traffic, step by step (100)
  --minutes N      how long each share is watched (5)
  --help           this text
`;

const SMOKE_EVERY_MS = 60_000;
const shareList = z
  .array(z.coerce.number().int().min(1).max(100))
  .refine(shares => shares.at(-1) === 100, 'the last share must be 100');

await main(async () => {
  const { values } = parseArgs({
    options: {
      env: { type: 'string' },
      url: { type: 'string' },
      tag: { type: 'string' },
      version: { type: 'string' },
      shares: { type: 'string', default: '100' },
      minutes: { type: 'string', default: '5' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { url, tag, version } = values;
  if (!url || !tag) throw new StepError('--url and --tag are needed; --help tells more.');
  const breaking = checkMigrations();
  if (breaking.length > 0) throw new StepError(breaking.join('\n'));
  const forMs = z.coerce.number().positive().parse(values.minutes) * 60_000;
  const result = await rollOut({
    edge: cloudflareEdge({ environment: environment.parse(values.env), tag }),
    shares: shareList.parse(values.shares.split(',')),
    // While traffic is shared, whoever answers may be either: then any version is right.
    smoke: async () => smoke({ url: url.replace(/\/$/, ''), pages: true }),
    watch: { ...WATCH, forMs, now: Date.now },
    smokeEveryMs: SMOKE_EVERY_MS,
    say: line => console.log(line),
  });
  if (result.outcome === 'rolled back') {
    const after =
      result.healthyAfterMs === null
        ? 'and that is not well either'
        : `well after ${result.healthyAfterMs} ms`;
    throw new StepError(`Rolled back, ${after}: ${result.problem}`);
  }
  const checks = await smoke({ url: url.replace(/\/$/, ''), version, pages: true });
  const wrong = checks.filter(({ problem }) => problem !== null);
  if (wrong.length > 0)
    throw new StepError(`Deployed, but: ${wrong.map(({ problem }) => problem).join('; ')}`);
  console.log(`Deployed ${tag}.`);
  return 0;
});
