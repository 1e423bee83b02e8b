import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Challenge } from 'altcha-lib';
import { ascendingIds } from '#platform/clock.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { solve } from '#test/otp/world.ts';

const HOUR_MS = 3_600_000;

describe('a contact form', () => {
  let moved = 0;
  let t: TestApi;
  let key: string;
  let form: string;
  before(async () => {
    const now = (): Date => new Date(Date.now() + moved);
    const newId = ascendingIds();
    t = await createTestApi({ clock: { now, id: () => newId(now().getTime()) } });
  });
  after(() => t.stop());
  beforeEach(async () => {
    ({ key } = await t.tenant());
    form = (await t.request('POST /forms', { token: key, body: { name: 'Web', consentText: 'Sí' } })).body.id;
  });

  const send = (more: object = {}, token?: string): Promise<Answer> =>
    t.request('POST /contact', {
      ...(token !== undefined && { token }),
      body: { form, name: 'Ana', email: 'Ana@Example.com', message: 'Hola', consent: true, ...more },
    });
  /** A browser opens the page, its person types, it solves the challenge meanwhile. */
  async function typed(milliseconds = 10_000, of = form): Promise<string> {
    const { body } = await t.request(`GET /contact?form=${of}`);
    moved += milliseconds;
    return solve(body.challenge as Challenge);
  }
  const contacts = async (): Promise<number> =>
    (await t.request('GET /contacts', { token: key })).body.data.length;
  const held = async (): Promise<{ id: string; reason: string; email: string }[]> =>
    (await t.request('GET /forms/held', { token: key })).body.data;

  it('takes a message with a solved challenge at once, and each solution once', async () => {
    const challenge = await typed();
    assert.equal((await send({ challenge })).status, 200);
    assert.deepEqual([await contacts(), await held()], [1, []]);
    const again = await send({ challenge });
    assert.deepEqual([again.status, again.body.code], [403, 'challenge_required']);
    moved += 5_000;
    assert.equal((await send({ challenge: solve(again.body.data.challenge as Challenge) })).status, 200);
    const all = await typed();
    const race = await Promise.all(Array.from({ length: 8 }, () => send({ challenge: all })));
    assert.equal(race.filter(({ status }) => status === 200).length, 1);
    assert.equal(await contacts(), 3);
  });

  it('refuses solutions of other forms, of yesterday, forged or none at all', async () => {
    const other = (await t.request('POST /forms', { token: key, body: { name: 'B', consentText: 'Sí' } }))
      .body.id;
    const late = await typed();
    moved += 3 * HOUR_MS;
    const whole = JSON.parse(Buffer.from(await typed(), 'base64').toString()) as {
      challenge: Challenge;
      solution: object;
    };
    whole.challenge.parameters.keyPrefix = '';
    const easy = Buffer.from(JSON.stringify(whole)).toString('base64');
    for (const challenge of [await typed(10_000, other), late, easy, 'x', '', 'e30=']) {
      const { status, body } = await send({ challenge });
      assert.deepEqual([status, body.code], [403, 'challenge_required'], challenge.slice(0, 40));
    }
    assert.deepEqual([await contacts(), await held()], [0, []]);
  });

  it('holds what is suspicious, answers alike, and tells nobody but the company', async () => {
    const quick = await send({ challenge: await typed(500) });
    const trapped = await send({ challenge: await typed(), website: 'https://spam.example' });
    const plain = await send();
    for (const { status, body } of [quick, trapped, plain])
      assert.deepEqual([status, Object.keys(body)], [200, ['id', 'receivedAt']]);
    assert.deepEqual(
      (await held()).map(({ id, reason, email }) => [id, reason, email]),
      [
        [plain.body.id, 'unsolved', 'ana@example.com'],
        [trapped.body.id, 'trap', 'ana@example.com'],
        [quick.body.id, 'hurry', 'ana@example.com'],
      ],
    );
    assert.equal(await contacts(), 0);
    const events = await t.sql<{ name: string }>(
      `select distinct name from core.events where name like 'contact.%'`,
    );
    assert.ok(events.some(({ name }) => name === 'contact.message_held'));
    const other = (await t.tenant()).key;
    assert.deepEqual((await t.request('GET /forms/held', { token: other })).body.data, []);
    for (const route of [`POST /forms/held/${plain.body.id}/release`, `DELETE /forms/held/${plain.body.id}`])
      assert.equal(
        (await t.request(route, { token: other, ...(route.startsWith('POST') && { body: {} }) })).status,
        404,
      );
  });

  it('lets a held message through once, or throws it away', async () => {
    const [good, bad] = [await send(), await send()];
    const release = () => t.request(`POST /forms/held/${good.body.id}/release`, { token: key, body: {} });
    const both = await Promise.all([release(), release()]);
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 404],
    );
    assert.equal(await contacts(), 1);
    const [consent] = (await t.request('GET /consents', { token: key })).body.data;
    assert.equal(consent.evidence, good.body.id);
    assert.equal(consent.givenAt, good.body.receivedAt);
    const discard = () => t.request(`DELETE /forms/held/${bad.body.id}`, { token: key });
    assert.deepEqual([(await discard()).status, (await discard()).status], [200, 404]);
    assert.deepEqual(await held(), []);
  });

  it('believes the company’s own program, if it may write contacts, and no other’s', async () => {
    assert.equal((await send({}, key)).status, 200);
    assert.equal(await contacts(), 1);
    const reader = await t.request('POST /keys', {
      token: key,
      body: { name: 'r', scopes: ['contacts:read'] },
    });
    await send({}, reader.body.key);
    await send({}, (await t.tenant()).key);
    assert.deepEqual([await contacts(), (await held()).length], [1, 2]);
  });

  it('takes only a few unsolved ones an hour, then asks for work, and then that runs out too', async () => {
    const plain = [];
    for (let i = 0; i < 7; i++) plain.push((await send()).body.code ?? 'taken');
    assert.deepEqual(plain, [...Array(5).fill('taken'), 'challenge_required', 'challenge_required']);
    const solved = [];
    for (let i = 0; i < 21; i++) solved.push(await send({ challenge: await typed(3_500) }));
    assert.deepEqual([...new Set(solved.slice(0, 20).map(({ status }) => status))], [200]);
    assert.equal(solved[20]!.body.code, 'rate_limited');
    assert.ok(Number(solved[20]!.headers['retry-after']) > 0);
    // Nothing that was counted names an address.
    const names = await t.sql<{ name: string }>(`select name from core.counters where name like 'form %'`);
    assert.ok(names.length > 0 && names.every(({ name }) => !name.includes('127.0.0.1')));
    moved += HOUR_MS;
    assert.equal((await send()).status, 200);
  });
});
