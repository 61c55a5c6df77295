import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { name: 'statement', include: ['test/**/*.test.ts'] } });
