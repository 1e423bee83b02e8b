import { engineError } from '#core/engine-errors.ts';
import type { Connector } from '#core/engine.ts';
import { about } from './about.ts';
import { platform } from './client.ts';
import { contactsSync } from './contacts.ts';
import { hooks } from './hooks.ts';
import { people } from './people.ts';
import { adoptAccount, provisioner } from './provision.ts';
import { credentials, settings, tenancyOf } from './settings.ts';

/** The first version whose webhooks sign. */
const SIGNS = [4, 11, 2];

function signs(version: string): boolean {
  const parts = version.split(/[.-]/, SIGNS.length).map(Number);
  const index = SIGNS.findIndex((part, i) => part !== parts[i]);
  return index < 0 || (parts[index] ?? 0) > SIGNS[index]!;
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;

export const connector: Connector = {
  credentials,
  settings,
  adopt: (env) => {
    const { CHATWOOT_BASE_URL: url, CHATWOOT_TOKEN: userToken } = env;
    const accountId = numberOf(env['CHATWOOT_ACCOUNT_ID']);
    const inboxId = numberOf(env['CHATWOOT_INBOX_ID']);
    if (!url || !userToken || accountId === undefined) return undefined;
    return { url, credentials: { userToken }, settings: { accountId, ...(inboxId && { inboxId }) } };
  },
  discover: async (ctx) => {
    const { platformToken, userToken } = ctx.link.credentials;
    // Its only list: it shows what the app has made, and refuses a token that isn't an app's.
    if (platformToken) await platform(ctx, { method: 'GET', path: '/agent_bots' });
    if (!platformToken && !userToken) throw engineError('engine_rejected_credentials');
    // Also where many are to share the instance: its operator adopts it with the token of the days before.
    const own = { ...ctx.link, shared: false };
    const adopted = tenancyOf(own) === 'adopted';
    const accountId = adopted ? await adoptAccount({ ...ctx, link: own }) : undefined;
    const { version } = await about(ctx);
    const known = typeof version === 'string' ? version.slice(0, 40) : 'unknown';
    return {
      version: known,
      capabilities: [
        ...(platformToken ? ['platform', 'sso'] : []),
        ...(signs(known) ? ['signed_hooks'] : []),
      ],
      ...(accountId !== undefined && { settings: { accountId } }),
    };
  },
  provisioner,
  people,
  hooks,
  contacts: contactsSync,
};
