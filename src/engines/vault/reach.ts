import type { EngineCtx } from '#core/engine.ts';
import { createVaultClient, type VaultClient } from './client.ts';

export const clientOf = (ctx: EngineCtx): VaultClient => {
  const { link, clock } = ctx;
  const { roleId = '', secretId = '' } = link.credentials;
  const { mount, namespace } = link.settings as { mount?: string; namespace?: string };
  const access = { roleId, secretId, mount: mount ?? 'secret', namespace };
  return createVaultClient(
    link.instanceId,
    (request) => ctx.http(request),
    access,
    () => clock.now().getTime(),
  );
};
