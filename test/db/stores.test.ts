import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Statement } from '#core/db.ts';
import { PLATFORM } from '#core/platform.ts';
import { insertGrant } from '#features/grants/store.ts';
import type { Key } from '#features/keys/schema.ts';
import { insertKey, listKeys, lockKey, revokeKey } from '#features/keys/store.ts';
import type { Tenant } from '#features/tenants/schema.ts';
import {
  findTenant,
  insertTenant,
  listTenants,
  lockTenant,
  setStatus,
  updateTenant,
} from '#features/tenants/store.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { compile, query } from '#platform/db/statement.ts';
import { openLab, type Lab } from '#test/db/lab.ts';

const NOW = '2026-03-02T12:00:00.000Z';
const LATER = new Date('2026-03-03T12:00:00.000Z');
const id = (n: number): string => `01960000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const tenant = (n: number): Tenant => ({
  id: id(n),
  slug: `ar-${n}`,
  taxId: `${n}-5`,
  country: 'AR',
  name: `Ñandú ${n}`,
  status: 'active',
  verified: false,
  purgeAfter: null,
  hue: null,
  language: 'es',
  logo: null,
  createdAt: NOW,
  version: 1,
});
const key = (n: number): Key => ({
  id: id(n),
  name: 'Report',
  prefix: 'smk_12345678',
  scopes: ['contacts:read', '*'],
  accountId: null,
  createdAt: NOW,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
});

/** Against the real schema as the real roles: the builder checks columns and types, but not rights. */
describe('stores', () => {
  let lab: Lab;
  let operator: Pool;
  let app: Pool;
  before(async () => {
    lab = await openLab();
    operator = lab.pool({ role: 'operator' });
    app = lab.pool();
    await operator.batch([insertTenant(tenant(1)), insertTenant(tenant(2)), insertTenant(tenant(3))]);
  });
  after(() => lab.stop());

  const asOperator = async <R>(statement: Statement<R>): Promise<R[]> =>
    (await operator.batch([statement]))[0];
  const inTenant = async <R>(statement: Statement<R>): Promise<R[]> =>
    (await app.batch([enter(id(1), { kind: 'job', id: null }), statement]))[1];

  it('tenants: newest first, page by page, without the platform', async () => {
    assert.deepEqual(await asOperator(listTenants(null, 2)), [tenant(3), tenant(2)]);
    assert.deepEqual(await asOperator(listTenants(id(2), 2)), [tenant(1)]);
  });

  it('tenants: by id or slug, in any case', async () => {
    for (const reference of [id(2), id(2).toUpperCase(), 'ar-2', 'AR-2']) {
      assert.deepEqual(await asOperator(findTenant(reference)), [tenant(2)]);
    }
    for (const hidden of [PLATFORM.id, PLATFORM.slug, 'nobody']) {
      assert.deepEqual(await asOperator(findTenant(hidden)), []);
    }
  });

  it('tenants: changed by the operator, renamed by themselves', async () => {
    const suspended: Tenant = { ...tenant(3), status: 'suspended', version: 2 };
    await asOperator(setStatus(suspended, LATER));
    assert.deepEqual(await asOperator(lockTenant(id(3))), [suspended]);

    const renamed = { ...tenant(1), name: 'New', version: 2 };
    await inTenant(updateTenant(renamed, LATER));
    assert.deepEqual(await inTenant(lockTenant(id(1))), [renamed]);
  });

  it('keys', async () => {
    for (const n of [1, 2, 3]) await inTenant(insertKey(key(n), Buffer.alloc(32, n), id(1)));
    assert.deepEqual(await inTenant(listKeys({}, LATER, null, 2)), [key(3), key(2)]);
    assert.deepEqual(await inTenant(listKeys({}, LATER, id(2), 2)), [key(1)]);
    await inTenant(revokeKey(id(2), LATER));
    assert.deepEqual(await inTenant(lockKey(id(2))), [{ ...key(2), revokedAt: LATER.toISOString() }]);
  });

  it('grants', async () => {
    const grant = {
      id: id(1),
      tenantId: id(1),
      reason: 'Support',
      expiresAt: LATER.toISOString(),
      openedBy: 'operator',
    };
    await asOperator(insertGrant(grant, Buffer.alloc(32, 9), new Date(NOW)));
    const all = compile(query.selectFrom('core.grants').selectAll());
    assert.deepEqual(await asOperator(all), [
      {
        tenant_id: id(1),
        id: id(1),
        hash: Buffer.alloc(32, 9),
        reason: 'Support',
        created_at: NOW,
        expires_at: LATER.toISOString(),
        opened_by: 'operator',
        revoked_at: null,
      },
    ]);
  });

  it('are checked by the compiler: columns, their types, null', () => {
    // @ts-expect-error -- there is no such column
    compile(query.selectFrom('core.grants').select('nonsense'));
    // @ts-expect-error -- a status that the table's check refuses
    compile(query.updateTable('core.tenants').set({ status: 'gone' }));
    // @ts-expect-error -- the database makes it
    compile(query.updateTable('core.events').set({ seq: 1 }));
    // @ts-expect-error -- it may be null
    const keys: Statement<{ expires_at: string }> = compile(
      query.selectFrom('core.api_keys').select('expires_at'),
    );
    assert.equal(keys.sql, 'select "expires_at" from "core"."api_keys"');
  });
});
