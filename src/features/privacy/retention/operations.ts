import { z } from 'zod';
import { AppError, invalidField, type Language } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { label, timestamp } from '#core/schemas.ts';
import { requireKnown } from '#features/privacy/subject/known.ts';
import { expire } from './expire.ts';
import { currentRules, insertHold, insertRule, listHolds, lockHold, releaseHold } from './store.ts';

const BASES = ['legal_claim', 'authority', 'tax', 'legal_duty', 'other'] as const;
const MAX_DAYS = 36_500;

const Rule = z
  .object({
    class: z.string(),
    title: z.string().describe('What people call it.'),
    days: z.int().nullable().describe('Days after the last use; null: until somebody deletes it.'),
    basis: z.string(),
    minimumDays: z.int().nullable().describe('What the law allows at the least.'),
    applied: z.boolean().describe('Whether it is deleted by itself when its time is over.'),
    own: z.boolean().describe('The company’s own rule, otherwise the default.'),
  })
  .meta({ id: 'RetentionRule' });
type Rule = z.infer<typeof Rule>;

const Hold = z
  .object({
    id: z.uuid(),
    contactId: z.uuid().nullable().describe('Whose data; null: everybody’s.'),
    class: z.string().nullable().describe('Which class of data; null: all of it.'),
    basis: z.enum(BASES),
    reason: z.string(),
    until: timestamp.nullable(),
    createdAt: timestamp,
    createdBy: z.string(),
    releasedAt: timestamp.nullable(),
    releasedBy: z.string().nullable(),
  })
  .meta({ id: 'LegalHold' });

const seededHold: z.infer<typeof Hold> = {
  id: EXAMPLE.holdId,
  contactId: '01960000-0000-7000-8000-000000000099',
  class: null,
  basis: 'legal_claim',
  reason: 'Rol C-1234-2026',
  until: null,
  createdAt: EXAMPLE.tenant.createdAt,
  createdBy: 'Example',
  releasedAt: null,
  releasedBy: null,
};

const defaultRule = (one: PersonalData, language: Language = 'en'): Rule => ({
  class: one.name,
  title: one.title[language],
  days: one.retention.days,
  basis: one.retention.why[language],
  minimumDays: one.retention.minimumDays ?? null,
  applied: one.expire !== undefined,
  own: false,
});

export function retentionOperations(declared: readonly PersonalData[]): readonly Operation[] {
  const ours = declared.filter(({ about }) => about !== 'people');
  const names = ours.map(({ name }) => name);
  const messages = ours.find(({ name }) => name === 'form_messages')!;
  const dataClass = z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,49}$/)
    .describe(`Class of data: ${names.join(', ')}.`);

  const known = (name: string, field: string): PersonalData => {
    const one = ours.find((candidate) => candidate.name === name);
    if (one) return one;
    throw invalidField(field, 'class', {
      en: `is none of ${names.join(', ')}`,
      es: `no es ninguna de ${names.join(', ')}`,
    });
  };

  const list = defineOperation({
    name: 'retention.list',
    route: 'GET /retention',
    summary: 'List how long each class of personal data is kept.',
    words: 'how many years months · cuántos años meses',
    effect: 'read',
    access: [{ scope: 'retention:read' }, { operator: true }],
    input: z.strictObject({}),
    output: z.object({ data: z.array(Rule) }).meta({ id: 'RetentionRules' }),
    examples: [{ title: 'The defaults', input: {}, output: { data: ours.map((one) => defaultRule(one)) } }],
    run: async (ctx) => {
      const [rules] = await ctx.db.batch([currentRules]);
      const own = new Map(rules.map((rule) => [rule.class, rule]));
      return {
        data: ours.map((one) => {
          const rule = own.get(one.name);
          const standard = defaultRule(one, ctx.client.language);
          return rule ? { ...standard, days: rule.days, basis: rule.basis, own: true } : standard;
        }),
      };
    },
  });

  const set = defineOperation({
    name: 'retention.set',
    route: 'PUT /retention/{class}',
    summary: 'Set how long a class of personal data is kept.',
    description:
      'Shorter than the law’s minimum is refused (6 years for tax records). What a legal hold covers stays in any case.',
    words: 'keep years then erase, automatically delete old data · guardar años y borrar datos antiguos',
    effect: 'write',
    access: [{ scope: 'retention:write' }, { operator: true }],
    audit: 'retention.set',
    input: z.strictObject({
      class: dataClass,
      days: z
        .int()
        .min(1)
        .max(MAX_DAYS)
        .nullable()
        .describe('Days after the last use; null: never by itself.'),
      basis: label(300).describe('Why so long.'),
    }),
    output: Rule,
    examples: [
      {
        title: 'Messages for a year',
        input: { class: 'form_messages', days: 365, basis: 'Las consultas se cierran antes de un año.' },
        output: {
          ...defaultRule(messages),
          days: 365,
          basis: 'Las consultas se cierran antes de un año.',
          own: true,
        },
      },
    ],
    run: async (ctx, input) => {
      const one = known(input.class, 'class');
      const minimum = one.retention.minimumDays;
      if (minimum !== undefined && input.days !== null && input.days < minimum)
        throw invalidField('days', 'minimum', {
          en: `the law asks for ${minimum} days at the least`,
          es: `la ley exige al menos ${minimum} días`,
        });
      const rule = { class: one.name, days: input.days, basis: input.basis.trim() };
      const insert = insertRule({ id: ctx.clock.id(), ...rule, by: ctx.actor.label }, ctx.clock.now());
      return ctx.db.batch([insert], { ...defaultRule(one, ctx.client.language), ...rule, own: true });
    },
  });

  const preview = defineOperation({
    name: 'retention.preview',
    route: 'GET /retention/preview',
    summary: 'Show what retention would delete now, without deleting it.',
    effect: 'read',
    access: [{ scope: 'retention:read' }],
    input: z.strictObject({}),
    output: z
      .object({
        data: z.array(
          z.object({
            class: z.string(),
            days: z.int(),
            before: timestamp.describe('What was last used before that goes.'),
            rows: z.int().describe('Rows that would go.'),
            held: z.int().describe('Rows that a hold keeps.'),
          }),
        ),
      })
      .meta({ id: 'RetentionPreview' }),
    examples: [
      {
        title: 'Nothing is due',
        input: {},
        output: {
          data: [
            {
              class: 'messages',
              days: 730,
              before: '2024-03-02T12:00:00.000Z',
              rows: 0,
              held: 0,
            },
            {
              class: 'form_messages',
              days: 730,
              before: '2024-03-02T12:00:00.000Z',
              rows: 0,
              held: 0,
            },
            {
              class: 'held_messages',
              days: 30,
              before: '2026-01-31T12:00:00.000Z',
              rows: 0,
              held: 0,
            },
            {
              class: 'imports',
              days: 30,
              before: '2026-01-31T12:00:00.000Z',
              rows: 0,
              held: 0,
            },
          ],
        },
      },
    ],
    run: async (ctx) => ({ data: await expire(ctx, ours, false) }),
  });

  const create = defineOperation({
    name: 'holds.create',
    route: 'POST /holds',
    summary: 'Put a legal hold on personal data: it must not be deleted.',
    description:
      'On a contact, a class of data, both, or (with neither) on everything. It stops retention, erasures and the purge of a deleted company.',
    words: 'lawsuit court freeze · juicio demanda congelar no borrar',
    effect: 'write',
    access: [{ scope: 'holds:write' }, { operator: true }],
    audit: 'hold.created',
    input: z.strictObject({
      contactId: z.uuid().optional().describe('Whose data; everybody’s if left out.'),
      class: dataClass.optional(),
      basis: z.enum(BASES).describe('What obliges you.'),
      reason: label(500).describe('Case, order or law.'),
      until: z.iso.datetime().optional().describe('When it ends by itself.'),
    }),
    output: Hold,
    examples: [
      {
        title: 'A lawsuit',
        input: { contactId: EXAMPLE.contact.id, basis: 'legal_claim', reason: 'Rol C-77-2026' },
        output: {
          ...seededHold,
          id: newId(1),
          contactId: EXAMPLE.contact.id,
          reason: 'Rol C-77-2026',
          createdAt: EXAMPLE.now,
        },
      },
    ],
    run: (ctx, input) => {
      if (input.class !== undefined) known(input.class, 'class');
      const hold = {
        id: ctx.clock.id(),
        contactId: input.contactId ?? null,
        class: input.class ?? null,
        basis: input.basis,
        reason: input.reason.trim(),
        until: input.until === undefined ? null : new Date(input.until).toISOString(),
        createdAt: ctx.clock.now().toISOString(),
        createdBy: ctx.actor.label,
        releasedAt: null,
        releasedBy: null,
      };
      return ctx.db.tx(async (tx) => {
        await requireKnown(ctx, (statement) => tx.run(statement), input);
        await tx.run(insertHold(hold));
        return hold;
      });
    },
  });

  const release = defineOperation({
    name: 'holds.release',
    route: 'POST /holds/{id}/release',
    summary: 'Lift a legal hold.',
    effect: 'write',
    access: [{ scope: 'holds:write' }, { operator: true }],
    audit: 'hold.released',
    input: z.strictObject({ id: z.uuid().describe('Id of the hold.') }),
    output: Hold,
    errors: ['conflict'],
    examples: [
      {
        title: 'The case is over',
        input: { id: EXAMPLE.holdId },
        output: { ...seededHold, releasedAt: EXAMPLE.now, releasedBy: 'Example' },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [hold] = await tx.run(lockHold(input.id));
        if (!hold) throw new AppError('not_found');
        if (hold.releasedAt !== null)
          throw new AppError('conflict', {
            detail: { en: 'This hold is lifted already.', es: 'Esta retención ya está levantada.' },
          });
        const released = {
          ...hold,
          releasedAt: ctx.clock.now().toISOString(),
          releasedBy: ctx.actor.label,
        };
        await tx.run(releaseHold(released));
        return released;
      }),
  });

  const holds = defineOperation({
    name: 'holds.list',
    route: 'GET /holds',
    summary: 'List legal holds, newest first.',
    effect: 'read',
    access: [{ scope: 'holds:read' }, { operator: true }],
    input: z.strictObject({
      ...pageInput,
      active: z.boolean().default(true).describe('Only those that hold something now.'),
    }),
    output: pageOf(Hold),
    examples: [{ title: 'Active ones', input: {}, output: { data: [seededHold], nextCursor: null } }],
    run: async (ctx, { limit, cursor, active }) => {
      const now = active ? ctx.clock.now() : null;
      const [rows] = await ctx.db.batch([listHolds(now, decodeCursor(cursor), limit + 1)]);
      return page(rows, limit);
    },
  });

  return [list, set, preview, create, release, holds];
}
