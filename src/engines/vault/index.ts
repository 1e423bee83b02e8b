import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngine, type Connector, type EngineCtx, type Step } from '#core/engine.ts';
import { blueprint } from './blueprint.ts';
import { ownPath } from './paths.ts';
import { clientOf } from './reach.ts';

interface Health {
  readonly initialized?: boolean;
  readonly sealed?: boolean;
  readonly version?: string;
}

/** Of any state that Vault can be in: it answers with other statuses than 200 for most. */
async function healthOf(ctx: EngineCtx): Promise<Health> {
  const answer = await ctx.http({
    method: 'GET',
    path: '/v1/sys/health?standbyok=true&perfstandbyok=true&sealedcode=200&uninitcode=200',
  });
  return answer.json<Health>();
}

/** The way to the company's folder is open. A folder exists once it holds a secret, so there is nothing to make. */
const folder: Step = {
  name: 'folder',
  title: { es: 'Carpeta de secretos accesible', en: 'The folder of secrets can be reached' },
  observe: async (ctx) => {
    const path = ownPath(ctx.company.slug);
    await clientOf(ctx).list(path);
    return { state: { path } };
  },
  apply: async () => ({}),
};

async function destroyBelow(ctx: EngineCtx, path: string): Promise<void> {
  const client = clientOf(ctx);
  for (const name of (await client.list(path)) ?? [])
    if (name.endsWith('/')) await destroyBelow(ctx, `${path}/${name.slice(0, -1)}`);
    else await client.destroy(`${path}/${name}`);
}

const emptied: Step = {
  name: 'emptied',
  title: { es: 'Secretos eliminados', en: 'Secrets deleted' },
  destructive: true,
  observe: async (ctx) => ((await clientOf(ctx).list(ownPath(ctx.company.slug))) ? null : {}),
  apply: async (ctx) => {
    await destroyBelow(ctx, ownPath(ctx.company.slug));
    return {};
  },
};

const connector: Connector = {
  credentials: z.strictObject({
    roleId: z.string().min(1).describe('Of an AppRole that may read and write below smarteros/.'),
    secretId: z.string().min(1).describe('Of the same AppRole.'),
  }),
  settings: z.strictObject({
    mount: z
      .string()
      .regex(/^[\w-]+(?:\/[\w-]+)*$/)
      .default('secret')
      .describe('Where the KV version 2 is mounted.'),
    namespace: z
      .string()
      .regex(/^[\w./-]+$/)
      .optional()
      .describe('Vault Enterprise, or OpenBao.'),
  }),
  adopt: ({
    VAULT_ADDR: url,
    VAULT_ROLE_ID: roleId,
    VAULT_SECRET_ID: secretId,
    VAULT_MOUNT,
    VAULT_NAMESPACE,
  }) =>
    url && roleId && secretId
      ? {
          url,
          credentials: { roleId, secretId },
          settings: {
            ...(VAULT_MOUNT && { mount: VAULT_MOUNT }),
            ...(VAULT_NAMESPACE && { namespace: VAULT_NAMESPACE }),
          },
        }
      : undefined,
  discover: async (ctx) => {
    const { initialized, sealed, version } = await healthOf(ctx);
    if (!initialized) throw engineError('engine_unsupported', 'This Vault is not initialised yet.');
    if (sealed) throw engineError('engine_unreachable', undefined, { cause: 'sealed' });
    await clientOf(ctx).list(ownPath(ctx.tenant.slug));
    return { version: version ?? 'unknown', capabilities: ['kv2'] };
  },
  provisioner: { present: [folder], suspended: [], absent: [emptied] },
};

export const vault = defineEngine({
  name: 'vault',
  title: 'Vault',
  settings: ['VAULT_ADDR', 'VAULT_ROLE_ID', 'VAULT_SECRET_ID'],
  connector,
  blueprint,
  mcpServer: 'The secrets of a company, and nothing else.',
});
