import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import { EXAMPLE } from '#core/example.ts';
import type { Answer } from '#test/harness/api.ts';
import { createWorld, isWrite, KEY, type World } from '#test/kernel/world.ts';

const HOUR_MS = 3_600_000;
const AT_ONCE = 100;

const withKey = (key: string): Record<string, string> => ({ 'idempotency-key': key });

describe('an idempotency key makes one effect of many requests', () => {
  let world: World;
  const post = (key: string, body: object, token = KEY): Promise<Answer> =>
    world.t.request('POST /contacts', { token, body, headers: withKey(key) });
  const named = async (name: string): Promise<number> =>
    Number((await world.rows('select count(*) as n from app.contacts where name = $1', [name]))[0]!['n']);

  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  /** Afterwards its caller is nobody, so the same request is another one. */
  const ENDS_ITS_CALLER = new Set(['auth.logout']);
  for (const { operation } of buildCatalogue().operations.filter(isWrite)) {
    if (ENDS_ITS_CALLER.has(operation.name)) continue;
    it(`of ${operation.name}: the same answer again, its secrets gone`, async () => {
      await world.restore();
      const compiled = world.t.api.kernel.catalogue.find(operation.name)!;
      const first = await world.example(compiled, withKey('once'));
      assert.ok(first.status < 300, JSON.stringify(first.body));
      assert.equal(first.headers['idempotency-replayed'], undefined);
      const counts = await world.rows(
        'select (select count(*) from core.audit) as audit, (select count(*) from core.events) as events',
      );
      const again = await world.example(compiled, withKey('once'));
      const hidden = Object.fromEntries(compiled.secretFields.map((name) => [name, null]));
      assert.deepEqual(again.body, { ...first.body, ...hidden });
      assert.equal(again.status, first.status);
      assert.equal(again.headers['etag'], first.headers['etag']);
      assert.equal(again.headers['idempotency-replayed'], 'true');
      assert.deepEqual(
        await world.rows(
          'select (select count(*) from core.audit) as audit, (select count(*) from core.events) as events',
        ),
        counts,
      );
    });
  }

  it('and refuses it for anything else', async () => {
    assert.equal((await post('other', { name: 'First' })).status, 201);
    const other = await post('other', { name: 'Second' });
    assert.deepEqual(
      { status: other.status, code: other.body.code },
      { status: 422, code: 'idempotency_key_reused' },
    );
    const elsewhere = await world.t.request('POST /forms', {
      token: KEY,
      body: { name: 'First', consentText: 'x' },
      headers: withKey('other'),
    });
    assert.equal(elsewhere.status, 422);
    assert.deepEqual([await named('First'), await named('Second')], [1, 0]);
  });

  it('however the same input is written', async () => {
    const { body } = await post('order', { name: 'Order', email: 'o@example.com' });
    const again = await post('order', { tags: [], email: 'o@example.com', name: 'Order' });
    assert.deepEqual(again.body, body);
    assert.equal(again.headers['idempotency-replayed'], 'true');
  });

  for (const [path, request] of Object.entries({
    'one statement batch': () => post('race', { name: 'Race' }),
    'a transaction that reads first': () =>
      world.t.request(`PATCH /contacts/${EXAMPLE.contact.id}`, {
        token: KEY,
        body: { name: 'Race' },
        headers: withKey('race patch'),
      }),
  })) {
    it(`over ${AT_ONCE} requests at once, as ${path}`, async () => {
      await world.restore();
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, request));
      const codes = new Set(answers.map((answer) => answer.status));
      const done = answers.filter((answer) => answer.status < 300);
      assert.ok(
        done.length > 0 && [...codes].every((code) => code === done[0]!.status || code === 409),
        [...codes].join(),
      );
      for (const answer of done) assert.deepEqual(answer.body, done[0]!.body);
      for (const answer of answers.filter((one) => one.status === 409)) {
        assert.equal(answer.body.code, 'idempotency_in_progress');
        assert.ok(Number(answer.headers['retry-after']) > 0);
      }
      assert.equal(done.filter((answer) => answer.headers['idempotency-replayed'] === undefined).length, 1);
      assert.equal(await named('Race'), 1);
      const [audit] = await world.rows(
        `select count(*)::int as n from core.audit where request_id <> 'example'`,
      );
      assert.equal(audit!['n'], 1);
      assert.deepEqual((await request()).body, done[0]!.body);
    });
  }

  it('for 24 hours', async () => {
    await post('day', { name: 'Day' });
    world.clock.advance(24 * HOUR_MS - 60_000);
    assert.equal((await post('day', { name: 'Day' })).headers['idempotency-replayed'], 'true');
    world.clock.advance(120_000);
    const next = await post('day', { name: 'Day' });
    assert.deepEqual([next.status, next.headers['idempotency-replayed']], [201, undefined]);
    assert.equal(await named('Day'), 2);
    // A key that is free again may be used for something else.
    world.clock.advance(25 * HOUR_MS);
    assert.equal((await post('day', { name: 'Another day' })).status, 201);
  });

  it('but not of failures', async () => {
    const body = { name: 'Later' };
    const change = (version: number): Promise<Answer> =>
      world.t.request(`PATCH /contacts/${EXAMPLE.contact.id}`, {
        token: KEY,
        body,
        headers: { ...withKey('failed'), 'if-match': `"${version}"` },
      });
    await world.restore();
    assert.equal((await change(9)).status, 412);
    assert.deepEqual(await world.rows(`select 1 from core.idempotency where key = 'failed'`), []);
    assert.equal((await change(1)).status, 200);
    const again = await change(1);
    assert.deepEqual([again.status, again.headers['idempotency-replayed']], [200, 'true']);
  });

  it('of one caller: another’s same key is another key', async () => {
    world.clock.catchUp();
    const second = await world.t.request('POST /keys', {
      token: KEY,
      body: { name: 'second', scopes: ['*'] },
    });
    const elsewhere = await world.t.tenant();
    const answers = await Promise.all(
      [KEY, second.body.key, elsewhere.key].map((token) => post('mine', { name: 'Mine' }, token)),
    );
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [201, 201, 201],
    );
    assert.equal(new Set(answers.map((answer) => answer.body.id)).size, 3);
    // And the owner of a key that was revoked doesn't get the stored answer.
    assert.equal((await world.t.request(`DELETE /keys/${second.body.id}`, { token: KEY })).status, 200);
    assert.equal((await post('mine', { name: 'Mine' }, second.body.key)).status, 401);
  });

  it('of 1 to 255 characters, and none for reading', async () => {
    assert.equal((await post('x'.repeat(255), { name: 'Long' })).status, 201);
    for (const key of ['', 'x'.repeat(256)]) {
      const { status, body } = await post(key, { name: 'Too long' });
      assert.deepEqual({ status, field: body.errors?.[0].field }, { status: 400, field: 'Idempotency-Key' });
    }
    const before_ = await world.rows('select count(*) from core.idempotency');
    for (let i = 0; i < 2; i++) {
      const list = await world.t.request('GET /contacts', { token: KEY, headers: withKey('reading') });
      assert.deepEqual([list.status, list.headers['idempotency-replayed']], [200, undefined]);
    }
    assert.deepEqual(await world.rows('select count(*) from core.idempotency'), before_);
  });

  it('and stores no secret', async () => {
    const made = await world.t.request('POST /keys', {
      token: KEY,
      body: { name: 'secret', scopes: ['*'] },
      headers: withKey('secret'),
    });
    const grant = await world.t.request('POST /grants', {
      token: world.t.operatorKey,
      body: { tenant: EXAMPLE.tenant.slug, reason: 'x' },
      headers: withKey('secret'),
    });
    const stored = await world.rows<{ answer: string }>(
      `select answer from core.idempotency where key = 'secret'`,
    );
    assert.equal(stored.length, 2);
    for (const { answer } of stored)
      for (const secret of [made.body.key, grant.body.token]) assert.ok(!answer.includes(secret));
  });
});
