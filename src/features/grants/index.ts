import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { label, timestamp } from '#core/schemas.ts';
import { findTenant } from '#features/tenants/index.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { insertGrant } from './store.ts';

/** The form of a grant's token, told apart from keys at a glance. */
export const GRANT_PREFIX = 'smg_';
const SECRET_BYTES = 32;
const MAX_MINUTES = 60;
const MS_PER_MINUTE = 60_000;

const open = defineOperation({
  name: 'grants.open',
  route: 'POST /grants',
  summary: 'Enter a company as operator, for an hour at the most.',
  description:
    'Answers a token that holds all scopes of the company. The opening and everything done with it stand in the company’s audit. A suspended company can be entered, e.g. to export its data.',
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
      await tx.run(insertGrant(grant, tokenHash(token), now));
      return { ...grant, token };
    }),
});

export const grantOperations: readonly Operation[] = [open];
