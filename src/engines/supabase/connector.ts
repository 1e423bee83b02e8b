import { engineError } from '#core/engine-errors.ts';
import type { Connector, EngineCtx } from '#core/engine.ts';
import { failureOf, send } from './client.ts';
import type { Description } from './describe.ts';
import { provisioner } from './provision.ts';
import { credentials, settings, settingsOf } from './settings.ts';

const AT_SUPABASE = '/rest/v1';

/** PostgREST's description of itself, and where it is: Supabase has it below a path. */
async function findRest(ctx: EngineCtx): Promise<{ description: Description; path: string }> {
  const { path: given } = settingsOf(ctx.link);
  for (const path of given === undefined ? [AT_SUPABASE, ''] : [given]) {
    const link = { ...ctx.link, settings: { ...ctx.link.settings, path } };
    const answer = await send({ ...ctx, link }, { method: 'GET', path: '' });
    if (answer.status === 404) continue;
    if (answer.status >= 300) throw failureOf(answer);
    const description = answer.json<Description & { swagger?: unknown }>();
    if (description.swagger !== undefined) return { description, path };
  }
  throw engineError('engine_unsupported', 'There is no PostgREST at this address.');
}

export const connector: Connector = {
  credentials,
  settings,
  adopt: ({ SUPABASE_URL: url, SUPABASE_SERVICE_ROLE: serviceRole }) =>
    url && serviceRole ? { url, credentials: { serviceRole }, settings: {} } : undefined,
  discover: async (ctx) => {
    const { description, path } = await findRest(ctx);
    return {
      version: description.info?.version ?? 'unknown',
      capabilities: ['rows'],
      settings: { path },
    };
  },
  provisioner,
};
