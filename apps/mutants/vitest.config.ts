import { join } from 'node:path';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  plugins: [cloudflareTest({ wrangler: { configPath: join(root, 'wrangler.jsonc') } })],
  test: { root, include: ['test/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
});
