import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import { invalidField } from '#core/errors.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { label } from '#core/schemas.ts';
import { inAccount } from './client.ts';
import { findContact, madeContact, type Made } from './contact-calls.ts';
import { contactList } from './contact-list.ts';
import { exampleContact, newContact } from './examples.ts';
import { inboxOf } from './inboxes.ts';
import { READ_ERRORS, WRITE_ERRORS } from './operation-errors.ts';
import { readCursor, walk, writeCursor } from './pages.ts';
import { e164 } from './phone.ts';
import { chatwootId, Contact, toContact } from './shapes.ts';

const READ = [{ scope: 'chatwoot:read' }] as const;

export const contacts = defineEngineOperation({
  name: 'chatwoot.contacts',
  route: 'GET /chatwoot/contacts',
  summary: 'List contacts in Chatwoot, the newest first.',
  description:
    'Chatwoot lists those with a mail address, a phone or an identifier. A search (`q`) is for name, mail, phone and identifier, and may be asked for 100 times a minute.',
  effect: 'read',
  access: READ,
  input: z.strictObject({
    ...pageInput,
    q: label(100).optional().describe('Part of the name, mail, phone or identifier.'),
  }),
  output: pageOf(Contact),
  errors: READ_ERRORS,
  examples: [
    { title: 'The first page', input: {}, output: { data: [exampleContact], nextCursor: null } },
    { title: 'A search', input: { q: 'pérez' }, output: { data: [exampleContact], nextCursor: null } },
  ],
  run: async (ctx, { limit, cursor, q }) => {
    const question = ['contacts', q?.trim()];
    const list = contactList(ctx, { q: q?.trim(), order: 'newest' });
    const { rows, end, more } = await walk(list, readCursor(cursor, question), limit);
    return { data: rows.map(toContact), nextCursor: more && end ? writeCursor(end, question) : null };
  },
});

export const contact = defineEngineOperation({
  name: 'chatwoot.contact',
  route: 'GET /chatwoot/contacts/{id}',
  summary: 'Read a contact in Chatwoot.',
  effect: 'read',
  access: READ,
  input: z.strictObject({ id: chatwootId.describe('Id of the contact.') }),
  output: Contact,
  errors: READ_ERRORS,
  examples: [{ title: 'Ana', input: { id: exampleContact.id }, output: exampleContact }],
  run: async (ctx, { id }) => toContact(await findContact(ctx, id)),
});

export const createContact = defineEngineOperation({
  name: 'chatwoot.create_contact',
  route: 'POST /chatwoot/contacts',
  summary: 'Create a contact in Chatwoot.',
  description:
    'Mail, phone and identifier are unique in the company’s account: a second contact with one of them is refused (`engine_conflict`, which names the field).',
  effect: 'write',
  access: [{ scope: 'chatwoot:write' }],
  audit: 'chatwoot.contact_created',
  target: () => 'contacts',
  input: z.strictObject({
    name: label(200).describe('Name of the person or company.'),
    email: z.email().max(254).optional().describe('Mail address.'),
    phone: z
      .string()
      .min(3)
      .max(30)
      .optional()
      .describe('Phone; numbers without + are read as the company’s country’s.'),
    identifier: label(100)
      .optional()
      .describe('Who it is here: id of a contact, or UGID of a person. At least this, a mail or a phone.'),
    attributes: z
      .record(
        z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
        z.union([z.string().max(1_000), z.number(), z.boolean()]),
      )
      .default({})
      .describe('Custom attributes of Chatwoot.'),
    inboxId: chatwootId.optional().describe('Where conversations with it begin; else the company’s inbox.'),
  }),
  output: Contact,
  errors: WRITE_ERRORS,
  examples: [
    {
      title: 'A customer with a Chilean number',
      input: { name: 'Luis Rojas', phone: '9 8765 4321', attributes: { comuna: 'Ñuñoa' } },
      output: newContact,
    },
  ],
  run: async (ctx, { name, email, phone, identifier, attributes, inboxId }) => {
    // Chatwoot takes one without, and never lists it again.
    if (!email && !phone && !identifier)
      throw invalidField('email', 'required', {
        en: 'or phone or identifier must be given: Chatwoot lists nobody without',
        es: 'o phone o identifier debe indicarse: Chatwoot no lista a nadie sin ellos',
      });
    const made = await inAccount<Made>(ctx, {
      method: 'POST',
      path: '/contacts',
      body: {
        inbox_id: await inboxOf(ctx, inboxId),
        name: name.trim(),
        ...(email && { email: email.toLowerCase() }),
        ...(phone && { phone_number: e164(phone, ctx.tenant.country) }),
        ...(identifier && { identifier: identifier.trim() }),
        custom_attributes: attributes,
      },
    });
    return toContact(madeContact(made));
  },
});
