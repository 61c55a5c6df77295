import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderErrors } from '../../../tools/docs-errors.ts';
import { readConfig } from '../src/config.ts';
import { ERRORS } from '../src/errors/registry.ts';
import { PLANS } from '../src/plans.ts';
import { renderSchema } from '../tools/client-schema.ts';

const root = join(import.meta.dirname, '../../..');
const wrangler = readFileSync(join(root, 'apps/api/wrangler.jsonc'), 'utf8');

describe('the configuration', () => {
  it.each(Object.entries(PLANS))('gives the %s plan its requests a minute', (plan, { requestsPerMinute }) => {
    const binding = new RegExp(`"RATE_${plan.toUpperCase()}".*"limit": ${requestsPerMinute}, "period": 60`);
    expect(wrangler).toMatch(binding);
  });

  it('names what is missing or malformed', () => {
    expect(() => readConfig({ APP_URL: 'x', RUNNER_URL: 'http://127.0.0.1:2000' })).toThrow(
      /APP_URL.*AUTH_SECRET/,
    );
  });
});

describe('the typed client', () => {
  it('is what the routes say', async () => {
    const kept = readFileSync(join(root, 'packages/client/src/schema.ts'), 'utf8');
    expect(kept === (await renderSchema()), 'renew it: node apps/api/tools/client-schema.ts').toBe(true);
  });
});

describe('the error registry', () => {
  it('is what docs/errors.md says', () => {
    expect(readFileSync(join(root, 'docs/errors.md'), 'utf8')).toBe(renderErrors(ERRORS));
  });
});
