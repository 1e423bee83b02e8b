import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { createWorld, HOUR, MINUTE, SECOND, type Person, type World } from './world.ts';

const STEP = 30 * SECOND;

describe('an app that shows codes', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
  });
  after(() => w.stop());

  const codeAt = (secret: string, shift = 0): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: w.clock.now().getTime() + shift });

  async function enrolled(who: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
    const begun = await w.as(who, 'POST /auth/totp');
    assert.equal(begun.status, 200, JSON.stringify(begun.body));
    const { secret } = begun.body;
    const done = await w.as(who, 'POST /auth/totp/confirm', { code: codeAt(secret) });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    return { secret, recoveryCodes: done.body.recoveryCodes };
  }

  const prove = (who: Person, proof: object) => w.as(who, 'POST /auth/step-up', proof);
  /** The next code that wasn't used yet. */
  const later = (): void => w.clock.advance(2 * STEP);

  it('counts only after a first code, and shows its secret once', async () => {
    const who = await w.person();
    const begun = await w.as(who, 'POST /auth/totp');
    assert.match(begun.body.uri, /^otpauth:\/\/totp\/SmarterOS:.*secret=[A-Z2-7]{32}/);
    assert.equal((await w.as(who, 'GET /auth/factors')).body.totp, false);
    const wrong = await w.as(who, 'POST /auth/totp/confirm', { code: '000000' });
    assert.equal(wrong.body.code, 'proof_invalid');
    const right = await w.as(who, 'POST /auth/totp/confirm', { code: codeAt(begun.body.secret) });
    assert.equal(right.body.recoveryCodes.length, 10);
    assert.equal((await w.as(who, 'GET /auth/factors')).body.totp, true);
    assert.equal((await w.as(who, 'POST /auth/totp')).body.code, 'conflict');
    const stored = await w.rows<{ sealed: Buffer }>('select sealed from identity.totp where person_id = $1', [
      who.ugid,
    ]);
    assert.ok(!stored[0]!.sealed.includes(begun.body.secret));
    assert.deepEqual(await w.audit(who.ugid), [
      'login.succeeded',
      'factor.enrolment_started',
      'proof.failed',
      'factor.added',
    ]);
  });

  it('takes one step before and after, not two', async () => {
    const who = await w.person();
    const { secret } = await enrolled(who);
    for (const [shift, status] of [
      [-2 * STEP, 401],
      [2 * STEP, 401],
      [-STEP, 200],
      [STEP, 200],
    ] as const) {
      w.clock.advance(5 * STEP);
      const { status: got } = await prove(who, { totp: codeAt(secret, shift) });
      assert.equal(got, status, `${shift} ms`);
    }
  });

  it('refuses a code that was used, and one before it', async () => {
    const who = await w.person();
    const { secret } = await enrolled(who);
    // The code that confirmed it is used as well.
    assert.equal((await prove(who, { totp: codeAt(secret) })).body.code, 'proof_invalid');
    later();
    const code = codeAt(secret);
    assert.equal((await prove(who, { totp: code })).status, 200);
    assert.equal((await prove(who, { totp: code })).body.code, 'proof_invalid');
    assert.equal((await prove(who, { totp: codeAt(secret, -STEP) })).body.code, 'proof_invalid');
  });

  it('takes a code once, though it is sent ten times at once', async () => {
    const who = await w.person();
    const { secret } = await enrolled(who);
    later();
    const code = codeAt(secret);
    const answers = await Promise.all(Array.from({ length: 10 }, () => prove(who, { totp: code })));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it('makes guessers wait longer and longer, right codes too, and always lets them try again', async () => {
    const who = await w.person();
    const { secret } = await enrolled(who);
    later();
    const guess = async () => (await prove(who, { totp: '000000' })).body.code;
    const first = await Promise.all(Array.from({ length: 12 }, guess));
    assert.equal(first.filter((code) => code === 'proof_invalid').length, 5, first.join());
    const waiting = await prove(who, { totp: codeAt(secret) });
    assert.equal(waiting.body.code, 'rate_limited');
    const wait = Number(waiting.headers['retry-after']);
    assert.ok(wait > 0 && wait <= 30, String(wait));
    w.clock.advance(30 * SECOND);
    assert.equal(await guess(), 'proof_invalid');
    const second = Number((await prove(who, { totp: '000000' })).headers['retry-after']);
    assert.ok(second > 30 && second <= 60, String(second));
    for (let i = 0; i < 12; i++) {
      w.clock.advance(HOUR);
      assert.equal(await guess(), 'proof_invalid');
    }
    const last = Number((await prove(who, { totp: '000000' })).headers['retry-after']);
    assert.ok(last <= 3600, String(last));
    w.clock.advance(HOUR);
    assert.equal((await prove(who, { totp: codeAt(secret) })).status, 200);
  });

  it('takes each recovery code once, as its owner’s, however it is typed', async () => {
    const [who, other] = [await w.person(), await w.person()];
    const { recoveryCodes } = await enrolled(who);
    await enrolled(other);
    const [one, two] = recoveryCodes as [string, string];
    assert.match(one, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    assert.equal((await prove(other, { recovery: one })).body.code, 'proof_invalid');
    assert.equal((await prove(who, { recovery: one.toLowerCase().replaceAll('-', ' ') })).status, 200);
    assert.equal((await prove(who, { recovery: one })).body.code, 'proof_invalid');
    const many = await Promise.all(Array.from({ length: 8 }, () => prove(who, { recovery: two })));
    assert.equal(many.filter(({ status }) => status === 200).length, 1);
    assert.equal((await w.as(who, 'GET /auth/factors')).body.recoveryCodes, 8);
  });

  it('makes new recovery codes, and the ones before stop working', async () => {
    const who = await w.person();
    const { recoveryCodes } = await enrolled(who);
    assert.equal((await prove(who, { recovery: recoveryCodes[0] })).status, 200);
    const fresh = await w.as(who, 'POST /auth/recovery-codes');
    assert.equal(fresh.body.recoveryCodes.length, 10);
    assert.equal((await prove(who, { recovery: recoveryCodes[1] })).body.code, 'proof_invalid');
    assert.equal((await prove(who, { recovery: fresh.body.recoveryCodes[1] })).status, 200);
  });

  it('goes with a recent proof only, and takes the recovery codes along', async () => {
    const who = await w.person();
    const { recoveryCodes } = await enrolled(who);
    w.clock.advance(11 * MINUTE);
    assert.equal((await w.as(who, 'DELETE /auth/totp')).body.code, 'step_up_required');
    assert.equal((await prove(who, { recovery: recoveryCodes[0] })).status, 200);
    assert.deepEqual((await w.as(who, 'DELETE /auth/totp')).body, { removed: true });
    const { totp, recoveryCodes: left } = (await w.as(who, 'GET /auth/factors')).body;
    assert.deepEqual({ totp, left }, { totp: false, left: 0 });
  });
});
