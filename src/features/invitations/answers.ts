import { z } from 'zod';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { timestamp } from '#core/schemas.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import {
  findByHash,
  findContactsOf,
  findMembershipIn,
  join,
  lockByHash,
  type OpenInvitation,
} from './store.ts';

const token = z.string().min(1).max(100).describe('What stands in the link after #.');
const { neighbour } = EXAMPLE;

/** @throws AppError invitation_invalid, whatever the reason: a link is good or it isn't */
function requireOpen(found: OpenInvitation | undefined, now: Date): OpenInvitation {
  const open =
    found?.accepted_at === null && found.revoked_at === null && Date.parse(found.expires_at) > now.getTime();
  if (!open || (found.role_id !== null && found.role_name === null)) throw new AppError('invitation_invalid');
  return found;
}

const preview = defineOperation({
  name: 'invitations.preview',
  // The token is a secret: it stands in a body, not in an address that logs keep.
  route: 'POST /invitations/preview',
  summary: 'Say what an invitation is to.',
  effect: 'read',
  access: 'public',
  realm: 'identity',
  input: z.strictObject({ token }),
  output: z
    .object({ company: z.string(), role: z.string(), inviter: z.string(), expiresAt: timestamp })
    .meta({ id: 'InvitationPreview' }),
  errors: ['invitation_invalid'],
  examples: [
    {
      title: 'Before logging in',
      as: 'anonymous',
      input: { token: neighbour.invitationToken },
      output: {
        company: neighbour.name,
        role: 'accountant',
        inviter: 'Ferretería',
        expiresAt: neighbour.invitedUntil,
      },
    },
  ],
  run: async (ctx, input) => {
    const [[found]] = await ctx.db.batch([findByHash(tokenHash(input.token))]);
    const {
      company,
      role,
      role_name: own,
      inviter,
      expires_at: expiresAt,
    } = requireOpen(found, ctx.clock.now());
    return { company, role: own ?? role, inviter, expiresAt };
  },
});

/** Whether the invitation was sent to this person. */
async function isFor(tx: Tx, { recipient }: OpenInvitation, personId: string): Promise<boolean> {
  const [contacts] = await tx.run(findContactsOf(personId));
  return contacts?.phone === recipient || contacts?.email === recipient;
}

const accept = defineOperation({
  name: 'invitations.accept',
  route: 'POST /invitations/accept',
  summary: 'Join the company that invited you.',
  description: 'Logged in with the number or mail address that received the invitation.',
  effect: 'write',
  access: [{ person: true }],
  realm: 'identity',
  audit: 'invitation.accepted',
  concerns: (joined) => joined.id,
  input: z.strictObject({ token }),
  output: z
    .object({ id: z.uuid(), slug: z.string(), name: z.string(), role: z.string() })
    .meta({ id: 'Joined' }),
  errors: ['invitation_invalid', 'invitation_not_yours', 'tenant_suspended', 'conflict'],
  examples: [
    {
      title: 'Join',
      as: 'person',
      input: { token: neighbour.invitationToken },
      output: { id: neighbour.id, slug: neighbour.slug, name: neighbour.name, role: 'accountant' },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const { id } = ctx.actor.person!;
      const now = ctx.clock.now();
      const hash = tokenHash(input.token);
      await tx.run(lockByHash(hash));
      const invitation = requireOpen((await tx.run(findByHash(hash)))[0], now);
      if (!(await isFor(tx, invitation, id))) {
        const error = new AppError('invitation_not_yours');
        return new Refused(error, 'invitation.refused', invitation.id, [invitation.tenant_id]);
      }
      if (invitation.status === 'suspended') throw new AppError('tenant_suspended');
      // Whoever was shut out stays out: an older link is no way back in.
      const [member] = await tx.run(findMembershipIn(invitation.tenant_id, id));
      if (member) throw new AppError('conflict');
      await tx.run(join(invitation, id, now));
      const { slug, company: name, role, role_name: own } = invitation;
      return { id: invitation.tenant_id, slug, name, role: own ?? role };
    }),
});

export const answerOperations: readonly Operation[] = [preview, accept];
