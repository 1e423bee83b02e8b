import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import { about } from './about.ts';
import { READ_ERRORS } from './operation-errors.ts';

export const health = defineEngineOperation({
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
