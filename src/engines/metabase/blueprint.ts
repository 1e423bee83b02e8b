import type { Blueprint } from '#core/blueprint.ts';

export const blueprint: Blueprint = {
  image: 'metabase/metabase',
  version: 'v0.56.6',
  ports: [{ name: 'http', host: 3000, container: 3000 }],
  networks: ['smarter-net'],
  volumes: [{ name: 'data', path: '/metabase-data' }],
  env: {
    MB_DB_TYPE: 'h2',
    MB_DB_FILE: '/metabase-data/metabase.db',
    MB_SITE_URL: 'https://${domain}',
    MB_SITE_LOCALE: 'es',
    MB_ENCRYPTION_SECRET_KEY: '${secret:encryption}',
    MB_EMBEDDING_SECRET_KEY: '${secret:embedding}',
    MB_ENABLE_EMBEDDING_STATIC: 'true',
    MB_ENABLE_PUBLIC_SHARING: 'false',
    MB_ANON_TRACKING_ENABLED: 'false',
    MB_CHECK_FOR_UPDATES: 'false',
    JAVA_OPTS: '-Xmx640m',
  },
  secrets: { encryption: 32, embedding: 48 },
  health: { path: '/api/health', status: [200] },
  resources: { memoryMb: 1024, cpus: 1, diskGb: 2, reserveMb: 800 },
  domains: ['kpi'],
  needs: [],
  licence: 'AGPL-3.0, the open-source edition; what stands in enterprise/ is commercial',
};
