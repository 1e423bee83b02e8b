import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import type { Clock } from '#core/clock.ts';
import { codeHash, type Purpose } from '#features/identity/codes.ts';
import { systemClock } from '#platform/clock.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';

/** Stands still unless a test moves it: a code must not grow old between two lines. */
interface MovableClock extends Clock {
  advance(milliseconds: number): void;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Somebody who is logged in. */
export interface Person {
  readonly ugid: string;
  readonly phone: string;
  /** Of their session, for the Authorization header. */
  readonly token: string;
}

export interface World {
  readonly t: TestApi;
  readonly clock: MovableClock;
  rows<R extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<R[]>;
  /** A code that was sent; as if the person had read it from their phone. */
  code(phone: string, purpose: Purpose, personId?: string): Promise<string>;
  /** The answer of a login by code. */
  verify(phone: string): Promise<Answer>;
  /** A new person, or one who comes back, logged in by code. */
  person(phone?: string): Promise<Person>;
  /** The same, as owner of a new company. */
  owner(): Promise<Person & { tenant: string; tenantId: string }>;
  /** A person's own call. */
  as(person: { token: string }, route: string, body?: unknown): Promise<Answer>;
  /** Actions in the platform's audit about somebody, oldest first. */
  audit(target: string): Promise<string[]>;
  stop(): Promise<void>;
}

export const CODE = '314159';
let nextPhone = 60_000_000;
export const freshPhone = (): string => `+569${(nextPhone += 1)}`;

/** Makes a person's app and answers what it shows, and their recovery codes. */
export async function withTotp(
  w: World,
  who: { token: string },
): Promise<{ show: (shift?: number) => string; recoveryCodes: string[] }> {
  const { secret } = (await w.as(who, 'POST /auth/totp')).body;
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const show = (shift = 0): string => totp.generate({ timestamp: w.clock.now().getTime() + shift });
  const { recoveryCodes } = (await w.as(who, 'POST /auth/totp/confirm', { code: show() })).body;
  w.clock.advance(MINUTE);
  return { show, recoveryCodes };
}

/** The session token that an answer gave to the browser. */
export function cookieOf({ headers }: Answer): string {
  const [, token = ''] = /session=([^;]*);/.exec([headers['set-cookie']].flat().join()) ?? [];
  return token;
}

export async function createWorld(settings: Record<string, string> = {}): Promise<World> {
  let time = systemClock.now().getTime();
  const clock: MovableClock = {
    now: () => new Date(time),
    id: () => systemClock.id(),
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
  const t = await createTestApi({ clock, settings });
  const admin = new pg.Client({ connectionString: t.database.url });
  await admin.connect();
  const key = Buffer.from(deriveSecret(Buffer.from(SECRET.toString()), 'one-time codes'), 'base64url');

  const rows: World['rows'] = async <R extends object>(sql: string, values: unknown[] = []) =>
    (await admin.query(sql, values)).rows as R[];

  const code: World['code'] = async (phone, purpose, personId) => {
    const now = clock.now();
    await rows(
      `update identity.otp_codes set ended_at = $3, outcome = 'voided' where phone = $1 and purpose = $2 and ended_at is null`,
      [phone, purpose, now],
    );
    await rows(
      `insert into identity.otp_codes (id, phone, purpose, person_id, digits, hash, network, language, created_at, expires_at)
       values ($1, $2, $3, $4, 6, $5, '127.0.0.1', 'es', $6, $7)`,
      [
        clock.id(),
        phone,
        purpose,
        personId ?? null,
        codeHash(key, CODE, phone, purpose),
        now,
        new Date(now.getTime() + 5 * MINUTE),
      ],
    );
    return CODE;
  };

  const verify: World['verify'] = async (phone) =>
    t.request('POST /auth/otp/verify', { body: { phone, code: await code(phone, 'login') } });

  const person: World['person'] = async (phone = freshPhone()) => {
    const answer = await verify(phone);
    if (answer.status !== 200 && answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return { ugid: answer.body.ugid, phone, token: cookieOf(answer) };
  };

  const as: World['as'] = (who, route, body) =>
    t.request(route, { token: who.token, ...(body !== undefined && { body }) });

  return {
    t,
    clock,
    rows,
    code,
    verify,
    person,
    as,
    async owner() {
      const { slug, id } = await t.tenant();
      const who = await person();
      await rows(
        `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at) values ($1, $2, 'owner', now(), now())`,
        [id, who.ugid],
      );
      // Their session was looked up before they belonged anywhere.
      return { ...who, ...(await person(who.phone)), tenant: slug, tenantId: id };
    },
    audit: async (target) =>
      (
        await rows<{ action: string }>(
          `select action from core.audit a join core.tenants t on t.id = a.tenant_id
           where t.platform and target = $1 order by a.id`,
          [target],
        )
      ).map(({ action }) => action),
    async stop() {
      await admin.end();
      await t.stop();
    },
  };
}
