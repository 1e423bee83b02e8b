import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answer } from '#test/harness/api.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

describe('row versions', () => {
  let t: TestApi;
  let key: string;
  before(async () => {
    t = await createTestApi();
    ({ key } = await t.tenant());
  });
  after(() => t.stop());

  const create = (): Promise<Answer> => t.request('POST /contacts', { token: key, body: { name: 'Ana' } });
  const change = (id: string, match: string, name = 'Eva'): Promise<Answer> =>
    t.request(`PATCH /contacts/${id}`, { token: key, body: { name }, headers: { 'if-match': match } });

  it('are the ETag of every answer', async () => {
    const made = await create();
    assert.equal(made.headers['etag'], '"1"');
    const changed = await change(made.body.id, '"1"');
    assert.deepEqual([changed.headers['etag'], changed.body.version], ['"2"', 2]);
    assert.equal((await t.request(`GET /contacts/${made.body.id}`, { token: key })).headers['etag'], '"2"');
    assert.equal((await t.request('GET /contacts', { token: key })).headers['etag'], undefined);
  });

  it('let a change through when they match', async () => {
    const { id } = (await create()).body;
    for (const [i, match] of ['"1"', 'W/"2"', '*'].entries())
      assert.equal((await change(id, match)).body.version, i + 2, match);
    assert.equal(
      (await t.request(`PATCH /contacts/${id}`, { token: key, body: { name: 'Any' } })).body.version,
      5,
    );
  });

  it('stop it when they don’t, or can’t be read', async () => {
    const { id } = (await create()).body;
    for (const match of [
      '"2"',
      '"0"',
      '"1", "2"',
      '"-1"',
      '""',
      '"abc"',
      '1',
      '',
      '"1e0"',
      '"1.0"',
      `"${'9'.repeat(30)}"`,
      '"01x"',
      'W/1',
    ]) {
      const { status, body } = await change(id, match);
      assert.deepEqual({ status, code: body.code }, { status: 412, code: 'version_conflict' }, match);
    }
    const removed = await t.request(`DELETE /contacts/${id}`, { token: key, headers: { 'if-match': '"2"' } });
    assert.equal(removed.status, 412);
    assert.deepEqual((await t.request(`GET /contacts/${id}`, { token: key })).body.name, 'Ana');
    assert.equal(
      (await t.request(`DELETE /contacts/${id}`, { token: key, headers: { 'if-match': '"1"' } })).status,
      200,
    );
  });

  it('are refused where there are none', async () => {
    const body = { name: 'x', scopes: ['contacts:read'] };
    const answer = await t.request('POST /keys', { token: key, body, headers: { 'if-match': '"1"' } });
    assert.deepEqual([answer.status, answer.body.errors[0].field], [400, 'If-Match']);
  });

  it('let one of many win who start from the same', async () => {
    const { id } = (await create()).body;
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => change(id, '"1"', `Name ${i}`)));
    assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
    assert.ok(answers.every((answer) => answer.status === 200 || answer.status === 412));
    const winner = answers.find((answer) => answer.status === 200)!;
    assert.deepEqual((await t.request(`GET /contacts/${id}`, { token: key })).body, winner.body);
  });

  it('hold for companies too', async () => {
    const tenant = await t.tenant();
    const rename = (match: string, token: string): Promise<Answer> =>
      t.request(`PATCH /tenants/${tenant.slug}`, {
        token,
        body: { name: 'Otro' },
        headers: { 'if-match': match },
      });
    assert.equal((await rename('"1"', tenant.key)).body.version, 2);
    assert.equal((await rename('"1"', t.operatorKey)).status, 412);
    assert.equal((await rename('"2"', t.operatorKey)).body.version, 3);
  });
});
