import { z } from 'zod';
import { isOperator } from '#core/actor.ts';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { timestamp } from '#core/schemas.ts';
import { numberNotice } from '#features/identity/events.ts';
import { aboutPerson } from '#features/identity/factors/about.ts';
import { ending, WAIT_MS } from './rules.ts';
import {
  approveChange,
  OPERATOR,
  endChange,
  listChanges,
  lockChange,
  mayDecide,
  type NumberChange,
} from './store.ts';

const LostNumber = z
  .object({
    id: z.uuid(),
    ugid: z.uuid().describe('Whose number.'),
    newPhone: z.string().describe('Its last four digits: ask the person whether it is theirs.'),
    createdAt: timestamp,
    approvedAt: timestamp.nullable(),
    readyAt: timestamp.nullable().describe('When it can be finished.'),
    outcome: z.enum(['completed', 'cancelled', 'refused']).nullable(),
  })
  .meta({ id: 'LostNumber' });

const toAnswer = (change: NumberChange): z.infer<typeof LostNumber> => ({
  id: change.id,
  ugid: change.person_id,
  newPhone: ending(change.new_phone),
  createdAt: change.created_at,
  approvedAt: change.approved_at,
  readyAt: change.ready_at,
  outcome: change.outcome,
});

const id = z.uuid().describe('Id of the request.');
const example = {
  id: EXAMPLE.person.lostNumberId,
  ugid: EXAMPLE.member.ugid,
  newPhone: ending(EXAMPLE.person.newPhone),
  createdAt: '2026-02-26T12:00:00.000Z',
  approvedAt: '2026-02-26T12:00:00.000Z',
  readyAt: '2026-03-01T12:00:00.000Z',
  outcome: null,
};

/** As what the caller may decide: an owner of all of the person's companies, or the operator where there is none. */
async function decidesAs(ctx: Ctx, tx: Tx, change: NumberChange): Promise<string | null> {
  const { actor } = ctx;
  const me = actor.person?.id;
  if (me === change.person_id) return null;
  if (me !== undefined && (await tx.run(mayDecide(change.id, me)))[0]?.may) return me;
  return isOperator(actor) && (await tx.run(mayDecide(change.id, null)))[0]?.may ? OPERATOR : null;
}

const isLive = (ctx: Ctx, change: NumberChange): boolean =>
  change.ended_at === null && Date.parse(change.expires_at) > ctx.clock.now().getTime();

const list = defineOperation({
  name: 'auth.lost_numbers',
  route: 'GET /auth/lost-numbers',
  summary: 'List requests to replace a lost number: mine, and those that I may decide about.',
  effect: 'read',
  access: [{ person: true }, { operator: true }],
  realm: 'identity',
  input: z.strictObject({}),
  output: z
    .object({
      data: z.array(LostNumber.extend({ name: z.string().nullable() }).meta({ id: 'LostNumberEntry' })),
    })
    .meta({ id: 'LostNumbers' }),
  examples: [
    {
      title: 'What waits',
      as: 'person',
      input: {},
      output: { data: [{ ...example, name: EXAMPLE.member.name }] },
    },
  ],
  run: async (ctx) => {
    const mine = ctx.actor.person?.id ?? null;
    const [rows] = await ctx.db.batch([listChanges(mine, isOperator(ctx.actor), ctx.clock.now())]);
    return { data: rows.map((row) => ({ ...toAnswer(row), name: row.name })) };
  },
});

const approve = defineOperation({
  name: 'auth.lost_number_approve',
  route: 'POST /auth/lost-numbers/{id}/approve',
  summary: 'Approve that somebody’s lost number is replaced.',
  description:
    'As an owner of all their companies, or as the operator where there is no such owner; nobody approves their own. It can be finished 72 hours later. Approving it again changes nothing.',
  effect: 'write',
  access: [{ person: true }, { operator: true }],
  realm: 'identity',
  stepUp: true,
  audit: 'number.recovery_approved',
  input: z.strictObject({ id }),
  output: LostNumber,
  errors: ['conflict', 'step_up_required'],
  examples: [{ title: 'Approved already', as: 'person', input: { id: example.id }, output: example }],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [change] = await tx.run(lockChange(input.id));
      const approver = change && (await decidesAs(ctx, tx, change));
      if (!approver) throw new AppError('not_found');
      if (!isLive(ctx, change)) throw new AppError('conflict');
      if (change.approved_at !== null) return aboutPerson(tx, change.person_id, toAnswer(change));
      const now = ctx.clock.now();
      const readyAt = new Date(now.getTime() + WAIT_MS);
      await tx.run(approveChange(change.id, approver, now, readyAt));
      ctx.emit(numberNotice, { id: change.id, what: 'approved' });
      const approved = {
        ...toAnswer(change),
        approvedAt: now.toISOString(),
        readyAt: readyAt.toISOString(),
      };
      return aboutPerson(tx, change.person_id, approved);
    }),
});

const cancel = defineOperation({
  name: 'auth.lost_number_cancel',
  route: 'POST /auth/lost-numbers/{id}/cancel',
  summary: 'Cancel a request about my number, or refuse one that I may decide about.',
  description: 'From any session of mine, approved or not. It stays cancelled.',
  effect: 'write',
  access: [{ person: true }, { operator: true }],
  realm: 'identity',
  audit: 'number.recovery_cancelled',
  input: z.strictObject({ id }),
  output: LostNumber,
  errors: ['conflict'],
  examples: [
    {
      title: 'It wasn’t him',
      as: 'person',
      input: { id: example.id },
      output: { ...example, outcome: 'refused' },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [change] = await tx.run(lockChange(input.id));
      const own = change?.kind === 'lost' && ctx.actor.person?.id === change.person_id;
      if (!change || !(own || (await decidesAs(ctx, tx, change)))) throw new AppError('not_found');
      if (change.ended_at !== null) throw new AppError('conflict');
      const outcome = own ? 'cancelled' : 'refused';
      await tx.run(endChange(change.id, outcome, ctx.clock.now()));
      return aboutPerson(tx, change.person_id, { ...toAnswer(change), outcome } as const);
    }),
});

export const approvalOperations: readonly Operation[] = [list, approve, cancel];
