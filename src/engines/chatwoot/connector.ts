import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { Connector, EngineCtx } from '#core/engine.ts';
import { platform } from './client.ts';
import { contact, contacts, createContact } from './contact-operations.ts';
import { contactsSync } from './contacts.ts';
import { conversations, createConversation } from './conversations.ts';
import { hooks } from './hooks.ts';
import { messages, sendMessage } from './messages.ts';
import { READ_ERRORS } from './operation-errors.ts';
import { people } from './people.ts';
import { adoptAccount, provisioner } from './provision.ts';
import { credentials, settings, tenancyOf } from './settings.ts';

/** What anybody is told. */
interface About {
  readonly version?: unknown;
  readonly queue_services?: unknown;
  readonly data_services?: unknown;
}

/** The first version whose webhooks sign. */
const SIGNS = [4, 11, 2];

async function about(ctx: EngineCtx): Promise<About> {
  const answer = await ctx.http({ method: 'GET', path: '/api' });
  if (answer.status !== 200) throw engineError('engine_unreachable');
  return answer.json<About>();
}

function signs(version: string): boolean {
  const parts = version.split(/[.-]/, SIGNS.length).map(Number);
  const index = SIGNS.findIndex((part, i) => part !== parts[i]);
  return index < 0 || (parts[index] ?? 0) > SIGNS[index]!;
}

const health = defineEngineOperation({
  name: 'chatwoot.health',
  route: 'GET /chatwoot/health',
  summary: 'Ask Chatwoot whether it is well.',
  effect: 'read',
  access: [{ scope: 'chatwoot:read' }],
  input: z.strictObject({}),
  output: z
    .object({
      status: z.enum(['ok', 'degraded']).describe('`degraded`: its queue or its database fails.'),
      version: z.string().nullable(),
      shared: z.boolean().describe('Other companies have their accounts there as well.'),
    })
    .meta({ id: 'ChatwootHealth' }),
  errors: READ_ERRORS,
  examples: [{ title: 'It is', input: {}, output: { status: 'ok', version: '4.3.0', shared: true } }],
  run: async (ctx) => {
    const { version, queue_services: queue, data_services: data } = await about(ctx);
    const well = [queue, data].every((one) => one === undefined || one === 'ok');
    return {
      status: well ? ('ok' as const) : ('degraded' as const),
      version: typeof version === 'string' ? version : ctx.link.version,
      shared: ctx.link.shared,
    };
  },
});

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
  operations: [
    createContact,
    contacts,
    contact,
    createConversation,
    conversations,
    sendMessage,
    messages,
    health,
  ],
  provisioner,
  people,
  hooks,
  contacts: contactsSync,
};
