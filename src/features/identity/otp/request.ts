import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { CODE_SECONDS, codeHash, newCode, RESEND_SECONDS, type Purpose } from '#features/identity/codes.ts';
import { codeRequested } from '#features/identity/events.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { parsePhone } from '#platform/phone.ts';
import { tierOf, TIERS } from './budget.ts';
import { requireSolution } from './challenge.ts';
import {
  COUNTERS,
  expiryOf,
  failedNames,
  hoursBefore,
  isHasty,
  isTooMuch,
  namesOf,
  notYet,
  tally,
  tooMuch,
  waitOf,
} from './pace.ts';
import { slotsAt } from './slots.ts';
import { count, counts, insertCode, lockNumber, numberState, voidCode } from './store.ts';

export interface CodeRequest {
  /** E.164. */
  readonly phone: string;
  /** A code serves no other. */
  readonly purpose: Purpose;
  /** Who asks for it, when they are logged in. */
  readonly personId: string | null;
  /** The company on whose behalf it is sent, where one is known: it has a limit of its own. */
  readonly tenantId?: string;
  /** Solution of the challenge that an earlier refusal carried. */
  readonly challenge?: string | undefined;
}

export interface CodeSent {
  readonly expiresIn: number;
  readonly resendAfter: number;
  readonly digits: number;
}

function countryOf(phone: string, countries: readonly string[]): string {
  const { country } = parsePhone(phone, '');
  if (country !== undefined && countries.includes(country)) return country;
  const names = (language: 'en' | 'es'): string => {
    const name = new Intl.DisplayNames(language, { type: 'region' });
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    return list.format(countries.map((code) => name.of(code) ?? code));
  };
  throw new AppError('phone_country_not_allowed', {
    detail: {
      en: `Codes are sent to numbers of: ${names('en')}.`,
      es: `Se envían códigos a números de: ${names('es')}.`,
    },
  });
}

/**
 * Makes a code and has it sent once the transaction is committed; it voids the one before for the same purpose.
 * Nothing here depends on whether the number has a person.
 * @throws AppError rate_limited, phone_country_not_allowed, challenge_required
 */
export async function requestCode(
  parts: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  { phone, purpose, personId, tenantId, challenge }: CodeRequest,
): Promise<CodeSent> {
  const { countries, dailySends } = parts.otp;
  const sending = { phone, country: countryOf(phone, countries), network: ctx.client.network, tenantId };
  const now = ctx.clock.now();
  const { slot, since, secondsLeft } = slotsAt(now);
  await tx.run(lockNumber(phone));
  const [number] = await tx.run(numberState(phone, hoursBefore(now, 1), hoursBefore(now, 24)));
  const wait = waitOf(number!, now);
  if (wait > 0) throw notYet(wait);

  const names = [...namesOf(sending), COUNTERS.verifiedIn(sending.country), ...failedNames];
  const before = tally(await tx.run(counts(names, slot, since)));
  // Before any work is asked for, and once more below, where nobody can be counting at the same time.
  if (isTooMuch(sending, before, dailySends, 1)) throw tooMuch(secondsLeft);
  const tier = tierOf(
    failedNames.map((name) => before(name).day),
    number!.failures,
  );
  if (tier > 0 || isHasty(sending, before, dailySends))
    await requireSolution(parts, ctx, tx, { phone, payload: challenge });

  const { digits } = TIERS[tier]!;
  const code = newCode(digits);
  const row = {
    id: ctx.clock.id(),
    phone,
    purpose,
    personId,
    digits,
    hash: codeHash(parts.codeKey, code, phone, purpose),
    sealed: parts.sealer.seal(code),
    network: ctx.client.network,
    language: ctx.client.language,
    expiresAt: expiryOf(now),
  };
  await tx.run(voidCode(phone, purpose, now));
  await tx.run(insertCode(row, now));
  // Last, as everybody waits for these rows until we have committed.
  const counted = tally(await tx.run(count(namesOf(sending), slot, since)));
  if (isTooMuch(sending, counted, dailySends, 0)) throw tooMuch(secondsLeft);
  ctx.emit(codeRequested, { id: row.id });
  return { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits };
}
