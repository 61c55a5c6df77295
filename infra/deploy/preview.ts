import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { command } from '../../tools/lib/command.ts';
import { main, StepError, step } from '../../tools/lib/steps.ts';

const HELP = `node infra/deploy/preview.ts --alias NAME [--out FILE]

Uploads versions of the API and the dashboard to dev that get no traffic, each with an address of its own, and writes these
addresses as Markdown. A preview uses dev's database as it is (migrations are not applied), and its dashboard dev's API.
`;

const WORKERS = ['api', 'dashboard'] as const;
/** Of what bind.ts wrote. */
const boundFile = z.looseObject({ env: z.looseObject({ dev: z.looseObject({}) }) });
const uploaded = z.object({
  type: z.literal('version-upload'),
  preview_url: z.string().optional(),
  preview_alias_url: z.string().optional(),
});

await main(async () => {
  const { values } = parseArgs({
    options: { alias: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const { alias } = values;
  if (!alias || !/^[a-z][a-z0-9-]{0,30}$/.test(alias))
    throw new StepError('--alias is needed: small letters, digits and hyphens.');
  const lines: string[] = [];
  for (const worker of WORKERS) lines.push(`- ${worker}: ${await step(worker, () => upload(worker, alias))}`);
  const text = `Preview, on dev's data:\n\n${lines.join('\n')}\n`;
  if (values.out) writeFileSync(values.out, text);
  console.log(text);
  return 0;
});

/** @returns the address @throws StepError when wrangler tells none: the account has no workers.dev address */
async function upload(worker: (typeof WORKERS)[number], alias: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  const output = join(folder, 'output.ndjson');
  // Only versions of dev have an address beside the zone's.
  const bound = boundFile.parse(JSON.parse(readFileSync(`apps/${worker}/wrangler.bound.dev.json`, 'utf8')));
  const config = `apps/${worker}/wrangler.bound.dev-preview.json`;
  writeFileSync(config, JSON.stringify({ ...bound, env: { dev: { ...bound.env.dev, preview_urls: true } } }));
  try {
    await command(
      'wrangler',
      [
        ...['versions', 'upload', '--env', 'dev', '-c', config],
        ...['--preview-alias', alias, '--message', alias],
      ],
      { env: { CI: '1', WRANGLER_OUTPUT_FILE_PATH: output } },
    );
    for (const line of readFileSync(output, 'utf8').split('\n').filter(Boolean)) {
      const told = uploaded.safeParse(JSON.parse(line));
      const url = told.data?.preview_alias_url ?? told.data?.preview_url;
      if (url) return url;
    }
    throw new StepError(`wrangler told no address of ${worker}: the account has no workers.dev address`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
