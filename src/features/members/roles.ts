import { z } from 'zod';
import { holdsAll, type Actor } from '#core/actor.ts';
import { requireVersion } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { ROLE_SCOPES, ROLES } from '#core/roles.ts';
import { label } from '#core/schemas.ts';
import { grantable } from '#core/scopes.ts';
import { ConstraintError } from '#platform/db/errors.ts';
import { deleteRole, insertRole, listRoles, lockRole, updateRole, type RoleRow } from './store.ts';

const MAX_ROLES = 50;
const MAX_SCOPES = 100;

const Role = z
  .object({
    id: z.string().describe('What members.update and invitations.create take.'),
    name: z.string(),
    scopes: z.array(z.string()),
    builtIn: z.boolean().describe('True for the roles that every company has; they can’t be changed.'),
    version: z.int().min(1),
  })
  .meta({ id: 'Role' });
type Role = z.infer<typeof Role>;

const fields = {
  name: label(60).describe('As the company calls it.'),
  scopes: z.array(z.string().max(60)).min(1).max(MAX_SCOPES).describe('What who has it may do.'),
};
const id = z.uuid().describe('Id of the company’s own role.');

const own = ({ id: roleId, name, scopes, version }: RoleRow): Role => ({
  id: roleId,
  name,
  scopes: [...scopes],
  builtIn: false,
  version,
});
const BUILT_IN: readonly Role[] = ROLES.map((role) => ({
  id: role,
  name: role,
  scopes: [...ROLE_SCOPES[role]],
  builtIn: true,
  version: 1,
}));
const example = own({ ...EXAMPLE.role, version: 1 });

const NAME_TAKEN = 'roles_name';
const IN_USE = 'memberships_role';

/** @throws AppError conflict for a name that there is */
function refuseName(name: string): void {
  if ((ROLES as readonly string[]).includes(name.toLowerCase()) || name.toLowerCase() === 'custom')
    throw taken();
}
const taken = (): AppError =>
  invalidField('name', 'taken', { en: 'is another role’s name', es: 'es el nombre de otro rol' });

/** @throws AppError forbidden for a role that may do more than its changer */
function requireHeld(actor: Actor, role: RoleRow): void {
  if (holdsAll(actor.scopes, role.scopes)) return;
  throw new AppError('forbidden', {
    detail: {
      en: 'This role may do more than you may.',
      es: 'Este rol permite más de lo que usted puede hacer.',
    },
  });
}

const asTaken = (error: unknown): unknown =>
  error instanceof ConstraintError && error.constraint === NAME_TAKEN ? taken() : error;

/** `scopes()` are all scopes of the catalogue, known once it is complete. */
export function roleOperations(scopes: () => readonly string[]): readonly Operation[] {
  const list = defineOperation({
    name: 'roles.list',
    route: 'GET /roles',
    summary: 'List the roles that people can have here, and what each may do.',
    words: 'permissions · permisos',
    effect: 'read',
    access: [{ scope: 'roles:read' }],
    input: z.strictObject({}),
    output: z.object({ data: z.array(Role) }).meta({ id: 'Roles' }),
    examples: [{ title: 'All roles', input: {}, output: { data: [...BUILT_IN, example] } }],
    run: async (ctx) => {
      const [rows] = await ctx.db.batch([listRoles]);
      return { data: [...BUILT_IN, ...rows.map(own)] };
    },
  });

  const create = defineOperation({
    name: 'roles.create',
    route: 'POST /roles',
    summary: 'Make a role of the company’s own.',
    description: 'A set of scopes that you hold yourself.',
    words: 'limited permissions profile · perfil con permisos limitados',
    effect: 'write',
    access: [{ scope: 'roles:write' }],
    stepUp: true,
    audit: 'role.created',
    input: z.strictObject(fields),
    output: Role,
    versioned: true,
    errors: ['conflict'],
    examples: [
      {
        title: 'Who answers messages',
        input: { name: 'Recepción', scopes: ['contacts:write', 'members:read'] },
        output: {
          ...example,
          id: newId(1),
          name: 'Recepción',
          scopes: ['contacts:write', 'members:read'],
        },
      },
    ],
    run: async (ctx, input) => {
      const name = input.name.trim();
      refuseName(name);
      const role = {
        id: ctx.clock.id(),
        name,
        scopes: grantable(input.scopes, scopes(), ctx.actor.scopes),
        version: 1,
      };
      return ctx.db
        .tx(async (tx) => {
          if ((await tx.run(listRoles)).length >= MAX_ROLES) {
            throw new AppError('conflict', {
              detail: {
                en: `A company has ${MAX_ROLES} roles of its own at the most.`,
                es: `Una empresa tiene a lo más ${MAX_ROLES} roles propios.`,
              },
            });
          }
          await tx.run(insertRole(role, ctx.tenant.id, ctx.clock.now()));
          return own(role);
        })
        .catch((error: unknown) => {
          throw asTaken(error);
        });
    },
  });

  const update = defineOperation({
    name: 'roles.update',
    route: 'PATCH /roles/{id}',
    summary: 'Change a role of the company’s own.',
    description: 'Whoever has it may do what it says from then on.',
    effect: 'write',
    access: [{ scope: 'roles:write' }],
    stepUp: true,
    audit: 'role.updated',
    input: z.strictObject({ id, name: fields.name.optional(), scopes: fields.scopes.optional() }),
    output: Role,
    versioned: true,
    examples: [
      {
        title: 'More to do',
        input: { id: example.id, scopes: ['contacts:write'] },
        output: { ...example, scopes: ['contacts:write'], version: 2 },
      },
    ],
    run: async (ctx, input) => {
      const name = input.name?.trim();
      if (name !== undefined) refuseName(name);
      return ctx.db
        .tx(async (tx) => {
          const [row] = await tx.run(lockRole(input.id));
          if (!row) throw new AppError('not_found');
          requireVersion(ctx, row.version);
          requireHeld(ctx.actor, row);
          const next = {
            id: row.id,
            name: name ?? row.name,
            scopes: input.scopes ? grantable(input.scopes, scopes(), ctx.actor.scopes) : row.scopes,
            version: row.version + 1,
          };
          await tx.run(updateRole(next, ctx.clock.now()));
          return own(next);
        })
        .catch((error: unknown) => {
          throw asTaken(error);
        });
    },
  });

  const remove = defineOperation({
    name: 'roles.delete',
    route: 'DELETE /roles/{id}',
    summary: 'Delete a role that nobody has.',
    effect: 'destroy',
    access: [{ scope: 'roles:destroy' }],
    audit: 'role.deleted',
    input: z.strictObject({ id }),
    output: Role,
    versioned: true,
    errors: ['conflict'],
    examples: [{ title: 'Delete', input: { id: example.id }, output: example }],
    run: (ctx, input) =>
      ctx.db
        .tx(async (tx) => {
          const [row] = await tx.run(lockRole(input.id));
          if (!row) throw new AppError('not_found');
          requireVersion(ctx, row.version);
          requireHeld(ctx.actor, row);
          await tx.run(deleteRole(row.id));
          return own(row);
        })
        .catch((error: unknown) => {
          if (!(error instanceof ConstraintError && error.constraint === IN_USE)) throw error;
          throw new AppError('conflict', {
            detail: {
              en: 'Somebody has this role: give them another one first.',
              es: 'Alguien tiene este rol: asígnele antes otro.',
            },
            cause: error,
          });
        }),
  });

  return [list, create, update, remove];
}
