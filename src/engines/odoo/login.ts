import type { Back, Launch, LaunchCtx, Member } from '#core/engine-people.ts';
import type { Link, StepCtx } from '#core/engine.ts';
import { seriesOf } from './client.ts';
import { keptOf } from './doors.ts';
import { settingsOf, tenancyOf } from './settings.ts';
import { keeperOf, usersOf } from './users.ts';
import type { Row } from './values.ts';

/** Odoo's own, in every version. */
export const LOGIN_MODULE = 'auth_oauth';
export const SIGN_IN = '/auth_oauth/signin';
const TYPED_SINCE = 18;

/**
 * Before 18 Odoo takes the ticket that somebody came in by for their password, until they come in by another: what was
 * to open once would open for ever, from a browser's history.
 */
export const tokensArePasswords = (version: string | null): boolean => seriesOf(version) < TYPED_SINCE;

export const providerOf = (link: Pick<Link, 'state'>): number | undefined =>
  keptOf(link).providerId ?? undefined;

/** Fields of `res.users` that say who comes in by our login; only there once there is one. */
export const loginFields = (link: Pick<Link, 'state'>): readonly string[] =>
  providerOf(link) === undefined ? [] : ['oauth_provider_id', 'oauth_uid'];

const providerIn = (row: Row): number | undefined => {
  const { oauth_provider_id: provider } = row;
  return Array.isArray(provider) ? (provider[0] as number) : undefined;
};

/** What binds a user to their UGID; nothing where they come in by somebody else's login, which isn't ours to change. */
export function bound({ link }: StepCtx, found: Row | undefined, ugid: string): Row {
  const ours = providerOf(link);
  const other = found && providerIn(found);
  if (ours === undefined) return {};
  if (other !== undefined && other !== ours && tenancyOf(link) !== 'database') return {};
  return { oauth_provider_id: ours, oauth_uid: ugid };
}

export function unbound({ link }: StepCtx, row: Row): Row {
  const ours = providerOf(link);
  return ours !== undefined && providerIn(row) === ours ? { oauth_provider_id: false, oauth_uid: false } : {};
}

const baseOf = (link: Link): string => (settingsOf(link).publicUrl ?? link.url).replace(/\/+$/, '');
const databaseOf = (link: Link): string | undefined => keptOf(link).database ?? settingsOf(link).database;

function plain({ link }: StepCtx, reason: string): Launch {
  const database = databaseOf(link);
  const query = database === undefined ? '' : `?${new URLSearchParams({ db: database }).toString()}`;
  return { url: `${baseOf(link)}/web/login${query}`, expiresAt: null, reason };
}

/** Why this person doesn't get in by a ticket; Odoo is asked, so that nobody is sent to a page that refuses them. */
async function obstacle(ctx: StepCtx, { ugid }: Member, id: string | null): Promise<string | undefined> {
  if (id === null) return 'no_user';
  const ours = providerOf(ctx.link);
  if (ours === undefined || databaseOf(ctx.link) === undefined)
    return keptOf(ctx.link).loginReason ?? 'login_needed';
  const { records, uid } = await keeperOf(ctx);
  const [row] = await records.find(
    'res.users',
    [...usersOf(ctx, uid), ['id', '=', Number(id)], ['active', '=', true]],
    ['oauth_provider_id', 'oauth_uid'],
  );
  if (!row) return 'no_user';
  return providerIn(row) === ours && row['oauth_uid'] === ugid ? undefined : 'login_needed';
}

function signIn(ctx: LaunchCtx, state: string): Launch {
  const { token, expiresAt } = ctx.ticket();
  const query = new URLSearchParams({ access_token: token, state }).toString();
  return { url: `${baseOf(ctx.link)}${SIGN_IN}?${query}`, expiresAt, reason: null };
}

export async function launch(ctx: LaunchCtx, member: Member, id: string | null): Promise<Launch> {
  const reason = (await obstacle(ctx, member, id)) ?? keptOf(ctx.link).loginReason;
  if (reason) return plain(ctx, reason);
  const state = {
    d: databaseOf(ctx.link),
    p: providerOf(ctx.link),
    // Who isn't there doesn't become somebody by trying.
    c: { no_user_creation: true },
  };
  return signIn(ctx, JSON.stringify(state));
}

/** A ticket goes with a state that names this database and our record in it: any other would show it to somebody else. */
function isOurs(link: Link, text: string): boolean {
  try {
    const { d, p } = JSON.parse(text) as { d?: unknown; p?: unknown };
    return d === databaseOf(link) && p === providerOf(link);
  } catch {
    return false;
  }
}

/** For the button on Odoo's own login page. */
export async function enter(
  ctx: LaunchCtx,
  member: Member,
  id: string | null,
  { uri, state }: Back,
): Promise<Launch> {
  if (uri !== `${baseOf(ctx.link)}${SIGN_IN}`) return plain(ctx, 'foreign_address');
  const reason = await obstacle(ctx, member, id);
  if (reason !== undefined) return plain(ctx, reason);
  return isOurs(ctx.link, state) ? signIn(ctx, state) : plain(ctx, 'foreign_address');
}
