import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { timestamp } from '#core/schemas.ts';

export const Member = z
  .object({
    id: z.uuid().describe('The person’s UGID.'),
    name: z.string().nullable(),
    phone: z.string().nullable().describe('E.164; masked for who may not change members.'),
    role: z.string().describe('A role that every company has, or the id of one of its own.'),
    roleName: z.string(),
    disabled: z.boolean(),
    joinedAt: timestamp,
    version: z.int().min(1),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

export const person = z.uuid().describe('UGID of the member.');

/** How callers name a role. */
export const roleInput = z
  .string()
  .min(1)
  .max(50)
  .describe('admin, member, accountant, guest, service, or the id of one of the company’s own roles.');

export const exampleMember: Member = {
  id: EXAMPLE.member.ugid,
  name: EXAMPLE.member.name,
  phone: EXAMPLE.member.phone,
  role: 'member',
  roleName: 'member',
  disabled: false,
  joinedAt: EXAMPLE.tenant.createdAt,
  version: 1,
};
