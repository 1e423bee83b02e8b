import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { takeTenantLimit } from '#features/identity/index.ts';
import { parsePhone } from '#platform/phone.ts';
import { messageQueued } from './events.ts';
import { windowEnd } from './rules.ts';
import { Message, Template, textInput } from './schema.ts';
import { insertOutbound, lastInbound, listMessages, toMessage } from './store.ts';

/** Meta bills the operator for each template: no company, and no thief of its key, spends without end. */
const TEMPLATES = { name: 'messages.template', perHour: 500, perDay: 2_000 };

const phone = z.string().min(3).max(30);

const send = defineOperation({
  name: 'messages.send',
  route: 'POST /messages',
  summary: 'Send a WhatsApp message.',
  description:
    'Give `text` or `template`. Text may be sent for 24 hours after the person last wrote to the company; later only an approved template, or the answer is `whatsapp_window_closed`. The message is sent after this answer: its status says what became of it.',
  words: 'tell notify remind inform text reminder · avisar avísale recordar recordatorio escribirle',
  effect: 'write',
  access: [{ scope: 'messages:write' }],
  audit: 'message.queued',
  input: z.strictObject({
    to: phone.describe('Phone number; without + it is read as one of the company’s country.'),
    text: textInput.optional().describe('Free text, inside the window.'),
    template: Template.optional(),
  }),
  output: Message,
  errors: ['whatsapp_window_closed'],
  examples: [
    {
      title: 'A reminder, by template',
      input: {
        to: EXAMPLE.contact.phone,
        template: { name: 'recordatorio', language: 'es_CL', parameters: ['Ana', 'mañana'] },
      },
      output: {
        id: newId(1),
        direction: 'out',
        peer: EXAMPLE.contact.phone,
        kind: 'template',
        template: { name: 'recordatorio', language: 'es_CL', parameters: ['Ana', 'mañana'] },
        status: 'queued',
        createdAt: EXAMPLE.now,
      },
    },
  ],
  run: (ctx, { to, text, template }) =>
    ctx.db.tx(async (tx) => {
      if ((text === undefined) === (template === undefined)) {
        throw invalidField('text', 'one_of', {
          en: 'give either text or template',
          es: 'indique text o template, uno de los dos',
        });
      }
      const { e164: peer } = parsePhone(to, ctx.tenant.country, 'to');
      const now = ctx.clock.now();
      if (text !== undefined) {
        const at = (await tx.run(lastInbound(peer)))[0]?.at ?? null;
        if (at === null || windowEnd(new Date(at)) <= now) throw new AppError('whatsapp_window_closed');
      } else await takeTenantLimit(tx, ctx.clock, TEMPLATES);
      const id = ctx.clock.id();
      const kind = template ? ('template' as const) : ('text' as const);
      await tx.run(insertOutbound({ id, peer, kind, text: text ?? null, template: template ?? null, now }));
      ctx.emit(messageQueued, { id });
      return {
        id,
        direction: 'out' as const,
        peer,
        kind,
        ...(text !== undefined && { text }),
        ...(template && { template }),
        status: 'queued' as const,
        createdAt: now.toISOString(),
      };
    }),
});

const list = defineOperation({
  name: 'messages.list',
  route: 'GET /messages',
  summary: 'List WhatsApp messages, newest first.',
  words: 'messages we sent, texts sent, conversations · mensajes enviados conversaciones',
  effect: 'read',
  access: [{ scope: 'messages:read' }],
  input: z.strictObject({
    ...pageInput,
    peer: phone.optional().describe('Only messages with this number.'),
    direction: z.enum(['in', 'out']).optional().describe('Only incoming or only outgoing ones.'),
  }),
  output: pageOf(Message),
  examples: [
    {
      title: 'What a customer wrote',
      input: { peer: EXAMPLE.contact.phone, direction: 'in' },
      output: { data: [], nextCursor: null },
    },
  ],
  run: async (ctx, { limit, cursor, peer, direction = null }) => {
    const number = peer === undefined ? null : parsePhone(peer, ctx.tenant.country, 'peer').e164;
    const [rows] = await ctx.db.batch([
      listMessages({ peer: number, direction }, decodeCursor(cursor), limit + 1),
    ]);
    return page(rows.map(toMessage), limit);
  },
});

export const messageOperations: readonly Operation[] = [send, list];
