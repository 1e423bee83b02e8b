import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { anonymous, type Actor } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import type { Client } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { monotonic } from '#platform/clock.ts';
import { networkOf, type Limiter, type LimitState, type Taken } from '#platform/limits.ts';
import { atMost } from './at-most.ts';
import type { Caller, Knock } from './types.ts';

/** Credential → Actor: API keys, sessions, access tokens, grants, agents … */
export interface Authenticator {
  /** True for tokens of its own form; at most one authenticator is asked. */
  claims(token: string): boolean;
  /** `tenant` is the slug that the caller picked, if any; only people can have a choice. */
  authenticate(token: string, tenant: string | undefined): Promise<Actor | null>;
}

export interface Limits {
  /** Anonymous calls and failed logins, per IP address. */
  readonly ip: Limiter;
  readonly key: Limiter;
  readonly tenant: Limiter;
}

/**
 * How long a verified token is believed without asking: calls that touch no database notice a revocation by then.
 * Five seconds are promised; one of them is for a slow look-up and a late timer.
 */
const TOKEN_TTL_MS = 4_000;
/** The same for those who stay: their last sight is no call that could be refused by the database. */
const STAYING_TTL_MS = 2_000;
/**
 * The same for what can only end, on the way to the database, which knows (core.enter): an installation with ten thousand
 * companies would else look a key up for every third call.
 */
const LASTING_TTL_MS = 30_000;
const MAX_TOKENS = 50_000;
const MAX_TOKEN_LENGTH = 4096;
const MAX_TENANT_LENGTH = 50;
const MAX_AGENT_LENGTH = 200;

export const rateHeaders = (limit: LimitState): Record<string, string> => ({
  'ratelimit-policy': `"${limit.name}";q=${limit.quota};w=${limit.windowSeconds}`,
  ratelimit: `"${limit.name}";r=${limit.remaining};t=${limit.resetSeconds}`,
});

function refuseExceeded(limit: Taken): void {
  if (!limit.exceeded) return;
  const seconds = limit.resetSeconds;
  throw new AppError('rate_limited', {
    detail: { en: `Try again in ${seconds} s.`, es: `Intente de nuevo en ${seconds} s.` },
    retryAfterSeconds: seconds,
    headers: rateHeaders(limit),
  });
}

export function createAdmission(options: {
  authenticators: readonly Authenticator[];
  limits: Limits;
  clock: Clock;
}) {
  const { authenticators, limits, clock } = options;
  const known = new LRUCache<string, Look>({ ...atMost(MAX_TOKENS), ttl: LASTING_TTL_MS });

  /** `believedMs`: how old the answer may be; `entering`: it may be older if the database is asked anyway. */
  function look(
    token: string,
    tenant: string | undefined,
    believedMs = TOKEN_TTL_MS,
    entering = false,
  ): Look {
    // The cache holds hashes, so that a heap dump shows no token.
    const id = hash('sha256', tenant === undefined ? token : `${token} ${tenant}`, 'base64');
    const believed = known.get(id);
    if (believed) {
      const age = monotonic() - believed.at;
      if (age < believedMs) return believed;
      const { actor } = believed;
      if (entering && actor !== null && !(actor instanceof Promise) && actor.lasting)
        return { ...believed, old: true };
    }
    const authenticator = authenticators.find((candidate) => candidate.claims(token));
    const actor = authenticator ? authenticator.authenticate(token, tenant) : Promise.resolve(null);
    const fresh: Look = { actor, at: monotonic() };
    known.set(id, fresh);
    actor.then(
      (found) => (fresh.actor = found),
      // A failed look-up must not be remembered: the next call asks again.
      () => known.delete(id),
    );
    return fresh;
  }

  const refuseToken = (taken: Taken): never => {
    refuseExceeded(taken);
    throw new AppError('unauthenticated', {
      headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    });
  };

  return function admit({
    ip,
    token,
    tenant,
    agent,
    language = 'en',
    entering,
  }: Knock): Caller | Promise<Caller> {
    const network = networkOf(ip);
    const client: Client = { network, agent: agent?.slice(0, MAX_AGENT_LENGTH) ?? null, language };
    if (token === undefined) {
      return after(limits.ip.take(network), (limit) => {
        refuseExceeded(limit);
        return { actor: anonymous, client, limit };
      });
    }
    // Counted apart: visitors of a web site must not lock out the programs that call from the same office.
    const logins = `login ${network}`;
    const readable = token.length <= MAX_TOKEN_LENGTH && (tenant?.length ?? 0) <= MAX_TENANT_LENGTH;

    const count = (actor: Actor, old: boolean): Caller | Promise<Caller> =>
      after(limits.key.take(`${actor.kind}:${actor.id}`), (limit) => {
        refuseExceeded(limit);
        return after(actor.tenant ? limits.tenant.take(actor.tenant.id) : undefined, (shared) => {
          if (shared) refuseExceeded(shared);
          const now = (): Look['actor'] => look(token, tenant, STAYING_TTL_MS).actor;
          if (old) return { actor, client, limit, now, old };
          if (!actor.person) return { actor, client, limit, now };
          return { actor, client, limit, now, again: async () => look(token, tenant, 0).actor };
        });
      });

    return after(limits.ip.peek(logins), (failures) => {
      if (failures.remaining === 0) refuseExceeded({ ...failures, exceeded: true });
      const found = readable ? look(token, tenant, TOKEN_TTL_MS, entering) : NOBODY;
      return after(found.actor, (actor) =>
        actor && (actor.expiresAt === null || actor.expiresAt > clock.now().getTime())
          ? count(actor, found.old === true)
          : after(limits.ip.take(logins), refuseToken),
      );
    });
  };
}

/** A token's owner: on the way, and then there. */
interface Look {
  actor: Promise<Actor | null> | Actor | null;
  /** When it was asked, on the monotonic clock. */
  readonly at: number;
  /** Believed although it is older than that. */
  readonly old?: true;
}
const NOBODY: Look = { actor: null, at: 0 };

/** Goes on at once where nothing has to be waited for: turns of the event loop are what a believed token costs most. */
const after = <T, R>(value: T | Promise<T>, onward: (value: T) => R | Promise<R>): R | Promise<R> =>
  value instanceof Promise ? value.then(onward) : onward(value);
