import { z } from 'zod';
import { requireVersion, type Ctx } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { GROUNDS, type PersonalData, type Run } from '#core/personal-data.ts';
import { label, prose } from '#core/schemas.ts';
import { CHANNELS } from '#features/privacy/consents/schema.ts';
import { requestDecided, requestReceived } from '#features/privacy/events.ts';
import { requireKnown } from '#features/privacy/subject/known.ts';
import { contactExists } from '#features/privacy/subject/store.ts';
import { eraseLogin } from './erase-login.ts';
import { block, execute } from './execute.ts';
import { dueOf, extendedDue, EXTENSION_DAYS, GROUND_WORDS, KINDS, complaintWords } from './rules.ts';
import { MAX_DETAILS, PrivacyRequest, seeded, shown, STATES } from './schema.ts';
import {
  findRequest,
  insertRequest,
  listRequests,
  lockRequest,
  ownRequests,
  type RequestRow,
  updateRequest,
} from './store.ts';

const id = z.uuid().describe('Id of the request.');
const kind = z.enum(KINDS).describe('Which right.');
const details = prose(MAX_DETAILS).describe('In their words.');

function newRequest(ctx: Ctx, given: Partial<RequestRow> & Pick<RequestRow, 'kind' | 'requesterName'>) {
  const now = ctx.clock.now();
  const receivedAt = given.receivedAt === undefined ? now : new Date(given.receivedAt);
  if (receivedAt > now)
    throw invalidField('receivedAt', 'future', { en: 'lies in the future', es: 'está en el futuro' });
  const row: RequestRow = {
    id: ctx.clock.id(),
    state: 'received',
    contactId: null,
    personId: null,
    requesterEmail: null,
    requesterPhone: null,
    channel: 'api',
    details: '',
    patch: null,
    acknowledgedAt: null,
    extendedAt: null,
    extensionReason: null,
    decidedAt: null,
    outcome: null,
    reasonCode: null,
    reason: null,
    result: null,
    version: 1,
    ...given,
    receivedAt: receivedAt.toISOString(),
    dueAt: dueOf(given.kind, receivedAt).toISOString(),
  };
  ctx.emit(requestReceived, { id: row.id, kind: row.kind, dueAt: row.dueAt });
  return row;
}

const access = {
  read: [{ scope: 'privacy:read' }, { operator: true }],
  write: [{ scope: 'privacy:write' }, { operator: true }],
} as const;

/** What a request goes through. @throws AppError not_found, version_conflict, conflict once it is decided */
async function step(
  ctx: Ctx,
  requestId: string,
  next: (row: RequestRow, run: Run) => Promise<RequestRow> | RequestRow,
): Promise<PrivacyRequest> {
  return ctx.db.tx(async (tx) => {
    const [row] = await tx.run(lockRequest(requestId));
    if (!row) throw new AppError('not_found');
    requireVersion(ctx, row.version);
    if (row.state === 'decided')
      throw new AppError('conflict', {
        detail: { en: 'This request is decided already.', es: 'Esta solicitud ya está resuelta.' },
      });
    const changed = { ...(await next(row, (statement) => tx.run(statement))), version: row.version + 1 };
    await tx.run(updateRequest(changed));
    return shown(changed);
  });
}

export function requestOperations(declared: readonly PersonalData[]): readonly Operation[] {
  const request = defineOperation({
    name: 'privacy.request',
    route: 'POST /privacy/requests',
    summary: 'Record what somebody asks about their personal data.',
    description:
      'The clock starts when it came in: 30 calendar days to decide, 2 business days for a block. `patch` says what a rectification should change.',
    words: 'customer asks to see or erase data, complaint · cliente pide ver o borrar sus datos, reclamo',
    effect: 'write',
    access: access.write,
    audit: 'privacy.request_received',
    input: z.strictObject({
      kind,
      contactId: z.uuid().optional().describe('Whom it is about, when they are a contact.'),
      requesterName: label(200).describe('Who asks.'),
      requesterEmail: z.email().max(254).optional().describe('Where the answer goes.'),
      requesterPhone: z.string().min(3).max(30).optional().describe('The same by phone.'),
      channel: z.enum(CHANNELS).describe('How it came in.'),
      details,
      patch: z
        .record(z.string().max(50), z.unknown())
        .optional()
        .describe('rectify: the fields as they should be.'),
      receivedAt: z.iso.datetime().optional().describe('When it came in; now if left out.'),
    }),
    output: PrivacyRequest,
    versioned: true,
    examples: [
      {
        title: 'A block, asked for on a Monday',
        input: {
          kind: 'block',
          contactId: EXAMPLE.contact.id,
          requesterName: EXAMPLE.contact.name,
          channel: 'phone',
          details: 'No usen mis datos mientras se corrigen.',
        },
        output: {
          ...seeded,
          id: newId(1),
          kind: 'block',
          requesterEmail: null,
          channel: 'phone',
          details: 'No usen mis datos mientras se corrigen.',
          receivedAt: EXAMPLE.now,
          dueAt: '2026-03-05T02:59:59.000Z',
        },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        await requireKnown(ctx, (statement) => tx.run(statement), { contactId: input.contactId });
        const row = newRequest(ctx, {
          kind: input.kind,
          contactId: input.contactId ?? null,
          requesterName: input.requesterName.trim(),
          requesterEmail: input.requesterEmail?.toLowerCase() ?? null,
          requesterPhone: input.requesterPhone?.trim() ?? null,
          channel: input.channel,
          details: input.details.trim(),
          patch: input.patch ?? null,
          ...(input.receivedAt !== undefined && { receivedAt: input.receivedAt }),
        });
        await tx.run(insertRequest(row));
        return shown(row);
      }),
  });

  const requestOwn = defineOperation({
    name: 'privacy.request_own',
    route: 'POST /privacy/own-requests',
    summary: 'Ask for something about the data of one’s own login.',
    description:
      'Goes to the operator of this installation, who answers for logins. A company’s data about somebody is asked of that company.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    audit: 'privacy.request_received',
    input: z.strictObject({ kind, details }),
    output: PrivacyRequest,
    examples: [
      {
        title: 'What do you know of me?',
        as: 'person',
        input: { kind: 'access', details: '¿Qué saben de mí?' },
        output: {
          ...seeded,
          id: newId(1),
          kind: 'access',
          contactId: null,
          personId: EXAMPLE.person.ugid,
          requesterName: EXAMPLE.person.name,
          requesterEmail: null,
          channel: 'api',
          details: '¿Qué saben de mí?',
          receivedAt: EXAMPLE.now,
          dueAt: '2026-04-02T02:59:59.000Z',
        },
      },
    ],
    run: async (ctx, input) => {
      const person = ctx.actor.person!;
      const row = newRequest(ctx, {
        kind: input.kind,
        personId: person.id,
        requesterName: ctx.actor.label,
        details: input.details.trim(),
      });
      return ctx.db.batch([insertRequest(row)], shown(row));
    },
  });

  const ownList = defineOperation({
    name: 'privacy.own_requests',
    route: 'GET /privacy/own-requests',
    summary: 'List what one asked about the data of one’s own login.',
    effect: 'read',
    access: [{ person: true }],
    realm: 'identity',
    input: z.strictObject({}),
    output: z.object({ data: z.array(PrivacyRequest) }).meta({ id: 'OwnPrivacyRequests' }),
    examples: [{ title: 'None yet', as: 'person', input: {}, output: { data: [] } }],
    run: async (ctx) => {
      const [rows] = await ctx.db.batch([ownRequests(ctx.actor.person!.id)]);
      return { data: rows.map(shown) };
    },
  });

  const list = defineOperation({
    name: 'privacy.requests',
    route: 'GET /privacy/requests',
    summary: 'List what people asked about their data, newest first.',
    words: 'pending rights requests GDPR · solicitudes pendientes derechos ARCO',
    effect: 'read',
    access: access.read,
    input: z.strictObject({
      ...pageInput,
      state: z.enum(STATES).optional().describe('Only those that stand there.'),
      contactId: z.uuid().optional().describe('Only those about this contact.'),
      overdue: z.boolean().default(false).describe('Only undecided ones whose term is over.'),
      undecided: z.boolean().default(false).describe('Only those that wait for a decision.'),
    }),
    output: pageOf(PrivacyRequest),
    examples: [
      { title: 'Open ones', input: { state: 'received' }, output: { data: [seeded], nextCursor: null } },
      { title: 'Overdue', input: { overdue: true }, output: { data: [], nextCursor: null } },
    ],
    run: async (ctx, { limit, cursor, overdue, ...filter }) => {
      const dueBefore = overdue ? ctx.clock.now() : null;
      const [rows] = await ctx.db.batch([
        listRequests({ ...filter, dueBefore }, decodeCursor(cursor), limit + 1),
      ]);
      const { data, nextCursor } = page(rows, limit);
      return { data: data.map(shown), nextCursor };
    },
  });

  const get = defineOperation({
    name: 'privacy.get_request',
    route: 'GET /privacy/requests/{id}',
    summary: 'Get a request about personal data.',
    effect: 'read',
    access: access.read,
    input: z.strictObject({ id }),
    output: PrivacyRequest,
    versioned: true,
    examples: [{ title: 'One request', input: { id: EXAMPLE.requestId }, output: seeded }],
    run: async (ctx, input) => {
      const [[row]] = await ctx.db.batch([findRequest(input.id)]);
      if (!row) throw new AppError('not_found');
      return shown(row);
    },
  });

  const acknowledge = defineOperation({
    name: 'privacy.acknowledge',
    route: 'POST /privacy/requests/{id}/acknowledge',
    summary: 'Note that the requester was told that their request arrived.',
    effect: 'write',
    access: access.write,
    audit: 'privacy.request_acknowledged',
    input: z.strictObject({ id }),
    output: PrivacyRequest,
    versioned: true,
    errors: ['conflict'],
    examples: [
      {
        title: 'Acknowledge',
        input: { id: EXAMPLE.requestId },
        output: { ...seeded, state: 'acknowledged', acknowledgedAt: EXAMPLE.now, version: 2 },
      },
    ],
    run: (ctx, input) =>
      step(ctx, input.id, (row) => ({
        ...row,
        state: 'acknowledged',
        acknowledgedAt: row.acknowledgedAt ?? ctx.clock.now().toISOString(),
      })),
  });

  const extend = defineOperation({
    name: 'privacy.extend',
    route: 'POST /privacy/requests/{id}/extend',
    summary: 'Extend the term of a request, once, by 30 days at the most.',
    description: 'Not for a block, which stays at 2 business days.',
    effect: 'write',
    access: access.write,
    audit: 'privacy.request_extended',
    input: z.strictObject({
      id,
      days: z.int().min(1).max(EXTENSION_DAYS).default(EXTENSION_DAYS).describe('Calendar days.'),
      reason: label(500).describe('Why; the requester is told.'),
    }),
    output: PrivacyRequest,
    versioned: true,
    errors: ['conflict'],
    examples: [
      {
        title: 'Ten days more',
        input: { id: EXAMPLE.requestId, days: 10, reason: 'Hay datos en archivos de papel.' },
        output: {
          ...seeded,
          dueAt: '2026-04-11T03:59:59.000Z',
          extendedAt: EXAMPLE.now,
          extensionReason: 'Hay datos en archivos de papel.',
          version: 2,
        },
      },
    ],
    run: (ctx, input) =>
      step(ctx, input.id, (row) => {
        const now = ctx.clock.now();
        if (row.extendedAt !== null || row.kind === 'block' || new Date(row.dueAt) < now)
          throw new AppError('conflict', {
            detail: {
              en: 'The term can be extended once, before it is over, and not for a block.',
              es: 'El plazo se puede prorrogar una vez, antes de que venza, y no para un bloqueo.',
            },
          });
        return {
          ...row,
          dueAt: extendedDue(new Date(row.dueAt), input.days).toISOString(),
          extendedAt: now.toISOString(),
          extensionReason: input.reason.trim(),
        };
      }),
  });

  const decide = defineOperation({
    name: 'privacy.decide',
    route: 'POST /privacy/requests/{id}/decide',
    summary: 'Grant or refuse a request about personal data.',
    description:
      'What is granted is done in the same act: an erasure makes the contact unrecognisable in every feature, a rectification applies its patch, a block hides the contact, an opposition withdraws its consents. A refusal needs a ground; where to complain is added by itself. A legal hold forbids an erasure.',
    words: 'answer approve reject a rights request · responder aprobar rechazar solicitud',
    effect: 'destroy',
    access: access.write,
    audit: 'privacy.request_decided',
    input: z.strictObject({
      id,
      outcome: z.enum(['granted', 'refused']).describe('The decision.'),
      reasonCode: z.enum(GROUNDS).optional().describe('Ground of a refusal.'),
      reason: prose(MAX_DETAILS).optional().describe('In words for the requester.'),
    }),
    output: PrivacyRequest,
    versioned: true,
    errors: ['conflict'],
    examples: [
      {
        title: 'Grant an erasure',
        input: { id: EXAMPLE.requestId, outcome: 'granted' },
        output: {
          ...seeded,
          state: 'decided',
          decidedAt: EXAMPLE.now,
          outcome: 'granted',
          result: {
            consents_withdrawn: { rows: 1 },
            contacts: { rows: 1 },
            messages: { rows: 0 },
            contact_links: { rows: 0 },
            contact_merges: { rows: 0 },
            held_messages: { rows: 0 },
            form_messages: { rows: 0 },
            imports: { rows: 0 },
            consents: { kept: 'legal_defence' },
            requests: { kept: 'legal_duty' },
            audit: { kept: 'legal_duty' },
          },
          version: 2,
        },
      },
      {
        title: 'Refuse it',
        input: {
          id: EXAMPLE.requestId,
          outcome: 'refused',
          reasonCode: 'legal_duty',
          reason: 'Hay facturas.',
        },
        output: {
          ...seeded,
          state: 'decided',
          decidedAt: EXAMPLE.now,
          outcome: 'refused',
          reasonCode: 'legal_duty',
          reason: 'Hay facturas.',
          complaint: complaintWords(new Date(EXAMPLE.now)),
          version: 2,
        },
      },
    ],
    run: (ctx, input) =>
      step(ctx, input.id, async (row, run) => {
        if (input.outcome === 'refused' && input.reasonCode === undefined) {
          const grounds = GROUNDS.map((one) => `${one}: ${GROUND_WORDS[one].en}`).join(' ');
          throw invalidField('reasonCode', 'required', {
            en: `a refusal needs a ground. ${grounds}`,
            es: 'una negativa requiere una causal',
          });
        }
        const now = ctx.clock.now();
        const { contactId } = row;
        ctx.emit(requestDecided, { id: row.id, kind: row.kind, outcome: input.outcome, contactId });
        return {
          ...row,
          state: 'decided',
          decidedAt: now.toISOString(),
          outcome: input.outcome,
          reasonCode: input.outcome === 'refused' ? input.reasonCode! : null,
          reason: input.reason?.trim() ?? null,
          result: input.outcome === 'granted' ? await execute(ctx, run, row, declared) : null,
        };
      }),
  });

  const unblock = defineOperation({
    name: 'privacy.unblock',
    route: 'POST /privacy/contacts/{contactId}/unblock',
    summary: 'Allow a contact’s data to be used again.',
    description: 'Once what a block was asked for is settled.',
    effect: 'write',
    access: [{ scope: 'privacy:write' }],
    audit: 'privacy.unblocked',
    input: z.strictObject({ contactId: z.uuid().describe('Id of the contact.') }),
    output: z.object({ id: z.uuid(), blocked: z.boolean() }).meta({ id: 'Unblocked' }),
    examples: [
      {
        title: 'Unblock',
        input: { contactId: EXAMPLE.contact.id },
        output: { id: EXAMPLE.contact.id, blocked: false },
      },
    ],
    run: (ctx, { contactId }) =>
      ctx.db.tx(async (tx) => {
        const [found] = await tx.run(contactExists(contactId));
        if (!found) throw new AppError('not_found');
        await block((statement) => tx.run(statement), contactId, null, declared);
        return { id: contactId, blocked: false };
      }),
  });

  return [
    request,
    requestOwn,
    ownList,
    list,
    get,
    acknowledge,
    extend,
    decide,
    unblock,
    eraseLogin(declared),
  ];
}
