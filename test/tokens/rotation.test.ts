import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { systemClock } from '#platform/clock.ts';
import { createCheckpoints } from '#platform/tokens/checkpoints.ts';
import { createKeyRing, type KeyRing } from '#platform/tokens/keys.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { createOtpWorld, DAY_MS, HOUR_MS, MINUTE_MS, type OtpWorld } from '#test/otp/world.ts';
import { ownKeys, signed } from './forge.ts';

describe('rotation of the keys of access tokens', () => {
  let world: OtpWorld;
  let pool: Pool;
  let worker: KeyRing;
  let people = 0;
  before(async () => {
    world = await createOtpWorld();
    const secret = Buffer.from(SECRET.toString());
    pool = createPool({ url: world.t.database.url, secret, role: 'identity', max: 1 });
    worker = createKeyRing({ pool, secret, clock: { now: () => world.now(), id: () => systemClock.id() } });
  });
  after(async () => {
    await pool.end();
    await world.stop();
  });

  /** Somebody new each time: one number gets few codes an hour. */
  async function login(): Promise<string> {
    const phone = `+5691111${String((people += 1)).padStart(4, '0')}`;
    assert.equal((await world.sendSolving(phone)).status, 200);
    const answer = await world.verify(phone, (await world.codeOf(phone))!);
    assert.equal(answer.status, 200);
    return answer.body.accessToken;
  }
  const kidOf = (token: string): string => decodeProtectedHeader(token).kid!;
  // The audit's never rotates.
  const auditKid = createCheckpoints(Buffer.from(SECRET.toString()), '').jwk.kid;
  const published = async (): Promise<string[]> =>
    (await world.t.request('GET /.well-known/jwks.json')).body.keys
      .map(({ kid }: { kid: string }) => kid)
      .filter((kid: string) => kid !== auditKid);
  const status = async (token: string): Promise<number> =>
    (await world.t.request('GET /auth/me', { token })).status;

  it('announces the next key, lets both verify for a while, and forgets the old one', async () => {
    const first = kidOf(await login());
    await worker.rotate();
    assert.deepEqual(await published(), [first], 'a young key stays');
    const [old] = await ownKeys(world);

    world.advance(30 * DAY_MS + HOUR_MS);
    await worker.rotate();
    await worker.rotate();
    const both = await published();
    assert.equal(both.length, 2);
    assert.equal(both[0], first);
    const announced = await login();
    assert.equal(kidOf(announced), first, 'signs on while the next is only announced');

    world.advance(DAY_MS - HOUR_MS - 5 * MINUTE_MS);
    let last = await login();
    for (let next = last; kidOf(next) === first; next = await login()) {
      last = next;
      world.advance(5 * MINUTE_MS);
    }
    assert.equal(await status(last), 200, 'the old key verifies on');
    assert.deepEqual(await published(), both);

    world.advance(HOUR_MS + 5 * MINUTE_MS);
    const now = Math.floor(world.now().getTime() / 1000);
    const late = await signed(
      { ...decodeProtectedHeader(last) },
      { ...decodeJwt(last), iat: now, nbf: now, exp: now + 600 },
      old!.sign,
    );
    assert.equal(await status(late), 401, 'not any more');
    assert.deepEqual(await published(), [both[1]]);
    const fresh = await login();
    assert.deepEqual([kidOf(fresh), await status(fresh)], [both[1], 200]);
    await worker.rotate();
    assert.deepEqual(
      (await ownKeys(world)).map(({ kid }) => kid),
      [both[1]],
    );
  });

  it('never shows a private key', async () => {
    const { body } = await world.t.request('GET /.well-known/jwks.json');
    for (const key of body.keys)
      assert.deepEqual(Object.keys(key).toSorted(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });
});
