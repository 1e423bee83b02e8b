import type { Scope } from './actor.ts';

/** What people can be in a company. `service` is for people who only set devices and programs up. */
export const ROLES = ['owner', 'admin', 'member', 'accountant', 'guest', 'service'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The one table of what a role may do (docs/access.md). A company's own roles are sets of scopes beside these. Nouns
 * that a release adds belong to owner and admin by themselves; the other roles get what stands here. `*` leaves out
 * what only owners may do (core/actor.ts), so that it is named.
 */
export const ROLE_SCOPES: Readonly<Record<Role, readonly (Scope | '*')[]>> = {
  owner: ['*', 'ownership:destroy'],
  admin: ['*'],
  member: [
    'chatwoot:write',
    'contacts:destroy',
    'engines:read',
    'events:read',
    'members:read',
    'messages:write',
    'tenants:read',
  ],
  accountant: [
    'audit:read',
    'contacts:read',
    'engines:read',
    'events:read',
    'members:read',
    'metabase:read',
    'tenants:read',
  ],
  guest: ['tenants:read'],
  service: ['contacts:read', 'events:read', 'tenants:read'],
};

/** What a membership may do. `own` are the scopes of the company's own role, for `custom`. */
export const scopesOf = (role: Role | 'custom', own: readonly string[] | null): ReadonlySet<string> =>
  new Set(role === 'custom' ? (own ?? []) : ROLE_SCOPES[role]);
