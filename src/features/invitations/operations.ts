import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { chooseRole, roleInput } from '#features/members/index.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { parsePhone } from '#platform/phone.ts';
import { invitationCreated } from './events.ts';
import { DAYS, PER_DAY, toInvitation, tokenOf } from './rules.ts';
import { exampleInvitation, Invitation } from './schema.ts';
import {
  insertInvitation,
  invitationState,
  listInvitations,
  lockInvitation,
  lockInvitations,
  replaceInvitation,
  revokeInvitation,
} from './store.ts';

const DAY_MS = 24 * 3_600_000;

/** E.164 or lower-case mail. @throws AppError invalid_input unless exactly one is given */
function recipientOf(phone: string | undefined, email: string | undefined, country: string): string {
  if ((phone === undefined) === (email === undefined)) {
    throw invalidField('phone', 'one_of', {
      en: 'give a phone or an email, one of them',
      es: 'indique un teléfono o un correo, uno de los dos',
    });
  }
  return phone === undefined ? email!.toLowerCase() : parsePhone(phone, country).e164;
}

function tooMany(first: string, now: Date): AppError {
  const seconds = Math.ceil((Date.parse(first) + DAY_MS - now.getTime()) / 1000);
  return new AppError('rate_limited', {
    detail: {
      en: `This company has sent today’s invitations. More in ${seconds} s.`,
      es: `Esta empresa ya envió las invitaciones de hoy. Podrá enviar más en ${seconds} s.`,
    },
    retryAfterSeconds: seconds,
  });
}

/** What a company does about its invitations. `key`: of the links' tokens. */
export function offerOperations(key: Buffer): readonly Operation[] {
  const create = defineOperation({
    name: 'invitations.create',
    route: 'POST /invitations',
    summary: 'Invite somebody by WhatsApp or mail.',
    description:
      'The link lives seven days, works once, and only for whoever proves that number or address: forwarded, it opens nothing. A new invitation voids the one before.',
    words: 'give access to an employee, partner, accountant · dar acceso a empleado socio contador',
    effect: 'write',
    access: [{ scope: 'invitations:write' }],
    stepUp: true,
    audit: 'invitation.created',
    input: z.strictObject({
      phone: z.string().min(3).max(30).optional().describe('Phone; without + of the company’s country.'),
      email: z.email().max(254).optional().describe('Mail address.'),
      role: roleInput,
      language: z.enum(['es', 'en']).optional().describe('Of the message; else the company’s.'),
    }),
    output: Invitation,
    errors: ['conflict'],
    examples: [
      {
        title: 'A colleague',
        input: { phone: '+56 9 5555 0005', role: 'member' },
        output: {
          ...exampleInvitation,
          id: newId(1),
          to: '+56955550005',
          role: 'member',
          inviter: 'Example',
          createdAt: EXAMPLE.now,
          expiresAt: '2026-03-09T12:00:00.000Z',
        },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const recipient = recipientOf(input.phone, input.email, ctx.tenant.country);
        const now = ctx.clock.now();
        const chosen = await chooseRole(tx, input.role, ctx.actor);
        await tx.run(lockInvitations(ctx.tenant.id));
        const [state] = await tx.run(invitationState(recipient, new Date(now.getTime() - DAY_MS)));
        const limit = state!.verified ? PER_DAY.verified : PER_DAY.unverified;
        if (state!.sent >= limit) throw tooMany(state!.first_at!, now);
        if (state!.member) {
          throw new AppError('conflict', {
            detail: { en: 'They belong to the company already.', es: 'Ya pertenece a la empresa.' },
          });
        }
        const id = ctx.clock.id();
        const row = {
          id,
          recipient,
          role: chosen.role,
          role_id: chosen.roleId,
          inviter: ctx.actor.label,
          created_at: now.toISOString(),
          expires_at: new Date(now.getTime() + DAYS * DAY_MS).toISOString(),
          sent_at: null,
          accepted_at: null,
          revoked_at: null,
          hash: tokenHash(tokenOf(key, id)),
          language: input.language ?? state!.language,
          invitedBy: ctx.actor.person?.id ?? null,
        };
        await tx.run(replaceInvitation(recipient, now));
        await tx.run(insertInvitation(row, ctx.tenant.id));
        ctx.emit(invitationCreated, { id });
        return toInvitation(row, now);
      }),
  });

  const list = defineOperation({
    name: 'invitations.list',
    route: 'GET /invitations',
    summary: 'List invitations, newest first.',
    words: 'pending unanswered · pendientes sin responder',
    effect: 'read',
    access: [{ scope: 'invitations:read' }],
    input: z.strictObject({
      ...pageInput,
      pending: z.boolean().default(false).describe('Only those that can still be accepted.'),
      expiresBefore: z.iso.datetime().optional().describe('Only those that end by themselves before then.'),
    }),
    output: pageOf(Invitation),
    examples: [
      { title: 'All invitations', input: {}, output: { data: [exampleInvitation], nextCursor: null } },
    ],
    run: async (ctx, { limit, cursor, pending, expiresBefore }) => {
      const now = ctx.clock.now();
      const filter = { openAt: pending ? now : null, expiresBefore: expiresBefore ?? null };
      const [rows] = await ctx.db.batch([listInvitations(filter, decodeCursor(cursor), limit + 1)]);
      return page(
        rows.map((row) => toInvitation(row, now)),
        limit,
      );
    },
  });

  const revoke = defineOperation({
    name: 'invitations.revoke',
    route: 'DELETE /invitations/{id}',
    summary: 'Take an invitation back.',
    description:
      'Taking it back again changes nothing. Whoever accepted already is a member: members.remove.',
    effect: 'destroy',
    access: [{ scope: 'invitations:destroy' }],
    audit: 'invitation.revoked',
    input: z.strictObject({ id: z.uuid().describe('Id of the invitation.') }),
    output: Invitation,
    errors: ['conflict'],
    examples: [
      {
        title: 'Take it back',
        input: { id: exampleInvitation.id },
        output: { ...exampleInvitation, status: 'revoked' },
      },
    ],
    run: (ctx, { id }) =>
      ctx.db.tx(async (tx) => {
        const [row] = await tx.run(lockInvitation(id));
        if (!row) throw new AppError('not_found');
        if (row.accepted_at !== null) throw new AppError('conflict');
        const now = ctx.clock.now();
        if (row.revoked_at === null) await tx.run(revokeInvitation(id, now));
        return toInvitation({ ...row, revoked_at: row.revoked_at ?? now.toISOString() }, now);
      }),
  });

  return [create, list, revoke];
}
