import { defineConfig } from 'vitest/config';

/** Tests of infrastructure: declarations against each other, and what reads them. */
export default defineConfig({
  test: {
    name: 'infra',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
