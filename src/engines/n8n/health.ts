import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';

export const health = defineEngineOperation({
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
