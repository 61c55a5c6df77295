import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { freePort } from '../../tools/lib/ports.ts';

const root = import.meta.dirname;
/** Another Worker as it is deployed, for a service binding. */
function buildWorker(name: 'sql' | 'mutants') {
  const dist = join(root, 'dist', name);
  const config = join(root, '..', name, 'wrangler.jsonc');
  execFileSync('wrangler', ['deploy', '--dry-run', '--outdir', dist, '-c', config]);
  const wasm = globSync('*.wasm', { cwd: dist });
  return {
    name: `devcapsules-${name}`,
    compatibilityDate: '2026-10-01',
    modules: [
      {
        type: 'ESModule' as const,
        path: 'index.js',
        contents: readFileSync(join(dist, 'index.js'), 'utf8'),
      },
      ...wasm.map(path => ({
        type: 'CompiledWasm' as const,
        path,
        contents: readFileSync(join(dist, path)),
      })),
    ],
  };
}

const runnerPort = await freePort();
const doublePort = await freePort();
const runnersPort = await freePort();
const identityPort = await freePort();
const llmPort = await freePort();

/**
 * Every test file's worker is sent all modules in one message, which has a limit; source maps of libraries, which nobody
 * steps into, are most of it.
 */
const noMapsOfLibraries = {
  name: 'no-maps-of-libraries',
  enforce: 'post' as const,
  transform: (code: string, id: string) =>
    id.includes('/node_modules/') ? { code, map: { mappings: '' } } : undefined,
};

/** Tests named *.node.test.ts read files; all others run in workerd, against a real runner beside it. */
export default defineConfig({
  test: {
    // The Worker logs each request; only a failing test's log is worth reading.
    silent: 'passed-only',
    projects: [
      {
        plugins: [
          noMapsOfLibraries,
          cloudflareTest({
            wrangler: { configPath: join(root, 'wrangler.jsonc') },
            miniflare: {
              workers: [buildWorker('sql'), buildWorker('mutants')],
              d1Databases: { OLD_DB: 'database-of-an-earlier-version' },
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations(join(root, 'migrations')),
                APP_URL: 'http://localhost:8787',
                AUTH_SECRET: 'an-auth-secret-for-tests-only-0123456789',
                RUNNER_SECRET: 'a-runner-secret-for-tests',
                RUNNER_URL: `http://127.0.0.1:${runnerPort}`,
                NEW_ACCOUNT_PLAN: 'enterprise',
              },
            },
          }),
        ],
        test: {
          name: 'api',
          root,
          include: ['test/**/*.test.ts'],
          exclude: ['**/*.node.test.ts'],
          setupFiles: [join(root, 'test/apply-migrations.ts')],
          globalSetup: [
            join(root, 'test/runner.setup.ts'),
            join(root, 'test/doubles/runners.setup.ts'),
            join(root, 'test/doubles/identity.setup.ts'),
            join(root, 'test/doubles/llm.setup.ts'),
          ],
          provide: { runnerPort, doublePort, runnersPort, identityPort, llmPort },
          // Each file has a Worker of its own and waits for it more than it computes: two at a time, also on two cores.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'api-node', root, include: ['test/**/*.node.test.ts'], hookTimeout: 60_000 } },
    ],
  },
});
