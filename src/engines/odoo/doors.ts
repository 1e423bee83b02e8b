import { engineError } from '#core/engine-errors.ts';
import type { Link } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import type { Door } from './client.ts';
import { settingsOf, tenancyOf } from './settings.ts';

/** Keys are 40 hexadecimal digits; passwords open JSON-RPC only. */
const KEY = /^[0-9a-f]{40}$/;

/** What the company's steps of provisioning keep. */
export interface Kept {
  readonly database?: string;
  readonly login?: string;
  readonly uid?: number;
  /** Its row of res.company. */
  readonly companyId?: number;
  /** Language of what Odoo says. */
  readonly lang?: string;
  /** Its row of auth.oauth.provider; null: there can be none. */
  readonly providerId?: number | null;
  /** Why a link doesn't log in; null: it does. */
  readonly loginReason?: string | null;
}

export const keptOf = ({ state }: Pick<Link, 'state'>): Kept => state;

const door = (rest: Omit<Door, 'isKey'>): Door => ({ ...rest, isKey: KEY.test(rest.secret) });

/** The instance's own user, of an own instance or a shared database. @throws AppError engine_rejected_credentials */
export function instanceDoor(link: Pick<Link, 'settings' | 'credentials'>): Door {
  const { database, uid } = settingsOf(link);
  const { login = 'admin', apiKey } = link.credentials;
  if (apiKey === undefined) throw engineError('engine_rejected_credentials');
  return door({ database, login, uid, secret: apiKey });
}

/** As whom the company's operations act. @throws AppError engine_not_ready */
export function companyDoor(link: Link): Door {
  if (tenancyOf(link) === 'instance') return instanceDoor(link);
  const { database, login, uid } = keptOf(link);
  const { apiKey, password } = link.secrets;
  const secret = apiKey ?? password;
  if (database === undefined || login === undefined || uid === undefined || secret === undefined)
    throw new AppError('engine_not_ready');
  return door({ database, login, uid, secret });
}

/** Who sets the company's part up and looks after its people. @throws AppError engine_not_ready */
export function adminDoor(link: Link): Door {
  if (tenancyOf(link) !== 'database') return instanceDoor(link);
  const { database } = keptOf(link);
  const { adminPassword } = link.secrets;
  if (database === undefined || adminPassword === undefined) throw new AppError('engine_not_ready');
  return door({ database, login: ADMIN_LOGIN, uid: undefined, secret: adminPassword });
}

/** Of the databases that we make; people can't have it. */
export const ADMIN_LOGIN = 'smarteros-admin';
