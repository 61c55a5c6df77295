import { join } from 'node:path';
import type { NextConfig } from 'next';

const root = join(import.meta.dirname, '../..');

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked by the repository's own check.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ['@devcapsules/client', '@devcapsules/capsule'],
  turbopack: { root },
  outputFileTracingRoot: root,
  images: { unoptimized: true },
  experimental: { optimizePackageImports: ['radix-ui'] },
};

export default config;
