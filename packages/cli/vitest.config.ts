import { defineConfig } from 'vitest/config';

// Proofs run on a real runner, which the tests start; on a busy machine they take their time.
export default defineConfig({
  test: { name: 'cli', include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
