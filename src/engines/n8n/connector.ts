import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { Connector } from '#core/engine.ts';
import { ask } from './client.ts';
import { execute } from './execute.ts';
import { execution, executions } from './executions.ts';
import { hooks } from './hooks.ts';
import { people } from './people.ts';
import { provisioner } from './provision.ts';
import { activate, create, deactivate, workflow, workflows } from './workflows.ts';

const health = defineEngineOperation({
  name: 'n8n.health',
  route: 'GET /n8n/health',
  summary: 'Ask n8n whether it is well.',
  effect: 'read',
  access: [{ scope: 'n8n:read' }],
  input: z.strictObject({}),
  output: z
    .object({
      status: z.string().describe('`ok`.'),
      version: z.string().nullable().describe('As it said when it was connected.'),
      shared: z.boolean().describe('Other companies have their workflows there as well.'),
    })
    .meta({ id: 'N8nHealth' }),
  errors: ['engine_unreachable'],
  examples: [{ title: 'It is', input: {}, output: { status: 'ok', version: '1.121.3', shared: true } }],
  run: async (ctx) => {
    const answer = await ctx.http({ method: 'GET', path: '/healthz' });
    const { status } = answer.json<{ status: string }>();
    return { status, version: ctx.link.version, shared: ctx.link.shared };
  },
});

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
  operations: [workflows, workflow, create, activate, deactivate, execute, executions, execution, health],
  provisioner,
  people,
  hooks,
};
