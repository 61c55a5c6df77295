import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { unstable_readConfig as readConfig, experimental_readRawConfig as readRaw } from 'wrangler';
import { ENVIRONMENTS, ROOT, WORKERS } from '../lib/environments.ts';
import { type Bindings, boundFile } from './bind.ts';

/** What Terraform would tell of an environment in which it made everything. */
function madeIn(environment: Bindings['environment']): Bindings {
  return {
    environment,
    hostname: `${environment}.example.com`,
    databases: { [`devcapsules-db-${environment}`]: `database-id-${environment}` },
    namespaces: { [`devcapsules-cache-${environment}`]: `namespace-id-${environment}` },
    variables: {
      api: { APP_URL: `https://${environment}.example.com`, RUNNER_URLS: 'https://a.example.com=1' },
      dashboard: { APP_URL: `https://${environment}.example.com` },
    },
  };
}

let folder: string | undefined;
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** The configuration as wrangler itself understands it, of the file that would be written. */
function asWranglerReads(worker: (typeof WORKERS)[number], environment: Bindings['environment']) {
  folder = mkdtempSync(join(ROOT, 'apps', worker, '.bound-'));
  const config = join(folder, 'wrangler.json');
  writeFileSync(config, JSON.stringify(boundFile(worker, environment, madeIn(environment))));
  return readConfig({ config, env: environment }, { hideWarnings: true });
}

describe('a bound configuration', () => {
  it.each(ENVIRONMENTS)(
    'of the API in %s has the ids, the variables and no address of its own',
    environment => {
      const config = asWranglerReads('api', environment);
      expect(config.d1_databases[0]).toMatchObject({ database_id: `database-id-${environment}` });
      expect(config.kv_namespaces[0]).toEqual({ binding: 'CACHE', id: `namespace-id-${environment}` });
      expect(config.vars).toMatchObject({
        APP_URL: `https://${environment}.example.com`,
        RUNNER_URLS: 'https://a.example.com=1',
        MAIL_PROVIDER: 'none',
      });
      expect([config.workers_dev, config.preview_urls, config.routes]).toEqual([false, false, undefined]);
    },
  );

  it('of the dashboard has the public host name as its only route', () => {
    const config = asWranglerReads('dashboard', 'staging');
    expect(config.routes).toEqual([{ pattern: 'staging.example.com', custom_domain: true }]);
    expect(config.workers_dev).toBe(false);
  });

  it.each(WORKERS)('of %s holds one environment, and everything else as it stands', worker => {
    const { env, ...file } = boundFile(worker, 'production', madeIn('production'));
    expect(Object.keys(env ?? {})).toEqual(['production']);
    const {
      $schema: _,
      env: __,
      ...raw
    } = readRaw({
      config: join(ROOT, 'apps', worker, 'wrangler.jsonc'),
    }).rawConfig;
    expect(file).toEqual(raw);
  });

  it('gives the Workers without bindings none', () => {
    expect(boundFile('sql', 'dev', madeIn('dev')).env).toEqual({ dev: { name: 'devcapsules-sql-dev' } });
  });

  it('is refused for another environment’s bindings, and where something was not made', () => {
    expect(() => boundFile('api', 'production', madeIn('staging'))).toThrow(
      'bindings of staging, not of production',
    );
    expect(() => boundFile('api', 'dev', { ...madeIn('dev'), databases: {} })).toThrow(
      'no database "devcapsules-db-dev", which api binds',
    );
  });
});

describe('the command', () => {
  const bind = (input: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(ROOT, 'infra/cloudflare/bind.ts'), ...args], {
      input,
      encoding: 'utf8',
      stdio: 'pipe',
    });

  it('refuses what is not Terraform’s output, naming what is wrong', () => {
    const made = { ...madeIn('dev'), hostname: undefined };
    expect(() => bind(JSON.stringify(made), '--env', 'dev')).toThrow(/hostname/);
  });

  it('refuses an unknown environment', () => {
    expect(() => bind('{}', '--env', 'prod')).toThrow(/--env dev\|staging\|production/);
  });
});
