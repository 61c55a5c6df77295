import { defineConfig } from 'vitest/config';

// A proof is hundreds of processes, which take their time on a busy machine.
export default defineConfig({
  test: { name: 'capsule', include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
