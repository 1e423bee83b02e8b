import { z } from 'zod';
import { requireVersion } from '#core/context.ts';
import { Json, type Statement } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, pageInput, pageOf } from '#core/pagination.ts';
import { changeValues, holdFields, type FieldValues } from '#features/contact-fields/index.ts';
import { activeHolds, covers } from '#features/privacy/index.ts';
import { contactCreated, contactDeleted, contactUpdated } from './events.ts';
import { renderPage } from './page.ts';
import { filterInput, filterOf } from './filter.ts';
import { normalise, termsOf, termsToDrop } from './rules.ts';
import { Contact, fields } from './schema.ts';
import {
  deleteContact,
  findContact,
  findMerged,
  insertContact,
  listContacts,
  lockContact,
  planOnce,
  replaceTerms,
  toContact,
  updateContact,
} from './store.ts';

const example: Contact = { ...EXAMPLE.contact, tags: [...EXAMPLE.contact.tags] };
const id = z.uuid().describe('Id of the contact.');

const create = defineOperation({
  name: 'contacts.create',
  route: 'POST /contacts',
  summary: 'Create a contact.',
  words:
    'add a customer, supplier, lead to the address book · ingresar anotar cliente proveedor en la agenda',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'contact.created',
  input: z.strictObject({
    name: fields.name,
    email: fields.email.optional(),
    phone: fields.phone.optional(),
    taxId: fields.taxId.optional(),
    tags: fields.tags.default([]),
    fields: fields.fields.optional(),
  }),
  output: Contact,
  versioned: true,
  examples: [
    {
      title: 'A person',
      input: {
        name: 'Luis Soto',
        email: 'Luis@Example.com',
        phone: '9 8765 4321',
        taxId: '22.222.222-2',
        tags: ['Proveedor'],
      },
      output: {
        id: newId(1),
        name: 'Luis Soto',
        email: 'luis@example.com',
        phone: '+56987654321',
        taxId: '22222222-2',
        tags: ['proveedor'],
        createdAt: EXAMPLE.now,
        version: 1,
      },
    },
  ],
  run: async (ctx, { fields: given, ...input }) => {
    const make = (own: FieldValues | undefined): { contact: Contact; insert: Statement } => {
      const values = normalise({ ...input, fields: own }, ctx.tenant.country);
      const { tags, ...rest } = values;
      const createdAt = ctx.clock.now().toISOString();
      const contact: Contact = { id: ctx.clock.id(), ...rest, tags, createdAt, version: 1 };
      ctx.emit(contactCreated, { id: contact.id, version: contact.version });
      return { contact, insert: insertContact(contact, termsOf(values, ctx.tenant.country)) };
    };
    // Most contacts have none, and then nothing has to be read first.
    if (given === undefined) {
      const { contact, insert } = make(undefined);
      return ctx.db.batch([insert], contact);
    }
    return ctx.db.tx(async (tx) => {
      const definitions = await tx.run(holdFields);
      const { contact, insert } = make(changeValues(definitions, undefined, given, ctx.tenant.country));
      await tx.run(insert);
      return contact;
    });
  },
});

const list = defineOperation({
  name: 'core.contacts',
  alias: 'contacts.list',
  route: 'GET /contacts',
  summary: 'List and search contacts, newest first.',
  words:
    'list of contacts, customers, suppliers by name, surname, phone, everyone, how many · lista de contactos, clientes, proveedores por nombre apellido teléfono, todos, cuántos',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({
    ...pageInput,
    ...filterInput,
  }),
  output: pageOf(Contact),
  examples: [
    { title: 'By name', input: { q: 'pérez' }, output: { data: [example], nextCursor: null } },
    { title: 'By phone', input: { q: '9 1234' }, output: { data: [example], nextCursor: null } },
    { title: 'By tag', input: { tag: 'vip', limit: 5 }, output: { data: [example], nextCursor: null } },
  ],
  run: async (ctx, { limit, cursor, ...input }) => {
    const filter = filterOf(input, ctx.tenant.country);
    const page = listContacts(filter, decodeCursor(cursor), limit);
    const searching = filter.prefixes.length + filter.terms.length > 0;
    const rows = searching ? (await ctx.db.batch([planOnce, page]))[1] : (await ctx.db.batch([page]))[0];
    return new Json(renderPage(rows[0]!, limit));
  },
});

const get = defineOperation({
  name: 'contacts.get',
  route: 'GET /contacts/{id}',
  summary: 'Get a contact.',
  description: 'The id of a contact that became part of another answers with that one.',
  words: 'get contact, customer card details phone mail · ficha datos de un cliente',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({ id }),
  output: Contact,
  versioned: true,
  examples: [{ title: 'One contact', input: { id: example.id }, output: example }],
  run: async (ctx, input) => {
    const [[row]] = await ctx.db.batch([findContact(input.id)]);
    if (row) return toContact(row);
    const [[merged]] = await ctx.db.batch([findMerged(input.id)]);
    if (!merged) throw new AppError('not_found');
    return toContact(merged);
  },
});

const update = defineOperation({
  name: 'contacts.update',
  route: 'PATCH /contacts/{id}',
  summary: 'Change a contact.',
  description: 'Fields that are left out stay as they are; null clears a field.',
  words: 'fix correct typo phone mail address · corregir teléfono correo dirección',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'contact.updated',
  input: z.strictObject({
    id,
    name: fields.name.optional(),
    email: fields.email.nullish(),
    phone: fields.phone.nullish(),
    taxId: fields.taxId.nullish(),
    tags: fields.tags.optional(),
    fields: fields.fields.optional(),
  }),
  output: Contact,
  versioned: true,
  examples: [
    {
      title: 'Another phone, no mail',
      input: { id: example.id, phone: '+56 2 2345 6789', email: null },
      output: {
        id: example.id,
        name: example.name,
        phone: '+56223456789',
        taxId: EXAMPLE.contact.taxId,
        tags: example.tags,
        createdAt: example.createdAt,
        version: 2,
      },
    },
  ],
  run: (ctx, { id: contactId, fields: given, ...changes }) =>
    ctx.db.tx(async (tx) => {
      const definitions = given === undefined ? [] : await tx.run(holdFields);
      const [row] = await tx.run(lockContact(contactId));
      if (!row) throw new AppError('not_found');
      requireVersion(ctx, row.version);
      const old = termsToDrop(toContact(row), ctx.tenant.country);
      const changed = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const before = toContact(row).fields;
      const own = given === undefined ? before : changeValues(definitions, before, given, ctx.tenant.country);
      const values = normalise({ ...row, ...changed, fields: own }, ctx.tenant.country);
      const { tags, ...rest } = values;
      const contact: Contact = {
        id: row.id,
        ...rest,
        tags,
        createdAt: row.createdAt,
        version: row.version + 1,
      };
      await tx.run(updateContact(contact, ctx.clock.now()));
      await tx.run(replaceTerms(contact.id, old, termsOf(values, ctx.tenant.country)));
      ctx.emit(contactUpdated, { id: contact.id, version: contact.version });
      return contact;
    }),
});

const remove = defineOperation({
  name: 'contacts.delete',
  route: 'DELETE /contacts/{id}',
  summary: 'Delete a contact.',
  errors: ['contact_held'],
  words: 'get rid of a customer · sacar un cliente',
  effect: 'destroy',
  access: [{ scope: 'contacts:destroy' }],
  audit: 'contact.deleted',
  input: z.strictObject({ id }),
  output: Contact,
  versioned: true,
  examples: [{ title: 'Delete', input: { id: example.id }, output: example }],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [[row], holds] = await tx.all([lockContact(input.id), activeHolds(ctx.clock.now())]);
      if (!row) throw new AppError('not_found');
      requireVersion(ctx, row.version);
      if (holds.some((hold) => covers(hold, 'contacts', row.id))) throw new AppError('contact_held');
      const contact = toContact(row);
      await tx.run(deleteContact(row.id, termsToDrop(contact, ctx.tenant.country)));
      ctx.emit(contactDeleted, { id: row.id, version: row.version });
      return contact;
    }),
});

export const contactOperations: readonly Operation[] = [create, list, get, update, remove];
