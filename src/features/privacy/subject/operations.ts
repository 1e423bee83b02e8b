import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { BASES, DATA_CLASSES, type PersonalData } from '#core/personal-data.ts';
import { timestamp } from '#core/schemas.ts';
import { contactExists } from './store.ts';

const words = z.object({ es: z.string(), en: z.string() });

const Part = z
  .object({
    name: z.string(),
    title: words,
    purposes: words,
    basis: z.enum(BASES),
    classes: z.array(z.enum(DATA_CLASSES)),
    recipients: words,
    abroad: words.nullable(),
    retentionDays: z.int().nullable(),
    retention: words,
    records: z.array(z.record(z.string(), z.unknown())).describe('All that is kept, record by record.'),
  })
  .meta({ id: 'SubjectDataPart' });

const SubjectData = z
  .object({
    format: z.literal('smarteros-subject-data/1'),
    subject: z.object({ kind: z.enum(['contact', 'person']), id: z.uuid() }),
    exportedAt: timestamp,
    parts: z.array(Part),
  })
  .meta({ id: 'SubjectData' });

/** Every feature's data about one contact or person, in one round trip. */
async function collect(
  ctx: Ctx,
  kind: 'contact' | 'person',
  id: string,
  declared: readonly PersonalData[],
): Promise<z.infer<typeof SubjectData>> {
  const found = await ctx.db.batch(declared.map((one) => one.export(id)));
  return {
    format: 'smarteros-subject-data/1',
    subject: { kind, id },
    exportedAt: ctx.clock.now().toISOString(),
    parts: declared.map((one, i) => ({
      name: one.name,
      title: one.title,
      purposes: one.purposes,
      basis: one.basis,
      classes: [...one.classes],
      recipients: one.recipients,
      abroad: one.abroad,
      retentionDays: one.retention.days,
      retention: one.retention.why,
      records: found[i]!.map(({ data }) => data as Record<string, unknown>),
    })),
  };
}

/** What an example's part says; its records are the only thing that differs. */
const partOf = (one: PersonalData, records: Record<string, unknown>[]): z.infer<typeof Part> => ({
  name: one.name,
  title: one.title,
  purposes: one.purposes,
  basis: one.basis,
  classes: [...one.classes],
  recipients: one.recipients,
  abroad: one.abroad,
  retentionDays: one.retention.days,
  retention: one.retention.why,
  records,
});

export function subjectOperations(
  declared: readonly PersonalData[],
  seeded: Readonly<Record<string, Record<string, unknown>[]>>,
): readonly Operation[] {
  const contacts = declared.filter(({ about }) => about !== 'people');
  const people = declared.filter(({ about }) => about === 'people');

  const subjectData = defineOperation({
    name: 'privacy.subject_data',
    route: 'GET /privacy/contacts/{contactId}',
    summary: 'Export everything that is kept about a contact.',
    description:
      'What answers a request for access or portability: all features’ records, with purpose, legal basis, recipients and retention of each. Structured and machine-readable.',
    words: 'what we know about a customer, access request · qué sabemos de un cliente',
    effect: 'read',
    access: [{ scope: 'privacy:read' }],
    input: z.strictObject({ contactId: z.uuid().describe('Id of the contact.') }),
    output: SubjectData,
    examples: [
      {
        title: 'A contact',
        input: { contactId: EXAMPLE.contact.id },
        output: {
          format: 'smarteros-subject-data/1',
          subject: { kind: 'contact', id: EXAMPLE.contact.id },
          exportedAt: EXAMPLE.now,
          parts: contacts.map((one) => partOf(one, seeded[one.name] ?? [])),
        },
      },
    ],
    run: async (ctx, { contactId }) => {
      const [[found]] = await ctx.db.batch([contactExists(contactId)]);
      if (!found) throw new AppError('not_found');
      return collect(ctx, 'contact', contactId, contacts);
    },
  });

  const myData = defineOperation({
    name: 'privacy.my_data',
    route: 'GET /privacy/my-data',
    summary: 'Export everything that is kept about oneself.',
    description:
      'The data of one’s login: who one is, sessions, companies, what was asked and agreed to, and what the audit says.',
    words: 'download my own data · descargar mis datos',
    effect: 'read',
    access: [{ person: true }],
    realm: 'identity',
    input: z.strictObject({}),
    output: SubjectData,
    examples: [
      {
        title: 'Mine',
        as: 'person',
        input: {},
        output: {
          format: 'smarteros-subject-data/1',
          subject: { kind: 'person', id: EXAMPLE.person.ugid },
          exportedAt: EXAMPLE.now,
          parts: people.map((one) => partOf(one, seeded[one.name] ?? [])),
        },
      },
    ],
    run: (ctx) => collect(ctx, 'person', ctx.actor.person!.id, people),
  });

  return [subjectData, myData];
}
