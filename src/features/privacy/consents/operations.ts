import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { label, prose, timestamp } from '#core/schemas.ts';
import { consentGiven, consentWithdrawn } from '#features/privacy/events.ts';
import { requireKnown } from '#features/privacy/subject/known.ts';
import { linkToken, openLinkToken } from './link.ts';
import { versionOf } from './record.ts';
import { CHANNELS, purpose } from './schema.ts';
import {
  type ConsentFilter,
  type ConsentRow,
  findConsent,
  hashOf,
  insertConsent,
  insertWithdrawal,
  listConsents,
} from './store.ts';

const MAX_TEXT = 10_000;

const Consent = z
  .object({
    id: z.uuid(),
    contactId: z.uuid().nullable(),
    personId: z.uuid().nullable(),
    identifier: z.string().nullable(),
    purpose: z.string(),
    text: z.string().describe('The exact words that were agreed to.'),
    textVersion: z.string(),
    textHash: z.string().describe('SHA-256 of the words, hex.'),
    channel: z.string(),
    evidence: z.string().nullable(),
    givenAt: timestamp,
    expiresAt: timestamp.nullable(),
    withdrawnAt: timestamp.nullable(),
    withdrawnBy: z.string().nullable().describe('Channel of the withdrawal.'),
    withdrawToken: z
      .string()
      .describe('For a link by which the person withdraws it: POST /consents/withdraw.'),
  })
  .meta({ id: 'Consent' });
type Consent = z.infer<typeof Consent>;

const subject = {
  contactId: z.uuid().optional().describe('Who, when they are a contact.'),
  personId: z.uuid().optional().describe('Who, when they have a login: UGID.'),
  identifier: label(254).optional().describe('Who, when they are neither: mail address, phone or name.'),
};
const channel = z.enum(CHANNELS).describe('How they said so.');

const example: Omit<Consent, 'withdrawToken'> = {
  id: EXAMPLE.consentId,
  contactId: EXAMPLE.contact.id,
  personId: null,
  identifier: null,
  purpose: 'marketing',
  text: 'Acepto recibir ofertas por correo.',
  textVersion: '2026-01',
  textHash: hashOf('Acepto recibir ofertas por correo.').toString('hex'),
  channel: 'paper',
  evidence: 'Carpeta 3, hoja 12',
  givenAt: EXAMPLE.tenant.createdAt,
  expiresAt: null,
  withdrawnAt: null,
  withdrawnBy: null,
};

/** @throws AppError invalid_input unless exactly one is named */
function requireSubject(input: Pick<ConsentFilter, 'contactId' | 'personId' | 'identifier'>): void {
  if ([input.contactId, input.personId, input.identifier].filter((one) => one !== undefined).length === 1)
    return;
  throw invalidField('contactId', 'subject', {
    en: 'name exactly one of contactId, personId and identifier',
    es: 'indique exactamente uno de contactId, personId e identifier',
  });
}

/** Mail addresses and names are the same however they are capitalised. */
const identifierOf = (text: string | undefined): string | undefined => text?.trim().toLowerCase();

/** @throws AppError invalid_input for what hasn't happened yet */
function past(field: string, given: string | undefined, now: Date): string {
  const at = given === undefined ? now : new Date(given);
  if (at <= now) return at.toISOString();
  throw invalidField(field, 'future', { en: 'lies in the future', es: 'está en el futuro' });
}

/** `key` signs the links by which people withdraw. */
export function consentOperations({ key }: { key: Buffer }): readonly Operation[] {
  const token = (id: string, tenantId: string): string => linkToken(key, tenantId, id);
  const shown = (row: ConsentRow, ctx: Ctx): Consent => ({
    ...row,
    withdrawToken: token(row.id, ctx.tenant.id),
  });

  const record = defineOperation({
    name: 'consents.record',
    route: 'POST /consents',
    summary: 'Record that somebody agreed to something.',
    description:
      'Consents are never changed: another wording or purpose is another consent. `withdrawToken` goes into a link by which they withdraw it themselves.',
    words: 'accepts marketing newsletter · acepta publicidad promociones',
    effect: 'write',
    access: [{ scope: 'consents:write' }, { operator: true }],
    audit: 'consent.given',
    input: z.strictObject({
      ...subject,
      purpose,
      text: prose(MAX_TEXT).describe('The exact words that they agreed to.'),
      textVersion: label(50).optional().describe('Your name of that wording; made of its hash if left out.'),
      channel,
      evidence: label(300).optional().describe('Where the proof is.'),
      givenAt: z.iso.datetime().optional().describe('When; now if left out.'),
      expiresAt: z.iso.datetime().optional().describe('Until when; until withdrawn if left out.'),
    }),
    output: Consent,
    examples: [
      {
        title: 'On paper',
        input: {
          contactId: EXAMPLE.contact.id,
          purpose: 'marketing',
          text: example.text,
          textVersion: '2026-01',
          channel: 'paper',
          evidence: 'Carpeta 3, hoja 12',
          givenAt: EXAMPLE.tenant.createdAt,
        },
        output: { ...example, id: newId(1), withdrawToken: '****' },
      },
    ],
    run: (ctx, input) => {
      requireSubject(input);
      const now = ctx.clock.now();
      const text = input.text.trim();
      const consent = {
        id: ctx.clock.id(),
        contactId: input.contactId ?? null,
        personId: input.personId ?? null,
        identifier: identifierOf(input.identifier) ?? null,
        purpose: input.purpose,
        text,
        textVersion: input.textVersion?.trim() ?? versionOf(text),
        textHash: hashOf(text).toString('hex'),
        channel: input.channel,
        evidence: input.evidence?.trim() ?? null,
        givenAt: past('givenAt', input.givenAt, now),
        expiresAt: input.expiresAt === undefined ? null : new Date(input.expiresAt).toISOString(),
        withdrawnAt: null,
        withdrawnBy: null,
      };
      const { id, contactId } = consent;
      ctx.emit(consentGiven, { id, purpose: input.purpose, contactId });
      return ctx.db.tx(async (tx) => {
        await requireKnown(ctx, (statement) => tx.run(statement), input);
        await tx.run(insertConsent(consent, now));
        return shown(consent, ctx);
      });
    },
  });

  const withdraw = defineOperation({
    name: 'consents.withdraw',
    route: 'POST /consents/{id}/withdraw',
    summary: 'Record that somebody withdrew their consent.',
    description: 'It counts from then on; what was done before stays lawful. Twice is harmless.',
    words: 'unsubscribe opt out no more marketing · ya no quiere publicidad, dar de baja',
    effect: 'write',
    access: [{ scope: 'consents:write' }, { operator: true }],
    audit: 'consent.withdrawn',
    input: z.strictObject({
      id: z.uuid().describe('Id of the consent.'),
      channel,
      note: label(300).optional().describe('In your words.'),
      withdrawnAt: z.iso.datetime().optional().describe('When; now if left out.'),
    }),
    output: Consent,
    examples: [
      {
        title: 'By phone',
        input: { id: EXAMPLE.consentId, channel: 'phone' },
        output: { ...example, withdrawnAt: EXAMPLE.now, withdrawnBy: 'phone', withdrawToken: '****' },
      },
    ],
    run: (ctx, input) => {
      const note = input.note?.trim() ?? null;
      const at = past('withdrawnAt', input.withdrawnAt, ctx.clock.now());
      return end(ctx, input.id, { channel: input.channel, note, at }, (row) => shown(row, ctx));
    },
  });

  const withdrawByLink = defineOperation({
    name: 'consents.withdraw_by_link',
    route: 'POST /consents/withdraw',
    summary: 'Withdraw one’s consent by the link that came with it.',
    description: 'Needs no login: withdrawing is as easy as agreeing was. Twice is harmless.',
    effect: 'write',
    access: 'public',
    audit: 'consent.withdrawn',
    door: ({ token: given }) => ({ kind: 'tenant', id: openLinkToken(key, given)?.tenantId ?? '' }),
    input: z.strictObject({ token: z.string().min(1).max(100).describe('Of the link.') }),
    output: z
      .object({ id: z.uuid(), purpose: z.string(), text: z.string(), withdrawnAt: timestamp })
      .meta({ id: 'ConsentEnded' }),
    examples: [
      {
        title: 'From a mail',
        as: 'anonymous',
        input: { token: token(EXAMPLE.consentId, EXAMPLE.tenant.id) },
        output: {
          id: EXAMPLE.consentId,
          purpose: 'marketing',
          text: example.text,
          withdrawnAt: EXAMPLE.now,
        },
      },
    ],
    run: (ctx, input) => {
      const { consentId } = openLinkToken(key, input.token)!;
      const by = { channel: 'link', note: null, at: ctx.clock.now().toISOString() };
      return end(ctx, consentId, by, ({ id, purpose: what, text, withdrawnAt }) => ({
        id,
        purpose: what,
        text,
        withdrawnAt: withdrawnAt!,
      }));
    },
  });

  const list = defineOperation({
    name: 'consents.list',
    route: 'GET /consents',
    summary: 'List consents, newest first, withdrawn ones included.',
    effect: 'read',
    access: [{ scope: 'consents:read' }, { operator: true }],
    input: z.strictObject({
      ...pageInput,
      ...subject,
      purpose: purpose.optional().describe('Only this purpose.'),
    }),
    output: pageOf(Consent),
    examples: [
      {
        title: 'What a contact agreed to',
        input: { contactId: EXAMPLE.contact.id },
        output: { data: [{ ...example, withdrawToken: '****' }], nextCursor: null },
      },
    ],
    run: async (ctx, { limit, cursor, identifier, ...filter }) => {
      const wanted = { ...filter, identifier: identifierOf(identifier) };
      const [rows] = await ctx.db.batch([listConsents(wanted, decodeCursor(cursor), limit + 1)]);
      const { data, nextCursor } = page(rows, limit);
      return { data: data.map((row) => shown(row, ctx)), nextCursor };
    },
  });

  const status = defineOperation({
    name: 'consents.status',
    route: 'GET /consents/status',
    summary: 'Tell whether somebody’s consent for a purpose is valid now.',
    words: 'does somebody allow marketing · permite publicidad, aceptó',
    effect: 'read',
    access: [{ scope: 'consents:read' }, { operator: true }],
    input: z.strictObject({ ...subject, purpose }),
    output: z
      .object({
        valid: z.boolean(),
        consent: Consent.nullable().describe('What it rests on, or the last one that there was.'),
      })
      .meta({ id: 'ConsentStatus' }),
    examples: [
      {
        title: 'May offers be sent?',
        input: { contactId: EXAMPLE.contact.id, purpose: 'marketing' },
        output: { valid: true, consent: { ...example, withdrawToken: '****' } },
      },
    ],
    run: async (ctx, input) => {
      requireSubject(input);
      const wanted = { ...input, identifier: identifierOf(input.identifier) };
      const [rows] = await ctx.db.batch([listConsents(wanted, null, MAX_CONSIDERED)]);
      const now = ctx.clock.now().getTime();
      const valid = rows.find(
        ({ withdrawnAt, expiresAt }) =>
          withdrawnAt === null && (expiresAt === null || Date.parse(expiresAt) > now),
      );
      const row = valid ?? rows[0];
      return { valid: valid !== undefined, consent: row ? shown(row, ctx) : null };
    },
  });

  return [record, withdraw, withdrawByLink, list, status];
}

/** Nobody agrees to the same thing more often. */
const MAX_CONSIDERED = 200;

async function end<A>(
  ctx: Ctx,
  consentId: string,
  by: { channel: string; note: string | null; at: string },
  answer: (consent: ConsentRow) => A,
): Promise<A> {
  return ctx.db.tx(async (tx) => {
    const [before] = await tx.run(findConsent(consentId));
    if (!before) throw new AppError('not_found');
    if (by.at < before.givenAt)
      throw invalidField('withdrawnAt', 'order', {
        en: 'lies before the consent',
        es: 'es anterior al consentimiento',
      });
    if (before.withdrawnAt !== null) return answer(before);
    await tx.run(insertWithdrawal({ id: ctx.clock.id(), consentId, ...by }, ctx.clock.now()));
    const { purpose: what, contactId } = before;
    ctx.emit(consentWithdrawn, { id: consentId, purpose: what, contactId });
    return answer({ ...before, withdrawnAt: by.at, withdrawnBy: by.channel });
  });
}
