import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cookieOf, createWorld, MINUTE, withTotp, type World } from './world.ts';

const KEY = { name: 'k', scopes: ['contacts:read'] };

describe('a recent proof', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
  });
  after(() => w.stop());

  it('is needed to make a key, by a person and not by a key', async () => {
    const owner = await w.owner();
    assert.equal((await w.as(owner, 'POST /keys', KEY)).status, 201);
    w.clock.advance(10 * MINUTE + 1);
    const refused = await w.as(owner, 'POST /keys', KEY);
    assert.deepEqual([refused.status, refused.body.code], [403, 'step_up_required']);
    const code = await w.code(owner.phone, 'step_up', owner.ugid);
    const proved = await w.as(owner, 'POST /auth/step-up', { code });
    assert.deepEqual(proved.body, { provedAt: w.clock.now().toISOString(), validFor: 600 });
    // At once, although the session was believed to lack the proof a moment ago.
    assert.equal((await w.as(owner, 'POST /keys', KEY)).status, 201);
    const { key } = await w.t.tenant();
    w.clock.advance(60 * MINUTE);
    assert.equal((await w.t.request('POST /keys', { token: key, body: KEY })).status, 201);
  });

  it('is one session’s, and no other’s', async () => {
    const who = await w.person();
    const second = await w.person(who.phone);
    w.clock.advance(11 * MINUTE);
    const code = await w.code(who.phone, 'step_up', who.ugid);
    assert.equal((await w.as(second, 'POST /auth/step-up', { code })).status, 200);
    assert.equal((await w.as(second, 'POST /auth/totp')).status, 200);
    assert.equal((await w.as(who, 'POST /auth/totp')).body.code, 'step_up_required');
  });

  it('is not a login code, nor somebody else’s code', async () => {
    const [who, other] = [await w.person(), await w.person()];
    w.clock.advance(11 * MINUTE);
    const code = await w.code(who.phone, 'login');
    assert.equal((await w.as(who, 'POST /auth/step-up', { code })).body.code, 'otp_expired');
    await w.code(other.phone, 'step_up', other.ugid);
    assert.equal((await w.as(who, 'POST /auth/step-up', { code })).body.code, 'otp_expired');
    assert.equal((await w.as(who, 'POST /auth/totp')).body.code, 'step_up_required');
    assert.deepEqual((await w.audit(who.ugid)).slice(1), ['proof.failed', 'proof.failed']);
  });

  it('of whoever has a second factor is that factor: neither login nor code by phone is enough', async () => {
    const owner = await w.owner();
    const { show } = await withTotp(w, owner);
    const back = await w.person(owner.phone);
    assert.equal((await w.as(back, 'POST /keys', KEY)).body.code, 'step_up_required');
    const code = await w.code(owner.phone, 'step_up', owner.ugid);
    const weak = await w.as(back, 'POST /auth/step-up', { code });
    assert.deepEqual([weak.status, weak.body.code], [403, 'forbidden']);
    assert.equal((await w.as(back, 'POST /keys', KEY)).body.code, 'step_up_required');
    const { methods, codeSent } = (await w.as(back, 'POST /auth/step-up/prepare')).body;
    assert.deepEqual({ methods, codeSent }, { methods: ['totp', 'recovery'], codeSent: false });
    assert.equal((await w.as(back, 'POST /auth/step-up', { totp: show() })).status, 200);
    assert.equal((await w.as(back, 'POST /keys', KEY)).status, 201);
  });

  it('is exactly one', async () => {
    const who = await w.person();
    for (const proof of [{}, { totp: '123456', recovery: 'x' }, { code: '1', password: 'x' }])
      assert.equal((await w.as(who, 'POST /auth/step-up', proof)).body.code, 'invalid_input');
  });

  it('is asked for by phone of whoever has nothing else', async () => {
    const who = await w.person();
    w.clock.advance(MINUTE);
    const { body } = await w.as(who, 'POST /auth/step-up/prepare');
    assert.deepEqual(body, { methods: ['code'], publicKey: null, codeSent: true });
    const [sent] = await w.rows(
      `select person_id from identity.otp_codes where phone = $1 and purpose = 'step_up' and ended_at is null`,
      [who.phone],
    );
    assert.equal(sent!['person_id'], who.ugid);
  });
});

describe('a login that always asks for the second factor', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
  });
  after(() => w.stop());

  async function asking() {
    const who = await w.person();
    const app = await withTotp(w, who);
    assert.equal((await w.as(who, 'PUT /auth/always-ask', { on: true })).status, 200);
    return { ...who, ...app };
  }
  const finish = (body: object) => w.t.request('POST /auth/second-factor', { body });

  it('answers a ticket and no session, and the second factor opens it', async () => {
    const who = await asking();
    const first = await w.verify(who.phone);
    assert.deepEqual([first.status, first.body.code], [401, 'second_factor_required']);
    assert.equal(first.headers['set-cookie'], undefined);
    const { ticket, methods } = first.body.data;
    assert.equal(methods, 'totp recovery');
    const done = await finish({ ticket, totp: who.show() });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.deepEqual(Object.keys(done.body), ['ugid', 'accessToken', 'expiresIn', 'refreshToken', 'tenants']);
    const token = cookieOf(done);
    assert.equal((await w.as({ token }, 'GET /auth/me')).body.ugid, who.ugid);
    // Both were shown just now.
    assert.equal((await w.as({ token }, 'POST /auth/recovery-codes')).status, 200);
    w.clock.advance(MINUTE);
    assert.equal((await finish({ ticket, totp: who.show() })).body.code, 'ticket_expired');
    assert.ok((await w.audit(who.ugid)).includes('login.second_factor_asked'));
  });

  it('is finished once, though ten try at once', async () => {
    const who = await asking();
    const { ticket } = (await w.verify(who.phone)).body.data;
    const recoveries = who.recoveryCodes.map((recovery) => finish({ ticket, recovery }));
    const answers = await Promise.all(recoveries);
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it('ends after five wrong proofs, or five minutes', async () => {
    const [who, late] = [await asking(), await asking()];
    const { ticket } = (await w.verify(who.phone)).body.data;
    for (let i = 0; i < 4; i++)
      assert.equal((await finish({ ticket, totp: '000000' })).body.code, 'proof_invalid');
    assert.equal((await finish({ ticket, totp: '000000' })).body.code, 'proof_invalid');
    w.clock.advance(MINUTE);
    assert.equal((await finish({ ticket, totp: who.show() })).body.code, 'ticket_expired');
    const old = (await w.verify(late.phone)).body.data.ticket;
    w.clock.advance(5 * MINUTE);
    assert.equal((await finish({ ticket: old, totp: late.show() })).body.code, 'ticket_expired');
  });

  it('takes nobody else’s factor', async () => {
    const [who, other] = [await asking(), await asking()];
    const { ticket } = (await w.verify(who.phone)).body.data;
    assert.equal((await finish({ ticket, totp: other.show() })).body.code, 'proof_invalid');
    assert.equal((await finish({ ticket, recovery: other.recoveryCodes[0] })).body.code, 'proof_invalid');
    assert.equal((await finish({ ticket: 'sml_x', totp: other.show() })).body.code, 'ticket_expired');
  });

  it('is not for whoever has none, and is refused to the disabled', async () => {
    const plain = await w.person();
    assert.equal((await w.as(plain, 'PUT /auth/always-ask', { on: true })).body.code, 'conflict');
    const who = await asking();
    const { ticket } = (await w.verify(who.phone)).body.data;
    await w.rows('update identity.people set disabled_at = now() where id = $1', [who.ugid]);
    assert.equal((await finish({ ticket, totp: who.show() })).body.code, 'forbidden');
  });
});
