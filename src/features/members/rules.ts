import { holdsAll, type Actor } from '#core/actor.ts';
import type { Tx } from '#core/db.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { ROLES, scopesOf, type Role } from '#core/roles.ts';
import type { Member } from './schema.ts';
import { findRole, type MemberRow } from './store.ts';

/** A role as memberships and invitations store it, with what it may do. */
export interface Chosen {
  readonly role: Role | 'custom';
  readonly roleId: string | null;
  readonly name: string;
  readonly scopes: ReadonlySet<string>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ASSIGNABLE: readonly string[] = ROLES.filter((role) => role !== 'owner');

/**
 * The role that a caller named, which they may give: nobody gives what they don't hold, and owners are made by
 * owners.create alone.
 * @throws AppError invalid_input about `role`
 */
export async function chooseRole(tx: Tx, text: string, actor: Actor): Promise<Chosen> {
  const chosen = await namedRole(tx, text);
  if (!holdsAll(actor.scopes, chosen.scopes)) {
    throw invalidField('role', 'not_held', {
      en: 'may do more than you may yourself',
      es: 'permite más de lo que usted mismo puede hacer',
    });
  }
  return chosen;
}

async function namedRole(tx: Tx, text: string): Promise<Chosen> {
  if (ASSIGNABLE.includes(text)) {
    const role = text as Role;
    return { role, roleId: null, name: role, scopes: scopesOf(role, null) };
  }
  if (text === 'owner') {
    throw invalidField('role', 'owner', {
      en: 'owners are made with owners.create',
      es: 'los dueños se nombran con owners.create',
    });
  }
  const [own] = UUID.test(text) ? await tx.run(findRole(text)) : [];
  if (own) return { role: 'custom', roleId: own.id, name: own.name, scopes: new Set(own.scopes) };
  throw invalidField('role', 'unknown', {
    en: `must be one of ${ASSIGNABLE.join(', ')}, or the id of one of the company’s roles`,
    es: `debe ser uno de ${ASSIGNABLE.join(', ')}, o el id de un rol de la empresa`,
  });
}

/**
 * Owners stay out of reach of members.*, and so does everybody who may do more than the caller.
 * @throws AppError not_found, conflict, forbidden
 */
export function requireBelow(actor: Actor, member: MemberRow | undefined): asserts member is MemberRow {
  if (!member) throw new AppError('not_found');
  if (member.role === 'owner') {
    throw new AppError('conflict', {
      detail: {
        en: 'This person is an owner: an owner ends that first, with owners.remove.',
        es: 'Esta persona es dueña: un dueño debe quitarle antes ese rol, con owners.remove.',
      },
    });
  }
  if (holdsAll(actor.scopes, scopesOf(member.role, member.own_scopes))) return;
  throw new AppError('forbidden', {
    detail: {
      en: 'This person may do more than you may.',
      es: 'Esta persona puede hacer más que usted.',
    },
  });
}

const SHOWN_START = 3;
const SHOWN_END = 4;

/** `+56*****4321`: enough to tell colleagues apart. */
const masked = (phone: string): string =>
  phone.slice(0, SHOWN_START) +
  '*'.repeat(Math.max(0, phone.length - SHOWN_START - SHOWN_END)) +
  phone.slice(-SHOWN_END);

export const toMember = (row: MemberRow, actor: Actor): Member => ({
  id: row.id,
  name: row.name,
  phone: row.phone === null || holdsAll(actor.scopes, ['members:write']) ? row.phone : masked(row.phone),
  role: row.role_id ?? row.role,
  roleName: row.role_name ?? row.role,
  disabled: row.disabled,
  joinedAt: row.joined_at,
  version: row.version,
});
