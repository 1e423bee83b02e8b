import { createHmac } from 'node:crypto';
import type { Language } from '#core/errors.ts';
import type { Role } from '#core/roles.ts';
import type { Invitation } from './schema.ts';
import type { InvitationRow } from './store.ts';

/** How long the number of somebody who never came is kept. */
export const KEPT_DAYS = 30;

export const DAYS = 7;
/** Messages that a company can cause in 24 hours, and those that one recipient gets from all companies together. */
export const PER_DAY = { unverified: 20, verified: 200 } as const;
export const PER_RECIPIENT = 5;

const TOKEN_PREFIX = 'smi_';

/** The link's token. Derived, so that the message can be made after commit and nothing but a hash is kept. */
export const tokenOf = (key: Buffer, id: string): string =>
  TOKEN_PREFIX + createHmac('sha256', key).update(id).digest('base64url');

export function toInvitation(row: InvitationRow, now: Date): Invitation {
  const { accepted_at: accepted, revoked_at: revoked, expires_at: expires } = row;
  const expired = Date.parse(expires) <= now.getTime();
  return {
    id: row.id,
    to: row.recipient,
    role: row.role_id ?? row.role,
    inviter: row.inviter,
    status: accepted ? 'accepted' : revoked ? 'revoked' : expired ? 'expired' : 'pending',
    createdAt: row.created_at,
    expiresAt: expires,
    sentAt: row.sent_at,
  };
}

const WORDS: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  es: {
    owner: 'dueño',
    admin: 'administrador',
    member: 'miembro',
    accountant: 'contador',
    guest: 'invitado',
    service: 'servicio técnico',
  },
  en: {
    owner: 'owner',
    admin: 'administrator',
    member: 'member',
    accountant: 'accountant',
    guest: 'guest',
    service: 'technician',
  },
};
const SHOWN_CHARACTERS = 60;

/** Names are the inviter's words in our message: short, and with nothing that a phone would turn into a link. */
const quoted = (name: string): string =>
  `«${name
    .replaceAll(/[./:@\\«»]+/g, ' ')
    .trim()
    .slice(0, SHOWN_CHARACTERS)}»`;

export function invitationText(
  invitation: { company: string; inviter: string; role: Role | 'custom'; roleName: string | null },
  language: Language,
  link: string,
): string {
  const { role, roleName } = invitation;
  const as = role === 'custom' ? quoted(roleName ?? '') : WORDS[language][role];
  const [company, inviter] = [quoted(invitation.company), quoted(invitation.inviter)];
  return language === 'es'
    ? `${inviter} le invita a la empresa ${company} en SmarterOS como ${as}. Acepte dentro de ${DAYS} días: ${link} Si no conoce a quien le invita, ignore este mensaje.`
    : `${inviter} invites you to the company ${company} on SmarterOS as ${as}. Accept within ${DAYS} days: ${link} If you don’t know who invites you, ignore this message.`;
}
