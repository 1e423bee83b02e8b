import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cookieOf, createWorld, HOUR, MINUTE, SECOND, withTotp, type Person, type World } from './world.ts';

const LONG = 'tres tristes tigres';
const SHORT = 'tigre trigo';
let next = 0;

describe('a local login', () => {
  let w: World;
  before(async () => {
    // Networks differ by what a trusted proxy says.
    w = await createWorld({ SMARTEROS_TRUSTED_PROXIES: '127.0.0.1' });
  });
  after(() => w.stop());

  const username = (): string => `persona.${(next += 1)}`;
  const set = (who: Person, name: string, password: string) =>
    w.as(who, 'PUT /auth/password', { username: name, password });
  const login = (name: string, password: string, from = '192.0.2.1') =>
    w.t.request('POST /auth/password/login', {
      body: { username: name, password },
      headers: { 'x-forwarded-for': from },
    });
  async function local(password = LONG) {
    const [who, name] = [await w.person(), username()];
    const answer = await set(who, name, password);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return { ...who, name };
  }

  it('opens a session, whatever the case of the name', async () => {
    const who = await local();
    const done = await login(who.name.toUpperCase(), LONG);
    assert.equal(done.body.ugid, who.ugid);
    // Someone with a phone proves sensitive acts by it, not by the password.
    const session = { token: cookieOf(done) };
    assert.equal((await w.as(session, 'POST /auth/totp')).body.code, 'step_up_required');
    const { body } = await w.as(session, 'POST /auth/step-up', { password: LONG });
    assert.equal(body.code, 'forbidden');
  });

  it('says nothing of kinds of characters, takes 64 and more, and is checked as it was typed', async () => {
    for (const password of [
      'solo letras minúsculas',
      '81920 37465 10293',
      `${'xyzábc '.repeat(9)}¡fin!`,
      '🐎🔋📎 y una grapa más',
    ]) {
      const who = await local(password);
      assert.equal((await login(who.name, password)).status, 200, password);
      for (const other of [password.toUpperCase(), ` ${password}`, `${password} `, password.slice(0, -1)])
        if (other !== password) assert.equal((await login(who.name, other)).body.code, 'login_failed', other);
    }
  });

  it('holds more than the words of its context', async () => {
    const [who, name] = [await w.person(), username()];
    for (const password of [`${name}${name}`, `SmarterOS ${name} `, `smarteros${name}1!`])
      assert.equal((await set(who, name, password)).body.code, 'invalid_input', password);
  });

  it('answers wrong passwords and unknown names alike', async () => {
    const who = await local();
    const { requestId: _, ...wrong } = (await login(who.name, 'otra cosa distinta', '192.0.2.2')).body;
    const { requestId: __, ...unknown } = (await login('nadie.nunca', LONG, '192.0.2.3')).body;
    assert.deepEqual(wrong, unknown);
    assert.equal(wrong.code, 'login_failed');
  });

  it('takes as long for unknown names', async () => {
    const who = await local();
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 30; i++) {
      for (const [kind, name] of [
        ['known', who.name],
        ['unknown', `nadie.${i}`],
      ] as const) {
        const started = performance.now();
        assert.equal((await login(name, 'otra cosa distinta', `198.51.100.${i}`)).status, 401);
        times[kind]!.push(performance.now() - started);
        w.clock.advance(2 * HOUR);
      }
    }
    const median = (kind: string) => times[kind]!.toSorted((a, b) => a - b)[15]!;
    const ratio = median('known') / median('unknown');
    assert.ok(ratio > 0.6 && ratio < 1.6, `known ${median('known')} ms, unknown ${median('unknown')} ms`);
  });

  it('is throttled per account and network, more and more, and never for good', async () => {
    const who = await local();
    const guess = async (from: string) => (await login(who.name, 'otra cosa distinta', from)).body.code;
    const burst = await Promise.all(Array.from({ length: 10 }, () => guess('203.0.113.1')));
    assert.equal(burst.filter((code) => code === 'login_failed').length, 5, burst.join());
    // The right password learns nothing either while it waits; the person elsewhere isn't shut out.
    assert.equal((await login(who.name, LONG, '203.0.113.1')).body.code, 'rate_limited');
    assert.equal((await login(who.name, LONG, '203.0.113.9')).status, 200);
    w.clock.advance(31 * SECOND);
    assert.equal(await guess('203.0.113.1'), 'login_failed');
    const again = await login(who.name, LONG, '203.0.113.1');
    assert.ok(Number(again.headers['retry-after']) > 30);
    w.clock.advance(HOUR);
    assert.equal((await login(who.name, LONG, '203.0.113.1')).status, 200);
  });

  it('is throttled over all networks, and one network over all names', async () => {
    const who = await local();
    const codes: string[] = [];
    for (let i = 0; i < 22; i++)
      codes.push((await login(who.name, 'otra cosa distinta', `203.0.113.${50 + i}`)).body.code);
    assert.equal(codes.filter((code) => code === 'login_failed').length, 20);
    const many: string[] = [];
    for (let i = 0; i < 22; i++)
      many.push((await login(`alguien.${i}`, 'otra cosa distinta', '203.0.113.200')).body.code);
    assert.equal(many.filter((code) => code === 'login_failed').length, 20);
    const [stored] = await w.rows<{ all: string }>(
      'select string_agg(name, chr(10)) as all from identity.throttles',
    );
    assert.ok(!/alguien|persona|203\.0/.test(stored!.all));
  });

  it('wants 15 characters, or 8 beside a second factor, and no common ones', async () => {
    const who = await w.person();
    for (const password of [
      SHORT,
      'catorce letras',
      'aaaaaaaaaaaaaaaaaaaa',
      'abcabcabcabcabcabc',
      '123456789012345',
      'qwertyuiopasdfgh',
      'correcthorsebatterystaple',
      'smarterosana.mar',
    ]) {
      const answer = await set(who, 'ana.mar', password);
      assert.equal(answer.body.code, 'invalid_input', password);
      assert.equal(answer.body.errors[0].field, 'password');
    }
    assert.equal((await set(who, username(), 'quince  letras.')).status, 200);
    await withTotp(w, who);
    assert.equal((await set(who, username(), 'clave123')).body.code, 'invalid_input');
    assert.equal((await set(who, username(), SHORT)).status, 200);
  });

  it('with a short password always asks for the second factor, which can’t be removed before', async () => {
    const who = await w.person();
    const { show } = await withTotp(w, who);
    const name = username();
    await set(who, name, SHORT);
    const first = await login(name, SHORT, '192.0.2.20');
    assert.equal(first.body.code, 'second_factor_required');
    assert.equal((await w.as(who, 'DELETE /auth/totp')).body.code, 'conflict');
    const { ticket } = first.body.data;
    const done = await w.t.request('POST /auth/second-factor', { body: { ticket, totp: show() } });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.equal((await set(who, name, LONG)).status, 200);
    assert.equal((await w.as(who, 'DELETE /auth/totp')).status, 200);
    assert.equal((await login(name, LONG, '192.0.2.20')).status, 200);
  });

  it('has a name of its own, is set with a recent proof, and ends the other sessions', async () => {
    const [who, other] = [await local(), await w.person()];
    const taken = await set(other, who.name.toUpperCase(), LONG);
    assert.deepEqual([taken.status, taken.body.errors[0].code], [400, 'taken']);
    const second = await w.person(who.phone);
    assert.equal((await set(who, who.name, 'cuatro tristes tigres')).status, 200);
    assert.equal((await w.as(second, 'DELETE /auth/password')).status, 401);
    assert.equal((await login(who.name, LONG, '192.0.2.30')).body.code, 'login_failed');
    w.clock.advance(11 * MINUTE);
    assert.equal((await set(who, who.name, LONG)).body.code, 'step_up_required');
    assert.equal((await w.as(who, 'DELETE /auth/password')).body.code, 'step_up_required');
  });

  it('proves sensitive acts for whoever has nothing else', async () => {
    const who = await local();
    await w.rows('update identity.people set phone = null where id = $1', [who.ugid]);
    const session = { token: cookieOf(await login(who.name, LONG, '192.0.2.40')) };
    assert.equal((await w.as(session, 'POST /auth/totp')).status, 200);
    w.clock.advance(11 * MINUTE);
    assert.equal((await w.as(session, 'POST /auth/totp')).body.code, 'step_up_required');
    const wrong = await w.as(session, 'POST /auth/step-up', { password: 'otra cosa distinta' });
    assert.equal(wrong.body.code, 'login_failed');
    assert.equal((await w.as(session, 'POST /auth/step-up', { password: LONG })).status, 200);
    assert.equal((await w.as(session, 'POST /auth/totp')).status, 200);
  });
});

describe('passwords that are switched off', () => {
  it('log nobody in and can’t be set', async () => {
    const w = await createWorld({ SMARTEROS_PASSWORD_LOGIN: 'false' });
    try {
      const who = await w.person();
      const body = { username: 'ana', password: LONG };
      assert.equal((await w.as(who, 'PUT /auth/password', body)).body.code, 'forbidden');
      assert.equal((await w.t.request('POST /auth/password/login', { body })).body.code, 'forbidden');
    } finally {
      await w.stop();
    }
  });
});
