import { defineConfig } from 'vitest/config';

// Exercises are proven on a real runner, which the tests start; on a busy machine that takes its time.
export default defineConfig({
  test: { name: 'generation', include: ['test/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 120_000 },
});
