import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'export',
  basePath: '/app',
  turbopack: {
    // The client of the API lies beside this folder.
    root: join(import.meta.dirname, '..'),
    rules: { '**/messages/*/*.json': { loaders: ['./build/messages.cjs'], as: '*.js' } },
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  images: { unoptimized: true },
  devIndicators: false,
  // `./smarteros test console` checks the types; whoever installs SmarterOS doesn't have to.
  typescript: { ignoreBuildErrors: true },
  experimental: { cpus: 2 },
};

export default config;
