import type { Blueprint } from '#core/blueprint.ts';

const CONFIG = JSON.stringify({
  ui: true,
  api_addr: 'https://${domain}',
  cluster_addr: 'http://127.0.0.1:8201',
  // TLS ends at the proxy, and both stand in one network.
  listener: [{ tcp: { address: '0.0.0.0:8200', tls_disable: true } }],
  storage: { raft: { path: '/openbao/file', node_id: 'main' } },
});

/** OpenBao: the same API, and a licence that lets us run it for others. A Vault that is there already is connected. */
export const blueprint: Blueprint = {
  image: 'openbao/openbao',
  version: '2.6.4',
  supports: ['OpenBao 2', 'HashiCorp Vault 1'],
  ports: [{ name: 'http', host: 8200, container: 8200 }],
  networks: ['smarter-net'],
  volumes: [{ name: 'data', path: '/openbao/file' }],
  env: { BAO_LOCAL_CONFIG: CONFIG },
  secrets: {},
  // 429 is a standby. Sealed (503) and new (501) ones are alive and of no use: a person has to unseal them.
  health: { path: '/v1/sys/health', status: [200, 429] },
  // Nobody has measured it here: the whole limit.
  resources: { memoryMb: 256, cpus: 0.5, diskGb: 1, reserveMb: 256 },
  domains: ['vault'],
  needs: [],
  licence: 'MPL-2.0 (HashiCorp Vault: BUSL-1.1, no hosted Vault for others)',
};
