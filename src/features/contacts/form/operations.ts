import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { PLATFORM_FORM_ID } from '#core/platform.ts';
import { label, prose, timestamp } from '#core/schemas.ts';
import type { Challenges } from '#platform/challenge.ts';
import { messageHeld } from '#features/contacts/events.ts';
import { normalise } from '#features/contacts/rules.ts';
import { fields } from '#features/contacts/schema.ts';
import { findForm, insertForm, listForms } from '#features/contacts/store.ts';
import { deliver } from './deliver.ts';
import { heldOperations } from './held.ts';
import { askWork, FORM_CHALLENGE_SECONDS, judge } from './protection.ts';
import { insertHeld } from './store.ts';

const MAX_MESSAGE = 5_000;
/** Characters; a solution has about 600. */
const MAX_SOLUTION = 4_000;
const MAX_TRAP = 500;
const formId = z.uuid().optional().describe('Public id of the form; without it, the operator’s own form.');

const Form = z
  .object({ id: z.uuid(), name: z.string(), consentText: z.string(), createdAt: timestamp })
  .meta({ id: 'Form' });
const exampleForm = {
  id: '01960000-0000-7000-8000-000000000031',
  name: 'Sitio web',
  consentText: 'Acepto que me contacten.',
  createdAt: EXAMPLE.tenant.createdAt,
};

/** Strangers write here; their words become a contact and a message in the form's tenant. */
const submit = (challenges: Challenges | undefined): Operation =>
  defineOperation({
    name: 'core.contact',
    route: 'POST /contact',
    summary: 'Send a message through a public contact form.',
    description:
      'Needs no credential. `consent` must be true: the sender agrees to the words that `GET /contact` shows. A message that ' +
      'comes with the solution of a `challenge` goes through at once, as does one with a key of the company’s own that may write contacts; ' +
      'without, it is held until somebody looks at it, and only a few are taken (docs/contact-form.md).',
    effect: 'write',
    access: 'public',
    audit: 'contact.message_received',
    errors: ['challenge_required', 'not_found'],
    door: (input) => ({ kind: 'form', id: input.form }),
    input: z.strictObject({
      form: formId,
      name: fields.name,
      email: fields.email.optional(),
      phone: fields.phone.optional(),
      message: prose(MAX_MESSAGE).describe('What the sender wants to say.'),
      consent: z.literal(true).describe('Agreement to the form’s consent text.'),
      challenge: z
        .string()
        .max(MAX_SOLUTION)
        .optional()
        .describe(
          'Solution of the challenge of `GET /contact` or of a `challenge_required`, as the ALTCHA widget gives it.',
        ),
      website: z
        .string()
        .max(MAX_TRAP)
        .optional()
        .describe('Leave it out or empty: a field that people don’t see and programs fill.'),
    }),
    output: z.object({ id: z.uuid().describe('Id of the message.'), receivedAt: timestamp }),
    examples: [
      {
        title: 'A message',
        as: 'anonymous',
        input: {
          form: exampleForm.id,
          name: 'Rosa Díaz',
          email: 'rosa@example.com',
          message: '¿Abren el sábado?',
          consent: true,
        },
        output: { id: newId(1), receivedAt: EXAMPLE.now },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        if (!input.email && !input.phone) {
          throw invalidField('email', 'required', {
            en: 'give a mail address or a phone, so that you can be answered',
            es: 'indique un correo o un teléfono para poder responderle',
          });
        }
        const [form] = await tx.run(findForm(input.form ?? PLATFORM_FORM_ID));
        if (!form) throw new AppError('not_found');
        const { name, email, phone, challenge, website } = input;
        const receivedAt = ctx.clock.now();
        const id = ctx.clock.id();
        const sent = { id, formId: form.id, consentText: form.consentText, message: input.message.trim() };
        const reason = await judge(ctx, tx, challenges!, { formId: form.id, challenge, website });
        if (reason === null) await deliver(ctx, tx, { ...sent, name, email, phone, receivedAt });
        else {
          const values = normalise({ name, email, phone, tags: [] }, ctx.tenant.country);
          await tx.run(
            insertHeld({
              ...sent,
              name: values.name,
              email: values.email ?? null,
              phone: values.phone ?? null,
              reason,
              receivedAt: receivedAt.toISOString(),
            }),
          );
          ctx.emit(messageHeld, { id, formId: form.id, reason });
        }
        return { id, receivedAt: receivedAt.toISOString() };
      }),
  });

const show = (challenges: Challenges | undefined): Operation =>
  defineOperation({
    name: 'contacts.form',
    route: 'GET /contact',
    summary: 'Get a public contact form and its consent text.',
    effect: 'read',
    access: 'public',
    door: (input) => ({ kind: 'form', id: input.form }),
    input: z.strictObject({ form: formId }),
    output: Form.pick({ id: true, name: true, consentText: true }).extend({
      challenge: z
        .object({ parameters: z.record(z.string(), z.unknown()), signature: z.string() })
        .describe(
          'A proof of work for the sender’s browser (ALTCHA version 2, SHA-256), good for two hours.',
        ),
    }),
    examples: [
      {
        title: 'What the page shows',
        as: 'anonymous',
        input: { form: exampleForm.id },
        output: {
          id: exampleForm.id,
          name: exampleForm.name,
          consentText: exampleForm.consentText,
          challenge: {
            parameters: {
              algorithm: 'SHA-256',
              cost: 5,
              data: { for: '****' },
              expiresAt: Date.parse(EXAMPLE.now) / 1_000 + FORM_CHALLENGE_SECONDS,
              keyLength: 32,
              keyPrefix: '000',
              nonce: '****',
              salt: '****',
            },
            signature: '****',
          },
        },
      },
    ],
    run: async (ctx, input) => {
      const [[form]] = await ctx.db.batch([findForm(input.form ?? PLATFORM_FORM_ID)]);
      if (!form) throw new AppError('not_found');
      const { parameters, signature } = await askWork(challenges!, form.id, ctx.clock.now());
      return { ...form, challenge: { parameters: { ...parameters }, signature: signature! } };
    },
  });

const create = defineOperation({
  name: 'forms.create',
  route: 'POST /forms',
  summary: 'Create a public contact form.',
  words: 'website contact form · formulario para la web',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'form.created',
  input: z.strictObject({
    name: label(100).describe('Where the form stands.'),
    consentText: prose(2_000).describe('What the sender agrees to; copied into each message.'),
  }),
  output: Form,
  examples: [
    {
      title: 'A form for the web site',
      input: { name: 'Sitio web', consentText: 'Acepto que me contacten.' },
      output: { ...exampleForm, id: newId(1), createdAt: EXAMPLE.now },
    },
  ],
  run: async (ctx, input) => {
    const form = {
      id: ctx.clock.id(),
      name: input.name.trim(),
      consentText: input.consentText.trim(),
      createdAt: ctx.clock.now().toISOString(),
    };
    return ctx.db.batch([insertForm(form, ctx.tenant.id)], form);
  },
});

const list = defineOperation({
  name: 'forms.list',
  route: 'GET /forms',
  summary: 'List public contact forms.',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({}),
  output: z.object({ data: z.array(Form), nextCursor: z.null() }),
  examples: [{ title: 'All forms', input: {}, output: { data: [exampleForm], nextCursor: null } }],
  run: async (ctx) => {
    const [data] = await ctx.db.batch([listForms]);
    return { data, nextCursor: null };
  },
});

/** Who only describes them has no key for challenges. */
export const formOperations = (challenges?: Challenges): readonly Operation[] => [
  submit(challenges),
  show(challenges),
  create,
  list,
  ...heldOperations,
];
