import { engineError } from '#core/engine-errors.ts';
import type { Launch, Member, PeopleDefinition } from '#core/engine-people.ts';
import type { EngineCtx, StepCtx } from '#core/engine.ts';
import { joinAccount, leaveAccount, roleOf } from './accounts.ts';
import { agents } from './agents.ts';
import { accountOf, inAccount, platform } from './client.ts';
import { settingsOf, tenancyOf } from './settings.ts';
import { putUser, readUser, type User } from './users.ts';

const UGID = 'smarteros_ugid';
/** Of the link that Chatwoot gives, which works once. */
const LINK_MS = 300_000;

/** Somebody may belong to several companies of an instance: it is one user there, in several accounts. */
async function userOf(ctx: StepCtx, member: Member, known: string | null): Promise<User> {
  const { ugid, name, login: email } = member;
  const tag = { [UGID]: ugid };
  const byId = known === null ? undefined : await readUser(ctx, known);
  if (byId?.custom_attributes?.[UGID] === ugid) return byId;
  const found = await putUser(ctx, { name, email, custom_attributes: tag });
  const carried = found.custom_attributes?.[UGID];
  if (carried !== undefined && carried !== ugid)
    throw engineError('engine_conflict', 'That mail address is somebody else’s user.');
  return found;
}

/** Agents see the conversations of inboxes that they are members of; administrators see all. */
const joinInbox = (ctx: StepCtx, user: number): Promise<unknown> =>
  inAccount(ctx, {
    method: 'POST',
    path: '/inbox_members',
    body: { inbox_id: ctx.link.state['inboxId'], user_ids: [user] },
    harmless: true,
  });

async function put(ctx: StepCtx, member: Member, known: string | null): Promise<string | null> {
  const account = accountOf(ctx.link);
  const role = roleOf(member.role);
  if (!role) {
    if (known !== null) await leaveAccount(ctx, account, Number(known));
    return null;
  }
  const user = await userOf(ctx, member, known);
  const { ugid, name, login: email } = member;
  const asWanted =
    user.name === name && user.email.toLowerCase() === email && user.custom_attributes?.[UGID] === ugid;
  if (!asWanted)
    await platform(ctx, {
      method: 'PATCH',
      path: `/users/${user.id}`,
      body: {
        name,
        display_name: name,
        email,
        custom_attributes: { ...user.custom_attributes, [UGID]: ugid },
      },
      harmless: true,
    });
  await joinAccount(ctx, account, user.id, role);
  if (role === 'agent') await joinInbox(ctx, user.id);
  return String(user.id);
}

function plain(ctx: EngineCtx, reason: string): Launch {
  const { publicUrl = ctx.link.url } = settingsOf(ctx.link);
  const url = `${publicUrl.replace(/\/+$/, '')}/app/accounts/${accountOf(ctx.link)}/dashboard`;
  return { url, expiresAt: null, reason };
}

async function launch(ctx: StepCtx, id: string): Promise<Launch> {
  const { url } = await platform<{ url: unknown }>(ctx, {
    method: 'GET',
    path: `/users/${encodeURIComponent(id)}/login`,
  });
  const link = typeof url === 'string' ? URL.parse(url) : null;
  if (!link || !/^https?:$/.test(link.protocol)) return plain(ctx, 'login_needed');
  // To this company's account, whichever others they have.
  link.searchParams.set('sso_account_id', String(accountOf(ctx.link)));
  return {
    url: link.href,
    expiresAt: new Date(ctx.clock.now().getTime() + LINK_MS).toISOString(),
    reason: null,
  };
}

export const people: PeopleDefinition = {
  put: (ctx, member, known) =>
    tenancyOf(ctx.link) === 'made' ? put(ctx, member, known) : agents.put(ctx, member, known),
  disable: async (ctx, id) => {
    if (typeof ctx.link.state['accountId'] !== 'number') return;
    if (tenancyOf(ctx.link) === 'adopted') return agents.disable(ctx, id);
    await leaveAccount(ctx, accountOf(ctx.link), Number(id));
  },
  launch: async (ctx, _member, id) => {
    if (id === null) return plain(ctx, 'no_user');
    return tenancyOf(ctx.link) === 'made' ? launch(ctx, id) : plain(ctx, 'login_needed');
  },
};
