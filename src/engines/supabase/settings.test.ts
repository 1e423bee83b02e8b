import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fenceOf, settings } from './settings.ts';

const tenant = { id: '01960000-0000-7000-8000-000000000001', slug: '123456785', country: 'CL' };
const fence = (kept: Record<string, unknown>, shared: boolean) =>
  fenceOf({ tenant, link: { settings: kept, shared } as Parameters<typeof fenceOf>[0]['link'] });

describe('whose a row is', () => {
  it('can’t be left open in a database that companies share', () => {
    for (const kept of [{ tenantColumn: null }, { tables: { regions: null } }])
      assert.throws(() => fence(kept, true).columnOf('regions'), { code: 'engine_forbidden' });
  });

  it('is said by a column that the instance names, table by table', () => {
    const kept = { tenantColumn: 'company', tenantKey: 'slug', tables: { regions: null, bills: 'owner' } };
    const own = fence(kept, false);
    assert.equal(own.value, tenant.slug);
    assert.deepEqual(
      ['orders', 'bills', 'regions', 'constructor'].map((one) => own.columnOf(one)),
      ['company', 'owner', null, 'company'],
    );
    assert.deepEqual([fence({}, true).value, fence({}, true).columnOf('orders')], [tenant.id, 'tenant_id']);
  });

  it('is never said by a word that PostgREST reads as something else', () => {
    for (const word of ['or', 'and', 'not', 'select', 'limit', 'order', 'a.b', 'a,b', ''])
      assert.ok(!settings.safeParse({ tenantColumn: word }).success, word);
  });
});
