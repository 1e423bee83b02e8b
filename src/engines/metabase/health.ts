import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';

export const health = defineEngineOperation({
  name: 'metabase.health',
  route: 'GET /metabase/health',
  summary: 'Ask Metabase whether it is well.',
  effect: 'read',
  access: [{ scope: 'metabase:read' }],
  input: z.strictObject({}),
  output: z
    .object({
      status: z.string().describe('`ok`.'),
      version: z.string().nullable().describe('As it said when it was connected.'),
      shared: z.boolean().describe('Other companies have their collections there as well.'),
    })
    .meta({ id: 'MetabaseHealth' }),
  errors: ['engine_unreachable'],
  examples: [{ title: 'It is', input: {}, output: { status: 'ok', version: '0.56.6', shared: true } }],
  run: async (ctx) => {
    const answer = await ctx.http({ method: 'GET', path: '/api/health' });
    const { status } = answer.json<{ status?: string }>();
    return { status: status ?? 'unknown', version: ctx.link.version, shared: ctx.link.shared };
  },
});
