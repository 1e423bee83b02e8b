import type { Blueprint } from '#core/blueprint.ts';

/**
 * Of version 12, the last one that anybody can host. It is no longer maintained and has another API than the cloud, so
 * that it runs beside us and isn't connected: the connector is for Botpress Cloud.
 */
export const blueprint: Blueprint = {
  image: 'botpress/server',
  version: 'v12_31_8',
  ports: [{ name: 'http', host: 3200, container: 3000 }],
  networks: ['smarter-net'],
  volumes: [{ name: 'data', path: '/botpress/data' }],
  env: {
    EXTERNAL_URL: 'https://${domain}',
    BP_PRODUCTION: 'true',
  },
  secrets: {},
  health: { path: '/', status: [200] },
  resources: { memoryMb: 1024, cpus: 1, diskGb: 5, reserveMb: 700 },
  domains: ['bot'],
  needs: [],
  licence: 'AGPL-3.0; version 12 is no longer maintained, and SmarterOS connects Botpress Cloud, not this',
};
