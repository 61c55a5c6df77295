import { parseArgs } from 'node:util';
import { StepError } from '../../tools/lib/steps.ts';
import type { Place } from './bindings.ts';

export const PLACE_HELP = `  --remote             on Cloudflare: CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID say whose
  --persist-to FOLDER  local state, as \`wrangler dev --persist-to\` keeps it (stop that first)
  --config FILE        the API's configuration (apps/api/wrangler.jsonc)
  --env NAME           dev, staging or production
  --help               this text`;

/** Reads where something is backed up from or restored to. Null: help was asked for. @throws StepError */
export function readArguments(): { folder: string; place: Place } | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'persist-to': { type: 'string' },
      remote: { type: 'boolean' },
      config: { type: 'string', default: 'apps/api/wrangler.jsonc' },
      env: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return null;
  const [folder, ...others] = positionals;
  if (!folder || others.length > 0) throw new StepError('Name one folder; --help tells more.');
  const persistTo = values['persist-to'] ?? null;
  if ((persistTo !== null) === (values.remote ?? false))
    throw new StepError('Say either --remote or --persist-to FOLDER.');
  return { folder, place: { config: values.config, env: values.env, persistTo } };
}
