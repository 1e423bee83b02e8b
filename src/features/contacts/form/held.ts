import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { timestamp } from '#core/schemas.ts';
import { deliver } from './deliver.ts';
import { dropHeld, listHeld, takeHeld } from './store.ts';

const HELD_REASONS = ['unsolved', 'trap', 'hurry'] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

const HeldMessage = z
  .object({
    id: z.uuid(),
    formId: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    message: z.string(),
    reason: z
      .enum(HELD_REASONS)
      .describe(
        'unsolved: came without proof of work · trap: a field was filled that people don’t see · hurry: faster than people type.',
      ),
    receivedAt: timestamp,
  })
  .meta({ id: 'HeldMessage' });
export type Held = z.infer<typeof HeldMessage>;

const one = z.strictObject({ id: z.uuid().describe('Id of the message.') });
const Done = z.object({ id: z.uuid() });
const { heldMessageId: id } = EXAMPLE;

const list = defineOperation({
  name: 'forms.held',
  route: 'GET /forms/held',
  summary: 'List messages of public forms that may be spam, newest first.',
  description: 'They are deleted after 30 days, unless somebody releases them.',
  words: 'spam inbox · bandeja de spam',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject(pageInput),
  output: pageOf(HeldMessage),
  examples: [
    {
      title: 'What waits',
      input: {},
      output: {
        data: [
          {
            id,
            formId: '01960000-0000-7000-8000-000000000031',
            name: 'Luis Rojas',
            email: 'luis@example.com',
            phone: null,
            message: '¿Tienen harina integral?',
            reason: 'unsolved',
            receivedAt: EXAMPLE.tenant.createdAt,
          },
        ],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, { limit, cursor }) => {
    const [rows] = await ctx.db.batch([listHeld(decodeCursor(cursor), limit + 1)]);
    return page(rows, limit);
  },
});

const release = defineOperation({
  name: 'forms.release',
  route: 'POST /forms/held/{id}/release',
  summary: 'Let a held message through: it becomes a contact and a message.',
  words: 'not spam · no era spam',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'form.message_released',
  input: one,
  output: Done,
  errors: ['not_found'],
  examples: [{ title: 'No spam', input: { id }, output: { id } }],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [held] = await tx.run(takeHeld(input.id));
      if (!held) throw new AppError('not_found');
      await deliver(ctx, tx, { ...held, receivedAt: new Date(held.receivedAt) });
      return { id: held.id };
    }),
});

const discard = defineOperation({
  name: 'forms.discard',
  route: 'DELETE /forms/held/{id}',
  summary: 'Delete a held message.',
  effect: 'destroy',
  access: [{ scope: 'contacts:destroy' }],
  audit: 'form.message_discarded',
  input: one,
  output: Done,
  errors: ['not_found'],
  examples: [{ title: 'Spam', input: { id }, output: { id } }],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [dropped] = await tx.run(dropHeld([input.id]));
      if (dropped!.n === 0) throw new AppError('not_found');
      return { id: input.id };
    }),
});

export const heldOperations: readonly Operation[] = [list, release, discard];
