import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { requireVersion, type Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { label, timestamp } from '#core/schemas.ts';
import { COUNTRIES, parseTaxId } from '#core/tax-id.ts';
import { exampleTenant, lockTenant, reference, Tenant } from '#features/tenants/index.ts';
import { tenantClosing, tenantRestored } from './events.ts';
import { DAY_MS } from './notices.ts';
import {
  dropClosing,
  findPart,
  insertClosing,
  leaveEngines,
  listClosings,
  roleIn,
  setClosing,
} from './store.ts';

/** How long a deletion can be undone. */
const GRACE_DAYS = 30;

const example = exampleTenant;

const Closing = z
  .object({
    id: z.uuid().describe('Id of the company.'),
    slug: z.string().nullable().describe('Null once the company is gone.'),
    askedAt: timestamp,
    askedByKind: z.enum(['person', 'operator']),
    askedBy: z.uuid().nullable().describe('UGID of the owner; null for the operator.'),
    reason: z.string().nullable(),
    purgeAfter: timestamp.describe('Until when it can be undone.'),
    blockedBy: z
      .enum(['hold', 'export', 'engines'])
      .nullable()
      .describe(
        'What keeps it from being purged: a legal hold, the final export that isn’t complete, or shared engines that still hold something of it.',
      ),
    enginesLeftAt: timestamp
      .nullable()
      .describe('When the operator decided that engines hold the purge up for a week at the most.'),
    purgedAt: timestamp.nullable(),
    purgedRows: z.int(),
    taxIdHash: z.string().describe('HMAC-SHA256 of country and tax id, hex.'),
  })
  .meta({ id: 'Closing' });

const exampleClosing: z.infer<typeof Closing> = {
  id: EXAMPLE.closing.id,
  slug: EXAMPLE.closing.slug,
  askedAt: EXAMPLE.tenant.createdAt,
  askedByKind: 'person',
  askedBy: EXAMPLE.person.ugid,
  reason: null,
  purgeAfter: EXAMPLE.closing.purgeAfter,
  blockedBy: null,
  enginesLeftAt: null,
  purgedAt: null,
  purgedRows: 0,
  taxIdHash: '00',
};

const FinalExportPart = z
  .object({
    part: z.int(),
    parts: z.int().describe('Parts there are so far.'),
    complete: z.boolean().describe('Whether these are all.'),
    rows: z.int(),
    madeAt: timestamp,
    sha256: z.string().describe('Of `body` as UTF-8, hex.'),
    body: z.string().describe('NDJSON: a line {table, row} per row.'),
  })
  .meta({ id: 'FinalExportPart' });

/** A person must own the company; the operator needn't. @throws AppError not_found, forbidden */
async function lockForOwner(
  ctx: Ctx,
  tx: Parameters<Parameters<Ctx['db']['tx']>[0]>[0],
  id: string,
): Promise<Tenant> {
  const [tenant] = await tx.run(lockTenant(id));
  const person = ctx.actor.person;
  if (!tenant) throw new AppError('not_found');
  if (person && !person.operator) {
    const [membership] = await tx.run(roleIn(tenant.id, person.id));
    if (!membership) throw new AppError('not_found');
    if (membership.role !== 'owner')
      throw new AppError('forbidden', {
        detail: { en: 'Only an owner can do that.', es: 'Solo un dueño puede hacerlo.' },
      });
  }
  requireVersion(ctx, tenant.version);
  return tenant;
}

/** `key` makes the hashes by which a company that is gone can be recognised by its number, and by nothing else. */
export function deletionOperations({ key }: { key: Buffer }): readonly Operation[] {
  const hash = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const taxIdHash = (country: string, canonical: string): Buffer => hash(`${country} ${canonical}`);

  const remove = defineOperation({
    name: 'tenants.delete',
    route: 'DELETE /tenants/{id}',
    summary: 'Delete a company, after 30 days in which that can be undone.',
    description:
      'At once everything but reading is refused, and only its owners still get in. A final export is made by itself (`tenants.final_export`). After 30 days all of its rows are deleted for good and its tax id is free again; a legal hold stops that. `tenants.restore` undoes it until then.',
    words: 'close the business account for good · cerrar la empresa, dar de baja',
    effect: 'destroy',
    access: [{ person: true }, { operator: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'tenant.closing',
    concerns: (tenant) => tenant.id,
    input: z.strictObject({ id: reference, reason: label(300).optional().describe('Why.') }),
    output: Tenant,
    versioned: true,
    errors: ['conflict'],
    examples: [
      {
        title: 'By its owner',
        as: 'person',
        input: { id: EXAMPLE.tenant.slug, reason: 'Cierre del negocio' },
        output: { ...example, status: 'closing', purgeAfter: '2026-04-01T12:00:00.000Z', version: 2 },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const tenant = await lockForOwner(ctx, tx, input.id);
        const now = ctx.clock.now();
        const { person } = ctx.actor;
        if (tenant.status === 'closing') throw new AppError('tenant_closing');
        // What the operator shut must not vanish before he has looked at it.
        if (tenant.status === 'suspended' && person && !person.operator)
          throw new AppError('tenant_suspended');
        const purgeAfter = new Date(now.getTime() + GRACE_DAYS * DAY_MS);
        const closing: Tenant = {
          ...tenant,
          status: 'closing',
          purgeAfter: purgeAfter.toISOString(),
          version: tenant.version + 1,
        };
        await tx.run(
          insertClosing({
            id: tenant.id,
            slugHash: hash(tenant.slug),
            taxIdHash: taxIdHash(tenant.country, tenant.taxId),
            statusBefore: tenant.status,
            askedAt: now,
            askedByKind: person ? 'person' : 'operator',
            askedBy: person?.id ?? null,
            reason: input.reason?.trim() ?? null,
            purgeAfter,
          }),
        );
        await tx.run(setClosing(closing, now));
        ctx.emit(tenantClosing, { id: tenant.id, slug: tenant.slug, purgeAfter: closing.purgeAfter! });
        return closing;
      }),
  });

  const restore = defineOperation({
    name: 'tenants.restore',
    route: 'POST /tenants/{id}/restore',
    summary: 'Undo the deletion of a company.',
    description: 'Within the 30 days, by an owner or the operator. A company that was suspended stays so.',
    words: 'keep the company, changed my mind · arrepentirse, no borrar',
    effect: 'write',
    access: [{ person: true }, { operator: true }],
    realm: 'identity',
    audit: 'tenant.restored',
    concerns: (tenant) => tenant.id,
    input: z.strictObject({ id: z.string().min(1).max(50).describe('Id or slug of the company.') }),
    output: Tenant,
    versioned: true,
    errors: ['conflict'],
    examples: [
      {
        title: 'By the operator',
        as: 'operator',
        input: { id: EXAMPLE.closing.slug },
        output: {
          ...example,
          id: EXAMPLE.closing.id,
          slug: EXAMPLE.closing.slug,
          taxId: EXAMPLE.closing.taxId,
          name: EXAMPLE.closing.name,
          logo: null,
          version: 3,
        },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const tenant = await lockForOwner(ctx, tx, input.id);
        const [closing] = await tx.run(dropClosing(tenant.id));
        if (tenant.status !== 'closing' || !closing)
          throw new AppError('conflict', {
            detail: {
              en: 'This company is not about to be deleted.',
              es: 'Esta empresa no está por eliminarse.',
            },
          });
        const restored: Tenant = {
          ...tenant,
          status: closing.status_before,
          purgeAfter: null,
          version: tenant.version + 1,
        };
        await tx.run(setClosing(restored, ctx.clock.now()));
        ctx.emit(tenantRestored, { id: tenant.id, slug: tenant.slug });
        return restored;
      }),
  });

  const closings = defineOperation({
    name: 'tenants.closings',
    route: 'GET /closings',
    summary: 'List companies about to be deleted, and what is left of those that were.',
    description: 'By `taxId` it tells whether a company was here before: the number itself isn’t kept.',
    effect: 'read',
    access: [{ operator: true }],
    input: z.strictObject({
      ...pageInput,
      taxId: z.string().min(1).max(30).optional().describe('Only the company with this tax id.'),
      country: z.enum(COUNTRIES).default('CL').describe('Country of `taxId`.'),
    }),
    output: pageOf(Closing),
    examples: [
      {
        title: 'A company that its owner deletes',
        as: 'operator',
        input: {},
        output: {
          data: [exampleClosing],
          nextCursor: null,
        },
      },
    ],
    run: async (ctx, { limit, cursor, taxId, country }) => {
      const wanted = taxId === undefined ? null : taxIdHash(country, parseTaxId(taxId, country).canonical);
      const [rows] = await ctx.db.batch([listClosings(wanted, decodeCursor(cursor), limit + 1)]);
      return page(rows, limit);
    },
  });

  return [remove, restore, closings, leave, finalExport];
}

const leave = defineOperation({
  name: 'tenants.leave_engines',
  route: 'POST /closings/{id}/leave-engines',
  summary: 'Let the purge of a company wait a week at the most for engines that don’t let go of it.',
  description:
    'What it had in shared engines is removed before its rows are. Where an engine is gone for good, that would never end; what is left in it then has to be removed by hand.',
  effect: 'destroy',
  access: [{ operator: true }],
  stepUp: true,
  audit: 'tenant.engines_left',
  input: z.strictObject({ id: z.uuid().describe('Id of the company.') }),
  output: Closing,
  examples: [
    {
      title: 'An engine that is gone',
      as: 'operator',
      input: { id: EXAMPLE.closing.id },
      output: { ...exampleClosing, enginesLeftAt: EXAMPLE.now },
    },
  ],
  run: (ctx, { id }) =>
    ctx.db.tx(async (tx) => {
      const [row] = await tx.run(leaveEngines(id, ctx.clock.now()));
      if (!row) throw new AppError('not_found');
      return row;
    }),
});

const finalExport = defineOperation({
  name: 'tenants.final_export',
  route: 'GET /export/final',
  summary: 'Download the final export of a company that is about to be deleted, part by part.',
  description:
    'Made by itself minutes after the deletion was asked for; until the end its owners, and the operator by a grant, can download it.',
  effect: 'read',
  access: [{ scope: 'export:read' }],
  input: z.strictObject({ part: z.int().min(1).max(1_000_000).default(1).describe('Which part, from 1.') }),
  output: FinalExportPart,
  examples: [
    {
      title: 'The first part',
      input: {},
      output: {
        part: 1,
        parts: 1,
        complete: true,
        rows: 1,
        madeAt: EXAMPLE.tenant.createdAt,
        sha256: 'f2e2ae5f92bc539002faecad2284e37543324bdd5da48bcc1a02e5182cf6aebc',
        body: '{"table":"app.contacts","row":{"name":"Ana Pérez"}}\n',
      },
    },
  ],
  run: async (ctx, { part }) => {
    const [[found]] = await ctx.db.batch([findPart(part)]);
    if (!found) throw new AppError('not_found');
    return found;
  },
});
