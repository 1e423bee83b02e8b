import { z } from 'zod';
import type { Connector } from '#core/engine.ts';
import { ask } from './client.ts';
import { hooks } from './hooks.ts';
import { people } from './people.ts';
import { provisioner } from './provision.ts';

export const connector: Connector = {
  credentials: z.strictObject({
    apiKey: z.string().min(1).describe('Key of the public API.'),
    webhookHeader: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
      .optional()
      .describe('Name of the header that webhooks with header authentication want.'),
    webhookToken: z.string().min(1).optional().describe('Value of that header.'),
  }),
  settings: z.strictObject({
    activeLimit: z.int().min(1).max(10_000).optional().describe('How many workflows may be active; 100.'),
  }),
  adopt: ({ N8N_BASE_URL: url, N8N_API_KEY: apiKey }) =>
    url && apiKey ? { url, credentials: { apiKey }, settings: {} } : undefined,
  discover: async (ctx) => {
    await ask(ctx, { method: 'GET', path: '/workflows?limit=1' });
    const settings = await ctx.http({ method: 'GET', path: '/rest/settings' });
    // Only 1.x tells it there.
    const { data } = settings.json<{ data?: { versionCli?: string } }>();
    return { version: data?.versionCli ?? '2', capabilities: [] };
  },
  provisioner,
  people,
  hooks,
};
