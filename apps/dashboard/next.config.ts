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
  // Browsers ask for it before they have read which icon a page names.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  experimental: { optimizePackageImports: ['radix-ui'] },
};

export default config;
