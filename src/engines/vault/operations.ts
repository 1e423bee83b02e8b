import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import type { Operation } from '#core/operation.ts';
import { clientOf } from './reach.ts';
import { ownPath, PATH } from './paths.ts';

const VAULT = [
  'engine_unreachable',
  'engine_rejected_credentials',
  'engine_forbidden',
  'engine_rate_limited',
  'engine_unsupported',
] as const;
const WRITES = [...VAULT, 'engine_outcome_unknown', 'engine_conflict', 'engine_invalid'] as const;

const path = z
  .string()
  .max(200)
  .regex(PATH)
  .describe('Below the company’s own folder: letters, digits, `_`, `.` and `-`, parts divided by `/`.');
const version = z.int().describe('Counts the changes of this secret.');
const values = z.record(z.string().min(1).max(100), z.string().max(100_000));

/** The schema has refused all else; this is the last door. */
function below(ctx: EngineCtx, wanted: string): string {
  if (wanted !== '' && !PATH.test(wanted)) throw new AppError('invalid_input');
  return ownPath(ctx.tenant.slug, wanted);
}

const list = defineEngineOperation({
  name: 'vault.list',
  route: 'GET /vault/secrets',
  summary: 'List the names of the company’s secrets in a folder.',
  words: 'passwords credentials · contraseñas claves bóveda guardadas',
  effect: 'read',
  access: [{ scope: 'vault:read' }],
  input: z.strictObject({ folder: path.optional() }),
  output: z.object({ data: z.array(z.string()).describe('Names; those of folders end with a slash.') }),
  errors: [...VAULT],
  examples: [{ title: 'All of them', input: {}, output: { data: ['bank', 'suppliers/'] } }],
  run: async (ctx, { folder = '' }) => ({
    data: [...((await clientOf(ctx).list(below(ctx, folder))) ?? [])],
  }),
});

const read = defineEngineOperation({
  name: 'vault.read',
  route: 'POST /vault/read',
  summary: 'Read a secret of the company.',
  description:
    'Stands in the audit as an act, with who read it: a secret that was read is known. A repeat by its idempotency key answers without the values.',
  words: 'password credential bank · contraseña clave bóveda',
  effect: 'write',
  access: [{ scope: 'vault:read' }],
  audit: 'vault.read',
  input: z.strictObject({ path }),
  output: z.object({
    path: z.string(),
    version,
    values: z
      .record(z.string(), z.string())
      .nullable()
      .meta({ secret: true })
      .describe('Null when an answer is repeated.'),
  }),
  errors: [...WRITES, 'engine_not_found'],
  examples: [
    {
      title: 'A bank’s key',
      input: { path: 'bank' },
      output: { path: 'bank', version: 1, values: { apiKey: 'bank-key-of-the-example' } },
    },
  ],
  target: (input) => input.path,
  run: async (ctx, input) => {
    const found = await clientOf(ctx).read(below(ctx, input.path));
    if (!found) throw engineError('engine_not_found');
    const texts = Object.entries(found.data).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return { path: input.path, version: found.version, values: Object.fromEntries(texts) };
  },
});

const write = defineEngineOperation({
  name: 'vault.write',
  route: 'POST /vault/write',
  summary: 'Write a secret of the company.',
  words: 'password credential bank store safely · contraseña clave bóveda guardar',
  effect: 'write',
  access: [{ scope: 'vault:write' }],
  audit: 'vault.written',
  input: z.strictObject({
    path,
    values: values.describe('Texts by name. They take the place of all there were.'),
    ifSecretVersion: z
      .int()
      .min(0)
      .optional()
      .describe('Only when that is its version by now; 0: only when there is none.'),
  }),
  output: z.object({ path: z.string(), version }),
  errors: [...WRITES, 'engine_not_found'],
  examples: [
    {
      title: 'A new key',
      input: { path: 'bank', values: { apiKey: 'another-key' }, ifSecretVersion: 1 },
      output: { path: 'bank', version: 2 },
    },
  ],
  target: (input) => input.path,
  run: async (ctx, input) => ({
    path: input.path,
    version: await clientOf(ctx).write(below(ctx, input.path), input.values, input.ifSecretVersion),
  }),
});

const remove = defineEngineOperation({
  name: 'vault.delete',
  route: 'POST /vault/delete',
  summary: 'Delete a secret of the company.',
  description: 'With `forever` all of its versions; otherwise whoever runs Vault can bring it back.',
  words: 'password credential · contraseña clave bóveda',
  effect: 'destroy',
  access: [{ scope: 'vault:destroy' }],
  audit: 'vault.deleted',
  input: z.strictObject({ path, forever: z.boolean().default(false) }),
  output: z.object({ path: z.string() }),
  errors: [...WRITES],
  examples: [{ title: 'Away', input: { path: 'bank' }, output: { path: 'bank' } }],
  target: (input) => input.path,
  run: async (ctx, input) => {
    const client = clientOf(ctx);
    const at = below(ctx, input.path);
    await (input.forever ? client.destroy(at) : client.remove(at));
    return { path: input.path };
  },
});

export const vaultOperations: readonly Operation[] = [list, read, write, remove];
