import { z } from 'zod';
import { requireVersion, type Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { DATA_CLASSES } from '#core/personal-data.ts';
import { label, prose, timestamp } from '#core/schemas.ts';
import {
  type BreachRow,
  companyName,
  findBreach,
  insertBreach,
  insertNotice,
  listBreaches,
  lockBreach,
  noticesOf,
  updateBreach,
} from './store.ts';
import { agencyText, duties, personText } from './texts.ts';

const RISKS = ['none', 'low', 'reasonable', 'high'] as const;
const MAX_TEXT = 10_000;
const words = z.object({ es: z.string(), en: z.string() });

const Breach = z
  .object({
    id: z.uuid(),
    title: z.string(),
    description: z.string(),
    occurredAt: timestamp.nullable(),
    detectedAt: timestamp,
    dataClasses: z.array(z.enum(DATA_CLASSES)),
    affected: z.int().nullable().describe('How many people; null: not known yet.'),
    risk: z.enum(RISKS),
    measures: z.string(),
    state: z.enum(['open', 'closed']),
    tellAgency: z.boolean().describe('The law asks to tell the Agency, without undue delay.'),
    tellPeople: z.boolean().describe('The law asks to tell each person concerned.'),
    version: z.int(),
  })
  .meta({ id: 'Breach' });
type Breach = z.infer<typeof Breach>;

const Notice = z
  .object({
    id: z.uuid(),
    breachId: z.uuid(),
    audience: z.enum(['agency', 'person']),
    recipient: z.string(),
    channel: z.string(),
    text: z.string(),
    sentAt: timestamp,
    sentBy: z.string(),
  })
  .meta({ id: 'BreachNotice' });

function shown(row: BreachRow): Breach {
  const { agency, people } = duties(row);
  return { ...row, dataClasses: [...row.dataClasses], tellAgency: agency, tellPeople: people };
}

const fields = {
  title: label(200).describe('What happened, in a line.'),
  description: prose(MAX_TEXT).describe('What happened, how, and what followed.'),
  occurredAt: z.iso.datetime().optional().describe('When it began, if known.'),
  dataClasses: z.array(z.enum(DATA_CLASSES)).min(1).max(DATA_CLASSES.length).describe('Which kinds of data.'),
  affected: z.int().min(0).max(1_000_000_000).optional().describe('How many people.'),
  risk: z.enum(RISKS).describe('For the rights of the people concerned.'),
  measures: prose(MAX_TEXT).describe('What was done about it.'),
};

const seeded: Breach = {
  id: EXAMPLE.breachId,
  title: 'Notebook robado',
  description: 'Un notebook con la libreta de clientes fue robado de la oficina.',
  occurredAt: null,
  detectedAt: EXAMPLE.tenant.createdAt,
  dataClasses: ['identification', 'economic'],
  affected: 120,
  risk: 'reasonable',
  measures: 'Disco cifrado, sesiones cerradas.',
  state: 'open',
  tellAgency: true,
  tellPeople: true,
  version: 1,
};
const { tellAgency: _agency, tellPeople: _people, ...seededRow } = seeded;

const read = [{ scope: 'breaches:read' }, { operator: true }] as const;
const write = [{ scope: 'breaches:write' }, { operator: true }] as const;
const id = z.uuid().describe('Id of the breach.');

const record = defineOperation({
  name: 'breaches.record',
  route: 'POST /breaches',
  summary: 'Record a breach of security that concerned personal data.',
  description:
    'The answer says whom the law asks to tell: the Agency from a reasonable risk on, without undue delay; each person when their sensitive or economic data, or those of children under 14, are concerned. The operator records those of the whole platform.',
  words: 'hacked hackers stolen leaked data · hackeo robo filtración datos robados',
  effect: 'write',
  access: write,
  audit: 'breach.recorded',
  input: z.strictObject({
    ...fields,
    detectedAt: z.iso.datetime().optional().describe('When it was noticed; now if left out.'),
  }),
  output: Breach,
  versioned: true,
  examples: [
    {
      title: 'A stolen notebook',
      input: {
        title: seeded.title,
        description: seeded.description,
        dataClasses: ['identification', 'economic'],
        affected: 120,
        risk: 'reasonable',
        measures: seeded.measures,
      },
      output: { ...seeded, id: newId(1), detectedAt: EXAMPLE.now },
    },
  ],
  run: async (ctx, { occurredAt, detectedAt, affected, ...input }) => {
    const now = ctx.clock.now();
    const row: BreachRow = {
      id: ctx.clock.id(),
      ...trimmed(input),
      occurredAt: occurredAt === undefined ? null : new Date(occurredAt).toISOString(),
      detectedAt: detectedAt === undefined ? now.toISOString() : new Date(detectedAt).toISOString(),
      affected: affected ?? null,
      state: 'open',
      version: 1,
    };
    return ctx.db.batch([insertBreach(row, now)], shown(row));
  },
});

const trimmed = <T extends { title: string; description: string; measures: string }>(input: T): T => ({
  ...input,
  title: input.title.trim(),
  description: input.description.trim(),
  measures: input.measures.trim(),
});

const list = defineOperation({
  name: 'breaches.list',
  route: 'GET /breaches',
  summary: 'List breaches, newest first.',
  effect: 'read',
  access: read,
  input: z.strictObject(pageInput),
  output: pageOf(Breach),
  examples: [{ title: 'All', input: {}, output: { data: [seeded], nextCursor: null } }],
  run: async (ctx, { limit, cursor }) => {
    const [rows] = await ctx.db.batch([listBreaches(decodeCursor(cursor), limit + 1)]);
    const { data, nextCursor } = page(rows, limit);
    return { data: data.map(shown), nextCursor };
  },
});

const update = defineOperation({
  name: 'breaches.update',
  route: 'PATCH /breaches/{id}',
  summary: 'Change what is known of a breach.',
  effect: 'write',
  access: write,
  audit: 'breach.updated',
  input: z.strictObject({
    id,
    title: fields.title.optional(),
    description: fields.description.optional(),
    occurredAt: fields.occurredAt,
    dataClasses: fields.dataClasses.optional(),
    affected: fields.affected,
    risk: fields.risk.optional(),
    measures: fields.measures.optional(),
    state: z.enum(['open', 'closed']).optional().describe('closed: nothing is left to be done.'),
  }),
  output: Breach,
  versioned: true,
  errors: ['conflict'],
  examples: [
    {
      title: 'Fewer people than feared',
      input: { id: EXAMPLE.breachId, affected: 80 },
      output: { ...seeded, affected: 80, version: 2 },
    },
  ],
  run: (ctx, { id: breachId, occurredAt, ...rest }) =>
    ctx.db.tx(async (tx) => {
      const [row] = await tx.run(lockBreach(breachId));
      if (!row) throw new AppError('not_found');
      requireVersion(ctx, row.version);
      const changes = {
        ...rest,
        ...(occurredAt !== undefined && { occurredAt: new Date(occurredAt).toISOString() }),
      };
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const changed: BreachRow = { ...row, ...trimmed({ ...row, ...given }), version: row.version + 1 };
      if (changed.state === 'closed') await requireTold(changed, await tx.run(noticesOf(breachId)));
      await tx.run(updateBreach(changed, ctx.clock.now()));
      return shown(changed);
    }),
});

/** @throws AppError conflict while somebody has to be told and wasn't */
async function requireTold(breach: BreachRow, notices: readonly { audience: string }[]): Promise<void> {
  const { agency, people } = duties(breach);
  const told = new Set(notices.map(({ audience }) => audience));
  if ((!agency || told.has('agency')) && (!people || told.has('person'))) return;
  throw new AppError('conflict', {
    detail: {
      en: 'Record first whom you told: the law asks for a notice (breaches.texts, breaches.notice).',
      es: 'Registre primero a quién avisó: la ley exige un aviso (breaches.texts, breaches.notice).',
    },
  });
}

const texts = defineOperation({
  name: 'breaches.texts',
  route: 'GET /breaches/{id}/texts',
  summary: 'Write the notices of a breach: to the Agency and to the people concerned.',
  effect: 'read',
  access: read,
  input: z.strictObject({ id }),
  output: z
    .object({ agency: words.nullable(), person: words.nullable(), sent: z.array(Notice) })
    .meta({ id: 'BreachTexts' }),
  examples: [
    {
      title: 'Both',
      input: { id: EXAMPLE.breachId },
      output: {
        agency: agencyText(seededRow, EXAMPLE.tenant.name),
        person: personText(seededRow, EXAMPLE.tenant.name),
        sent: [],
      },
    },
  ],
  run: async (ctx, input) => {
    const [[row], sent, name] = await ctx.db.batch([findBreach(input.id), noticesOf(input.id), companyName]);
    if (!row) throw new AppError('not_found');
    const { agency, people } = duties(row);
    const company = name[0]?.name ?? 'SmarterOS';
    return {
      agency: agency ? agencyText(row, company) : null,
      person: people ? personText(row, company) : null,
      sent,
    };
  },
});

const notice = defineOperation({
  name: 'breaches.notice',
  route: 'POST /breaches/{id}/notices',
  summary: 'Record that somebody was told of a breach.',
  effect: 'write',
  access: write,
  audit: 'breach.notice_sent',
  input: z.strictObject({
    id,
    audience: z.enum(['agency', 'person']).describe('Who.'),
    recipient: label(300).describe('Whom exactly, or how many.'),
    channel: label(100).describe('How: mail, the Agency’s portal …'),
    text: prose(MAX_TEXT).describe('The words sent.'),
    sentAt: z.iso.datetime().optional().describe('When; now if left out.'),
  }),
  output: Notice,
  errors: ['not_found'],
  examples: [
    {
      title: 'The Agency was told',
      input: {
        id: EXAMPLE.breachId,
        audience: 'agency',
        recipient: 'Agencia de Protección de Datos Personales',
        channel: 'Portal',
        text: 'Informamos una vulneración …',
      },
      output: {
        id: newId(1),
        breachId: EXAMPLE.breachId,
        audience: 'agency',
        recipient: 'Agencia de Protección de Datos Personales',
        channel: 'Portal',
        text: 'Informamos una vulneración …',
        sentAt: EXAMPLE.now,
        sentBy: 'Example',
      },
    },
  ],
  run: (ctx: Ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [breach] = await tx.run(findBreach(input.id));
      if (!breach) throw new AppError('not_found');
      const row = {
        id: ctx.clock.id(),
        breachId: breach.id,
        audience: input.audience,
        recipient: input.recipient.trim(),
        channel: input.channel.trim(),
        text: input.text.trim(),
        sentAt: (input.sentAt === undefined ? ctx.clock.now() : new Date(input.sentAt)).toISOString(),
        sentBy: ctx.actor.label,
      };
      await tx.run(insertNotice(row));
      return row;
    }),
});

export const breachOperations: readonly Operation[] = [record, list, update, texts, notice];
