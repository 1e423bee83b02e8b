import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ENGINES } from '#app/engines.ts';
import type { Blueprint } from '#core/blueprint.ts';

type Figures = readonly [
  container: number,
  memoryMb: number,
  cpus: number,
  diskGb: number,
  networks: readonly string[],
  health: string,
  domains: readonly string[],
];

/** PRODUCT §7. Host ports are free to differ where two engines want the same. */
const PROMISED: Readonly<Record<string, Figures>> = {
  chatwoot: [3000, 512, 1, 2, ['smarter-net'], '/', ['crm']],
  botpress: [3000, 1024, 1, 5, ['smarter-net'], '/', ['bot']],
  n8n: [5678, 512, 1, 5, ['smarter-net', 'tenants-net'], '/healthz', ['n8n']],
  odoo: [8069, 2048, 2, 10, ['smarter-net', 'tenants-net'], '/web/health', ['erp', 'odoo']],
  metabase: [3000, 1024, 1, 2, ['smarter-net'], '/api/health', ['kpi']],
  vault: [8200, 256, 0.5, 1, ['smarter-net'], '/v1/sys/health', ['vault']],
  supabase: [3000, 256, 0.5, 0, ['smarter-net'], '/live', []],
};
/** Run by us and no engines: hosts and ports that are taken. */
const OURS = {
  needs: ['postgres', 'redis'],
  ports: [80, 443, 2019, 5432, 6379, 8000, 8001, 8003, 8080, 3090],
};
const HOSTS = ['api', 'app', 'mcp', 'status', 'store', 'www'];

const runs = ENGINES.filter(({ blueprint }) => blueprint !== undefined).map(
  ({ name, blueprint }) => [name, blueprint!] as const,
);
const texts = ({ env, files = {} }: Blueprint): string[] => [...Object.values(env), ...Object.values(files)];

function distinct(values: readonly (string | number)[]): void {
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  assert.deepEqual(twice, []);
}

describe('blueprints', () => {
  it('exist for each engine that we connect and can run', () => {
    const without = ENGINES.filter(({ connector, blueprint }) => connector && !blueprint);
    assert.deepEqual(
      without.map(({ name }) => name),
      [],
    );
    assert.ok(runs.length >= 4);
  });

  it('hold what the product promises', () => {
    for (const [name, { ports, resources, networks, health, domains }] of runs) {
      assert.ok(PROMISED[name], `${name}: PRODUCT §7 says nothing of it`);
      const { memoryMb, cpus, diskGb } = resources;
      assert.deepEqual(
        [
          ports[0]!.container,
          memoryMb,
          cpus,
          diskGb,
          [...networks],
          health.path,
          domains.slice(0, PROMISED[name][6].length),
        ],
        PROMISED[name],
        name,
      );
    }
  });

  it('pin one version', () => {
    for (const [name, { version, image }] of runs) {
      assert.match(version, /^v?\d+[._]\d+(?:[._]\d+|-\d{8})/, `${name}: ${version}`);
      assert.doesNotMatch(image, /:(?!\d+\/)/, `${name}: the tag is the version`);
    }
  });

  it('never want the same port, host name or volume of the host', () => {
    distinct([...OURS.ports, ...runs.flatMap(([, { ports }]) => ports.map(({ host }) => host))]);
    distinct([...HOSTS, ...runs.flatMap(([, { domains }]) => domains)]);
    for (const [, { volumes, ports }] of runs) {
      distinct(volumes.map(({ name }) => name));
      distinct(ports.map(({ container }) => container));
    }
  });

  it('reserve no more than their limit, and need only what there is', () => {
    const known = new Set([...OURS.needs, ...ENGINES.map(({ name }) => name)]);
    for (const [name, { resources, needs }] of runs) {
      assert.ok(resources.reserveMb > 0 && resources.reserveMb <= resources.memoryMb, name);
      for (const one of needs) assert.ok(known.has(one) && one !== name, `${name} needs ${one}`);
    }
  });

  it('generate each secret that they name, long enough, and hold none', () => {
    for (const [name, blueprint] of runs) {
      const named = texts(blueprint).flatMap((text) =>
        [...text.matchAll(/\$\{secret:(\w+)\}/g)].map(([, secret]) => secret!),
      );
      assert.deepEqual([...new Set(named)].toSorted(), Object.keys(blueprint.secrets).toSorted(), name);
      for (const bytes of Object.values(blueprint.secrets)) assert.ok(bytes >= 16, name);
      const odd = texts(blueprint).flatMap(
        (text) => text.match(/\$\{(?!secret:\w+\}|domain\})[^}]*\}/g) ?? [],
      );
      assert.deepEqual(odd, [], `${name}: placeholders that nobody fills in`);
      if (texts(blueprint).some((text) => text.includes('${domain}')))
        assert.ok(blueprint.domains.length > 0, name);
    }
  });

  it('answer for their health and name their licence', () => {
    for (const [name, { health, ports, licence }] of runs) {
      assert.match(health.path, /^\//, name);
      assert.ok(health.status.length > 0, name);
      assert.ok(health.port === undefined || ports.some((port) => port.name === health.port), name);
      assert.match(licence, /\w{3,}/, name);
    }
  });
});
