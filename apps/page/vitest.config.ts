import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'page',
    root: import.meta.dirname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/stack.ts'],
    // One stack serves every file, and one of them stops its runner for a while.
    fileParallelism: false,
    // One browser, too.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
