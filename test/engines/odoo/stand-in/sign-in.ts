import type { Asked } from '#test/engines/stand-in.ts';
import type { Database } from './database.ts';
import { OdooFault } from './fault.ts';

export const NO_SESSION = new OdooFault('odoo.http.SessionExpiredException', 'Session expired', 403);

interface SignedIn {
  /** Undefined for a bad request. */
  readonly location?: string;
  readonly came?: { readonly db: string; readonly uid: number };
}

/** What the module auth_oauth does with a ticket: asks whoever the record names whose it is. */
export async function signIn(
  { query }: Asked,
  find: (name: string) => Database | undefined,
): Promise<SignedIn> {
  const token = query.get('access_token') ?? '';
  const { d, p, r } = JSON.parse(query.get('state') ?? '{}') as { d: string; p: number; r?: string };
  const database = find(d);
  if (!database) return {};
  const refused = (error: number) => ({ location: `/web/login?oauth_error=${error}` });
  const provider = Object.hasOwn(database.models, 'auth.oauth.provider')
    ? database.row('auth.oauth.provider', p)
    : undefined;
  if (!provider) return refused(2);
  const [inHeader] = database.search(
    'ir.config_parameter',
    [['key', '=', 'auth_oauth.authorization_header']],
    false,
  );
  const endpoint = String(provider['validation_endpoint']);
  const answer = inHeader
    ? await fetch(endpoint, { headers: { authorization: `Bearer ${token}` } })
    : await fetch(`${endpoint}?${new URLSearchParams({ access_token: token }).toString()}`);
  if (!answer.ok) return refused(2);
  const { sub } = (await answer.json()) as { sub: string };
  const [user] = database.search(
    'res.users',
    [
      ['oauth_uid', '=', sub],
      ['oauth_provider_id', '=', p],
    ],
    false,
  );
  if (!user) return refused(3);
  user['oauth_access_token'] = token;
  return { location: r === undefined ? '/odoo' : decodeURIComponent(r), came: { db: d, uid: user.id } };
}

/** The buttons of a database's login page, as HTML. */
export function buttons(database: Database, name: string, root: string): string {
  if (!Object.hasOwn(database.models, 'auth.oauth.provider')) return '';
  return database
    .search('auth.oauth.provider', [['enabled', '=', true]], false)
    .map((row) => {
      const query = new URLSearchParams({
        response_type: 'token',
        client_id: String(row['client_id']),
        redirect_uri: `${root}/auth_oauth/signin`,
        scope: String(row['scope']),
        state: JSON.stringify({ d: name, p: row.id, r: encodeURIComponent(`${root}/web`) }),
      });
      const link = `${String(row['auth_endpoint'])}?${query.toString()}`;
      return `<a href="${link.replaceAll('&', '&amp;')}">${String(row['body'])}</a>`;
    })
    .join('\n');
}
