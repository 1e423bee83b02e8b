import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import {
  CODE_DIGITS,
  CODE_SECONDS,
  codeHash,
  newCode,
  RESEND_SECONDS,
  SENDS_PER_HOUR,
  type Purpose,
} from '#features/identity/codes.ts';
import { codeRequested } from '#features/identity/events.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { insertCode, recentCodes, voidCode } from './store.ts';

const HOUR_MS = 3_600_000;

export interface CodeRequest {
  /** E.164. */
  readonly phone: string;
  /** A code serves no other. */
  readonly purpose: Purpose;
  /** Who asks for it, when they are logged in. */
  readonly personId: string | null;
}

export interface CodeSent {
  readonly expiresIn: number;
  readonly resendAfter: number;
  readonly digits: number;
}

/** @throws AppError rate_limited, with the time when the number may ask again */
function refuseHaste(sent: number, last: string | null, first: string | null, now: Date): void {
  const since = (at: string | null): number => (at === null ? Infinity : now.getTime() - Date.parse(at));
  const wait =
    sent >= SENDS_PER_HOUR ? HOUR_MS - since(first) : sent > 0 ? RESEND_SECONDS * 1000 - since(last) : 0;
  if (wait <= 0) return;
  const seconds = Math.ceil(wait / 1000);
  throw new AppError('rate_limited', {
    detail: {
      en: `A code was sent to this number. Another one can be asked for in ${seconds} s.`,
      es: `Ya se envió un código a este número. Podrá pedir otro en ${seconds} s.`,
    },
    retryAfterSeconds: seconds,
  });
}

/**
 * Makes a code and has it sent once the transaction is committed; it voids the one before for the same purpose.
 * @throws AppError rate_limited
 */
export async function requestCode(
  { codeKey, sealer }: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  { phone, purpose, personId }: CodeRequest,
): Promise<CodeSent> {
  const now = ctx.clock.now();
  const [recent] = await tx.run(recentCodes(phone, new Date(now.getTime() - HOUR_MS)));
  refuseHaste(recent!.sent, recent!.last_at, recent!.first_at, now);
  const code = newCode(CODE_DIGITS);
  const row = {
    id: ctx.clock.id(),
    phone,
    purpose,
    personId,
    digits: CODE_DIGITS,
    hash: codeHash(codeKey, code, phone, purpose),
    sealed: sealer.seal(code),
    network: ctx.client.network,
    language: ctx.client.language,
    expiresAt: new Date(now.getTime() + CODE_SECONDS * 1000),
  };
  await tx.run(voidCode(phone, purpose, now));
  await tx.run(insertCode(row, now));
  ctx.emit(codeRequested, { id: row.id });
  return { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits: CODE_DIGITS };
}
