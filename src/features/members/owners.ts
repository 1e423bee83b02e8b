import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { reference } from '#features/tenants/index.ts';
import { toMember } from './rules.ts';
import { exampleMember, Member, person } from './schema.ts';
import {
  findMembership,
  leave as leaveTenant,
  lockMember,
  lockOwners,
  revokeAgentsOf,
  revokeInvitationsBy,
  revokeInvitationsIn,
  setRole,
} from './store.ts';

const create = defineOperation({
  name: 'owners.create',
  route: 'POST /owners',
  summary: 'Make a member an owner.',
  description: 'Owners alone make and remove owners and end the company; admins do everything else.',
  words: 'give ownership partner · dar propiedad socio dueño',
  effect: 'write',
  access: [{ scope: 'ownership:write' }],
  stepUp: true,
  audit: 'owner.added',
  input: z.strictObject({ id: person }),
  output: Member,
  errors: ['conflict'],
  examples: [
    {
      title: 'A third owner',
      as: 'person',
      input: { id: exampleMember.id },
      output: { ...exampleMember, role: 'owner', roleName: 'owner', version: 2 },
    },
  ],
  run: (ctx, { id }) =>
    ctx.db.tx(async (tx) => {
      await tx.run(lockOwners(ctx.tenant.id));
      const row = await lockMember(tx, id);
      if (!row) throw new AppError('not_found');
      if (row.disabled || row.role === 'owner') throw new AppError('conflict');
      const owner = { role: 'owner', roleId: null } as const;
      await tx.run(setRole(id, owner, ctx.clock.now()));
      const changed = { ...row, role: owner.role, role_id: null, role_name: null, version: row.version + 1 };
      return toMember(changed, ctx.actor);
    }),
});

const remove = defineOperation({
  name: 'owners.remove',
  route: 'DELETE /owners/{id}',
  summary: 'End somebody’s ownership: they stay as admin.',
  effect: 'destroy',
  access: [{ scope: 'ownership:destroy' }],
  stepUp: true,
  audit: 'owner.removed',
  input: z.strictObject({ id: person }),
  output: Member,
  errors: ['last_owner'],
  examples: [
    {
      title: 'One of two',
      as: 'person',
      input: { id: EXAMPLE.partner.ugid },
      output: {
        ...exampleMember,
        id: EXAMPLE.partner.ugid,
        name: EXAMPLE.partner.name,
        phone: EXAMPLE.partner.phone,
        role: 'admin',
        roleName: 'admin',
        version: 2,
      },
    },
  ],
  run: (ctx, { id }) =>
    ctx.db.tx(async (tx) => {
      const owners = await tx.run(lockOwners(ctx.tenant.id));
      if (!owners.some((owner) => owner.person_id === id)) throw new AppError('not_found');
      if (owners.length === 1) throw new AppError('last_owner');
      const row = await lockMember(tx, id);
      await tx.run(setRole(id, { role: 'admin', roleId: null }, ctx.clock.now()));
      await tx.run(revokeInvitationsBy(id, ctx.clock.now()));
      return toMember({ ...row!, role: 'admin', version: row!.version + 1 }, ctx.actor);
    }),
});

const leave = defineOperation({
  name: 'tenants.leave',
  route: 'POST /tenants/{id}/leave',
  summary: 'Leave a company.',
  description: 'Its last owner can’t: a company needs somebody to answer for it.',
  effect: 'destroy',
  access: [{ person: true }],
  realm: 'identity',
  audit: 'member.left',
  concerns: (left) => left.id,
  input: z.strictObject({ id: reference }),
  output: z.object({ id: z.uuid(), slug: z.string(), left: z.boolean() }).meta({ id: 'Left' }),
  errors: ['last_owner'],
  examples: [
    {
      title: 'One of two owners',
      as: 'person',
      input: { id: EXAMPLE.tenant.slug },
      output: { id: EXAMPLE.tenant.id, slug: EXAMPLE.tenant.slug, left: true },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const { id } = ctx.actor.person!;
      const now = ctx.clock.now();
      const [found] = await tx.run(findMembership(id, input.id));
      if (!found) throw new AppError('not_found');
      const { tenant_id: tenantId, slug } = found;
      const owners = await tx.run(lockOwners(tenantId));
      if (owners.length === 1 && owners[0]!.person_id === id) throw new AppError('last_owner');
      await tx.run(leaveTenant(id, tenantId));
      await tx.run(revokeInvitationsIn(tenantId, id, now));
      await tx.run(revokeAgentsOf(tenantId, id, now));
      return { id: tenantId, slug, left: true };
    }),
});

export const ownerOperations: readonly Operation[] = [create, remove, leave];
