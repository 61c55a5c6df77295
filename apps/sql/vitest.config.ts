import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const corpora = process.env.DEVCAPSULES_CORPORA ?? join(root, '../../../shared/corpora');
const chinookFile = join(corpora, 'chinook/Chinook_Sqlite.sql');

/** Tests named *.node.test.ts read files; all others run in workerd. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [cloudflareTest({ wrangler: { configPath: join(root, 'wrangler.jsonc') } })],
        test: {
          name: 'workerd',
          root,
          // Runaway queries end by operations, which take longer on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['test/**/*.test.ts'],
          exclude: ['**/*.node.test.ts'],
          provide: { chinook: existsSync(chinookFile) ? readFileSync(chinookFile, 'utf8') : null },
        },
      },
      { test: { name: 'node', root, include: ['test/**/*.node.test.ts'] } },
    ],
  },
});
