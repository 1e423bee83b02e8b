import { hash } from 'node:crypto';
import pg from 'pg';
import { createChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import type { Clock } from '#core/clock.ts';
import { systemClock } from '#platform/clock.ts';
import { createSealer } from '#platform/seal.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';

/** People, attackers and the messages that both can't see, over a real API whose time a test moves. */
export interface OtpWorld {
  readonly t: TestApi;
  advance(milliseconds: number): void;
  now(): Date;
  send(phone: string, from?: string, challenge?: string): Promise<Answer>;
  /** As a patient client: solves the challenge when there is one. */
  sendSolving(phone: string, from?: string): Promise<Answer>;
  verify(phone: string, code: string, from?: string): Promise<Answer>;
  /** The code of the message; undefined when none is open. */
  codeOf(phone: string): Promise<string | undefined>;
  query<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const MINUTE_MS = 60_000;

/** As ALTCHA's own solver, whose promises would cost the tests minutes; test/otp/challenge.test.ts uses that one. */
export function solve(challenge: Challenge): string {
  const { nonce, salt, cost, keyPrefix } = challenge.parameters;
  const input = Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(nonce, 'hex'), Buffer.alloc(4)]);
  for (let counter = 0; ; counter += 1) {
    input.writeUInt32BE(counter, input.length - 4);
    let key = hash('sha256', input, 'buffer');
    for (let i = 1; i < cost; i += 1) key = hash('sha256', key, 'buffer');
    const derivedKey = key.toString('hex');
    if (derivedKey.startsWith(keyPrefix)) return payload(challenge, { counter, derivedKey });
  }
}

/**
 * The same challenge with next to no work in it, signed as the platform signs. What solving costs is for challenge.test.ts;
 * attackers who solve a thousand of them would take half the time of all these tests.
 */
const light = ({ parameters: { data, expiresAt } }: Challenge): Promise<Challenge> =>
  createChallenge({
    algorithm: 'SHA-256',
    cost: 1,
    keyPrefix: '0',
    deriveKey,
    data: data!,
    expiresAt: expiresAt!,
    hmacSignatureSecret: deriveSecret(SECRET, 'challenges'),
  });

export const payload = (challenge: Challenge, solution: object | null): string =>
  Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');

/** The n-th network of an attacker who has many. */
export const network = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

export async function createOtpWorld(settings: Record<string, string> = {}): Promise<OtpWorld> {
  let moved = 0;
  const clock: Clock = {
    now: () => new Date(systemClock.now().getTime() + moved),
    id: () => systemClock.id(),
  };
  const t = await createTestApi({
    clock,
    settings: { SMARTEROS_TRUSTED_PROXIES: '127.0.0.1', ...settings },
  });
  const admin = new pg.Pool({ connectionString: t.database.url, max: 4 });
  const sealer = createSealer(Buffer.from(SECRET.toString()), 'one-time code');
  /** Until it is answered: a machine that is busy with other tests may leave no connection for seconds. */
  async function post(route: string, from: string, body: object): Promise<Answer> {
    const answer = await t.request(route, { body, headers: { 'x-forwarded-for': from } });
    return answer.status === 503 ? post(route, from, body) : answer;
  }
  const send: OtpWorld['send'] = (phone, from = network(1), challenge) =>
    post('POST /auth/otp/send', from, { phone, ...(challenge !== undefined && { challenge }) });
  const query: OtpWorld['query'] = async (sql, values = []) => (await admin.query(sql, values)).rows as never;
  return {
    t,
    advance: (milliseconds) => void (moved += milliseconds),
    now: () => clock.now(),
    send,
    async sendSolving(phone, from) {
      const first = await send(phone, from);
      return first.body.code === 'challenge_required'
        ? send(phone, from, solve(await light(first.body.data.challenge)))
        : first;
    },
    verify: (phone, code, from = network(1)) => post('POST /auth/otp/verify', from, { phone, code }),
    async codeOf(phone) {
      const [row] = await query<{ sealed: Buffer | null }>(
        'select sealed from identity.otp_codes where phone = $1 and ended_at is null',
        [phone],
      );
      return row?.sealed ? sealer.open(row.sealed) : undefined;
    },
    query,
    async stop() {
      await admin.end();
      await t.stop();
    },
  };
}
