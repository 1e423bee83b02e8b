import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';

const common = {
  summary: 'Stand in for a tool that the suite asks for.',
  effect: 'read',
  access: [{ scope: 'test:read' }],
  input: z.strictObject({}),
  output: z.object({ text: z.string() }),
  examples: [],
} as const;

const ADDRESS = { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } };

/** The suite's tools that can be told as operations of ours. The others stand among the expected failures. */
export const FIXTURES: readonly Operation[] = [
  defineOperation({
    ...common,
    name: 'test.simple_text',
    route: 'GET /test/simple-text',
    run: async () => ({ text: 'This is a simple text response for testing.' }),
  }),
  defineOperation({
    ...common,
    name: 'test.error_handling',
    route: 'GET /test/error-handling',
    run: async () => {
      const why = 'This tool intentionally returns an error for testing';
      throw new AppError('conflict', { detail: { en: why, es: why } });
    },
  }),
  defineOperation({
    ...common,
    name: 'json.schema_2020_12_tool',
    route: 'POST /test/json-schema',
    input: z
      .strictObject({ name: z.string().optional(), address: z.looseObject({}).optional() })
      .meta({ $defs: { address: ADDRESS } }),
    run: async () => ({ text: 'ok' }),
  }),
];
