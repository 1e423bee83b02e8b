import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BREAKER, NETWORK_FAILURES, NETWORK_SENDS, RANGE_SENDS } from '#features/identity/otp/budget.ts';
import { createOtpWorld, HOUR_MS, network, type OtpWorld } from '#test/otp/world.ts';

const CAP = 120;
const NUMBERS = 1000;
/** Premium and satellite prefixes, islands that sell their traffic, and big countries. */
const ABROAD = ['+1900', '+4490', '+881', '+882', '+960', '+247', '+371', '+252', '+7', '+86'];

describe('pumping', () => {
  let world: OtpWorld;
  before(async () => {
    world = await createOtpWorld({ SMARTEROS_OTP_DAILY_SENDS: String(CAP) });
  });
  after(() => world.stop());
  const sent = async (): Promise<number> =>
    (await world.query<{ n: number }>('select count(*)::int as n from identity.otp_codes'))[0]!.n;

  it(`sends nothing to ${NUMBERS} numbers abroad, in clear words`, async () => {
    for (let i = 0; i < NUMBERS; i += 1) {
      const to = `${ABROAD[i % ABROAD.length]}${String(2_000_000 + i * 7919)}`.slice(0, 14);
      const answer = await world.send(to, network(i));
      assert.ok(['phone_country_not_allowed', 'invalid_input'].includes(answer.body.code), answer.body.code);
    }
    assert.equal(await sent(), 0);
    const { body } = await world.send('+18765551234');
    assert.equal(body.status, 403);
    assert.equal(body.detail, 'Codes are sent to numbers of: Chile, Argentina, and Peru.');
    const spanish = await world.t.request('POST /auth/otp/send', {
      body: { phone: '+18765551234' },
      headers: { 'accept-language': 'es' },
    });
    assert.equal(spanish.body.detail, 'Se envían códigos a números de: Chile, Argentina y Perú.');
  });

  it(`sends at most the cap to ${NUMBERS} numbers of an allowed country, 20 at a time, challenges solved`, async () => {
    let asked = 0;
    let challenged = 0;
    const worker = async (): Promise<void> => {
      while (asked < NUMBERS) {
        const n = (asked += 1);
        const to = `+569${String(3000 + n)}0000`;
        const first = await world.send(to, network(n));
        if (first.body.code !== 'challenge_required') {
          assert.ok([200, 429].includes(first.status), JSON.stringify(first.body));
          continue;
        }
        challenged += 1;
        await world.sendSolving(to, network(n));
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    assert.equal(await sent(), CAP);
    assert.ok(challenged >= CAP - BREAKER.sent, `the breaker asked for work ${challenged} times`);
    const refused = await world.send('+56988880000', network(9000));
    assert.equal(refused.body.code, 'rate_limited');
    const seconds = Number(refused.headers['retry-after']);
    assert.ok(seconds > 0 && seconds <= 3600, `${seconds}`);
  });

  it('sends again a day later', async () => {
    world.advance(26 * HOUR_MS);
    assert.equal((await world.send('+56988880000', network(9001))).status, 200);
  });
});

describe('the pace', () => {
  let world: OtpWorld;
  before(async () => {
    world = await createOtpWorld({ SMARTEROS_OTP_DAILY_SENDS: '10000' });
  });
  after(() => world.stop());
  /** As if so many had been sent this hour. */
  const already = (name: string, n: number): Promise<object[]> =>
    world.query(
      `insert into identity.counters (name, slot, n) values ($1, date_trunc('hour', $2::timestamptz), $3)
       on conflict (name, slot) do update set n = $3`,
      [name, world.now(), n],
    );

  it('of one network: work after some, nothing after many; the /64 is one network', async () => {
    await already('otp sent from 10.0.0.9', NETWORK_SENDS.free);
    assert.equal((await world.send('+56911110000', '10.0.0.9')).body.code, 'challenge_required');
    assert.equal((await world.sendSolving('+56911110000', '10.0.0.9')).status, 200);
    await already('otp sent from 10.0.0.9', NETWORK_SENDS.most);
    assert.equal((await world.send('+56911120000', '10.0.0.9')).body.code, 'rate_limited');
    assert.equal((await world.send('+56911120000', '10.0.0.10')).status, 200);

    await already('otp sent from 2001:db8:1:2', NETWORK_SENDS.free);
    assert.equal((await world.send('+56911130000', '2001:db8:1:2::77')).body.code, 'challenge_required');
    assert.equal((await world.send('+56911130000', '2001:db8:1:3::77')).status, 200);
  });

  it('of one range of numbers', async () => {
    await already('otp sent in +5692222', RANGE_SENDS.free);
    assert.equal((await world.send('+56922220001')).body.code, 'challenge_required');
    await already('otp sent in +5692222', RANGE_SENDS.most);
    assert.equal((await world.send('+56922220001')).body.code, 'rate_limited');
    assert.equal((await world.send('+56922230001')).status, 200);
  });

  it('of one country: work while few codes come back', async () => {
    await already('otp sent PE', BREAKER.sent);
    assert.equal((await world.send('+51987654321')).body.code, 'challenge_required');
    await already('otp verified PE', BREAKER.sent * BREAKER.verified);
    assert.equal((await world.send('+51987654321')).status, 200);
    assert.equal((await world.send('+56933330001')).status, 200, 'others are not concerned');
  });

  it('of one network’s wrong guesses, whatever the numbers', async () => {
    const to = '+56944440000';
    assert.equal((await world.send(to)).status, 200);
    const code = (await world.codeOf(to))!;
    await already('otp failed from 10.0.0.11', NETWORK_FAILURES - 1);
    assert.equal((await world.verify(to, 'wrong', '10.0.0.11')).body.code, 'otp_invalid');
    for (const guess of ['wrong', code]) {
      const answer = await world.verify(to, guess, '10.0.0.11');
      assert.equal(answer.status, 429);
      assert.ok(Number(answer.headers['retry-after']) > 0);
    }
    assert.equal((await world.verify(to, code, '10.0.0.12')).status, 200);
  });
});
