import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import type { AppError } from '#core/errors.ts';
import { Concerning, Refused } from '#core/reply.ts';
import { tenantsOf } from '#features/identity/store.ts';

/** An answer whose audit row stands with all companies of the person: their people see that a factor changed. */
export async function aboutPerson<A>(tx: Tx, personId: string, answer: A): Promise<Concerning<A>> {
  const tenants = await tx.run(tenantsOf(personId));
  return new Concerning(
    answer,
    personId,
    tenants.map(({ id }) => id),
  );
}

/** The caller's own failed proof, in the audit of the person. */
export const failedProof = (ctx: Ctx, error: AppError): Refused =>
  new Refused(error, 'proof.failed', ctx.actor.person!.id);
