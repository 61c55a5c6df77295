import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderErrors } from '../../../tools/docs-errors.ts';
import { readConfig } from '../src/config.ts';
import { ERRORS } from '../src/errors/registry.ts';
import { LIMITS, PLANS } from '../src/plans.ts';
import { QUEUES } from '../src/ports/dead-letters.ts';
import { renderSchema } from '../tools/client-schema.ts';

const root = join(import.meta.dirname, '../../..');
const wrangler = readFileSync(join(root, 'apps/api/wrangler.jsonc'), 'utf8');

describe('the configuration', () => {
  it.each(Object.entries(PLANS))('gives the %s plan its requests a minute', (plan, { requestsPerMinute }) => {
    const binding = new RegExp(`"RATE_${plan.toUpperCase()}".*"limit": ${requestsPerMinute}, "period": 60`);
    expect(wrangler).toMatch(binding);
  });

  it.each([
    ['RATE_CREDENTIALS', LIMITS.credentialsPerMinute],
    ['RATE_INVALID_TOKENS', LIMITS.invalidTokensPerMinute],
  ])('gives %s its number', (name, limit) => {
    expect(wrangler).toMatch(new RegExp(`"${name}".*"limit": ${limit}, "period": 60`));
  });

  it.each([
    [{ MAIL_PROVIDER: 'outbox' }, /outbox shows mail to everybody/],
    [{ MAIL_PROVIDER: 'http' }, /MAIL_API_KEY and MAIL_FROM/],
    [{ ACCESS_TEAM_DOMAIN: 'team.cloudflareaccess.com' }, /ACCESS_AUD belong together/],
    [{ ACCESS_AUD: 'x' }, /ACCESS_AUD belong together/],
  ])('refuses %j in production', (variables, message) => {
    const production = { APP_URL: 'https://example.com', AUTH_SECRET: 'x'.repeat(32), ...variables };
    expect(() => readConfig(production)).toThrow(message);
  });

  it('gives pages’ events their rate', () => {
    expect(wrangler).toMatch(
      new RegExp(`"RATE_TRACKING".*"limit": ${LIMITS.trackingPerMinute}, "period": 60`),
    );
  });

  it.each(Object.entries(QUEUES))(
    'delivers what is on %s as often as dead letters say',
    (queue, deliveries) => {
      const consumer = new RegExp(`"queue": "${queue}",[^}]*"max_retries": ${deliveries - 1},[^}]*-dlq"`);
      expect(wrangler).toMatch(consumer);
    },
  );

  it('reads several runners, each with its kind, weight and secret', () => {
    const base = {
      APP_URL: 'http://localhost',
      AUTH_SECRET: 'x'.repeat(32),
      RUNNER_SECRET: 'shared-by-all-of-ours',
    };
    const { runners } = readConfig({
      ...base,
      RUNNER_URLS: 'https://a.example=3, piston+https://b.example/api/=2,https://c.example',
      RUNNER_SECRETS: 'https://c.example=its-own=secret',
    });
    expect(runners).toEqual([
      { url: 'https://a.example', kind: 'devcapsules', weight: 3, secret: 'shared-by-all-of-ours' },
      { url: 'https://b.example/api', kind: 'piston', weight: 2, secret: undefined },
      { url: 'https://c.example', kind: 'devcapsules', weight: 1, secret: 'its-own=secret' },
    ]);
    expect(() => readConfig({ ...base, RUNNER_URLS: 'a.example=x' })).toThrow(/RUNNER_URLS/);
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
