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

/** Keywords of JSON Schema 2020-12 that zod has no words for; they must arrive in the list as they stand here. */
const BEYOND_ZOD = {
  $defs: {
    address: { $anchor: 'addressDef', type: 'object', properties: { street: { type: 'string' } } },
  },
  allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
  if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { required: ['phone'] },
  else: { required: ['email'] },
};

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
  // What an operation logs stays in our log, whatever the client asked for.
  defineOperation({
    ...common,
    name: 'test.logging_tool',
    route: 'GET /test/logging',
    run: async (ctx) => {
      ctx.log.info({}, 'a line for us only');
      return { text: 'logged' };
    },
  }),
  // An operation has no way to ask the client something, so the suite must find nothing but the answer.
  defineOperation({
    ...common,
    name: 'test.streaming_elicitation',
    route: 'GET /test/streaming-elicitation',
    run: async () => ({ text: 'nothing to ask' }),
  }),
  defineOperation({
    ...common,
    name: 'json.schema_2020_12_tool',
    route: 'POST /test/json-schema',
    input: z
      .strictObject({
        name: z.string().optional(),
        address: z.looseObject({}).optional(),
        contactMethod: z.enum(['phone', 'email']).optional(),
        phone: z.string().optional(),
        email: z.string().optional(),
      })
      .meta(BEYOND_ZOD),
    run: async () => ({ text: 'ok' }),
  }),
];
