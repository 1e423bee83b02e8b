import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { codeHash } from '#features/identity/codes.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { CODE, createWorld, HOUR, MINUTE, SECOND, withTotp, type World } from './world.ts';

const key = Buffer.from(deriveSecret(Buffer.from(SECRET.toString()), 'one-time codes'), 'base64url');
let n = 0;
const freshEmail = (): string => `person${(n += 1)}@example.cl`;

describe('a mail address', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
  });
  after(() => w.stop());

  const ask = (who: { token: string }, email: string) => w.as(who, 'POST /auth/email/code', { email });
  const set = (who: { token: string }, email: string, code = CODE) =>
    w.as(who, 'PUT /auth/email', { email, code });
  const emailOf = async (who: { token: string }): Promise<unknown> =>
    (await w.as(who, 'GET /auth/me')).body.email;
  const open = (ugid: string) =>
    w.rows<{ id: string; email: string }>(
      'select id, email from identity.email_changes where person_id = $1 and ended_at is null',
      [ugid],
    );
  /** Asks for a code, and makes it the one that tests know: as if it had been read. */
  async function asked(who: { token: string; ugid: string }, email: string): Promise<void> {
    w.clock.advance(31 * SECOND);
    assert.equal((await ask(who, email)).status, 200);
    await w.rows('update identity.email_changes set hash = $2 where person_id = $1 and ended_at is null', [
      who.ugid,
      codeHash(key, CODE, email.toLowerCase(), 'new_email'),
    ]);
  }
  const notices = async (ugid: string): Promise<unknown[]> =>
    (
      await w.rows<{ what: string }>(
        `select e.data->>'what' as what from core.events e join identity.email_changes c on c.id = (e.data->>'id')::uuid
         where e.name = 'identity.email_notice' and c.person_id = $1 order by e.id`,
        [ugid],
      )
    ).map(({ what }) => what);

  it('is nobody’s to change but the person’s, with a recent proof', async () => {
    const email = freshEmail();
    const { key: apiKey } = await w.t.tenant();
    for (const [route, body] of [
      ['POST /auth/email/code', { email }],
      ['PUT /auth/email', { email, code: CODE }],
      ['DELETE /auth/email', {}],
    ] as const) {
      assert.equal((await w.t.request(route, { body })).status, 401, route);
      assert.equal((await w.t.request(route, { body, token: apiKey })).status, 403, route);
      const who = await w.person();
      w.clock.advance(11 * MINUTE);
      assert.equal((await w.as(who, route, body)).body.code, 'step_up_required', route);
    }
    const strong = await w.person();
    await withTotp(w, strong);
    const stolen = await w.person(strong.phone);
    assert.equal((await ask(stolen, email)).body.code, 'step_up_required');
  });

  it('counts only once its own code came back, to the person who asked for it', async () => {
    const [who, other] = [await w.person(), await w.person()];
    const [email, elsewhere] = [freshEmail(), freshEmail()];
    assert.equal((await set(who, email)).body.code, 'otp_expired');
    await asked(who, email.toUpperCase());
    assert.equal((await set(other, email)).body.code, 'otp_expired');
    assert.equal((await set(who, elsewhere)).body.code, 'otp_expired');
    assert.equal((await set(who, email, '000000')).body.code, 'otp_invalid');
    assert.equal(await emailOf(who), null);
    assert.deepEqual((await set(who, email.toUpperCase())).body, { email });
    assert.equal(await emailOf(who), email);
    assert.equal((await set(who, email)).body.code, 'otp_expired', 'it works once');
    assert.deepEqual(await notices(who.ugid), ['changed']);
    assert.ok((await w.audit(who.ugid)).includes('email.changed'));
  });

  it('stops with the fifth wrong guess, with another code, and after five minutes', async () => {
    const who = await w.person();
    const email = freshEmail();
    await asked(who, email);
    const guesses = await Promise.all(Array.from({ length: 7 }, () => set(who, email, '000000')));
    const codes = guesses.map(({ body }) => body.code as string).toSorted();
    assert.deepEqual(codes, [
      ...Array.from({ length: 2 }, () => 'otp_expired'),
      ...Array.from({ length: 4 }, () => 'otp_invalid'),
      'otp_tries_exceeded',
    ]);
    assert.equal((await set(who, email)).body.code, 'otp_expired');
    await asked(who, email);
    await asked(who, freshEmail());
    assert.equal((await open(who.ugid)).length, 1);
    assert.equal((await set(who, email)).body.code, 'otp_expired');
    await asked(who, email);
    w.clock.advance(5 * MINUTE);
    assert.equal((await set(who, email)).body.code, 'otp_expired');
    assert.equal(await emailOf(who), null);
  });

  it('gets few codes, whoever asks', async () => {
    const who = await w.person();
    const email = freshEmail();
    await asked(who, email);
    const soon = await ask(who, freshEmail());
    assert.deepEqual([soon.status, soon.body.code], [429, 'rate_limited']);
    for (let i = 1; i < 10; i += 1) await asked(who, email);
    w.clock.advance(MINUTE);
    assert.equal((await ask(who, freshEmail())).status, 429);
    const other = await w.person();
    assert.equal((await ask(other, email)).status, 429);
    const both = await Promise.all([ask(other, freshEmail()), ask(other, freshEmail())]);
    assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 429]));
    w.clock.advance(25 * HOUR);
    const again = await w.person(who.phone);
    assert.equal((await ask(again, email)).status, 200);
  });

  it('belongs to one person, which only its reader learns', async () => {
    const [who, other] = [await w.person(), await w.person()];
    const email = freshEmail();
    await asked(who, email);
    await asked(other, email);
    const both = await Promise.all([set(who, email), set(other, email)]);
    assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 409]));
  });

  it('can be taken off, and the old one is told', async () => {
    const who = await w.person();
    const [first, second] = [freshEmail(), freshEmail()];
    for (const email of [first, second]) {
      await asked(who, email);
      assert.equal((await set(who, email)).status, 200);
    }
    assert.deepEqual((await w.as(who, 'DELETE /auth/email', {})).body, { email: null });
    assert.deepEqual((await w.as(who, 'DELETE /auth/email', {})).body, { email: null });
    assert.equal(await emailOf(who), null);
    assert.deepEqual(await notices(who.ugid), ['changed', 'changed', 'removed']);
    const told = await w.rows<{ old_email: string }>(
      `select old_email from identity.email_changes where person_id = $1 and old_email is not null order by id`,
      [who.ugid],
    );
    assert.deepEqual(
      told.map(({ old_email: old }) => old),
      [first, second],
    );
  });
});

describe('where nothing sends mail', () => {
  it('no address is asked for a proof that can’t arrive', async () => {
    const w = await createWorld({ NODE_ENV: 'production' });
    try {
      const who = await w.person();
      const answer = await w.as(who, 'POST /auth/email/code', { email: freshEmail() });
      assert.deepEqual([answer.status, answer.body.code], [503, 'unavailable']);
    } finally {
      await w.stop();
    }
  });
});
