import { z } from 'zod';
import { requireVersion, type Ctx } from '#core/context.ts';
import type { Statement, Tx } from '#core/db.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { memberRemoved } from './events.ts';
import { chooseRole, requireBelow, toMember } from './rules.ts';
import { exampleMember, Member, person, roleInput } from './schema.ts';
import {
  deleteMember,
  listMembers,
  lockMember,
  revokeInvitationsBy,
  setDisabled,
  setRole,
  type MemberRow,
} from './store.ts';

const { partner, person: owner, tenant } = EXAMPLE;
const asOwner = { role: 'owner', roleName: 'owner', disabled: false, joinedAt: tenant.createdAt, version: 1 };

const list = defineOperation({
  name: 'members.list',
  route: 'GET /members',
  summary: 'List who belongs to the company.',
  words:
    'employees staff team users, who has access · empleados personal equipo usuarios, quién tiene acceso',
  effect: 'read',
  access: [{ scope: 'members:read' }],
  input: z.strictObject(pageInput),
  output: pageOf(Member),
  examples: [
    {
      title: 'Everybody',
      input: {},
      output: {
        data: [
          { id: partner.ugid, name: partner.name, phone: partner.phone, ...asOwner },
          { id: owner.ugid, name: owner.name, phone: owner.phone, ...asOwner },
          exampleMember,
        ],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, { limit, cursor }) => {
    const [rows] = await ctx.db.batch([listMembers(decodeCursor(cursor), limit + 1)]);
    return page(
      rows.map((row) => toMember(row, ctx.actor)),
      limit,
    );
  },
});

/** Changes somebody whom the caller may change; what they offered to others meanwhile is void. */
const change = (
  ctx: Ctx,
  id: string,
  next: (row: MemberRow, tx: Tx) => Promise<{ save: Statement; row: MemberRow }>,
): Promise<Member> =>
  ctx.db.tx(async (tx) => {
    const row = await lockMember(tx, id);
    requireBelow(ctx.actor, row);
    requireVersion(ctx, row.version);
    const { save, row: changed } = await next(row, tx);
    await tx.run(save);
    await tx.run(revokeInvitationsBy(id, ctx.clock.now()));
    return toMember({ ...changed, version: row.version + 1 }, ctx.actor);
  });

const update = defineOperation({
  name: 'members.update',
  route: 'PATCH /members/{id}',
  summary: 'Give somebody another role.',
  description:
    'Nobody gives more than they hold, or changes somebody who may do more than they may. Owners: owners.create and owners.remove.',
  words:
    'promote demote, make admin, permissions · ascender promover, hacer administrador, cambiar cargo permisos',
  effect: 'write',
  access: [{ scope: 'members:write' }],
  stepUp: true,
  audit: 'member.role_changed',
  input: z.strictObject({ id: person, role: roleInput }),
  output: Member,
  versioned: true,
  errors: ['conflict'],
  examples: [
    {
      title: 'A role of the company’s own',
      input: { id: exampleMember.id, role: EXAMPLE.role.id },
      output: { ...exampleMember, role: EXAMPLE.role.id, roleName: EXAMPLE.role.name, version: 2 },
    },
  ],
  run: (ctx, input) =>
    change(ctx, input.id, async (row, tx) => {
      const chosen = await chooseRole(tx, input.role, ctx.actor);
      const { role, roleId, name } = chosen;
      return {
        save: setRole(input.id, chosen, ctx.clock.now()),
        row: { ...row, role, role_id: roleId, role_name: roleId && name },
      };
    }),
});

const switched = (disabled: boolean) => (ctx: Ctx, id: string) =>
  change(ctx, id, async (row) => ({
    save: setDisabled(id, disabled, ctx.clock.now()),
    row: { ...row, disabled },
  }));

const disable = defineOperation({
  name: 'members.disable',
  route: 'POST /members/{id}/disable',
  summary: 'Shut somebody out of the company at once.',
  description:
    'Every session and every agent of theirs is refused here; what they are in other companies stays. Keys are nobody’s: see keys.list.',
  words: 'block employee at once · bloquear echar',
  effect: 'destroy',
  access: [{ scope: 'members:destroy' }],
  stepUp: true,
  audit: 'member.disabled',
  input: z.strictObject({ id: person }),
  output: Member,
  versioned: true,
  errors: ['conflict'],
  examples: [
    {
      title: 'A lost phone',
      input: { id: exampleMember.id },
      output: { ...exampleMember, disabled: true, version: 2 },
    },
  ],
  run: (ctx, { id }) => switched(true)(ctx, id),
});

const enable = defineOperation({
  name: 'members.enable',
  route: 'POST /members/{id}/enable',
  summary: 'Let somebody in again.',
  words: 'former employee back again · vuelve reincorporar desbloquear',
  effect: 'write',
  access: [{ scope: 'members:write' }],
  stepUp: true,
  audit: 'member.enabled',
  input: z.strictObject({ id: person }),
  output: Member,
  versioned: true,
  errors: ['conflict'],
  examples: [
    { title: 'Back again', input: { id: exampleMember.id }, output: { ...exampleMember, version: 2 } },
  ],
  run: (ctx, { id }) => switched(false)(ctx, id),
});

const remove = defineOperation({
  name: 'members.remove',
  route: 'DELETE /members/{id}',
  summary: 'Remove somebody from the company.',
  description: 'At once, with their agents and the invitations that they sent.',
  words: 'fire dismiss employee left resigned · despedir renunció ya no trabaja',
  effect: 'destroy',
  access: [{ scope: 'members:destroy' }],
  stepUp: true,
  audit: 'member.removed',
  input: z.strictObject({ id: person }),
  output: Member,
  versioned: true,
  errors: ['conflict'],
  examples: [{ title: 'Somebody who left', input: { id: exampleMember.id }, output: exampleMember }],
  run: (ctx, { id }) =>
    ctx.db.tx(async (tx) => {
      const row = await lockMember(tx, id);
      requireBelow(ctx.actor, row);
      requireVersion(ctx, row.version);
      await tx.run(deleteMember(id));
      await tx.run(revokeInvitationsBy(id, ctx.clock.now()));
      ctx.emit(memberRemoved, { id });
      return toMember(row, ctx.actor);
    }),
});

export const memberOperations: readonly Operation[] = [list, update, disable, enable, remove];
