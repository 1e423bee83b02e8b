import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CODE_TRIES, newCode } from '#features/identity/codes.ts';
import { TIERS } from '#features/identity/otp/budget.ts';
import { createOtpWorld, DAY_MS, HOUR_MS, network, type OtpWorld } from '#test/otp/world.ts';

const NUMBERS = 200;
const GUESSES = 20_000;
const GOAL = 1e-3;
/** Of each code at once: the attacker doesn't wait for an answer. */
const AT_ONCE = 20;
const ROUNDS = GUESSES / NUMBERS / AT_ONCE;
/** Numbers of one step; the runner gives each step 30 s. */
const PART = 50;
/** Numbers under attack at a time; more only wait for a connection. */
const WIDTH = 4;
const HONEST_PER_PART = 2;

const victim = (n: number): string => `+5697${String(n).padStart(3, '0')}${String(n).padStart(4, '0')}`;
const honest = (n: number): string => `+5696${String(n).padStart(3, '0')}${String(n).padStart(4, '0')}`;

async function inParallel<T>(
  items: readonly T[],
  work: (item: T, i: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) await work(items[i]!, i);
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
}

/**
 * 20,000 guesses over 200 numbers from as many networks as it takes, with a new code each time one is dead, 20 guesses
 * at once per code, and a solver for challenges. Honest people log in meanwhile.
 */
describe(`${GUESSES} guesses over ${NUMBERS} numbers`, () => {
  let world: OtpWorld;
  let address = 0;
  let guesses = 0;
  let broken = 0;
  let people = 0;
  let steppedUp = 0;

  before(async () => {
    world = await createOtpWorld({ SMARTEROS_OTP_DAILY_SENDS: '5000' });
  });
  after(() => world.stop());

  async function attack(to: string): Promise<void> {
    const sent = await world.sendSolving(to, network((address += 1)));
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    const right = await world.codeOf(to);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        let code = newCode(sent.body.digits);
        // Luck of one in thousands must not fail the run; what luck is worth is computed below.
        while (code === right) code = newCode(sent.body.digits);
        const answer = await world.verify(to, code, network((address += 1)));
        guesses += 1;
        if (answer.status === 200) broken += 1;
        assert.ok([200, 401, 429].includes(answer.status), JSON.stringify(answer.body));
      }),
    );
  }

  async function logIn(): Promise<void> {
    const to = honest((people += 1));
    const from = network((address += 1));
    let sent = await world.sendSolving(to, from);
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    let answer = await world.verify(to, (await world.codeOf(to))!, from);
    if (answer.body.code === 'otp_expired') {
      // The budget was spent between the two: a longer code, half a minute later.
      steppedUp += 1;
      world.advance(31_000);
      sent = await world.sendSolving(to, from);
      answer = await world.verify(to, (await world.codeOf(to))!, from);
    }
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  }

  for (let round = 1; round <= ROUNDS; round += 1) {
    for (let first = 0; first < NUMBERS; first += PART) {
      it(`round ${round}, numbers ${first + 1} to ${first + PART}, honest people get in`, async () => {
        const victims = Array.from({ length: PART }, (_, i) => victim(first + i));
        const logins = Array.from({ length: HONEST_PER_PART }, () => null);
        await inParallel([...logins, ...victims], (to) => (to === null ? logIn() : attack(to)));
        if (first + PART === NUMBERS) world.advance(HOUR_MS);
      });
    }
  }

  it('stay inside the budget of the platform', async () => {
    assert.equal(guesses, GUESSES);
    assert.equal(broken, 0);
    assert.equal(people, ROUNDS * (NUMBERS / PART) * HONEST_PER_PART);
    assert.ok(steppedUp <= HONEST_PER_PART * 2, `${steppedUp}`);
    const rows = await world.query<{ digits: number; looks: number; worst: number; codes: number }>(
      `select digits, sum(tries)::int as looks, max(tries) as worst, count(*)::int as codes
       from identity.otp_codes group by digits order by digits`,
    );
    const spanMs = (ROUNDS + 1) * HOUR_MS;
    assert.ok(spanMs < DAY_MS, 'all of it within one day');
    for (const { digits, looks, worst } of rows) {
      assert.ok(worst <= CODE_TRIES, `${worst} looks at one code of ${digits}`);
      assert.ok(looks <= TIERS.find((tier) => tier.digits === digits)!.failures, `${digits}: ${looks}`);
    }
    assert.equal(rows[0]!.looks, TIERS[0].failures, 'the attack spends it to the last');
    const chance = rows.reduce((sum, { digits, looks }) => sum + looks / 10 ** digits, 0);
    assert.ok(chance <= GOAL, `${chance}`);
  });
});
