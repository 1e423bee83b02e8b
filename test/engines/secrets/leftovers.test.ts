import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { openSecretStores } from '#app/secret-store.ts';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { secretJobs } from '#features/secrets/index.ts';
import { clearVault, type Keeper } from '#features/secrets/keeper.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { begin, commit, enter } from '#platform/db/records.ts';
import { dropSecret } from '#platform/db/secrets.ts';
import { keepSecret, type SecretStores } from '#platform/engines/secrets.ts';
import { keysFile } from '#platform/secret-keys.ts';
import { example } from '#test/engines/example/engine.ts';
import { ExampleServer } from '#test/engines/example/stand-in.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { VaultServer } from '#test/engines/vault/stand-in.ts';
import { until } from '#test/jobs/company.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';

interface Company {
  readonly id: string;
  readonly slug: string;
}

const DRY = { prefer: 'dry-run' };

describe('secrets that are gone', () => {
  const vault = new VaultServer();
  let server: ExampleServer;
  let t: TestApi;
  let pools: Record<'app' | 'relay' | 'operator', Pool>;
  let stores: SecretStores;
  /** Called before Vault answers a DELETE, which waits for it. */
  let removing: () => Promise<void>;
  before(async () => {
    server = await ExampleServer.open();
    const address = await openStandIn(async (asked) => {
      if (asked.method === 'DELETE') await removing();
      return vault.answer(asked);
    });
    const { roleId, secretId } = vault.example.credentials;
    t = await createTestApi({
      engines: [example],
      engineCalls: { reach: () => server.url },
      settings: { VAULT_ADDR: address, VAULT_ROLE_ID: roleId, VAULT_SECRET_ID: secretId },
    });
    const pool = (role: 'app' | 'relay' | 'operator') =>
      createPool({ url: t.database.url, secret: SECRET, role, max: 4 });
    pools = { app: pool('app'), relay: pool('relay'), operator: pool('operator') };
    const role = { roleId, secretId };
    const settings = { home: t.home, vault: { address, mount: 'secret', policies: [], role } };
    stores = openSecretStores({ ...settings, secrets: 'vault' }, Date.now, pools.relay);
  });
  after(async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await t.stop();
    await server[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await t.sql('delete from core.secrets');
    await t.sql('delete from core.vault_leftovers');
    vault.secrets.clear();
    vault.asked.length = 0;
    removing = () => Promise.resolve();
  });

  const keeper = (passed?: (step: string) => void): Keeper => ({
    keysFile: keysFile(t.home),
    stores,
    pools,
    now: () => new Date(),
    signal: new AbortController().signal,
    ...(passed && { passed }),
  });
  const turn = (): Promise<void> => clearVault(keeper());
  const inVault = (): string[] => [...vault.secrets.keys()].toSorted();
  const operator = (route: string, body?: object, headers?: Record<string, string>): Promise<Answer> =>
    t.request(route, { token: t.operatorKey, ...(body && { body }), ...(headers && { headers }) });
  const leaving = async (): Promise<number> => (await operator('GET /secrets')).body.leaving;
  const place = ({ id, slug }: Company, path: string) => ({ tenantId: id, slug, path });
  /** In the company, in one transaction. */
  const inside = ({ id }: Company, work: (tx: Tx) => Promise<void>): Promise<unknown> =>
    pools.app.connected(async (batch) => {
      await batch([begin, enter(id, { kind: 'engines', id: null })]);
      await work({ run: async (one) => (await batch([one]))[0], all: batch });
      return batch([commit]);
    });
  const put = (company: Company, path: string, value: string, more = async (): Promise<void> => {}) =>
    inside(company, async (tx) => {
      await keepSecret(tx, stores, place(company, path), { value }, new Date());
      await more();
    });
  const drop = (company: Company, path: string) =>
    inside(company, async (tx) => void (await tx.run(dropSecret(path))));
  const waiting = (role: string): Promise<void> =>
    until(`${role} waits for a lock`, async () => {
      const rows = await t.sql(
        `select 1 from pg_stat_activity where usename = $1 and wait_event_type = 'Lock' and datname = current_database()`,
        [`smarteros_${role}`],
      );
      return rows.length > 0;
    });
  const read = async (company: Company, path: string): Promise<unknown> => {
    const [row] = await t.sql<Parameters<SecretStores['read']>[1]>(
      `select path, revision, key_id as "keyId", wrapped, sealed from core.secrets where tenant_id = $1 and path = $2`,
      [company.id, path],
    );
    return vault.secrets.has(`smarteros/${company.slug}/${path}`)
      ? stores.vault!.read(place(company, path), row!)
      : undefined;
  };

  it('leave Vault with their instance, after its commit and not with a dry run; a Vault that is sealed only delays', async () => {
    const described = { engine: 'example', url: server.url, credentials: { key: server.key } };
    const made = await operator('POST /instances', described);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const path = `smarteros/platform/example/${made.body.id}`;
    const route = `DELETE /instances/${made.body.id}`;
    assert.equal((await operator(route, undefined, DRY)).status, 200);
    await turn();
    assert.deepEqual(inVault(), [path]);
    assert.equal(await leaving(), 0);

    assert.equal((await operator(route)).status, 200);
    assert.deepEqual(inVault(), [path]);
    assert.equal(await leaving(), 1);
    vault.sealed = true;
    await assert.rejects(turn(), { code: 'unavailable' });
    const [, , job] = secretJobs({ secrets: keeper() });
    const warned: unknown[] = [];
    const log = { warn: (...words: unknown[]) => void warned.push(words) };
    await job!.run(
      { log, clock: { now: () => new Date() }, signal: keeper().signal } as unknown as Ctx,
      null!,
    );
    assert.equal(warned.length, 1);
    assert.equal(await leaving(), 1);
    vault.sealed = false;
    await turn();
    assert.deepEqual(inVault(), []);
    assert.equal(await leaving(), 0);
  });

  it('of another machine leave when an engine is connected anew; what a dry run or a failure wrote leaves too', async () => {
    const company = await t.tenant();
    const connect = (url: string, headers?: Record<string, string>): Promise<Answer> =>
      t.request('POST /engines/example/connect', {
        token: company.key,
        body: { url, credentials: { key: server.key } },
        ...(headers && { headers }),
      });
    assert.equal((await connect('https://one.example.cl', DRY)).status, 200);
    assert.equal(inVault().length, 1);
    await turn();
    assert.deepEqual(inVault(), []);

    assert.equal((await connect('https://one.example.cl')).status, 200);
    await put(company, 'example/tenant', 'of the first machine');
    const kept = [`smarteros/${company.slug}/example`, `smarteros/${company.slug}/example/tenant`];
    await connect('https://one.example.cl');
    await turn();
    assert.deepEqual(inVault(), kept);
    const refused = new Error('its transaction failed');
    await assert.rejects(
      put(company, 'n8n/tenant', 'x', () => Promise.reject(refused)),
      refused,
    );
    await connect('https://two.example.cl');
    assert.equal(await leaving(), 2);
    await turn();
    assert.deepEqual(inVault(), kept.slice(0, 1));
    assert.deepEqual(await read(company, 'example'), { key: server.key });
  });

  it('of a company that is purged leave although the company is gone, and no other company’s', async () => {
    const [company, neighbour] = [await t.tenant(), await t.tenant()];
    for (const one of [company, neighbour])
      for (const path of ['odoo', 'odoo/tenant', 'n8n/hook']) await put(one, path, 'x');
    await turn();
    assert.equal(inVault().length, 6);
    await t.sql(
      `update core.tenants set status = 'closing', purge_after = now() - interval '1 day' where id = $1`,
      [company.id],
    );
    await t.sql(
      `insert into core.closings (id, slug_hash, tax_id_hash, status_before, asked_at, asked_by_kind, purge_after)
       values ($1, '', '', 'active', now(), 'operator', now() - interval '1 day')`,
      [company.id],
    );
    await t.sql(
      `insert into app.final_export_parts (tenant_id, part_id, purge_after, part, rows, body, sha256, made_at)
       select id, gen_random_uuid(), purge_after, 1, 0, '', '', now() from core.tenants where id = $1`,
      [company.id],
    );
    const gone = await t.sql<{ relation: string }>(
      'select relation from core.purge_tenant($1, 10000, true)',
      [company.id],
    );
    assert.ok(gone.some(({ relation }) => relation === 'core.tenants'));
    assert.equal(await leaving(), 3);
    await turn();
    assert.deepEqual(
      inVault(),
      ['n8n/hook', 'odoo', 'odoo/tenant'].map((path) => `smarteros/${neighbour.slug}/${path}`),
    );
    assert.equal(await leaving(), 0);
  });

  it('and written again at the same place stay: before the turn, during it, and by a company of the same name', async () => {
    const company = await t.tenant();
    await put(company, 'odoo', 'first');
    await drop(company, 'odoo');
    // Written, and not yet committed.
    await put(company, 'odoo', 'second', turn);
    assert.deepEqual(await read(company, 'odoo'), { value: 'second' });
    await turn();
    assert.deepEqual(await read(company, 'odoo'), { value: 'second' });
    assert.deepEqual(await t.sql('select 1 from core.vault_leftovers'), []);

    await drop(company, 'odoo');
    let writing: Promise<unknown> | undefined;
    removing = async () => {
      const asked = vault.asked.length;
      writing = put(company, 'odoo', 'third');
      await waiting('app');
      assert.equal(vault.asked.length, asked);
    };
    await turn();
    await writing;
    assert.deepEqual(await read(company, 'odoo'), { value: 'third' });
    await turn();
    assert.deepEqual(await read(company, 'odoo'), { value: 'third' });

    await drop(company, 'odoo');
    await t.sql('update core.tenants set slug = $2 where id = $1', [company.id, `former-${company.slug}`]);
    const heir = await t.tenant();
    await t.sql('update core.tenants set slug = $2 where id = $1', [heir.id, company.slug]);
    await put({ id: heir.id, slug: company.slug }, 'odoo', 'the heir’s');
    await turn();
    assert.deepEqual(await read({ id: heir.id, slug: company.slug }, 'odoo'), { value: 'the heir’s' });
  });
  it('are noted again when they go while the note of their last going is being forgotten', async () => {
    const company = await t.tenant();
    await put(company, 'odoo', 'first');
    await drop(company, 'odoo');
    await put(company, 'odoo', 'second');
    let clearing: Promise<void> | undefined;
    await inside(company, async (tx) => {
      await tx.run(dropSecret('odoo'));
      // To this turn the row is still there.
      clearing = turn();
      await waiting('relay');
    });
    await clearing;
    await turn();
    assert.deepEqual(inVault(), []);
    assert.equal(await leaving(), 0);
  });

  it('are taken away once by two workers, and at last when one of them was killed', async () => {
    const company = await t.tenant();
    const paths = Array.from({ length: 20 }, (_, n) => `engine${n}`);
    for (const path of paths) await put(company, path, 'x');
    for (const path of paths) await drop(company, path);
    let left = 5;
    const dying = (): void => {
      if (left-- === 0) throw new Error('killed');
    };
    await assert.rejects(clearVault(keeper(dying)), /killed/);
    const removals = (): string[] => vault.asked.filter((line) => line.startsWith('DELETE'));
    const done = removals().length;
    const both = await Promise.allSettled([turn(), turn()]);
    assert.ok(both.some(({ status }) => status === 'fulfilled'));
    assert.deepEqual(inVault(), []);
    assert.equal(await leaving(), 0);
    assert.equal(removals().length - done, paths.length - 5);
  });
});
