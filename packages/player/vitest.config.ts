import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'player', root: import.meta.dirname, include: ['test/unit/**/*.test.ts'] } },
      {
        test: {
          name: 'player in the browser',
          root: import.meta.dirname,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/stack.ts'],
          // One stack serves every file, and one of them stops its runner for a while.
          fileParallelism: false,
          // One browser, too.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
