import type { Company, EngineCtx, StepCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import type { Role } from '#core/roles.ts';
import { orNothing, platform, profile, type Profile } from './client.ts';

export interface Account {
  readonly id: number;
  readonly name: string;
  readonly status?: string;
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null;
}

/** Says whose an account is. Only the platform API writes it: nobody inside an account can. */
const TAG = 'smarteros_tenant';

/** The company's own user. Nothing reaches it, and it stays the same wherever we move. */
export const serviceMail = ({ id }: Pick<Company, 'id'>): string => `company-${id}@smarteros.invalid`;

/** Another app's: taking that for gone would make a second account beside the one that the company works in. */
const foreign = (): AppError =>
  new AppError('engine_forbidden', {
    detail: {
      en: 'The company’s account was made by another platform app. Connect Chatwoot again with the token of that app.',
      es: 'La cuenta de la empresa fue creada por otra aplicación de plataforma. Vuelva a conectar Chatwoot con el token de esa aplicación.',
    },
  });

async function readAccount(ctx: EngineCtx, id: number, known: boolean): Promise<Account | undefined> {
  try {
    return await platform<Account>(ctx, { method: 'GET', path: `/accounts/${id}` });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'engine_forbidden' && known) throw foreign();
    if (error.code === 'engine_forbidden' || error.code === 'engine_not_found') return undefined;
    throw error;
  }
}

const isOurs = (ctx: StepCtx, account: Account): boolean =>
  account.custom_attributes?.[TAG] === ctx.company.id;

/** Who the company's user is; undefined when there is none yet, or its token is no longer good. */
export async function ownUser(ctx: StepCtx): Promise<Profile | undefined> {
  if (!ctx.link.secrets['token']) return undefined;
  try {
    const found = await profile(ctx);
    return found.email === serviceMail(ctx.company) ? found : undefined;
  } catch (error) {
    const stale = error instanceof AppError && error.code === 'engine_rejected_credentials';
    if (!stale) throw error;
    return undefined;
  }
}

export interface Found {
  readonly account: Account;
  /** The company's user is an administrator of it. */
  readonly joined: boolean;
}

/**
 * The accounts that carry the company's tag, the one that we know first, then the oldest. The platform API lists none, so
 * they are looked for where the company's user is a member. Anybody's administrator can make it a member of theirs: the
 * tag alone says whose an account is.
 */
export async function findAccounts(ctx: StepCtx): Promise<Found[]> {
  const memberships = (await ownUser(ctx))?.accounts ?? [];
  const { accountId: known } = ctx.link.state;
  const ids = new Set<number>(typeof known === 'number' ? [known] : []);
  for (const { id } of memberships.toSorted((a, b) => a.id - b.id)) ids.add(id);
  const found: Found[] = [];
  for (const id of ids) {
    const account = await readAccount(ctx, id, id === known);
    if (!account || !isOurs(ctx, account)) continue;
    found.push({
      account,
      joined: memberships.some((one) => one.id === id && one.role === 'administrator'),
    });
  }
  return found;
}

/** Newer versions do list what the app has made: whatever carries the company's tag, the oldest. */
export async function findListed(ctx: StepCtx): Promise<Account | undefined> {
  const { platformToken = '' } = ctx.link.credentials;
  const answer = await ctx.http({
    method: 'GET',
    path: '/platform/api/v1/accounts',
    headers: { api_access_token: platformToken },
  });
  if (answer.status !== 200) return undefined;
  const body = answer.json<readonly Account[] | { readonly payload?: readonly Account[] }>();
  const rows = Array.isArray(body)
    ? (body as readonly Account[])
    : ((body as { payload?: [] }).payload ?? []);
  return rows.filter((one) => isOurs(ctx, one)).toSorted((a, b) => a.id - b.id)[0];
}

/** Shut until the company's user is in it: what a crash leaves behind is an account that nobody can enter. */
export const makeAccount = (ctx: StepCtx): Promise<Account> =>
  platform<Account>(ctx, {
    method: 'POST',
    path: '/accounts',
    body: {
      name: ctx.company.name,
      locale: ctx.company.language,
      status: 'suspended',
      custom_attributes: { [TAG]: ctx.company.id },
    },
  });

export const changeAccount = (
  ctx: EngineCtx,
  id: number,
  body: { readonly name?: string; readonly status?: 'active' | 'suspended' },
): Promise<unknown> => platform(ctx, { method: 'PATCH', path: `/accounts/${id}`, body, harmless: true });

type ChatwootRole = 'administrator' | 'agent';

/** Those who talk with customers. */
export function roleOf(role: Role): ChatwootRole | undefined {
  if (role === 'owner' || role === 'admin') return 'administrator';
  return role === 'member' ? 'agent' : undefined;
}

/** Also changes the role of who is in it already. */
export const joinAccount = (
  ctx: EngineCtx,
  account: number,
  user: number,
  role: ChatwootRole,
): Promise<unknown> =>
  platform(ctx, {
    method: 'POST',
    path: `/accounts/${account}/account_users`,
    body: { user_id: user, role },
    harmless: true,
  });

/** Bears that the account or the member is gone. */
export const leaveAccount = (ctx: EngineCtx, account: number, user: number): Promise<unknown> =>
  orNothing(
    platform(ctx, {
      method: 'DELETE',
      path: `/accounts/${account}/account_users?user_id=${user}`,
      harmless: true,
    }),
  );
