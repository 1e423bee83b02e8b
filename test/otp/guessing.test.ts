import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CODE_TRIES } from '#features/identity/codes.ts';
import { NUMBER_FAILURES, NUMBER_SENDS, TIERS } from '#features/identity/otp/budget.ts';
import { createApi, type Api } from '#app/api.ts';
import { loadConfig } from '#platform/config.ts';
import { createLogger } from '#platform/log.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { createOtpWorld, DAY_MS, HOUR_MS, MINUTE_MS, network, type OtpWorld } from '#test/otp/world.ts';

const phone = (n: number): string => `+5698${String(n).padStart(3, '0')}${String(n).padStart(4, '0')}`;
/** A code that isn't the right one. */
const wrong = (code: string): string => (code.startsWith('0') ? '1' : '0') + code.slice(1);

describe('one code', () => {
  let world: OtpWorld;
  let other: Api;
  let next = 0;
  before(async () => {
    world = await createOtpWorld();
    const config = loadConfig({
      SMARTEROS_HOME: world.t.home,
      SMARTEROS_SECRET: SECRET.toString(),
      SMARTEROS_TRUSTED_PROXIES: '127.0.0.1',
      SMARTEROS_RATE_LIMIT_IP: '1000000',
    });
    const log = createLogger({ level: 'silent', service: 'test' });
    other = await createApi({ config, databaseUrl: world.t.database.url, log });
  });
  after(async () => {
    await other.stop();
    await world.stop();
  });

  async function fresh(): Promise<{ to: string; code: string }> {
    const to = phone((next += 1));
    assert.equal((await world.send(to)).status, 200);
    return { to, code: (await world.codeOf(to))! };
  }

  /** At one of two replicas. */
  async function guess(to: string, code: string, i: number): Promise<number> {
    if (i % 2 === 0) return (await world.verify(to, code, network(i))).status;
    const answer = await other.server.inject({
      method: 'POST',
      url: '/auth/otp/verify',
      payload: { phone: to, code },
      headers: { 'x-forwarded-for': network(i) },
    });
    return answer.statusCode;
  }

  it('logs in once, of 50 who come with it at the same time', async () => {
    const { to, code } = await fresh();
    const statuses = await Promise.all(Array.from({ length: 50 }, (_, i) => guess(to, code, i)));
    assert.equal(statuses.filter((status) => status === 200).length, 1);
    assert.ok(
      statuses.every((status) => status === 200 || status === 401),
      statuses.join(' '),
    );
    const [count] = await world.query<{ sessions: number; people: number }>(
      `select count(*)::int as sessions, count(distinct p.id)::int as people
       from identity.sessions s join identity.people p on p.id = s.person_id where p.phone = $1`,
      [to],
    );
    assert.deepEqual(count, { sessions: 1, people: 1 });
    assert.equal((await world.verify(to, code)).body.code, 'otp_expired');
  });

  it('is dead after the fifth wrong try, and says how many are left before', async () => {
    const { to, code } = await fresh();
    for (let left = CODE_TRIES - 1; left > 0; left -= 1) {
      const answer = await world.verify(to, wrong(code));
      assert.equal(answer.body.code, 'otp_invalid');
      assert.ok(answer.body.detail.endsWith(`: ${left}.`), answer.body.detail);
    }
    const last = await world.verify(to, wrong(code));
    assert.equal(last.status, 429);
    assert.equal(last.body.code, 'otp_tries_exceeded');
    const seconds = Number(last.headers['retry-after']);
    assert.ok(seconds >= 1 && seconds <= 30, `${seconds}`);
    assert.equal((await world.verify(to, code)).body.code, 'otp_expired');
  });

  it('is looked at five times at the most, however many guess at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { to, code } = await fresh();
      const guesses = Array.from({ length: 30 }, (_, i) => (i === round ? code : wrong(code)));
      const statuses = await Promise.all(guesses.map((one, i) => guess(to, one, i)));
      const [row] = await world.query<{ tries: number; outcome: string }>(
        'select tries, outcome from identity.otp_codes where phone = $1',
        [to],
      );
      const isIn = statuses[round] === 200;
      assert.equal(statuses.filter((status) => status === 200).length, isIn ? 1 : 0);
      assert.equal(row!.outcome, isIn ? 'used' : 'spent');
      assert.ok(isIn ? row!.tries < CODE_TRIES : row!.tries === CODE_TRIES, JSON.stringify(row));
      // What a guesser is told agrees with what was counted.
      assert.equal(statuses.filter((status) => status === 429).length, isIn ? 0 : 1);
    }
  });

  it('is replaced by one alone, of 20 that are asked for at the same time', async () => {
    const to = phone((next += 1));
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => world.send(to, network(i))));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, ...Array.from({ length: 19 }, () => 429)],
    );
  });

  it('is voided by the next', async () => {
    const { to, code } = await fresh();
    world.advance(MINUTE_MS);
    assert.equal((await world.send(to)).status, 200);
    const again = (await world.codeOf(to))!;
    if (again !== code) assert.equal((await world.verify(to, code)).body.code, 'otp_invalid');
    assert.equal((await world.verify(to, again)).status, 200);
  });

  it('ends after five minutes', async () => {
    const { to, code } = await fresh();
    world.advance(5 * MINUTE_MS);
    assert.equal((await world.verify(to, code)).body.code, 'otp_expired');
  });

  it('speaks Spanish', async () => {
    const { to, code } = await fresh();
    const request = (one: string) =>
      world.t.request('POST /auth/otp/verify', {
        body: { phone: to, code: one },
        headers: { 'accept-language': 'es-CL' },
      });
    assert.equal(
      (await request(wrong(code))).body.detail,
      'El código no es correcto. Intentos restantes: 4.',
    );
    for (let i = 0; i < 3; i += 1) await request(wrong(code));
    assert.match((await request(wrong(code))).body.detail, /^Demasiados códigos incorrectos\. Podrá pedir/);
  });
});

describe('one number', () => {
  let world: OtpWorld;
  before(async () => {
    world = await createOtpWorld();
  });
  after(() => world.stop());

  it('gets five codes an hour and ten a day, and hears when the next', async () => {
    const to = phone(900);
    const waits: number[] = [];
    for (let sent = 0; sent < NUMBER_SENDS.day;) {
      const answer = await world.send(to);
      if (answer.status === 200) sent += 1;
      else {
        waits.push(Number(answer.headers['retry-after']));
        world.advance(waits.at(-1)! * 1000 + 1000);
      }
    }
    const last = await world.send(to);
    assert.equal(last.status, 429);
    const hours = Number(last.headers['retry-after']) / 3600;
    assert.ok(hours > 20 && hours <= 24, `${hours} h`);
    assert.ok(
      waits.some((wait) => wait > 3000),
      waits.join(' '),
    );
    world.advance(hours * HOUR_MS + 1000);
    assert.equal((await world.send(to)).status, 200);
  });

  it('gets longer codes for a proof of work after 100 wrong guesses, until it logs in', async () => {
    const to = phone(901);
    let guesses = 0;
    while (guesses < NUMBER_FAILURES[0]) {
      const answer = await world.send(to);
      if (answer.status === 429) {
        world.advance(Number(answer.headers['retry-after']) * 1000 + 1000);
        continue;
      }
      assert.equal(answer.body.digits, 6);
      const bad = wrong((await world.codeOf(to))!);
      for (let i = 0; i < CODE_TRIES; i += 1, guesses += 1) await world.verify(to, bad, network(guesses));
    }
    world.advance(DAY_MS);
    assert.equal((await world.send(phone(902))).body.digits, 6, 'others are not concerned');
    assert.equal((await world.send(to)).body.code, 'challenge_required');
    assert.equal((await world.sendSolving(to)).body.digits, 8);
    assert.equal((await world.verify(to, (await world.codeOf(to))!)).status, 200);
    world.advance(MINUTE_MS);
    assert.equal((await world.send(to)).body.digits, 6);
  });

  it('refuses a short code that is out when the hundredth guess fails', async () => {
    const to = phone(903);
    assert.equal((await world.send(to)).status, 200);
    const code = (await world.codeOf(to))!;
    await world.query(
      'insert into identity.otp_numbers (phone, failures, updated_at) values ($1, $2, now())',
      [to, NUMBER_FAILURES[0]],
    );
    assert.equal((await world.verify(to, code)).body.code, 'otp_expired');
  });
});

describe('the platform', () => {
  let world: OtpWorld;
  before(async () => {
    world = await createOtpWorld();
  });
  after(() => world.stop());

  const spend = (digits: number, n: number): Promise<object[]> =>
    world.query(
      `insert into identity.counters (name, slot, n) values ('otp failed ' || $1, date_trunc('hour', $2::timestamptz), $3)
       on conflict (name, slot) do update set n = $3`,
      [String(digits), world.now(), n],
    );

  it('goes to the next length when one is spent, without locking anybody out', async () => {
    let person = 500;
    for (const [i, { digits, failures }] of TIERS.entries()) {
      const short = await world.sendSolving(phone((person += 1)));
      assert.equal(short.body.digits, digits);
      const held = (await world.codeOf(phone(person)))!;
      if (failures === Infinity) break;
      await spend(digits, failures);
      assert.equal((await world.verify(phone(person), held)).body.code, 'otp_expired');
      assert.equal((await world.send(phone(person + 1))).body.code, 'challenge_required');
      const longer = await world.sendSolving(phone((person += 1)));
      assert.equal(longer.body.digits, TIERS[i + 1]!.digits);
      assert.equal((await world.verify(phone(person), (await world.codeOf(phone(person)))!)).status, 200);
    }
  });

  it('comes back to short codes a day later', async () => {
    world.advance(26 * HOUR_MS);
    assert.equal((await world.send(phone(600))).body.digits, 6);
  });

  it('looks at no more guesses than the budget holds, however many come in at once', async () => {
    const left = 7;
    await spend(6, TIERS[0].failures - left);
    const people = Array.from({ length: 12 }, (_, i) => phone(700 + i));
    for (const [i, to] of people.entries()) assert.equal((await world.send(to, network(i))).status, 200);
    await Promise.all(
      people.flatMap((to, i) =>
        [1, 2, 3].map(async (n) => world.verify(to, '12345x', network(1000 + 3 * i + n))),
      ),
    );
    const [sum] = await world.query<{ tries: number }>(
      'select sum(tries)::int as tries from identity.otp_codes where phone = any($1)',
      [people],
    );
    assert.equal(sum!.tries, left);
  });
});
