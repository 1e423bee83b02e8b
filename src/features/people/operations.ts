import { z } from 'zod';
import { requireVersion, type Ctx } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { Concerning } from '#core/reply.ts';
import { timestamp } from '#core/schemas.ts';
import { parsePhone } from '#platform/phone.ts';
import {
  findPerson,
  listPeople,
  lockPerson,
  setOperator,
  setPersonDisabled,
  type PersonRow,
} from './store.ts';

const COUNTRY = 'CL';

const Person = z
  .object({
    id: z.uuid().describe('The UGID.'),
    name: z.string().nullable(),
    phone: z.string().nullable().describe('E.164.'),
    email: z.string().nullable(),
    language: z.enum(['es', 'en']),
    operator: z.boolean().describe('Whether they may act as the operator.'),
    disabled: z.boolean(),
    tenants: z.array(z.object({ slug: z.string(), name: z.string(), role: z.string() })),
    createdAt: timestamp,
    version: z.int().min(1),
  })
  .meta({ id: 'Person' });
type Person = z.infer<typeof Person>;

const toPerson = ({ created_at: createdAt, tenants, ...row }: PersonRow): Person => ({
  ...row,
  tenants: tenants.map(({ slug, name, role }) => ({ slug, name, role })),
  createdAt,
});

const { member, tenant } = EXAMPLE;
const example: Person = {
  id: member.ugid,
  name: member.name,
  phone: member.phone,
  email: null,
  language: 'es',
  operator: false,
  disabled: false,
  tenants: [{ slug: tenant.slug, name: tenant.name, role: 'member' }],
  createdAt: tenant.createdAt,
  version: 1,
};
const id = z.uuid().describe('The UGID.');

const list = defineOperation({
  name: 'people.list',
  route: 'GET /people',
  summary: 'List people, or find one by number or mail address.',
  effect: 'read',
  access: [{ operator: true }],
  realm: 'identity',
  input: z.strictObject({
    ...pageInput,
    phone: z.string().min(3).max(30).optional().describe('Exactly this number.'),
    email: z.string().min(3).max(254).optional().describe('Exactly this address.'),
  }),
  output: pageOf(Person),
  examples: [
    {
      title: 'By number',
      as: 'operator',
      input: { phone: member.phone },
      output: { data: [example], nextCursor: null },
    },
  ],
  run: async (ctx, { limit, cursor, phone, email }) => {
    const filter = {
      phone: phone === undefined ? null : parsePhone(phone, COUNTRY).e164,
      email: email?.trim().toLowerCase() ?? null,
    };
    const [rows] = await ctx.db.batch([listPeople(filter, decodeCursor(cursor), limit + 1)]);
    return page(rows.map(toPerson), limit);
  },
});

const get = defineOperation({
  name: 'people.get',
  route: 'GET /people/{id}',
  summary: 'Get a person.',
  effect: 'read',
  access: [{ operator: true }],
  realm: 'identity',
  input: z.strictObject({ id }),
  output: Person,
  versioned: true,
  examples: [{ title: 'One person', as: 'operator', input: { id: member.ugid }, output: example }],
  run: async (ctx, input) => {
    const [[row]] = await ctx.db.batch([findPerson(input.id)]);
    if (!row) throw new AppError('not_found');
    return toPerson(row);
  },
});

/** Stands in the audit of every company of theirs: it changes who comes in there. */
const change = (ctx: Ctx, personId: string, save: Statement, next: Partial<Person>): Promise<Person> =>
  ctx.db.tx(async (tx) => {
    const [row] = await tx.run(lockPerson(personId));
    if (!row) throw new AppError('not_found');
    requireVersion(ctx, row.version);
    await tx.run(save);
    const person = { ...toPerson(row), ...next, version: row.version + 1 };
    return new Concerning(
      person,
      personId,
      row.tenants.map((one) => one.id),
    );
  });

const disable = defineOperation({
  name: 'people.disable',
  route: 'POST /people/{id}/disable',
  summary: 'Shut a person out of everything at once.',
  description: 'Sessions, tokens and agents of theirs are refused in every company. Nothing is deleted.',
  effect: 'destroy',
  access: [{ operator: true }],
  realm: 'identity',
  audit: 'person.disabled',
  input: z.strictObject({ id }),
  output: Person,
  versioned: true,
  examples: [
    {
      title: 'Somebody who abuses it',
      as: 'operator',
      input: { id: member.ugid },
      output: { ...example, disabled: true, version: 2 },
    },
  ],
  run: (ctx, input) =>
    change(ctx, input.id, setPersonDisabled(input.id, true, ctx.clock.now()), { disabled: true }),
});

const enable = defineOperation({
  name: 'people.enable',
  route: 'POST /people/{id}/enable',
  summary: 'Let a person in again.',
  effect: 'write',
  access: [{ operator: true }],
  realm: 'identity',
  audit: 'person.enabled',
  input: z.strictObject({ id }),
  output: Person,
  versioned: true,
  examples: [
    { title: 'Back again', as: 'operator', input: { id: member.ugid }, output: { ...example, version: 2 } },
  ],
  run: (ctx, input) =>
    change(ctx, input.id, setPersonDisabled(input.id, false, ctx.clock.now()), { disabled: false }),
});

const operator = defineOperation({
  name: 'people.set_operator',
  route: 'PUT /people/{id}/operator',
  summary: 'Let a person act as the operator, or end that.',
  description: 'Only with the operator’s key of the host: no operator makes another one over the network.',
  effect: 'write',
  access: [{ operator: true }],
  realm: 'identity',
  audit: 'person.operator_set',
  input: z.strictObject({ id, operator: z.boolean() }),
  output: Person,
  versioned: true,
  examples: [
    {
      title: 'A colleague who helps',
      as: 'operator',
      input: { id: member.ugid, operator: true },
      output: { ...example, operator: true, version: 2 },
    },
  ],
  run: (ctx, input) => {
    if (ctx.actor.kind !== 'operator') {
      throw new AppError('forbidden', {
        detail: {
          en: 'This takes the operator’s key of the host.',
          es: 'Para esto se necesita la clave de operador del servidor.',
        },
      });
    }
    const save = setOperator(input.id, input.operator, ctx.clock.now());
    return change(ctx, input.id, save, { operator: input.operator });
  },
});

export const personOperations: readonly Operation[] = [list, get, disable, enable, operator];
