import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'capsule', include: ['test/**/*.test.ts'] } });
