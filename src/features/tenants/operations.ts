import { z } from 'zod';
import { requireVersion, type Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import type { EventDefinition } from '#core/event.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { label } from '#core/schemas.ts';
import { COUNTRIES, parseTaxId, tenantSlug } from '#core/tax-id.ts';
import { ConstraintError } from '#platform/db/errors.ts';
import { tenantCreated, tenantResumed, tenantSuspended, tenantUpdated } from './events.ts';
import { exampleTenant } from './example.ts';
import { logoOperations } from './logo.ts';
import { looks, reference, Tenant } from './schema.ts';
import {
  companiesSince,
  countCompany,
  findTenant,
  insertOwner,
  insertTenant,
  listTenants,
  lockTenant,
  setStatus,
  updateTenant,
} from './store.ts';

const name = label(200).describe('Name of the company.');
const example = exampleTenant;

const { purgeAfter, ...closingExample } = EXAMPLE.closing;
const closing: Tenant = {
  ...example,
  ...closingExample,
  logo: null,
  status: 'closing',
  purgeAfter,
  version: 2,
};

/** Constraints of core.tenants (migrations/0001) by which a company exists already. */
const TAKEN: ReadonlySet<string> = new Set(['tenants_tax_id', 'tenants_slug']);

/** Companies that a person may make in 24 hours: none of them is verified yet. */
const COMPANIES_PER_DAY = 5;
const DAY_MS = 24 * 3_600_000;
const CLAIM_IT = {
  en: 'If it is yours, claim it with POST /tenants/claim: the operator verifies who you are.',
  es: 'Si es suya, reclámela con POST /tenants/claim: el operador verificará quién es usted.',
};

const tooManyCompanies = (): AppError =>
  new AppError('rate_limited', {
    detail: {
      en: `A person can create ${COMPANIES_PER_DAY} companies a day. Try again tomorrow.`,
      es: `Una persona puede crear ${COMPANIES_PER_DAY} empresas por día. Intente de nuevo mañana.`,
    },
    retryAfterSeconds: DAY_MS / 1000,
  });

const create = defineOperation({
  name: 'tenants.create',
  route: 'POST /tenants',
  summary: 'Create a company.',
  description:
    'Known by country and tax id. The check digit is verified; the compact form becomes the slug. A person becomes its owner.',
  words: 'register sign up a business RUT · registrar inscribir empresa negocio RUT',
  effect: 'write',
  access: [{ person: true }, { operator: true }],
  audit: 'tenant.created',
  concerns: (tenant) => tenant.id,
  input: z.strictObject({
    taxId: z.string().min(1).max(30).describe('RUT, CUIT or RUC, with or without dots and dash.'),
    name,
    country: z.enum(COUNTRIES).default('CL').describe('ISO 3166-1 alpha-2.'),
  }),
  output: Tenant,
  errors: ['tax_id_taken'],
  examples: [
    {
      title: 'A Chilean company',
      as: 'operator',
      input: { taxId: '76.192.083-9', name: 'Panadería Los Andes' },
      output: {
        ...example,
        id: newId(1),
        slug: '761920839',
        taxId: '76192083-9',
        name: 'Panadería Los Andes',
        logo: null,
        createdAt: EXAMPLE.now,
      },
    },
  ],
  run: async (ctx, input) => {
    const taxId = parseTaxId(input.taxId, input.country);
    const tenant: Tenant = {
      id: ctx.clock.id(),
      slug: tenantSlug(taxId),
      taxId: taxId.canonical,
      country: taxId.country,
      name: input.name.trim(),
      hue: null,
      language: 'es',
      logo: null,
      status: 'active',
      verified: false,
      purgeAfter: null,
      createdAt: ctx.clock.now().toISOString(),
      version: 1,
    };
    ctx.emit(tenantCreated, { id: tenant.id, slug: tenant.slug });
    const { person } = ctx.actor;
    try {
      if (!person) return await ctx.db.batch([insertTenant(tenant)], tenant);
      return await ctx.db.tx(async (tx) => {
        const now = ctx.clock.now();
        await tx.run(countCompany(person.id, now));
        const [made] = await tx.run(companiesSince(person.id, new Date(now.getTime() - DAY_MS)));
        if (Number(made!.n) > COMPANIES_PER_DAY) throw tooManyCompanies();
        await tx.run(insertTenant(tenant));
        await tx.run(insertOwner(tenant.id, person.id, tenant.createdAt));
        return tenant;
      });
    } catch (error) {
      // Only these: a key that is in use violates a constraint as well, and its repeat gets the stored answer.
      const taken = error instanceof ConstraintError && TAKEN.has(error.constraint);
      throw taken ? new AppError('tax_id_taken', { detail: CLAIM_IT, cause: error }) : error;
    }
  },
});

const list = defineOperation({
  name: 'tenants.list',
  route: 'GET /tenants',
  summary: 'List companies, newest first.',
  effect: 'read',
  access: [{ operator: true }],
  input: z.strictObject(pageInput),
  output: pageOf(Tenant),
  examples: [
    {
      title: 'All companies',
      as: 'operator',
      input: {},
      output: {
        data: [
          closing,
          example,
          {
            ...example,
            id: EXAMPLE.neighbour.id,
            slug: EXAMPLE.neighbour.slug,
            taxId: EXAMPLE.neighbour.taxId,
            name: EXAMPLE.neighbour.name,
            logo: null,
            createdAt: EXAMPLE.neighbour.createdAt,
          },
        ],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, { limit, cursor }) => {
    const [rows] = await ctx.db.batch([listTenants(decodeCursor(cursor), limit + 1)]);
    return page(rows, limit);
  },
});

const get = defineOperation({
  name: 'tenants.get',
  route: 'GET /tenants/{id}',
  summary: 'Get a company.',
  words: 'get my company, its RUT · datos de mi empresa',
  effect: 'read',
  access: [{ scope: 'tenants:read' }, { operator: true }],
  input: z.strictObject({ id: reference }),
  output: Tenant,
  versioned: true,
  examples: [{ title: 'By slug', input: { id: EXAMPLE.tenant.slug }, output: example }],
  run: async (ctx, { id }) => {
    const [[tenant]] = await ctx.db.batch([findTenant(id)]);
    if (!tenant) throw new AppError('not_found');
    return tenant;
  },
});

const update = defineOperation({
  name: 'tenants.update',
  route: 'PATCH /tenants/{id}',
  summary: 'Change a company’s name, colour or language.',
  description: 'What isn’t given stays. `hue: null` gives the colour back that is made from its slug.',
  words:
    'rename, the business has a new name, brand colour · renombrar, nuevo nombre razón social, color de la marca',
  effect: 'write',
  access: [{ scope: 'tenants:write' }, { operator: true }],
  audit: 'tenant.updated',
  concerns: (tenant) => tenant.id,
  input: z.strictObject({
    id: reference,
    name: name.optional(),
    hue: looks.hue.optional(),
    language: z.enum(['es', 'en']).optional().describe('In which it writes to people who never chose one.'),
  }),
  output: Tenant,
  versioned: true,
  errors: ['tenant_closing'],
  examples: [
    {
      title: 'A new name',
      input: { id: EXAMPLE.tenant.slug, name: 'Almacén Don José' },
      output: { ...example, name: 'Almacén Don José', version: 2 },
    },
    {
      title: 'A green one',
      input: { id: EXAMPLE.tenant.slug, hue: 150 },
      output: { ...example, hue: 150, version: 2 },
    },
  ],
  run: (ctx, input) =>
    change(
      ctx,
      input.id,
      tenantUpdated,
      (tenant) => ({
        ...tenant,
        name: input.name?.trim() ?? tenant.name,
        hue: input.hue === undefined ? tenant.hue : input.hue,
        language: input.language ?? tenant.language,
      }),
      updateTenant,
    ),
});

const suspend = defineOperation({
  name: 'tenants.suspend',
  route: 'POST /tenants/{id}/suspend',
  summary: 'Suspend a company.',
  description:
    'Every credential and form of the company is refused at once and its jobs wait. Nothing is deleted.',
  effect: 'write',
  access: [{ operator: true }],
  audit: 'tenant.suspended',
  concerns: (tenant) => tenant.id,
  input: z.strictObject({ id: reference }),
  output: Tenant,
  versioned: true,
  errors: ['tenant_closing'],
  examples: [
    {
      title: 'Suspend',
      as: 'operator',
      input: { id: EXAMPLE.tenant.slug },
      output: { ...example, status: 'suspended', version: 2 },
    },
  ],
  run: (ctx, { id }) =>
    change(ctx, id, tenantSuspended, (tenant) => ({ ...tenant, status: 'suspended' }), setStatus),
});

const resume = defineOperation({
  name: 'tenants.resume',
  route: 'POST /tenants/{id}/resume',
  summary: 'Let a suspended company work again.',
  effect: 'write',
  access: [{ operator: true }],
  audit: 'tenant.resumed',
  concerns: (tenant) => tenant.id,
  input: z.strictObject({ id: reference }),
  output: Tenant,
  versioned: true,
  errors: ['tenant_closing'],
  examples: [
    {
      title: 'Resume',
      as: 'operator',
      input: { id: EXAMPLE.tenant.slug },
      output: { ...example, version: 2 },
    },
  ],
  run: (ctx, { id }) =>
    change(ctx, id, tenantResumed, (tenant) => ({ ...tenant, status: 'active' }), setStatus),
});

async function change(
  ctx: Ctx,
  id: string,
  event: EventDefinition<{ id: string; slug: string }>,
  next: (tenant: Tenant) => Tenant,
  save: typeof updateTenant,
): Promise<Tenant> {
  return ctx.db.tx(async (tx) => {
    const [tenant] = await tx.run(lockTenant(id));
    if (!tenant) throw new AppError('not_found');
    requireVersion(ctx, tenant.version);
    if (tenant.status === 'closing') throw new AppError('tenant_closing');
    const changed = { ...next(tenant), version: tenant.version + 1 };
    await tx.run(save(changed, ctx.clock.now()));
    ctx.emit(event, { id: tenant.id, slug: tenant.slug });
    return changed;
  });
}

export const tenantOperations: readonly Operation[] = [
  create,
  list,
  get,
  update,
  ...logoOperations,
  suspend,
  resume,
];
