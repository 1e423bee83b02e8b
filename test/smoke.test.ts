import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

describe('smoke', () => {
  let t: TestApi;
  before(async () => {
    t = await createTestApi();
  });
  after(() => t.stop());

  it('makes a tenant, a key and a contact', async () => {
    const { key } = await t.tenant();
    const made = await t.request('POST /contacts', {
      token: key,
      body: {
        name: 'Ana Pérez',
        email: 'Ana@Example.com',
        phone: '9 1234 5678',
        taxId: '11.111.111-1',
        tags: ['VIP'],
      },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    for (const q of ['perez', 'ana', '9 1234', '11.111.111-1', 'ana@ex', '+56 9 1234 5678']) {
      const list = await t.request(`GET /contacts?q=${encodeURIComponent(q)}`, { token: key });
      assert.deepEqual(list.body, { data: [made.body], nextCursor: null }, q);
    }
    const audit = await t.request('GET /audit', { token: key });
    console.log(JSON.stringify(audit.body, null, 1));
  });
});
