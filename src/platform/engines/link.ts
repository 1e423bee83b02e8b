import type { TenantRef } from '#core/actor.ts';
import type { Link } from '#core/engine.ts';
import { PLATFORM } from '#core/platform.ts';
import type { LinkRow } from '#platform/db/engine-links.ts';
import type { SecretStore } from './secrets.ts';

/** A company's way to an engine, with the credentials opened. @throws AppError unavailable */
export async function openLink(row: LinkRow, tenant: TenantRef, store: SecretStore): Promise<Link> {
  const { shared } = row;
  const owner = shared ? PLATFORM : tenant;
  const read = async (secret: LinkRow['secrets'], whose: TenantRef) =>
    secret ? store.read({ tenantId: whose.id, slug: whose.slug, path: secret.path }, secret) : {};
  const [credentials, secrets] = await Promise.all([read(row.credentials, owner), read(row.secrets, tenant)]);
  const { instanceId, url, trusted, version, settings, state } = row;
  return { instanceId, url, trusted, shared, version, settings, credentials, state, secrets };
}
