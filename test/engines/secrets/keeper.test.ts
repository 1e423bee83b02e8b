import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openSecretStores } from '#app/secret-store.ts';
import { moveSecrets, rotateKeys, type Keeper } from '#features/secrets/keeper.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { proveSecretKeys } from '#platform/engines/prove-keys.ts';
import { keysFile, readSecretKeys } from '#platform/secret-keys.ts';
import type { SecretStores } from '#platform/engines/secrets.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { SECRETS_KEY } from '#test/engines/stand-ins.ts';
import { VaultServer } from '#test/engines/vault/stand-in.ts';

class Killed extends Error {}

describe('keys and places of secrets', () => {
  const vault = new VaultServer();
  let address: string;
  let t: TestApi;
  let pools: Record<'app' | 'relay' | 'operator', Pool>;
  let companies: { id: string; slug: string }[];
  before(async () => {
    t = await createTestApi();
    address = await openStandIn((asked) => vault.answer(asked));
    const pool = (role: 'app' | 'relay' | 'operator') =>
      createPool({ url: t.database.url, secret: SECRET, role, max: 3 });
    pools = { app: pool('app'), relay: pool('relay'), operator: pool('operator') };
    companies = [await t.tenant(), await t.tenant(), await t.tenant()];
  });
  after(async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await t.stop();
  });

  const storesOf = (use: 'embedded' | 'vault'): SecretStores =>
    openSecretStores(
      {
        home: t.home,
        secrets: use,
        vault: { address, mount: 'secret', policies: [], role: vault.example.credentials },
      },
      Date.now,
    );
  const keeper = (use: 'embedded' | 'vault', passed?: (step: string) => void): Keeper => ({
    keysFile: keysFile(t.home),
    stores: storesOf(use),
    pools,
    now: () => new Date(),
    signal: new AbortController().signal,
    ...(passed && { passed }),
  });
  /** Dies at the n-th step that it passes; past the last one it doesn't. */
  const dyingAt = (n: number) => {
    let left = n;
    return (): void => {
      if (left-- === 0) throw new Killed();
    };
  };
  const put = async (company: { id: string; slug: string }, path: string, values: Record<string, string>) => {
    const stored = await storesOf('embedded').write(
      { tenantId: company.id, slug: company.slug, path },
      values,
      1,
    );
    await t.sql(
      `insert into core.secrets (tenant_id, path, key_id, wrapped, sealed, revision, updated_at)
       values ($1, $2, $3, $4, $5, 1, now())`,
      [company.id, path, stored.keyId, stored.wrapped, stored.sealed],
    );
  };
  const opened = async (): Promise<unknown> => {
    const stores = storesOf('embedded');
    const rows = await t.sql<Parameters<SecretStores['read']>[0] & Parameters<SecretStores['read']>[1]>(
      `select s.tenant_id as "tenantId", t.slug, s.path, s.revision, s.key_id as "keyId", s.wrapped, s.sealed
       from core.secrets s join core.tenants t on t.id = s.tenant_id order by t.slug, s.path`,
    );
    return Promise.all(rows.map(async (row) => [row.slug, row.path, await stores.read(row, row)]));
  };
  let kept: unknown;
  /** What each process does when it starts. */
  const start = (): Promise<void> => proveSecretKeys(pools.app, keysFile(t.home));

  beforeEach(async () => {
    await t.sql('delete from core.secrets');
    await t.sql('delete from core.secret_keys');
    vault.reset();
    vault.secrets.clear();
    writeFileSync(keysFile(t.home), SECRETS_KEY, { mode: 0o600 });
    await start();
    for (const [i, company] of companies.entries()) {
      await put(company, 'odoo', { key: `odoo of ${i}` });
      await put(company, 'n8n/tenant', { token: `n8n of ${i}` });
    }
    kept = await opened();
  });
  const keyIds = async (): Promise<string[]> =>
    (await t.sql<{ id: string }>('select id from core.secret_keys order by id')).map(({ id }) => id);

  it('wraps everything under a new key; the old one opens nothing any more', async () => {
    const [old] = await keyIds();
    await rotateKeys(keeper('embedded'));
    const [only, ...more] = await keyIds();
    assert.ok(only !== old && more.length === 0);
    assert.notEqual(readFileSync(keysFile(t.home), 'utf8').trim(), SECRETS_KEY);
    assert.deepEqual(await opened(), kept);
    await start();
    assert.equal((await t.sql('select 1 from core.secrets where key_id <> $1', [only])).length, 0);
  });

  it('goes on where it was killed, at each step; each process starts in between and nothing is lost', async () => {
    let ended = false;
    for (let step = 0; !ended; step++) {
      assert.ok(step < 20);
      ended = await rotateKeys(keeper('embedded', dyingAt(step))).then(
        () => true,
        (error: unknown) => {
          assert.ok(error instanceof Killed, String(error));
          return false;
        },
      );
      await start();
      assert.deepEqual(await opened(), kept, `after step ${step}`);
      // A secret that is sealed in between is opened afterwards.
      await t.sql(`delete from core.secrets where path = 'late'`);
      await put(companies[0]!, 'late', { at: `step ${step}` });
      kept = await opened();
    }
    await rotateKeys(keeper('embedded'));
    assert.deepEqual(await opened(), kept);
    const file = readSecretKeys(keysFile(t.home))!;
    assert.equal(file.keys.length, 1);
    assert.equal(file.next, undefined);
    assert.equal((await keyIds()).length, 1);
  });

  it('lets one process rotate at a time', async () => {
    const both = await Promise.allSettled([rotateKeys(keeper('embedded')), rotateKeys(keeper('embedded'))]);
    assert.ok(both.some(({ status }) => status === 'fulfilled'));
    assert.deepEqual(await opened(), kept);
    assert.equal((await keyIds()).length, 1);
  });

  it('refuses a secret under a key that was given up', async () => {
    const stores = storesOf('embedded');
    const [company] = companies;
    const place = { tenantId: company!.id, slug: company!.slug, path: 'slow' };
    const slow = await stores.write(place, { a: 'b' }, 1);
    await rotateKeys(keeper('embedded'));
    await assert.rejects(
      t.sql(
        `insert into core.secrets (tenant_id, path, key_id, wrapped, sealed, revision, updated_at)
         values ($1, 'slow', $2, $3, $4, 1, now())`,
        [company!.id, slow.keyId, slow.wrapped, slow.sealed],
      ),
      /secrets_key/,
    );
  });

  for (const [there, back] of [
    ['vault', 'embedded'],
    ['embedded', 'vault'],
  ] as const)
    it(`moves into ${there} and back, killed at each step, and loses nothing`, async () => {
      if (there === 'embedded') await moveSecrets(keeper('vault'));
      for (const use of [there, back]) {
        for (let step = 0; ; step++) {
          assert.ok(step < 60);
          const ended = await moveSecrets(keeper(use, dyingAt(step))).then(
            () => true,
            (error: unknown) => {
              assert.ok(error instanceof Killed, String(error));
              return false;
            },
          );
          assert.deepEqual(await opened(), kept, `into ${use}, after step ${step}`);
          if (ended) break;
        }
        const inVault = await t.sql('select 1 from core.secrets where key_id is null');
        assert.equal(inVault.length, use === 'vault' ? 6 : 0);
        if (use === 'embedded') assert.equal(vault.secrets.size, 0, 'something stays behind in Vault');
      }
    });

  it('reads the version that a row names: what was written and taken back is read by nobody', async () => {
    await moveSecrets(keeper('vault'));
    const [company] = companies;
    const place = { tenantId: company!.id, slug: company!.slug, path: 'odoo' };
    await storesOf('vault').write(place, { key: 'of a transaction that was rolled back' }, 9);
    assert.deepEqual(await opened(), kept);
  });

  it('says that it is not available when Vault is sealed', async () => {
    await moveSecrets(keeper('vault'));
    vault.sealed = true;
    await assert.rejects(opened(), { code: 'unavailable' });
    vault.sealed = false;
    assert.deepEqual(await opened(), kept);
  });
});
