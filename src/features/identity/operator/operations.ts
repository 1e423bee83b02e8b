import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { aboutPerson } from '#features/identity/factors/about.ts';
import { guard, watch } from '#features/identity/factors/throttle.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { anyOperator, lockOperatorClaim, makeOperator } from './store.ts';

/** Wrong links from a network before the first wait. */
const FREE_TRIES = 5;

export function operatorOperations({ setup, throttleKey }: IdentityParts): readonly Operation[] {
  const claim = defineOperation({
    name: 'auth.claim_operator',
    route: 'POST /auth/operator',
    summary: 'Become the operator of a new installation.',
    description:
      'With the token of the link that `./smarteros up` prints on the machine itself while nobody has logged in yet, and ' +
      '`./smarteros setup` at any time. It works once, and only while there is no operator.',
    words: 'first run administrator setup install · primer uso administrador instalar',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'person.operator_claimed',
    input: z.strictObject({
      token: z.string().min(1).max(100).describe('What stands behind `#token=` in the link.'),
    }),
    output: z.object({ operator: z.literal(true) }).meta({ id: 'OperatorClaimed' }),
    errors: ['setup_token_invalid', 'conflict', 'step_up_required'],
    // A token exists only on the machine, and once.
    examples: [],
    run: async (ctx, { token }) => {
      const { id } = ctx.actor.person!;
      const now = ctx.clock.now();
      const answer = await ctx.db.tx(async (tx) => {
        const tries = await watch(
          tx,
          [guard(throttleKey, 'operator', ctx.client.network, FREE_TRIES, true)],
          now,
        );
        await tx.run(lockOperatorClaim);
        if (!setup.matches(token)) {
          await tries.failed();
          return new Refused(new AppError('setup_token_invalid'), 'person.operator_claim_refused', id);
        }
        const [any] = await tx.run(anyOperator);
        if (any!.found) return new Refused(taken(), 'person.operator_claim_refused', id);
        await tx.run(makeOperator(id, now));
        return aboutPerson(tx, id, { operator: true as const });
      });
      // Asked anew, as a dry run has made nobody the operator.
      const [[made]] = await ctx.db.batch([anyOperator]);
      if (made!.found) setup.drop();
      return answer;
    },
  });

  return [claim];
}

const taken = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'This installation has an operator already. More of them are made on its machine: ./smarteros people set-operator.',
      es: 'Esta instalación ya tiene operador. Otros se nombran en su equipo: ./smarteros people set-operator.',
    },
  });
