import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, exists } from '../../tools/lib/command.ts';
import { StepError } from '../../tools/lib/steps.ts';
import { ENVIRONMENTS, ROOT } from '../lib/environments.ts';
import { type Check, programCheck, syntaxCheck } from './check.ts';

const FOLDER = 'infra/cloudflare';

/**
 * Types, by the provider's own schema, and what each environment comes to (tests/), with Cloudflare mocked. In a copy: what
 * Terraform downloads stays out of the checkout.
 */
const plan: Check = {
  title: 'Terraform: types and plans',
  async run() {
    if (!(await exists('terraform')))
      return { skipped: 'there is no terraform here: types and plans are not checked' };
    const copy = mkdtempSync(join(tmpdir(), 'devcapsules-terraform-'));
    try {
      cpSync(join(ROOT, FOLDER), copy, { recursive: true });
      const init = await command('terraform', [
        `-chdir=${copy}`,
        'init',
        '-backend=false',
        '-input=false',
      ]).catch((error: unknown) => error);
      if (init instanceof StepError) {
        // Only this is no fault of ours: a registry that can't be reached.
        if (!/could not connect to|Failed to query available provider/i.test(init.message)) throw init;
        return { skipped: 'the provider could not be fetched: types and plans are not checked' };
      }
      await command('terraform', [`-chdir=${copy}`, 'validate']);
      for (const environment of ENVIRONMENTS)
        await command('terraform', [
          `-chdir=${copy}`,
          'test',
          `-var-file=environments/${environment}.tfvars`,
        ]);
      return 'ok';
    } finally {
      rmSync(copy, { recursive: true });
    }
  },
};

export const terraformChecks: Check[] = [
  syntaxCheck('Terraform: syntax', 'cloudflare/**/*.{tf,tfvars,hcl}'),
  programCheck('Terraform: format', 'terraform', 'the format is not checked', () => [
    ['fmt', '-check', '-diff', '-recursive', FOLDER],
  ]),
  plan,
];
