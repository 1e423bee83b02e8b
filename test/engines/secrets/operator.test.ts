import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSecretStores } from '#app/secret-store.ts';
import { secretJobs } from '#features/secrets/index.ts';
import { createWorker, type Worker } from '#kernel/worker.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool, roleUrl, type Pool } from '#platform/db/pool.ts';
import { keysFile } from '#platform/secret-keys.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { until } from '#test/jobs/company.ts';

const ROLES = ['app', 'identity', 'operator', 'relay'] as const;

describe('the operator and the keys of secrets', () => {
  let t: TestApi;
  let worker: Worker;
  let pools: Record<(typeof ROLES)[number], Pool>;
  before(async () => {
    t = await createTestApi();
    const { url } = t.database;
    const made = ROLES.map((role) => [role, createPool({ url, secret: SECRET, role, max: 4 })] as const);
    pools = Object.fromEntries(made) as typeof pools;
    const stores = openSecretStores({ home: t.home }, Date.now);
    worker = await createWorker({
      pools,
      directUrl: roleUrl(url, SECRET, 'relay'),
      sealerUrl: roleUrl(url, SECRET, 'sealer'),
      jobs: secretJobs({ secrets: { keysFile: keysFile(t.home), stores, pools } }),
      clock: systemClock,
      log: { debug() {}, info() {}, warn() {}, error() {} },
      capability: () => undefined,
      concurrency: 2,
      observe: () => {},
    });
  });
  after(async () => {
    await worker.stop();
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await t.stop();
  });

  const ask = (route: string, token: string): Promise<Answer> =>
    t.request(route, { token, ...(route.startsWith('POST') && { body: {} }) });

  it('are no company’s business', async () => {
    const { key } = await t.tenant();
    for (const route of ['GET /secrets', 'POST /secrets/rotate', 'POST /secrets/move']) {
      assert.equal((await t.request(route)).status, 401, route);
      assert.equal((await ask(route, key)).status, 403, route);
    }
  });

  it('rotates in the background, and connects engines with the new key at once', async () => {
    const old = (await ask('GET /secrets', t.operatorKey)).body.keys[0].id;
    const asked = await ask('POST /secrets/rotate', t.operatorKey);
    assert.equal(asked.body.rotating, true);
    let status = asked.body;
    await until('the key is another', async () => {
      status = (await ask('GET /secrets', t.operatorKey)).body;
      return status.rotating === false && status.keys.length === 1 && status.keys[0].id !== old;
    });
    assert.deepEqual(
      { ...status, keys: [] },
      { store: 'embedded', keys: [], rotating: false, behind: 0, elsewhere: 0, leaving: 0 },
    );
    const [audit] = await t.sql<{ n: number }>(
      `select count(*)::int as n from core.audit where action = 'secrets.rotated'`,
    );
    assert.equal(audit!.n, 1);
  });
});
