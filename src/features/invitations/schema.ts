import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { timestamp } from '#core/schemas.ts';

export const Invitation = z
  .object({
    id: z.uuid(),
    to: z.string().describe('Phone (E.164) or mail address.'),
    role: z.string().describe('As members.list names it.'),
    inviter: z.string(),
    status: z.enum(['pending', 'accepted', 'revoked', 'expired']),
    createdAt: timestamp,
    expiresAt: timestamp,
    sentAt: timestamp.nullable().describe('When the message was handed over; null until then.'),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const exampleInvitation: Invitation = {
  id: EXAMPLE.invitation.id,
  to: EXAMPLE.invitation.phone,
  role: 'accountant',
  inviter: EXAMPLE.person.name,
  status: 'pending',
  createdAt: EXAMPLE.tenant.createdAt,
  expiresAt: EXAMPLE.invitation.until,
  sentAt: null,
};
