import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { PLATFORM, PLATFORM_FORM_ID } from '#core/platform.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { as, connected } from '#test/fence/catalog.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

const NOBODY = '01960000-0000-7000-8000-00000000dead';
const DEAD = 'SM401 credential is not live';
const SUSPENDED = 'SM403 tenant is suspended';

type Argument = string | null;
type Clients = Readonly<Record<'app' | 'operator', pg.Client>>;
type Tenant = Awaited<ReturnType<TestApi['tenant']>>;

describe('core.enter', () => {
  let t: TestApi;
  let clients: Clients;
  let [a, b, closed] = [] as unknown as [Tenant, Tenant, Tenant];
  const ids = {
    form: '',
    closedForm: '',
    grant: '',
    closedGrant: '',
    oldGrant: NOBODY,
    revoked: '',
    expired: '',
  };

  /** Whose door it opened, or how it was refused; in a transaction of its own. */
  async function enter(
    role: 'app' | 'operator',
    tenant: Argument,
    kind: Argument,
    id: Argument,
  ): Promise<string> {
    const client = clients[role];
    await client.query('begin');
    try {
      await client.query('select core.enter($1, $2, $3)', [tenant, kind, id]);
      const { rows } = await client.query<{ t: string }>(`select current_setting('app.tenant_id') as t`);
      return rows[0]!.t;
    } catch (error) {
      return `${(error as pg.DatabaseError).code} ${(error as Error).message}`;
    } finally {
      await client.query('rollback');
    }
  }

  before(async () => {
    t = await createTestApi();
    [a, b, closed] = [await t.tenant(), await t.tenant(), await t.tenant()];
    const must = async (route: string, token: string, body?: object): Promise<string> => {
      const answer = await t.request(route, { token, ...(body && { body }) });
      assert.ok(answer.status < 300, `${route}: ${answer.status}`);
      return answer.body.id;
    };
    const form = { name: 'Web', consentText: 'Acepto' };
    const grant = (tenant: Tenant): Promise<string> =>
      must('POST /grants', t.operatorKey, { tenant: tenant.slug, reason: 'test' });
    ids.form = await must('POST /forms', a.key, form);
    ids.closedForm = await must('POST /forms', closed.key, form);
    ids.grant = await grant(a);
    ids.closedGrant = await grant(closed);
    ids.revoked = await must('POST /keys', a.key, { name: 'r', scopes: ['*'] });
    ids.expired = await must('POST /keys', a.key, {
      name: 'e',
      scopes: ['*'],
      expiresAt: '2999-01-01T00:00:00Z',
    });
    await must(`DELETE /keys/${ids.revoked}`, a.key);
    await must(`POST /tenants/${closed.slug}/suspend`, t.operatorKey);
    await connected(t.database.url, async (admin) => {
      await admin(`update core.api_keys set expires_at = now() - interval '1 second' where id = $1`, [
        ids.expired,
      ]);
      await admin(
        `insert into core.grants (tenant_id, id, hash, reason, created_at, expires_at) values ($1, $2, $3, 'old', now(), now())`,
        [a.id, ids.oldGrant, tokenHash('smg_old')],
      );
    });
    const client = async (role: 'app' | 'operator'): Promise<pg.Client> => {
      const made = new pg.Client({ connectionString: as(t.database.url, role) });
      await made.connect();
      return made;
    };
    clients = { app: await client('app'), operator: await client('operator') };
  });
  after(async () => {
    await Promise.all([clients.app.end(), clients.operator.end()]);
    await t.stop();
  });

  it('opens for what is live', async () => {
    assert.equal(await enter('app', a.id, 'key', a.keyId), a.id);
    assert.equal(await enter('app', a.id, 'grant', ids.grant), a.id);
    assert.equal(await enter('app', a.id, 'form', ids.form), a.id);
    assert.equal(await enter('app', a.id, 'job', null), a.id);
    assert.equal(await enter('app', PLATFORM.id, 'form', PLATFORM_FORM_ID), PLATFORM.id);
    assert.equal(await enter('operator', PLATFORM.id, 'operator', null), PLATFORM.id);
  });

  it('refuses everything else in the same words', async () => {
    const refused: readonly (readonly [string, 'app' | 'operator', Argument, Argument, Argument])[] = [
      ['a revoked key', 'app', a.id, 'key', ids.revoked],
      ['an expired key', 'app', a.id, 'key', ids.expired],
      ['a key that never was', 'app', a.id, 'key', NOBODY],
      ['another tenant’s key', 'app', a.id, 'key', b.keyId],
      ['a key for another tenant', 'app', b.id, 'key', a.keyId],
      ['a key in a tenant that isn’t there', 'app', NOBODY, 'key', a.keyId],
      ['a grant as a key', 'app', a.id, 'key', ids.grant],
      ['a key as a grant', 'app', a.id, 'grant', a.keyId],
      ['an expired grant', 'app', a.id, 'grant', ids.oldGrant],
      ['another tenant’s grant', 'app', b.id, 'grant', ids.grant],
      ['another tenant’s form', 'app', b.id, 'form', ids.form],
      ['the platform’s form for a tenant', 'app', a.id, 'form', PLATFORM_FORM_ID],
      ['a job in a tenant that isn’t there', 'app', NOBODY, 'job', null],
      ['the operator over role app', 'app', PLATFORM.id, 'operator', null],
      ['the operator over role app in a tenant', 'app', a.id, 'operator', null],
      ['the operator in a tenant without a grant', 'operator', a.id, 'operator', null],
      ['an unknown kind', 'app', a.id, 'admin', a.keyId],
      ['a kind in capitals', 'app', a.id, 'KEY', a.keyId],
      ['an empty kind', 'app', a.id, '', a.keyId],
      ['no kind', 'app', a.id, null, a.keyId],
      ['no tenant', 'app', null, 'key', a.keyId],
      ['no key', 'app', a.id, 'key', null],
      ['no form', 'app', a.id, 'form', null],
    ];
    for (const [what, role, tenant, kind, id] of refused)
      assert.equal(await enter(role, tenant, kind, id), DEAD, what);
  });

  it('refuses a suspended tenant to all but the operator’s grant', async () => {
    assert.equal(await enter('app', closed.id, 'key', closed.keyId), SUSPENDED);
    assert.equal(await enter('app', closed.id, 'form', ids.closedForm), SUSPENDED);
    assert.equal(await enter('app', closed.id, 'job', null), SUSPENDED);
    assert.equal(await enter('app', closed.id, 'grant', ids.closedGrant), closed.id);
    // Who has no live credential there doesn't learn that the tenant is suspended.
    assert.equal(await enter('app', closed.id, 'key', a.keyId), DEAD);
  });

  it('can’t be fooled by another role, session user or somebody’s own tables and functions', async () => {
    const { app } = clients;
    for (const role of ['smarteros_owner', 'smarteros_operator', 'smarteros_backup', 'postgres']) {
      await assert.rejects(app.query(`set role ${role}`), { code: '42501' }, role);
      await assert.rejects(app.query(`set session authorization ${role}`), { code: '42501' }, role);
    }
    await app.query('begin');
    await app.query(`
      create temp table tenants (id uuid, status text, platform boolean, slug text, country text);
      create temp table api_keys (tenant_id uuid, id uuid, hash bytea, revoked_at timestamptz, expires_at timestamptz);
      insert into tenants values ('${b.id}', 'active', false, 'b', 'CL');
      insert into api_keys values ('${b.id}', '${a.keyId}', '\\x00', null, null);
      set local search_path = pg_temp, core, pg_catalog`);
    await assert.rejects(app.query('select core.enter($1, $2, $3)', [b.id, 'key', a.keyId]), {
      code: 'SM401',
    });
    await app.query('rollback');
    const found = await app.query('select * from core.find_key($1)', [Buffer.from([0])]);
    assert.equal(found.rowCount, 0);
  });

  it('can’t be made unnecessary for connections to come, nor the fence be switched off', async () => {
    const { app } = clients;
    const { rows } = await app.query<{ name: string }>('select current_database() as name');
    for (const sql of [
      `alter role smarteros_app set app.tenant_id = '${b.id}'`,
      `alter role smarteros_app bypassrls`,
      `alter role smarteros_operator set search_path = public`,
      `alter database ${rows[0]!.name} set app.tenant_id = '${b.id}'`,
      `alter system set app.tenant_id = '${b.id}'`,
      `alter table app.contacts no force row level security`,
      `drop policy smarteros_app_fence on app.contacts`,
      `set session_replication_role = replica`,
      `grant smarteros_owner to smarteros_app`,
    ])
      await assert.rejects(app.query(sql), { code: '42501' }, sql);
    await app.query('begin; set local row_security = off');
    await assert.rejects(app.query('select 1 from app.contacts'), { code: '42501' });
    await app.query('rollback');
  });

  it('shows nothing of credentials to those who don’t know them', async () => {
    const { rows } = await clients.app.query(
      `select (select count(*) from core.find_key('')) + (select count(*) from core.find_key(null))
        + (select count(*) from core.find_grant('')) + (select count(*) from core.find_form(null)) as n`,
    );
    assert.equal(rows[0].n, '0');
    const expired = await clients.app.query('select * from core.find_grant($1)', [tokenHash('smg_old')]);
    assert.equal(expired.rowCount, 0);
    for (const lookup of ['find_key', 'find_grant', 'touch_keys']) {
      const args = lookup === 'touch_keys' ? `'{}', now()` : `''`;
      await assert.rejects(
        clients.operator.query(`select core.${lookup}(${args})`),
        { code: '42501' },
        lookup,
      );
    }
  });
});
