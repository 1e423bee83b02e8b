import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { tenantUpdated } from './events.ts';
import { IMAGE_TYPES, readImage, type Image } from './image.ts';
import { reference, Tenant } from './schema.ts';
import { exampleTenant } from './example.ts';
import { findLogo, insertLogo, lockTenant, removeLogo, setLogo } from './store.ts';

const MAX_BYTES = 100 * 1024;
/** More pixels in 100 kB are made to hurt whoever shows them. */
const MAX_PIXELS = 2048;
/** Above what 100 kB make in base64, so that who sends a little too much hears so in kilobytes. */
const MAX_TEXT = 300_000;

const Logo = z
  .object({
    type: z.enum(IMAGE_TYPES),
    data: z.string().describe('The image, in base64.'),
    logo: z.string().describe('As the company’s `logo` says it.'),
  })
  .meta({ id: 'Logo' });

const wrong = (code: string, en: string, es: string): AppError => invalidField('data', code, { en, es });

/** @throws AppError invalid_input for what is no picture of ours */
function decode(data: string): { bytes: Buffer; image: Image } {
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > MAX_BYTES)
    throw wrong('too_big', 'must be an image of at most 100 kB', 'debe ser una imagen de hasta 100 kB');
  const image = readImage(bytes);
  if (!image)
    throw wrong('type', 'must be a PNG, JPEG or WebP image', 'debe ser una imagen PNG, JPEG o WebP');
  if (image.width > MAX_PIXELS || image.height > MAX_PIXELS)
    throw wrong(
      'pixels',
      `must be at most ${MAX_PIXELS} pixels wide and high`,
      `debe medir a lo más ${MAX_PIXELS} píxeles de ancho y de alto`,
    );
  return { bytes, image };
}

const versionOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** The company with another logo. @throws AppError not_found, tenant_closing */
async function change(ctx: Ctx, tx: Tx, id: string, logo: string | null): Promise<Tenant> {
  const [tenant] = await tx.run(lockTenant(id));
  if (!tenant) throw new AppError('not_found');
  if (tenant.status === 'closing') throw new AppError('tenant_closing');
  const changed: Tenant = { ...tenant, logo, version: tenant.version + 1 };
  await tx.run(removeLogo);
  await tx.run(setLogo(changed, ctx.clock.now()));
  ctx.emit(tenantUpdated, { id: tenant.id, slug: tenant.slug });
  return changed;
}

const get = defineOperation({
  name: 'tenants.logo',
  route: 'GET /tenants/{id}/logo',
  summary: 'Get a company’s logo.',
  effect: 'read',
  access: [{ scope: 'tenants:read' }],
  input: z.strictObject({ id: reference }),
  output: Logo,
  examples: [
    {
      title: 'The logo',
      input: { id: EXAMPLE.tenant.slug },
      output: { type: 'image/png', data: EXAMPLE.logo, logo: EXAMPLE.tenant.logo },
    },
  ],
  run: async (ctx, { id }) => {
    const [[logo]] = await ctx.db.batch([findLogo(id)]);
    if (!logo) throw new AppError('not_found');
    return { type: logo.type, data: logo.image.toString('base64'), logo: versionOf(logo.image) };
  },
});

const set = defineOperation({
  name: 'tenants.set_logo',
  route: 'PUT /tenants/{id}/logo',
  summary: 'Give a company a logo.',
  description:
    'PNG, JPEG or WebP, at most 100 kB and 2048 pixels: what it is, is decided by its bytes. Square ones look best.',
  words: 'brand picture image · marca imagen de la empresa',
  effect: 'write',
  access: [{ scope: 'tenants:write' }],
  audit: 'tenant.logo_set',
  concerns: (tenant) => tenant.id,
  input: z.strictObject({
    id: reference,
    data: z.string().min(1).max(MAX_TEXT).describe('The image, in base64.'),
  }),
  output: Tenant,
  versioned: true,
  errors: ['tenant_closing'],
  examples: [
    {
      title: 'A logo',
      input: { id: EXAMPLE.tenant.slug, data: EXAMPLE.logo },
      output: { ...exampleTenant, version: 2 },
    },
  ],
  run: (ctx, input) => {
    const { bytes, image } = decode(input.data);
    return ctx.db.tx(async (tx) => {
      const changed = await change(ctx, tx, input.id, versionOf(bytes));
      await tx.run(insertLogo(image.type, bytes, ctx.clock.now()));
      return changed;
    });
  },
});

const remove = defineOperation({
  name: 'tenants.remove_logo',
  route: 'DELETE /tenants/{id}/logo',
  summary: 'Take a company’s logo away.',
  effect: 'write',
  access: [{ scope: 'tenants:write' }],
  audit: 'tenant.logo_removed',
  concerns: (tenant) => tenant.id,
  input: z.strictObject({ id: reference }),
  output: Tenant,
  versioned: true,
  errors: ['tenant_closing'],
  examples: [
    {
      title: 'No logo',
      input: { id: EXAMPLE.tenant.slug },
      output: { ...exampleTenant, logo: null, version: 2 },
    },
  ],
  run: (ctx, { id }) => ctx.db.tx((tx) => change(ctx, tx, id, null)),
});

export const logoOperations: readonly Operation[] = [get, set, remove];
