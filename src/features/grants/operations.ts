import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { label, timestamp } from '#core/schemas.ts';
import { findTenant } from '#features/tenants/index.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { grantOpened } from './events.ts';
import { GRANT_PREFIX } from './prefix.ts';
import { insertGrant, listGrants, lockGrant, revokeGrant, type GrantRow } from './store.ts';

const SECRET_BYTES = 32;
const MAX_MINUTES = 60;
const MS_PER_MINUTE = 60_000;

const open = defineOperation({
  name: 'grants.open',
  route: 'POST /grants',
  summary: 'Enter a company as operator, for an hour at the most.',
  description:
    'Answers a token that holds all scopes of the company. The opening and everything done with it stand in the company’s audit; its owners are told, and can end it. A suspended company can be entered, e.g. to export its data.',
  effect: 'write',
  access: [{ operator: true }],
  audit: 'grant.opened',
  concerns: (grant) => grant.tenantId,
  input: z.strictObject({
    tenant: z.string().min(1).max(50).describe('Id or slug of the company.'),
    reason: label(300).describe('Why; the company’s owner reads it.'),
    minutes: z.int().min(1).max(MAX_MINUTES).default(MAX_MINUTES),
  }),
  output: z
    .object({
      id: z.uuid(),
      tenantId: z.uuid(),
      token: z
        .string()
        .nullable()
        .meta({ secret: true })
        .describe('Bearer token; null when an answer is repeated.'),
      reason: z.string(),
      expiresAt: timestamp,
    })
    .meta({ id: 'Grant' }),
  examples: [
    {
      title: 'Look into a problem',
      as: 'operator',
      input: { tenant: EXAMPLE.tenant.slug, reason: 'Support case 4711', minutes: 30 },
      output: {
        id: newId(1),
        tenantId: EXAMPLE.tenant.id,
        token: 'smg_*******************************************',
        reason: 'Support case 4711',
        expiresAt: '2026-03-02T12:30:00.000Z',
      },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const [tenant] = await tx.run(findTenant(input.tenant));
      if (!tenant)
        throw new AppError('not_found', {
          detail: { en: 'There is no such company.', es: 'No existe esa empresa.' },
        });
      const token = GRANT_PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
      const now = ctx.clock.now();
      const grant = {
        id: ctx.clock.id(),
        tenantId: tenant.id,
        reason: input.reason.trim(),
        expiresAt: new Date(now.getTime() + input.minutes * MS_PER_MINUTE).toISOString(),
      };
      // A person's name; the host's key has none.
      await tx.run(insertGrant({ ...grant, openedBy: ctx.actor.label }, tokenHash(token), now));
      ctx.emit(grantOpened, { id: grant.id, reason: grant.reason, expiresAt: grant.expiresAt });
      return { ...grant, token };
    }),
});

const Entry = z
  .object({
    id: z.uuid(),
    openedBy: z.string().describe('Name of the operator; `operator` for the host’s key.'),
    reason: z.string(),
    openedAt: timestamp,
    expiresAt: timestamp,
    revokedAt: timestamp.nullable(),
  })
  .meta({ id: 'OperatorEntry' });

const toEntry = ({ opened_by, created_at, expires_at, revoked_at, ...row }: GrantRow) => ({
  ...row,
  openedBy: opened_by,
  openedAt: created_at,
  expiresAt: expires_at,
  revokedAt: revoked_at,
});

const example = {
  id: EXAMPLE.grantId,
  openedBy: 'operator',
  reason: 'Support case 4711',
  openedAt: '2026-03-02T11:45:00.000Z',
  expiresAt: '2026-03-02T12:15:00.000Z',
  revokedAt: null,
};

const list = defineOperation({
  name: 'grants.list',
  route: 'GET /grants',
  summary: 'List the operator’s entries into the company, newest first.',
  description: 'Who, why, when and until when. What was done with one: audit.list.',
  words: 'did support look at our data · entró soporte a ver nuestros datos',
  effect: 'read',
  access: [{ scope: 'grants:read' }],
  input: z.strictObject(pageInput),
  output: pageOf(Entry),
  examples: [{ title: 'All entries', input: {}, output: { data: [example], nextCursor: null } }],
  run: async (ctx, { limit, cursor }) => {
    const [rows] = await ctx.db.batch([listGrants(decodeCursor(cursor), limit + 1)]);
    return page(rows.map(toEntry), limit);
  },
});

const revoke = defineOperation({
  name: 'grants.revoke',
  route: 'DELETE /grants/{id}',
  summary: 'End an entry of the operator at once.',
  description: 'Ending it again changes nothing. Keys that were made with it stay: see keys.list.',
  effect: 'destroy',
  access: [{ scope: 'grants:destroy' }],
  audit: 'grant.revoked',
  input: z.strictObject({ id: z.uuid().describe('Id of the entry.') }),
  output: Entry,
  examples: [
    { title: 'Out', input: { id: EXAMPLE.grantId }, output: { ...example, revokedAt: EXAMPLE.now } },
  ],
  run: (ctx, { id }) =>
    ctx.db.tx(async (tx) => {
      const [row] = await tx.run(lockGrant(id));
      if (!row) throw new AppError('not_found');
      if (row.revoked_at !== null) return toEntry(row);
      const now = ctx.clock.now();
      await tx.run(revokeGrant(id, now));
      return toEntry({ ...row, revoked_at: now.toISOString() });
    }),
});

export const grantOperations: readonly Operation[] = [open, list, revoke];
