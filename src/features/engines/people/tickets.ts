import { randomBytes } from 'node:crypto';
import type { Clock } from '#core/clock.ts';
import type { Ticket } from '#core/engine-people.ts';
import { AppError } from '#core/errors.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { findTicket, useTicket, type NewTicket } from './store.ts';
import { toMember } from './sync.ts';

const TICKET_BYTES = 32;
/** A browser goes to the engine, and the engine asks us. */
const TICKET_MS = 60_000;
const FORM = /^[\w-]{43}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Of a company or session that is gone, shut, or about to go. */
const OVER: ReadonlySet<string> = new Set(['unauthenticated', 'tenant_suspended', 'tenant_closing']);

/** Makes tickets, and keeps in `made` what is to be written with the answer. */
export function ticketMaker(of: Omit<NewTicket, 'hash' | 'expiresAt'>, clock: Clock) {
  const made: NewTicket[] = [];
  const ticket = (): Ticket => {
    const token = randomBytes(TICKET_BYTES).toString('base64url');
    const expiresAt = new Date(clock.now().getTime() + TICKET_MS);
    made.push({ ...of, hash: tokenHash(token), expiresAt });
    return { token, expiresAt: expiresAt.toISOString() };
  };
  return { made, ticket };
}

/** As OpenID Connect's user info. */
export interface Holder {
  /** The UGID. */
  readonly sub: string;
  readonly name: string;
  readonly email?: string;
}

interface Shown {
  readonly engine: string;
  readonly tenantId: string;
  readonly token: string;
}

export interface TicketOptions {
  /** Role app's. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/**
 * Whose ticket that is, asked once: undefined for any other, and from the moment on that their session, their membership
 * or the company has ended.
 */
export const ticketReader =
  ({ pool, clock, publicUrl }: TicketOptions) =>
  async ({ engine, tenantId, token }: Shown): Promise<Holder | undefined> => {
    if (!FORM.test(token) || !UUID.test(tenantId)) return undefined;
    const hash = tokenHash(token);
    const now = clock.now();
    try {
      const [, [found]] = await pool.batch([
        enter(tenantId, { kind: 'public', id: null }),
        findTicket(hash, engine, now),
      ]);
      if (!found) return undefined;
      const [, [person]] = await pool.batch([
        enter(tenantId, { kind: 'session', id: found.sessionId }),
        useTicket(hash, engine, now),
      ]);
      if (!person) return undefined;
      const { name, email } = toMember(person, publicUrl);
      return { sub: person.id, name, ...(email !== null && { email }) };
    } catch (error) {
      if (error instanceof AppError && OVER.has(error.code)) return undefined;
      throw error;
    }
  };
