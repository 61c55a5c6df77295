import { defineConfig } from 'vitest/config';

// Simulations are many small steps, which take their time on a busy machine.
export default defineConfig({
  test: { name: 'bench', include: ['lib/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
