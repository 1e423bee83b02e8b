import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createAuthenticator, type Authenticator, type Forgery } from './authenticator.ts';
import { cookieOf, createWorld, MINUTE, type Person, type World } from './world.ts';

describe('passkeys', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
  });
  after(() => w.stop());

  const options = async (who: Person) => (await w.as(who, 'POST /auth/passkeys/prepare')).body.publicKey;
  const add = async (who: Person, response: object) =>
    w.as(who, 'POST /auth/passkeys', { name: 'Phone', response });
  const challenge = async () =>
    (await w.t.request('POST /auth/passkeys/challenge', { body: {} })).body.publicKey;
  const login = (response: object) => w.t.request('POST /auth/passkeys/login', { body: { response } });

  async function withPasskey(): Promise<Person & { device: Authenticator; id: string }> {
    const who = await w.person();
    const device = createAuthenticator(who.ugid);
    const added = await add(who, device.create(await options(who)));
    assert.equal(added.status, 200, JSON.stringify(added.body));
    return { ...who, device, id: added.body.id };
  }

  it('log their person in, fully proved, without a name', async () => {
    const { device, ugid } = await withPasskey();
    const asked = await challenge();
    assert.equal(asked.allowCredentials, undefined);
    const done = await login(device.get(asked));
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.equal(done.body.ugid, ugid);
    assert.equal((await w.as({ token: cookieOf(done) }, 'POST /auth/passkeys/prepare')).status, 200);
    const [session] = await w.rows<{ methods: string[] }>(
      'select methods from identity.sessions where person_id = $1 order by id desc limit 1',
      [ugid],
    );
    assert.deepEqual(session!.methods, ['passkey']);
  });

  const FORGERIES: Record<string, Forgery> = {
    'another origin': { origin: 'http://evil.example' },
    'our origin with another port': { origin: 'http://localhost:8001' },
    'another host': { rpId: 'evil.example' },
    'another ceremony': { type: 'webauthn.payment' },
    'a challenge of its own': { challenge: Buffer.alloc(32, 7).toString('base64url') },
    'no user verification': { flags: 0x01 },
    'no user presence': { flags: 0x04 },
  };

  for (const [name, forgery] of Object.entries(FORGERIES)) {
    it(`are refused with ${name}, at registration and at login`, async () => {
      const who = await w.person();
      const forged = createAuthenticator(who.ugid).create(await options(who), forgery);
      assert.equal((await add(who, forged)).body.code, 'proof_invalid');
      const { device } = await withPasskey();
      assert.equal((await login(device.get(await challenge(), forgery))).body.code, 'proof_invalid');
    });
  }

  it('are refused with a bad signature, another’s credential id, or another person’s handle', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    for (const forgery of [
      { spoil: true },
      { credentialId: theirs.device.credentialId },
      { userHandle: theirs.ugid },
      { credentialId: 'bm9ib2R5' },
    ])
      assert.equal(
        (await login(mine.device.get(await challenge(), forgery))).body.code,
        'proof_invalid',
        JSON.stringify(forgery),
      );
  });

  it('sign each challenge once, in time, for what it was given', async () => {
    const { device, ...who } = await withPasskey();
    const asked = await challenge();
    const signed = device.get(asked);
    const answers = await Promise.all(Array.from({ length: 6 }, () => login(signed)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal((await login(device.get(asked))).body.code, 'proof_invalid');
    // A wrong signature has used it up as well.
    const other = await challenge();
    assert.equal((await login(device.get(other, { spoil: true }))).body.code, 'proof_invalid');
    assert.equal((await login(device.get(other))).body.code, 'proof_invalid');
    const old = await challenge();
    w.clock.advance(5 * MINUTE);
    assert.equal((await login(device.get(old))).body.code, 'proof_invalid');
    const forStepUp = (await w.as(who, 'POST /auth/step-up/prepare')).body.publicKey;
    assert.equal((await login(device.get(forStepUp))).body.code, 'proof_invalid');
  });

  it('are refused when their counter stands still or goes back', async () => {
    const { device } = await withPasskey();
    assert.equal((await login(device.get(await challenge(), { counter: 50 }))).status, 200);
    for (const counter of [50, 49, 0])
      assert.equal((await login(device.get(await challenge(), { counter }))).body.code, 'proof_invalid');
    assert.equal((await login(device.get(await challenge(), { counter: 51 }))).status, 200);
  });

  it('prove sensitive acts, in the session that asked and by its own person', async () => {
    const [who, other] = [await withPasskey(), await withPasskey()];
    w.clock.advance(11 * MINUTE);
    const ask = async (person: Person) => (await w.as(person, 'POST /auth/step-up/prepare')).body.publicKey;
    const prove = (person: Person, passkey: object) => w.as(person, 'POST /auth/step-up', { passkey });
    const asked = await ask(who);
    assert.deepEqual(
      asked.allowCredentials.map(({ id }: { id: string }) => id),
      [who.device.credentialId],
    );
    assert.equal((await prove(other, who.device.get(asked))).body.code, 'proof_invalid');
    assert.equal((await prove(who, other.device.get(await ask(who)))).body.code, 'proof_invalid');
    assert.equal((await prove(who, who.device.get(await challenge()))).body.code, 'proof_invalid');
    assert.equal((await w.as(who, 'POST /auth/passkeys/prepare')).body.code, 'step_up_required');
    assert.equal((await prove(who, who.device.get(await ask(who)))).status, 200);
    assert.equal((await w.as(who, 'POST /auth/passkeys/prepare')).status, 200);
  });

  it('finish a login that asks for a second factor', async () => {
    const who = await withPasskey();
    await w.as(who, 'PUT /auth/always-ask', { on: true });
    const { ticket, methods } = (await w.verify(who.phone)).body.data;
    assert.equal(methods, 'passkey');
    const passkey = who.device.get(await challenge());
    const done = await w.t.request('POST /auth/second-factor', { body: { ticket, passkey } });
    assert.equal(done.status, 200, JSON.stringify(done.body));
  });

  it('are registered in the session that asked, once, and by nobody twice', async () => {
    const [who, other] = [await w.person(), await w.person()];
    const device = createAuthenticator(who.ugid);
    const asked = await options(who);
    assert.equal((await add(other, device.create(asked))).body.code, 'proof_invalid');
    assert.equal((await add(who, device.create(asked))).status, 200);
    assert.equal((await add(who, device.create(asked))).body.code, 'proof_invalid');
    assert.equal((await add(other, device.create(await options(other)))).body.code, 'conflict');
    assert.deepEqual(
      (await options(who)).excludeCredentials.map(({ id }: { id: string }) => id),
      [device.credentialId],
    );
  });

  it('are listed, renamed and removed by their person only', async () => {
    const [who, other] = [await withPasskey(), await withPasskey()];
    const rename = (person: Person) => w.as(person, `PATCH /auth/passkeys/${who.id}`, { name: ' New ' });
    assert.equal((await rename(other)).status, 404);
    assert.equal((await rename(who)).body.name, 'New');
    assert.equal((await w.as(other, `DELETE /auth/passkeys/${who.id}`)).status, 404);
    assert.equal((await w.as(who, 'GET /auth/passkeys')).body.data.length, 1);
    assert.equal((await w.as(who, `DELETE /auth/passkeys/${who.id}`)).status, 200);
    assert.equal((await login(who.device.get(await challenge()))).body.code, 'proof_invalid');
    assert.ok((await w.audit(who.ugid)).includes('factor.removed'));
  });
});
