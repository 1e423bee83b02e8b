import { z } from 'zod';
import { requireVersion } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { label } from '#core/schemas.ts';
import { fieldDropped } from './events.ts';
import { ContactField, key, MAX_FIELDS, options, TYPES, type FieldType } from './schema.ts';
import { countFields, insertField, listFields, lockField, markDropped, updateField } from './store.ts';

const seeded: ContactField = {
  id: EXAMPLE.fieldId,
  key: 'rubro',
  title: 'Rubro',
  type: 'one_of',
  options: ['Almacén', 'Ferretería'],
  archived: false,
  createdAt: EXAMPLE.tenant.createdAt,
  version: 1,
};
const id = z.uuid().describe('Id of the field.');
const title = label(100).describe('Its name for people.');
const choices = options.describe('What one_of and many_of choose from.');

const chooses = (type: FieldType): boolean => type === 'one_of' || type === 'many_of';

/** Trimmed, without repetition. @throws AppError invalid_input when there are none, or some where nothing is chosen */
function optionsOf(type: FieldType, given: readonly string[]): string[] {
  const found = [...new Set(given.map((one) => one.trim()))];
  if (chooses(type) === found.length > 0) return found;
  throw chooses(type)
    ? invalidField('options', 'required', {
        en: 'name what can be chosen',
        es: 'indique entre qué se elige',
      })
    : invalidField('options', 'unknown', {
        en: 'have a meaning for one_of and many_of only',
        es: 'solo tienen sentido para one_of y many_of',
      });
}

const create = defineOperation({
  name: 'contact_fields.create',
  route: 'POST /contact-fields',
  summary: 'Create a field of the company’s own for its contacts.',
  description: `A company has ${MAX_FIELDS} at the most. Key and type never change.`,
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'contact_field.created',
  input: z.strictObject({
    key: key.describe('Its name in `fields` of a contact, e.g. birthday.'),
    title,
    type: z.enum(TYPES).describe('What its values are.'),
    options: choices.default([]),
  }),
  output: ContactField,
  versioned: true,
  errors: ['conflict'],
  examples: [
    {
      title: 'Birthdays',
      input: { key: 'birthday', title: 'Cumpleaños', type: 'date' },
      output: {
        ...seeded,
        id: newId(1),
        key: 'birthday',
        title: 'Cumpleaños',
        type: 'date',
        options: [],
        createdAt: EXAMPLE.now,
      },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const field: ContactField = {
        id: ctx.clock.id(),
        key: input.key,
        title: input.title.trim(),
        type: input.type,
        options: optionsOf(input.type, input.options),
        archived: false,
        createdAt: ctx.clock.now().toISOString(),
        version: 1,
      };
      const [count] = await tx.run(countFields);
      if (count!.fields >= MAX_FIELDS) {
        throw new AppError('conflict', {
          detail: {
            en: `There are ${MAX_FIELDS} fields already, the most that a company can have.`,
            es: `Ya existen ${MAX_FIELDS} campos, el máximo de una empresa.`,
          },
        });
      }
      if ((await tx.run(insertField(field))).length === 0) {
        throw new AppError('conflict', {
          detail: {
            en: 'There is a field with this key, or one that is still being deleted.',
            es: 'Ya existe un campo con esta clave, o uno que todavía se está eliminando.',
          },
        });
      }
      return field;
    }),
});

const list = defineOperation({
  name: 'contact_fields.list',
  route: 'GET /contact-fields',
  summary: 'List the company’s own fields of contacts.',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({}),
  output: z.object({ data: z.array(ContactField), nextCursor: z.null() }),
  examples: [{ title: 'All', input: {}, output: { data: [seeded], nextCursor: null } }],
  run: async (ctx) => {
    const [data] = await ctx.db.batch([listFields]);
    return { data, nextCursor: null };
  },
});

const update = defineOperation({
  name: 'contact_fields.update',
  route: 'PATCH /contact-fields/{id}',
  summary: 'Change a field’s title or options, archive it or bring it back.',
  description: 'An option that is left out can no longer be chosen; contacts that have it keep it.',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'contact_field.updated',
  input: z.strictObject({
    id,
    title: title.optional(),
    options: choices.optional(),
    archived: z.boolean().optional().describe('Nothing new is written into it; its values stay.'),
  }),
  output: ContactField,
  versioned: true,
  examples: [
    {
      title: 'Another option',
      input: { id: seeded.id, options: ['Almacén', 'Ferretería', 'Panadería'] },
      output: { ...seeded, options: ['Almacén', 'Ferretería', 'Panadería'], version: 2 },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [row] = await tx.run(lockField(input.id));
      if (!row) throw new AppError('not_found');
      requireVersion(ctx, row.version);
      const field: ContactField = {
        ...row,
        title: input.title?.trim() ?? row.title,
        options: input.options === undefined ? row.options : optionsOf(row.type, input.options),
        archived: input.archived ?? row.archived,
        version: row.version + 1,
      };
      await tx.run(updateField(field, ctx.clock.now()));
      return field;
    }),
});

const remove = defineOperation({
  name: 'contact_fields.delete',
  route: 'DELETE /contact-fields/{id}',
  summary: 'Delete a field together with its values in all contacts.',
  description:
    'To keep the values, archive it instead (contact_fields.update). The values go within moments, contact by contact; until then the key can’t be used again.',
  effect: 'destroy',
  access: [{ scope: 'contacts:destroy' }],
  audit: 'contact_field.deleted',
  input: z.strictObject({ id }),
  output: ContactField,
  versioned: true,
  examples: [{ title: 'Delete', input: { id: seeded.id }, output: seeded }],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [row] = await tx.run(lockField(input.id));
      if (!row) throw new AppError('not_found');
      requireVersion(ctx, row.version);
      await tx.run(markDropped(row.id, ctx.clock.now()));
      ctx.emit(fieldDropped, { id: row.id, key: row.key });
      return row;
    }),
});

export const contactFieldOperations: readonly Operation[] = [create, list, update, remove];
