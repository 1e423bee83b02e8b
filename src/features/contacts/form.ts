import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { PLATFORM_FORM_ID } from '#core/platform.ts';
import { label, prose, timestamp } from '#core/schemas.ts';
import { recordConsent } from '#features/privacy/index.ts';
import { contactCreated, messageReceived } from './events.ts';
import { normalise, termsOf } from './rules.ts';
import { fields } from './schema.ts';
import { findForm, insertContact, insertForm, insertMessage, listForms } from './store.ts';

const MAX_MESSAGE = 5_000;
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
const submit = defineOperation({
  name: 'core.contact',
  route: 'POST /contact',
  summary: 'Send a message through a public contact form.',
  description:
    'Needs no credential. `consent` must be true: the sender agrees to the words that `GET /contact` shows.',
  effect: 'write',
  access: 'public',
  audit: 'contact.message_received',
  door: (input) => ({ kind: 'form', id: input.form }),
  input: z.strictObject({
    form: formId,
    name: fields.name,
    email: fields.email.optional(),
    phone: fields.phone.optional(),
    message: prose(MAX_MESSAGE).describe('What the sender wants to say.'),
    consent: z.literal(true).describe('Agreement to the form’s consent text.'),
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
      const id = ctx.clock.id();
      const now = ctx.clock.now();
      const { name, email, phone } = input;
      const values = normalise({ name, email, phone, tags: ['web'] }, ctx.tenant.country);
      const contact = { id: ctx.clock.id(), ...values, createdAt: now.toISOString(), version: 1 };
      await tx.run(insertContact(contact, termsOf(values, ctx.tenant.country)));
      const text = input.message.trim();
      await tx.run(
        insertMessage({
          id,
          formId: form.id,
          contactId: contact.id,
          text,
          consentText: form.consentText,
          now,
        }),
      );
      await tx.run(
        recordConsent({
          id: ctx.clock.id(),
          contactId: contact.id,
          purpose: 'contact_form',
          text: form.consentText,
          channel: 'web_form',
          evidence: id,
          now,
        }),
      );
      ctx.emit(contactCreated, { id: contact.id, version: 1 });
      ctx.emit(messageReceived, { id, contactId: contact.id, formId: form.id });
      return { id, receivedAt: now.toISOString() };
    }),
});

const show = defineOperation({
  name: 'contacts.form',
  route: 'GET /contact',
  summary: 'Get a public contact form and its consent text.',
  effect: 'read',
  access: 'public',
  door: (input) => ({ kind: 'form', id: input.form }),
  input: z.strictObject({ form: formId }),
  output: Form.pick({ id: true, name: true, consentText: true }),
  examples: [
    {
      title: 'What the page shows',
      as: 'anonymous',
      input: { form: exampleForm.id },
      output: { id: exampleForm.id, name: exampleForm.name, consentText: exampleForm.consentText },
    },
  ],
  run: async (ctx, input) => {
    const [[form]] = await ctx.db.batch([findForm(input.form ?? PLATFORM_FORM_ID)]);
    if (!form) throw new AppError('not_found');
    return form;
  },
});

const create = defineOperation({
  name: 'forms.create',
  route: 'POST /forms',
  summary: 'Create a public contact form.',
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

export const formOperations: readonly Operation[] = [submit, show, create, list];
