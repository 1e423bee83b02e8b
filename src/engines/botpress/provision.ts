import type { Company, Found, Provisioner, Step, StepCtx } from '#core/engine.ts';
import { ask, askAll } from './client.ts';
import { botpressId, type ApiBot } from './shapes.ts';

/** On a bot: the company that it is of. Only those who manage the workspace can write tags. */
const TENANT_TAG = 'smarterosTenant';
/** On a suspended bot: aliases of what was switched on before. */
const PAUSED_TAG = 'smarterosPaused';
const NAME_MAX = 80;

const nameOf = ({ name }: Company): string => name.slice(0, NAME_MAX).trim();
const pathOf = (id: string): string => `/v1/admin/bots/${encodeURIComponent(id)}`;

const orGone = (error: Error & { code?: string }): undefined => {
  if (error.code !== 'engine_not_found') throw error;
  return undefined;
};

const read = async (ctx: StepCtx, id: string): Promise<ApiBot | undefined> =>
  (await ask<{ bot: ApiBot }>(ctx, { method: 'GET', path: pathOf(id) }).catch(orGone))?.bot;

/** The company's bots by their tag, the oldest first. */
const findTagged = async (ctx: StepCtx): Promise<ApiBot[]> => {
  const query = { [`tags.${TENANT_TAG}`]: ctx.company.id };
  const rows = await askAll(ctx, '/v1/admin/bots', query, (page) => page['bots'] as readonly ApiBot[]);
  return rows
    .filter(({ tags }) => tags?.[TENANT_TAG] === ctx.company.id)
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
};

/** The one that we know, if it is still there and nobody else's; else the oldest with the tag. */
async function find(ctx: StepCtx): Promise<ApiBot | undefined> {
  const { botId } = ctx.link.state;
  const known = botpressId.safeParse(botId).success ? await read(ctx, botId as string) : undefined;
  if (known && [undefined, '', ctx.company.id].includes(known.tags?.[TENANT_TAG])) return known;
  const [oldest] = await findTagged(ctx);
  return oldest && read(ctx, oldest.id);
}

const foundAs = ({ id }: ApiBot): Found => ({ state: { botId: id } });

const change = (ctx: StepCtx, { id }: ApiBot, body: object): Promise<{ bot: ApiBot }> =>
  ask(ctx, { method: 'PUT', path: pathOf(id), body, harmless: true });

const bot: Step = {
  name: 'bot',
  title: { es: 'Bot', en: 'Bot' },
  observe: async (ctx) => {
    const found = await find(ctx);
    const tagged = found?.tags?.[TENANT_TAG] === ctx.company.id;
    return found && tagged && found.name === nameOf(ctx.company) ? foundAs(found) : null;
  },
  apply: async (ctx) => {
    const found = await find(ctx);
    const body = { name: nameOf(ctx.company), tags: { [TENANT_TAG]: ctx.company.id } };
    if (found) {
      await change(ctx, found, body);
      return foundAs(found);
    }
    const made = await ask<{ bot: ApiBot }>(ctx, { method: 'POST', path: '/v1/admin/bots', body });
    return foundAs(made.bot);
  },
};

const aliasesOf = (text: string | undefined): string[] => (text ?? '').split(',').filter((one) => one !== '');

/** Switches integrations; `paused` stands on the bot afterwards. One request: a crash leaves no half. */
function switchTo(ctx: StepCtx, one: ApiBot, aliases: readonly string[], on: boolean, paused: string | null) {
  const known = Object.entries(one.integrations ?? {}).filter(([alias]) => aliases.includes(alias));
  const integrations = Object.fromEntries(
    known.map(([alias, { id }]) => [alias, { integrationId: id, enabled: on }]),
  );
  return change(ctx, one, { integrations, tags: { [PAUSED_TAG]: paused } });
}

/** What a suspension switched off comes back; what the company itself switched off stays so. */
const reachable: Step = {
  name: 'reachable',
  title: { es: 'Canales del bot abiertos', en: 'Channels of the bot open' },
  observe: async (ctx) => {
    const found = await find(ctx);
    return found && aliasesOf(found.tags?.[PAUSED_TAG]).length === 0 ? {} : null;
  },
  apply: async (ctx) => {
    const found = await find(ctx);
    if (found) await switchTo(ctx, found, aliasesOf(found.tags?.[PAUSED_TAG]), true, null);
    return {};
  },
};

const enabled = ({ integrations = {} }: ApiBot): string[] =>
  Object.entries(integrations)
    .filter(([, one]) => one.enabled)
    .map(([alias]) => alias);

/** Botpress has no switch for a bot: what leads to it is switched off, and noted on it. */
const stopped: Step = {
  name: 'stopped',
  title: { es: 'Canales del bot cerrados', en: 'Channels of the bot closed' },
  observe: async (ctx) => {
    const found = await find(ctx);
    return !found || enabled(found).length === 0 ? {} : null;
  },
  apply: async (ctx) => {
    const found = await find(ctx);
    if (!found) return {};
    const paused = new Set([...aliasesOf(found.tags?.[PAUSED_TAG]), ...enabled(found)]);
    await switchTo(ctx, found, enabled(found), false, [...paused].join(','));
    return {};
  },
};

/** All of them, doubles that a crash left included. */
async function findAll(ctx: StepCtx): Promise<ApiBot[]> {
  const tagged = await findTagged(ctx);
  const found = await find(ctx);
  return found && !tagged.some(({ id }) => id === found.id) ? [found, ...tagged] : tagged;
}

const removed: Step = {
  name: 'removed',
  title: { es: 'Bot eliminado, con sus conversaciones', en: 'Bot deleted, with its conversations' },
  destructive: true,
  observe: async (ctx) => ((await findAll(ctx)).length === 0 ? {} : null),
  apply: async (ctx) => {
    for (const { id } of await findAll(ctx))
      await ask(ctx, { method: 'DELETE', path: pathOf(id), harmless: true }).catch(orGone);
    return { state: { botId: null } };
  },
};

export const provisioner: Provisioner = {
  present: [bot, reachable],
  suspended: [stopped],
  absent: [removed],
  atATime: 2,
};
