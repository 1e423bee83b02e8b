import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError, invalidField } from '#core/errors.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { Assertion } from '#features/identity/passkeys/schema.ts';
import { checkAssertion, type Occasion } from '#features/identity/passkeys/verify.ts';
import type { Method } from '#features/identity/sessions.ts';
import { recoveryHash } from './recovery.ts';
import { lockTotp, useRecoveryCode, useTotpStep, type Strength } from './store.ts';
import { guard, watch } from './throttle.ts';
import { totpStep } from './totp.ts';

/** Wrong second factors of one person before they have to wait. */
const FREE_TRIES = 5;

/** The proofs of a second factor; exactly one of them is given. */
export const proofInput = {
  totp: z
    .string()
    .regex(/^\d{6}$/)
    .meta({ 'x-expects': { en: 'must be six digits', es: 'deben ser seis dígitos' } })
    .optional()
    .describe('Six digits of the app.'),
  recovery: z.string().min(1).max(60).optional().describe('A recovery code; it works once.'),
  passkey: Assertion.optional(),
};
export interface Proof {
  readonly totp?: string | undefined;
  readonly recovery?: string | undefined;
  readonly passkey?: Assertion | undefined;
}

/** @throws AppError invalid_input unless exactly one of `names` is given */
export function requireOne(given: object, names: readonly string[]): void {
  const count = names.filter((name) => (given as Record<string, unknown>)[name] !== undefined).length;
  if (count === 1) return;
  const all = names.join(', ');
  throw invalidField('(body)', 'one_of', {
    en: `must hold exactly one of ${all}`,
    es: `debe contener exactamente uno de ${all}`,
  });
}

export const isStrong = ({ totp, passkeys }: Pick<Strength, 'totp' | 'passkeys'>): boolean =>
  totp || passkeys > 0;

/**
 * Uses a second factor. An error says that it was wrong, and its count stands in this transaction: answer with a
 * `Refused` of it.
 * @throws AppError rate_limited after too many wrong ones
 */
export async function checkProof(
  parts: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  personId: string,
  proof: Proof,
  occasion: Occasion,
): Promise<Method | AppError> {
  const tries = await watch(tx, [factorGuard(parts, personId)], ctx.clock.now());
  const method = await methodOf(parts, ctx, tx, personId, proof, occasion);
  if (method === null) {
    await tries.failed();
    return new AppError('proof_invalid');
  }
  await tries.passed();
  return method;
}

const factorGuard = ({ throttleKey }: IdentityParts, personId: string) =>
  guard(throttleKey, 'factor', personId, FREE_TRIES);

async function methodOf(
  parts: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  personId: string,
  proof: Proof,
  occasion: Occasion,
): Promise<Method | null> {
  if (proof.totp !== undefined) return (await useTotp(parts, ctx, tx, personId, proof.totp)) ? 'totp' : null;
  if (proof.recovery !== undefined) {
    const hash = recoveryHash(personId, proof.recovery);
    const [used] = await tx.run(useRecoveryCode(personId, hash, ctx.clock.now()));
    return used ? 'recovery' : null;
  }
  const signed = proof.passkey && (await checkAssertion(parts, ctx, tx, proof.passkey, occasion));
  return signed?.personId === personId ? 'passkey' : null;
}

/** `first`: confirms an app that doesn't count yet. */
async function useTotp(
  { factorSealer }: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  personId: string,
  code: string,
  first = false,
): Promise<boolean> {
  const [totp] = await tx.run(lockTotp(personId));
  if (!totp || (totp.confirmed_at === null) !== first) return false;
  const now = ctx.clock.now();
  const step = totpStep(factorSealer.open(totp.sealed), code, now);
  if (step === null || step <= totp.last_step) return false;
  await tx.run(useTotpStep(personId, step, now));
  return true;
}

/** A first code of the app. The error's count stands in this transaction, as with `checkProof`. */
export async function confirmTotp(
  parts: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  personId: string,
  code: string,
): Promise<AppError | null> {
  const tries = await watch(tx, [factorGuard(parts, personId)], ctx.clock.now());
  if (await useTotp(parts, ctx, tx, personId, code, true)) {
    await tries.passed();
    return null;
  }
  await tries.failed();
  return new AppError('proof_invalid');
}
