import { scopesOf } from '#core/roles.ts';
import type { Belonging } from './store.ts';

/** A company as `auth.me` shows it: what its person may do there, so that nothing is offered that will be refused. */
export const shownTenant = ({ slug, name, hue, logo, role, kind, own }: Belonging) => ({
  slug,
  name,
  hue,
  logo,
  role,
  scopes: [...scopesOf(kind, own)],
});
