import { randomBytes } from 'node:crypto';
import type { Client } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import type { Clock } from '#core/clock.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { AccessTokens } from '#platform/tokens/access.ts';
import { ACCESS_SECONDS } from '#platform/tokens/access.ts';
import { insertRefresh, insertSession } from './store.ts';

/** Told apart at a glance, by people and by secret scanners. */
export const COOKIE_PREFIX = 'sms_';
const REFRESH_PREFIX = 'smr_';
const SECRET_BYTES = 32;
const DAY_MS = 24 * 3_600_000;
const SESSION_DAYS = 30;

const newToken = (prefix: string): string => prefix + randomBytes(SECRET_BYTES).toString('base64url');

/** How somebody proved who they are. */
export type Method = 'otp' | 'totp' | 'passkey' | 'password' | 'oidc' | 'recovery';

export interface Opened {
  readonly sessionId: string;
  readonly cookie: string;
  readonly statements: readonly Statement[];
  /** Of every answer that opens a session. */
  readonly answer: { accessToken: string; expiresIn: number; refreshToken: string };
}

/** A new session, with tokens that nobody had before: what somebody planted in a browser never becomes a login. */
export async function openSession(
  tokens: AccessTokens,
  clock: Clock,
  login: { personId: string; methods: readonly Method[]; client: Client; steppedUp: boolean },
): Promise<Opened> {
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
  const [sessionId, cookie, refreshToken] = [clock.id(), newToken(COOKIE_PREFIX), newToken(REFRESH_PREFIX)];
  const session = {
    id: sessionId,
    personId: login.personId,
    hash: tokenHash(cookie),
    methods: login.methods,
    network: login.client.network,
    agent: login.client.agent,
    steppedUpAt: login.steppedUp ? now : null,
    expiresAt,
  };
  return {
    sessionId,
    cookie,
    statements: [
      insertSession(session, now),
      insertRefresh({ hash: tokenHash(refreshToken), sessionId, now, expiresAt }),
    ],
    answer: {
      accessToken: await tokens.issue(login.personId, sessionId),
      expiresIn: ACCESS_SECONDS,
      refreshToken,
    },
  };
}

/** The next refresh token of a session. */
export function nextRefresh(
  sessionId: string,
  now: Date,
  expiresAt: Date,
): { token: string; insert: Statement } {
  const token = newToken(REFRESH_PREFIX);
  return { token, insert: insertRefresh({ hash: tokenHash(token), sessionId, now, expiresAt }) };
}
