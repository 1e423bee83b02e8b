import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { logIn } from '#features/identity/login.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { Login } from '#features/identity/schema.ts';
import type { Method } from '#features/identity/sessions.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { checkProof, proofInput, requireOne } from './proof.ts';
import { countTicketTry, deleteTicket, lockTicket } from './store.ts';

/** Wrong proofs that end a ticket. */
const TICKET_TRIES = 5;

export function secondFactorOperations(parts: IdentityParts): readonly Operation[] {
  return [
    defineOperation({
      name: 'auth.second_factor',
      route: 'POST /auth/second-factor',
      summary: 'Finish a login with my second factor.',
      description:
        'For whoever was answered `second_factor_required`: its `data.ticket` works once, for five minutes. A passkey signs a challenge of auth.passkey_challenge.',
      effect: 'write',
      access: 'public',
      realm: 'identity',
      audit: 'login.succeeded',
      input: z.strictObject({
        ticket: z.string().min(1).max(100).describe('From the first step.'),
        ...proofInput,
      }),
      output: Login,
      errors: ['proof_invalid', 'ticket_expired'],
      examples: [
        {
          title: 'With a recovery code',
          as: 'anonymous',
          input: { ticket: EXAMPLE.person.ticket, recovery: EXAMPLE.person.recoveryCode },
          output: {
            ugid: EXAMPLE.person.ugid,
            accessToken: '****',
            expiresIn: 600,
            refreshToken: 'smr_*******************************************',
            tenants: [{ slug: EXAMPLE.tenant.slug, name: EXAMPLE.tenant.name, role: 'owner' }],
          },
        },
      ],
      run: async (ctx, input) => {
        requireOne(input, ['totp', 'recovery', 'passkey']);
        const hash = tokenHash(input.ticket);
        return logIn(parts, ctx, async (tx) => {
          const [ticket] = await tx.run(lockTicket(hash));
          const expired = !ticket || Date.parse(ticket.expires_at) <= ctx.clock.now().getTime();
          if (expired || ticket.tries >= TICKET_TRIES)
            return new Refused(new AppError('ticket_expired'), 'login.failed', ticket?.person_id ?? null);
          const occasion = { purpose: 'login', sessionId: null } as const;
          const second = await checkProof(parts, ctx, tx, ticket.person_id, input, occasion);
          if (second instanceof AppError) {
            await tx.run(countTicketTry(hash));
            return new Refused(second, 'login.failed', ticket.person_id);
          }
          await tx.run(deleteTicket(hash));
          return { personId: ticket.person_id, method: ticket.method as Method, second };
        });
      },
    }),
  ];
}
