import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, Found, Provisioner, Step, StepCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import {
  changeAccount,
  findAccounts,
  findListed,
  joinAccount,
  leaveAccount,
  makeAccount,
  ownUser,
  serviceMail,
} from './accounts.ts';
import { platform, profile, inAccount, orNothing } from './client.ts';
import { listInboxes, type Inbox } from './inboxes.ts';
import { settingsOf, tenancyOf } from './settings.ts';
import { deleteUser, putUser } from './users.ts';
import { webhook, webhookGone } from './webhook.ts';

const SERVICE_NAME = 'SmarterOS';
const INBOX_NAME = 'SmarterOS';
const API_CHANNEL = 'Channel::Api';

/** Who we are in the company's account. Made before it: what has no list of its own is found through its member. */
const user: Step = {
  name: 'user',
  title: { es: 'Usuario de integración', en: 'Integration user' },
  observe: async (ctx) => {
    if (tenancyOf(ctx.link) === 'adopted') return { state: { userId: (await profile(ctx)).id } };
    const found = await ownUser(ctx);
    return found ? { state: { userId: found.id } } : null;
  },
  apply: async (ctx) => {
    const { id, access_token: token } = await putUser(ctx, {
      name: SERVICE_NAME,
      email: serviceMail(ctx.company),
      custom_attributes: {},
    });
    return { state: { userId: id }, secrets: { token } };
  },
};

function adoptedAccount(accountId: number | undefined): AppError {
  const which = accountId === undefined ? '' : ` ${accountId}`;
  return new AppError('engine_forbidden', {
    detail: {
      en: `The user of this token is no administrator of the account${which}. Connect Chatwoot again with one who is, and accountId.`,
      es: `El usuario de este token no es administrador de la cuenta${which}. Vuelva a conectar Chatwoot con uno que lo sea, y accountId.`,
    },
  });
}

/** The account that the company brings along. @throws AppError engine_forbidden */
export async function adoptAccount(ctx: EngineCtx): Promise<number> {
  const { accountId } = settingsOf(ctx.link);
  const { accounts } = await profile(ctx);
  const found = accounts.filter(({ id }) => accountId === undefined || id === accountId);
  if (found.length !== 1 || found[0]!.role !== 'administrator') throw adoptedAccount(accountId);
  return found[0]!.id;
}

/**
 * Between making an account and letting our user in nobody can know that it is there (before versions with a list): a
 * process that dies then leaves one behind that is suspended and has no member, and makes another. It is never used, and
 * an operator sees it among the suspended ones of the super admin's list.
 */
const account: Step = {
  name: 'account',
  title: { es: 'Cuenta', en: 'Account' },
  observe: async (ctx) => {
    if (tenancyOf(ctx.link) === 'adopted') return { state: { accountId: await adoptAccount(ctx) } };
    const [found, ...more] = await findAccounts(ctx);
    if (!found?.joined || more.length > 0) return null;
    const { id, name, status } = found.account;
    return status === 'active' && name === ctx.company.name ? { state: { accountId: id } } : null;
  },
  apply: async (ctx) => {
    const member = Number(ctx.link.state['userId']);
    const [found, ...more] = await findAccounts(ctx);
    // Of two workers of which one had lost its lease: nothing is in them, and an operator may look.
    for (const { account: double } of more) {
      await changeAccount(ctx, double.id, { status: 'suspended' });
      await leaveAccount(ctx, double.id, member);
    }
    const { id } = found?.account ?? (await findListed(ctx)) ?? (await makeAccount(ctx));
    await joinAccount(ctx, id, member, 'administrator');
    await changeAccount(ctx, id, { name: ctx.company.name, status: 'active' });
    return { state: { accountId: id } };
  },
};

/** The one that the operator or company names, the one we know, else ours by its name. */
function pickInbox(ctx: StepCtx, inboxes: readonly Inbox[]): Inbox | undefined {
  const { inboxId, inboxName = INBOX_NAME } = settingsOf(ctx.link);
  // Ids of inboxes count through all accounts: one that an instance's settings name can only be an own one's.
  const named = ctx.link.shared ? undefined : inboxId;
  if (named !== undefined) {
    const found = inboxes.find(({ id }) => id === named);
    if (found) return found;
    throw engineError('engine_not_found', `inbox ${named}`);
  }
  const known = inboxes.find(({ id }) => id === ctx.link.state['inboxId']);
  const ours = inboxes.filter(({ name, channel_type: type }) => type === API_CHANNEL && name === inboxName);
  return known ?? ours.toSorted((a, b) => a.id - b.id)[0];
}

const inbox: Step = {
  name: 'inbox',
  title: { es: 'Bandeja de entrada', en: 'Inbox' },
  observe: async (ctx) => {
    const found = pickInbox(ctx, await listInboxes(ctx));
    return found ? { state: { inboxId: found.id } } : null;
  },
  apply: async (ctx) => {
    const { inboxName: name = INBOX_NAME } = settingsOf(ctx.link);
    const made = await inAccount<Inbox>(ctx, {
      method: 'POST',
      path: '/inboxes',
      body: { name, channel: { type: 'api', webhook_url: '' } },
    });
    return { state: { inboxId: made.id } };
  },
};

/** Nothing of the company's can be there, wherever its Chatwoot is by now. */
const neverCame = ({ link }: StepCtx): boolean =>
  !link.secrets['token'] && typeof link.state['accountId'] !== 'number';

const closed: Step = {
  name: 'closed',
  title: { es: 'Cuenta suspendida', en: 'Account suspended' },
  observe: async (ctx) => {
    // What a company brought along is its own: no call of ours goes there while it is suspended, and that is all.
    if (neverCame(ctx) || tenancyOf(ctx.link) === 'adopted') return {};
    const found = await findAccounts(ctx);
    return found.every(({ account: { status } }) => status === 'suspended') ? {} : null;
  },
  apply: async (ctx) => {
    for (const { account: one } of await findAccounts(ctx))
      await changeAccount(ctx, one.id, { status: 'suspended' });
    return {};
  },
};

const NOTHING: Found = {
  state: { accountId: null, userId: null, inboxId: null, webhookId: null },
  secrets: { token: null, hook: null },
};

/** Also doubles. Our user goes last: through it the accounts are found. */
const removed: Step = {
  name: 'removed',
  title: { es: 'Cuenta eliminada', en: 'Account deleted' },
  destructive: true,
  observe: async (ctx) => {
    if (neverCame(ctx) || tenancyOf(ctx.link) === 'adopted') return {};
    const found = await findAccounts(ctx);
    return found.length === 0 && !(await ownUser(ctx)) ? NOTHING : null;
  },
  apply: async (ctx) => {
    for (const { account: one } of await findAccounts(ctx))
      await orNothing(platform(ctx, { method: 'DELETE', path: `/accounts/${one.id}`, harmless: true }));
    const own = await ownUser(ctx);
    if (own) await deleteUser(ctx, own.id);
    return NOTHING;
  },
};

export const provisioner: Provisioner = {
  present: [user, account, inbox, webhook],
  suspended: [closed],
  absent: [webhookGone, removed],
};
