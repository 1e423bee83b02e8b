import type { Blueprint } from '#core/blueprint.ts';

/** PostgREST over our own PostgreSQL: what the connector speaks. A whole Supabase is connected, not run. */
export const blueprint: Blueprint = {
  image: 'postgrest/postgrest',
  version: 'v12.0.2',
  supports: ['12.0', '12.2', '13.0', '14.0'],
  ports: [
    { name: 'http', host: 3300, container: 3000 },
    { name: 'admin', host: 3301, container: 3001 },
  ],
  networks: ['smarter-net'],
  volumes: [],
  env: {
    PGRST_DB_URI: 'postgres://authenticator:${secret:database}@postgres:5432/data',
    PGRST_DB_SCHEMAS: 'public',
    PGRST_DB_MAX_ROWS: '1000',
    PGRST_JWT_SECRET: '${secret:jwt}',
    PGRST_ADMIN_SERVER_PORT: '3001',
    PGRST_SERVER_PORT: '3000',
  },
  secrets: { database: 32, jwt: 48 },
  health: { path: '/live', status: [200], port: 'admin' },
  // 22 MB were measured.
  resources: { memoryMb: 256, cpus: 0.5, diskGb: 0, reserveMb: 32 },
  domains: [],
  needs: ['postgres'],
  licence: 'MIT',
};
