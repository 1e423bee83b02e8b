import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { Connector } from '#core/engine.ts';
import { ask } from './client.ts';

const health = defineEngineOperation({
  name: 'n8n.health',
  route: 'GET /n8n/health',
  summary: 'Ask n8n whether it is well.',
  effect: 'read',
  access: [{ scope: 'n8n:read' }],
  input: z.strictObject({}),
  output: z.object({ status: z.string() }),
  errors: ['engine_unreachable'],
  examples: [{ title: 'It is', input: {}, output: { status: 'ok' } }],
  run: async (ctx) => {
    const answer = await ctx.http({ method: 'GET', path: '/healthz' });
    return { status: answer.json<{ status: string }>().status };
  },
});

export const connector: Connector = {
  credentials: z.strictObject({ apiKey: z.string().min(1).describe('Key of the public API.') }),
  settings: z.strictObject({}),
  adopt: ({ N8N_BASE_URL: url, N8N_API_KEY: apiKey }) =>
    url && apiKey ? { url, credentials: { apiKey }, settings: {} } : undefined,
  discover: async (ctx) => {
    await ask(ctx, { method: 'GET', path: '/workflows?limit=1' });
    const settings = await ctx.http({ method: 'GET', path: '/rest/settings' });
    // Only 1.x tells it there.
    const { data } = settings.json<{ data?: { versionCli?: string } }>();
    return { version: data?.versionCli ?? '2', capabilities: [] };
  },
  operations: [health],
};
