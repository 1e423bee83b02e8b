import { z } from 'zod';
import { defineOperation, type Operation } from '#core/operation.ts';
import { timestamp } from '#core/schemas.ts';
import { developmentMessages } from './store.ts';

const MAX_MESSAGES = 200;

/** What the development sender would have sent; in production there is no such operation. */
export const developmentOperations: readonly Operation[] = [
  defineOperation({
    name: 'messages.development',
    route: 'GET /messages/development',
    summary: 'List what the development sender sent, newest last.',
    effect: 'read',
    access: [{ operator: true }],
    realm: 'identity',
    input: z.strictObject({}),
    output: z
      .object({ data: z.array(z.object({ to: z.string(), text: z.string(), at: timestamp })) })
      .meta({ id: 'DevelopmentMessages' }),
    examples: [{ title: 'Nothing yet', as: 'operator', input: {}, output: { data: [] } }],
    run: async (ctx) => {
      const [data] = await ctx.db.batch([developmentMessages(MAX_MESSAGES)]);
      return { data };
    },
  }),
];
