import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createOtpWorld, network, type OtpWorld } from '#test/otp/world.ts';
import type { Answer } from '#test/harness/api.ts';

const PAIRS = 1000;
/** Of the standard normal: one run in two thousand is beyond it by chance, two in a row one in four million. */
const LIMIT = 3.5;
/** Differ with every request, whoever it is about. */
const VARYING = ['x-request-id', 'date'];

/** Wilcoxon's signed-rank statistic: how far the differences lean to one side, in standard deviations. */
function lean(differences: readonly number[]): number {
  const ranked = differences.filter(Boolean).toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const n = ranked.length;
  const sum = ranked.reduce((total, one, i) => total + Math.sign(one) * (i + 1), 0);
  return sum / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 6);
}

interface Timed {
  readonly answer: Answer;
  readonly ms: number;
}

describe(`${PAIRS} numbers that are known against as many that aren’t`, () => {
  let world: OtpWorld;
  let address = 0;
  const known = (n: number): string => `+5696${String(n).padStart(4, '0')}111`;
  const unknown = (n: number): string => `+5697${String(n).padStart(4, '0')}111`;

  before(async () => {
    world = await createOtpWorld({ SMARTEROS_OTP_DAILY_SENDS: '50000' });
    await world.query(
      `insert into identity.people (id, name, phone, created_at, updated_at)
       select gen_random_uuid(), 'P', '+5696' || lpad(n::text, 4, '0') || '111', now(), now() from generate_series(0, $1) n`,
      [2 * PAIRS],
    );
    // Otherwise the breaker and the budget would speak up, which is tested elsewhere.
    await world.query(
      `insert into identity.counters (name, slot, n) values ('otp verified CL', date_trunc('hour', $1::timestamptz), 100000)`,
      [world.now()],
    );
  });
  after(() => world.stop());

  /** What a caller can see, but for what always varies. */
  const seen = ({ status, headers, body }: Answer): object => ({
    status,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !VARYING.includes(name))),
    body: { ...body, requestId: null },
  });

  async function timed(ask: (from: string) => Promise<Answer>): Promise<Timed> {
    const from = network((address += 1));
    const start = performance.now();
    const answer = await ask(from);
    return { answer, ms: performance.now() - start };
  }

  /** Pairs back to back, who is first by turns: what slows the machine down slows both. */
  async function differences(
    count: number,
    ask: (phone: string, from: string) => Promise<Answer>,
  ): Promise<number[]> {
    const found: number[] = [];
    for (let i = 0; i < count; i += 1) {
      if (i % 50 === 0) await world.query(`delete from identity.counters where name like 'otp failed%'`);
      const n = i % (2 * PAIRS);
      const askKnown = (): Promise<Timed> => timed((from) => ask(known(n), from));
      const askUnknown = (): Promise<Timed> => timed((from) => ask(unknown(n), from));
      let pair: [Timed, Timed];
      if (i % 2 === 0) pair = [await askKnown(), await askUnknown()];
      else pair = [await askUnknown(), await askKnown()].toReversed() as [Timed, Timed];
      assert.deepEqual(seen(pair[0].answer), seen(pair[1].answer));
      found.push(pair[0].ms - pair[1].ms);
    }
    return found;
  }

  async function compare(
    ask: (phone: string, from: string) => Promise<Answer>,
    again: () => Promise<unknown>,
  ): Promise<void> {
    const first = lean(await differences(PAIRS, ask));
    if (Math.abs(first) < LIMIT) return;
    await again();
    const second = lean(await differences(PAIRS, ask));
    assert.ok(Math.abs(second) < LIMIT, `${first.toFixed(1)}, then ${second.toFixed(1)}`);
  }

  it('are told apart by a difference of half a millisecond, by this test', () => {
    const noise = (i: number): number => Math.sin(i * 12.9898) * 3;
    const same = Array.from({ length: PAIRS }, (_, i) => noise(i));
    assert.ok(Math.abs(lean(same)) < LIMIT);
    assert.ok(lean(same.map((one) => one + 0.5)) > LIMIT);
  });

  it('answer alike when a code is sent', async () => {
    await compare(
      (phone, from) => world.send(phone, from),
      async () => world.advance(31_000),
    );
  });

  it('answer alike when a code is wrong', async () => {
    await compare(
      (phone, from) => world.verify(phone, 'wrong', from),
      async () => {},
    );
  });

  it('answer alike when there is no code', async () => {
    world.advance(3_600_000);
    await compare(
      (phone, from) => world.verify(phone, '123456', from),
      async () => {},
    );
  });
});
