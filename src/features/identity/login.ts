import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { Concerning, Refused, SessionReply } from '#core/reply.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { isStrong } from './factors/proof.ts';
import { insertTicket, strengthOf, type Strength } from './factors/store.ts';
import type { IdentityParts } from './parts.ts';
import type { Login } from './schema.ts';
import { openSession, type Method } from './sessions.ts';
import { tenantsOf } from './store.ts';

const TICKET_PREFIX = 'sml_';
const TICKET_BYTES = 32;
/** How long the second factor may take. */
const TICKET_SECONDS = 300;

/** Who somebody has proved to be, and how. */
export interface Proved {
  readonly personId: string;
  readonly method: Method;
  /** When they have shown a second factor as well. */
  readonly second?: Method;
}

/**
 * Ends every login: opens the session, or asks for the second factor first. `more` stands in the answer as well.
 * @throws AppError second_factor_required with data.ticket, forbidden for people who are disabled
 */
export async function logIn<More extends object = object>(
  parts: IdentityParts,
  ctx: Ctx,
  prove: (tx: Tx) => Promise<Proved | Refused>,
  more?: More,
): Promise<SessionReply<z.infer<typeof Login> & More>> {
  await parts.tokens.ready();
  let cookie: string | null = null;
  const answer = await ctx.db.tx(async (tx) => {
    const proved = await prove(tx);
    if (proved instanceof Refused) return proved;
    const { personId, method, second } = proved;
    const [strength] = await tx.run(strengthOf(personId));
    if (strength!.disabled) return new Refused(new AppError('forbidden'), 'login.refused', personId);
    if (needsSecond(strength!, proved)) return askSecond(ctx, tx, strength!, proved);
    const tenants = await tx.run(tenantsOf(personId));
    const session = await openSession(parts.tokens, ctx.clock, {
      personId,
      methods: second ? [method, second] : [method],
      client: ctx.client,
      steppedUp: isStepUp(strength!, proved),
    });
    for (const one of session.statements) await tx.run(one);
    cookie = session.cookie;
    const login = {
      ...(more as More),
      ugid: personId,
      ...session.answer,
      tenants: tenants.map(({ slug, name, role }) => ({ slug, name, role })),
    };
    return new Concerning(
      login,
      personId,
      tenants.map(({ id }) => id),
    );
  });
  return new SessionReply(answer, cookie);
}

/** A passkey is two factors in one: the device, and what unlocks it. */
function needsSecond(strength: Strength, { method, second }: Proved): boolean {
  if (second !== undefined || method === 'passkey') return false;
  const alone = method === 'password' && strength.short === true;
  return alone || (strength.always_ask && isStrong(strength));
}

/** A login counts as the proof that sensitive acts ask for when the person has nothing stronger to show. */
function isStepUp(strength: Strength, { method, second }: Proved): boolean {
  if (second !== undefined || method === 'passkey') return true;
  if (isStrong(strength)) return false;
  if (strength.phone !== null) return method === 'otp';
  return strength.username === null || method === 'password';
}

async function askSecond(
  ctx: Ctx,
  tx: Tx,
  strength: Strength,
  { personId, method }: Proved,
): Promise<Refused> {
  const ticket = TICKET_PREFIX + randomBytes(TICKET_BYTES).toString('base64url');
  const expiresAt = new Date(ctx.clock.now().getTime() + TICKET_SECONDS * 1000);
  await tx.run(insertTicket({ hash: tokenHash(ticket), personId, method, expiresAt }));
  const methods = [
    ...(strength.totp ? ['totp'] : []),
    ...(strength.passkeys > 0 ? ['passkey'] : []),
    ...(strength.recovery_codes > 0 ? ['recovery'] : []),
  ];
  const error = new AppError('second_factor_required', { data: { ticket, methods: methods.join(' ') } });
  return new Refused(error, 'login.second_factor_asked', personId);
}
