import { z } from 'zod';
import { requireVersion } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { prose, timestamp } from '#core/schemas.ts';
import { COUNTRIES, parseTaxId } from '#core/tax-id.ts';
import { lockOwners } from '#features/members/index.ts';
import { lockTenant, reference, Tenant } from '#features/tenants/index.ts';
import { ConstraintError } from '#platform/db/errors.ts';
import { tenantClaimed, tenantTransferred } from './events.ts';
import {
  decideClaims,
  displaceMembers,
  findByTaxId,
  insertClaim,
  listClaims,
  lockClaim,
  makeOwner,
  revokeAgents,
  revokeInvitations,
  revokeKeys,
  verifyTenant,
} from './store.ts';

const MAX_OPEN = 5;
const ONE_EACH = 'tenant_claims_open';
const { neighbour, member, tenant: exampleTenant } = EXAMPLE;

const conflict = (en: string, es: string, cause?: unknown): AppError =>
  new AppError('conflict', { detail: { en, es }, cause });

const claim = defineOperation({
  name: 'tenants.claim',
  route: 'POST /tenants/claim',
  summary: 'Claim a company that somebody else has signed up.',
  description:
    'The operator checks the evidence. Until then nothing changes; its present owners are told that somebody claims it, not who.',
  effect: 'write',
  access: [{ person: true }],
  realm: 'identity',
  audit: 'tenant.claimed',
  input: z.strictObject({
    taxId: z.string().min(1).max(30).describe('RUT, CUIT or RUC of the company.'),
    country: z.enum(COUNTRIES).default('CL').describe('ISO 3166-1 alpha-2.'),
    evidence: prose(2_000).describe('How you can prove it: who you are there, and what papers you can send.'),
  }),
  output: z
    .object({ id: z.uuid(), taxId: z.string(), status: z.literal('open'), createdAt: timestamp })
    .meta({ id: 'Claim' }),
  errors: ['conflict'],
  examples: [
    {
      title: 'It is mine',
      as: 'person',
      input: { taxId: neighbour.taxId, evidence: 'Soy la representante legal; envío la carpeta tributaria.' },
      output: { id: newId(1), taxId: neighbour.taxId, status: 'open', createdAt: EXAMPLE.now },
    },
  ],
  run: async (ctx, input) => {
    const { id: personId } = ctx.actor.person!;
    const taxId = parseTaxId(input.taxId, input.country);
    const now = ctx.clock.now();
    const id = ctx.clock.id();
    try {
      return await ctx.db.tx(async (tx) => {
        const [found] = await tx.run(findByTaxId(taxId.country, taxId.canonical, personId));
        if (!found) {
          throw new AppError('not_found', {
            detail: {
              en: 'No company has this tax id: create it with POST /tenants.',
              es: 'Ninguna empresa tiene este identificador: créela con POST /tenants.',
            },
          });
        }
        if (found.owned) throw conflict('You own it already.', 'Ya es suya.');
        if (found.open >= MAX_OPEN)
          throw conflict('You have too many open claims.', 'Tiene demasiados reclamos abiertos.');
        await tx.run(insertClaim({ id, tenantId: found.id, personId, evidence: input.evidence.trim() }, now));
        ctx.emit(tenantClaimed, { id, tenantId: found.id, name: found.name });
        // In the platform's audit only: who claims is not for those who may have squatted there.
        return { id, taxId: taxId.canonical, status: 'open' as const, createdAt: now.toISOString() };
      });
    } catch (error) {
      if (!(error instanceof ConstraintError && error.constraint === ONE_EACH)) throw error;
      throw conflict('You have claimed it already.', 'Ya la reclamó.', error);
    }
  },
});

const claims = defineOperation({
  name: 'tenants.claims',
  route: 'GET /tenants/claims',
  summary: 'List who claims which company, newest first.',
  effect: 'read',
  access: [{ operator: true }],
  realm: 'identity',
  input: z.strictObject({
    ...pageInput,
    open: z.boolean().default(true).describe('Only those that wait for a decision.'),
  }),
  output: pageOf(
    z
      .object({
        id: z.uuid(),
        tenant: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), verified: z.boolean() }),
        claimant: z.object({
          id: z.uuid(),
          name: z.string().nullable(),
          phone: z.string().nullable(),
          email: z.string().nullable(),
        }),
        evidence: z.string(),
        createdAt: timestamp,
        decidedAt: timestamp.nullable(),
        outcome: z.enum(['approved', 'rejected']).nullable(),
      })
      .meta({ id: 'ClaimToDecide' }),
  ),
  examples: [
    {
      title: 'To decide',
      as: 'operator',
      input: {},
      output: {
        data: [
          {
            id: neighbour.claimId,
            tenant: { id: neighbour.id, slug: neighbour.slug, name: neighbour.name, verified: false },
            claimant: { id: member.ugid, name: member.name, phone: member.phone, email: null },
            evidence: 'Es de mi familia.',
            createdAt: exampleTenant.createdAt,
            decidedAt: null,
            outcome: null,
          },
        ],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, { limit, cursor, open }) => {
    const [rows] = await ctx.db.batch([listClaims(open, decodeCursor(cursor), limit + 1)]);
    return page(rows, limit);
  },
});

const verify = defineOperation({
  name: 'tenants.verify',
  route: 'POST /tenants/{id}/verify',
  summary: 'Vouch that a company belongs to its owner, or to who claims it.',
  description:
    'With `claimId` the claimant becomes its owner: former owners are guests from then on, everybody else is shut out until the new owner lets them in, and all keys, invitations and agents end. Give former owners time for an export first. Other open claims are rejected.',
  effect: 'destroy',
  access: [{ operator: true }],
  realm: 'identity',
  audit: 'tenant.verified',
  concerns: (tenant) => tenant.id,
  input: z.strictObject({
    id: reference,
    claimId: z.uuid().optional().describe('The claim that was proved; without it, the present owner’s.'),
  }),
  output: Tenant,
  versioned: true,
  errors: ['conflict'],
  examples: [
    {
      title: 'The present owner',
      as: 'operator',
      input: { id: exampleTenant.slug },
      output: { ...exampleTenant, status: 'active', verified: true, version: 2 },
    },
  ],
  run: (ctx, { id, claimId }) =>
    ctx.db.tx(async (tx) => {
      const now = ctx.clock.now();
      const [tenant] = await tx.run(lockTenant(id));
      if (!tenant) throw new AppError('not_found');
      requireVersion(ctx, tenant.version);
      if (claimId !== undefined) {
        const [claimant] = await tx.run(lockClaim(claimId, tenant.id));
        if (!claimant) {
          throw invalidField('claimId', 'unknown', {
            en: 'is no open claim to this company',
            es: 'no es un reclamo abierto de esta empresa',
          });
        }
        const to = claimant.person_id;
        const owners = await tx.run(lockOwners(tenant.id));
        await tx.run(displaceMembers(tenant.id, to, now));
        await tx.run(makeOwner(tenant.id, to, now));
        await tx.run(revokeKeys(tenant.id, now));
        await tx.run(revokeInvitations(tenant.id, now));
        await tx.run(revokeAgents(tenant.id, now));
        const from = owners.map((owner) => owner.person_id).filter((one) => one !== to);
        ctx.emit(tenantTransferred, { tenantId: tenant.id, name: tenant.name, to, from });
      }
      await tx.run(decideClaims(tenant.id, claimId ?? null, now));
      await tx.run(verifyTenant(tenant.id, now));
      return { ...tenant, verified: true, version: tenant.version + 1 };
    }),
});

export const claimOperations: readonly Operation[] = [claim, claims, verify];
