/**
 * What the roles below admin may do, as the API has it (a check compares this with src/core/roles.ts). Only for what is
 * offered: a company's own roles are let see everything, and are refused by the API what isn't theirs.
 */
export const ROLE_SCOPES: Readonly<Record<string, readonly string[]>> = {
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

const LEVELS = ['read', 'write', 'destroy'];

export function roleMay(role: string, scope: string): boolean {
  const scopes = ROLE_SCOPES[role];
  if (!scopes) return true;
  const [noun, level = ''] = scope.split(':');
  return scopes.some((one) => {
    const [held, up = ''] = one.split(':');
    return held === noun && LEVELS.indexOf(up) >= LEVELS.indexOf(level);
  });
}
