import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import { accessOf } from './access.ts';
import { execute } from './client.ts';
import { WRITE_ERRORS } from './operation-errors.ts';
import * as schema from './schema.ts';

const TIMEOUT_MS = 60_000;
const MAX_ARGUMENTS = 20;

export const call = defineEngineOperation({
  name: 'odoo.call',
  route: 'POST /odoo/call',
  summary: 'Call a method of a model.',
  description:
    'What the method does is Odoo’s affair, so it takes the right to delete. A method that acts on records takes their ids as the first of `args`. The answer is Odoo’s own, unchanged.',
  words:
    'ERP confirm an order, post an invoice, register a payment · confirmar pedido venta, publicar factura, registrar pago, contar',
  effect: 'destroy',
  access: [{ scope: 'odoo:destroy' }],
  audit: 'odoo.called',
  timeoutMs: TIMEOUT_MS,
  target: ({ model, method }) => `${model}.${method}`,
  input: z.strictObject({
    model: schema.model,
    method: schema.method,
    args: z.array(z.unknown()).max(MAX_ARGUMENTS).default([]).describe('Arguments by position.'),
    kwargs: z.record(z.string().max(100), z.unknown()).default({}).describe('Arguments by name.'),
  }),
  output: z.object({ result: z.unknown() }),
  errors: WRITE_ERRORS,
  examples: [
    {
      title: 'How many contacts there are',
      input: { model: 'res.partner', method: 'search_count', kwargs: { domain: [] } },
      output: { result: 5 },
    },
  ],
  run: async (ctx, { model, method, args, kwargs }) => {
    const access = accessOf(ctx);
    await access.wall?.calling(model, method, args, kwargs);
    const { context: given, ...named } = kwargs;
    const value = await execute<unknown>(ctx, access.door, {
      model,
      method,
      positional: args,
      kwargs: { ...named, context: access.context(asRow(given)) },
    });
    return { result: value ?? null };
  },
});

const asRow = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
