import { engineError } from '#core/engine-errors.ts';
import type { Connector } from '#core/engine.ts';
import { ask } from './client.ts';
import { people } from './people.ts';
import { provisioner } from './provision.ts';
import { credentials, settings } from './settings.ts';

/** From this one on, rights to data are told apart as `requireFence` reads them. */
const OLDEST = 50;

interface Properties {
  readonly version?: { readonly tag?: string };
  readonly 'enable-embedding-static'?: boolean;
  readonly 'enable-embedding'?: boolean;
}

export const connector: Connector = {
  credentials,
  settings,
  adopt: ({ METABASE_URL: url, METABASE_API_KEY: apiKey, METABASE_EMBEDDING_SECRET: embeddingSecret }) =>
    url && apiKey
      ? { url, credentials: { apiKey, ...(embeddingSecret && { embeddingSecret }) }, settings: {} }
      : undefined,
  discover: async (ctx) => {
    const properties = await ask<Properties>(ctx, { method: 'GET', path: '/api/session/properties' });
    const { is_superuser: admin } = await ask<{ is_superuser?: boolean }>(ctx, {
      method: 'GET',
      path: '/api/user/current',
    });
    if (admin !== true)
      throw engineError('engine_forbidden', 'These credentials are not of the group Administrators.');
    // v0.56.6 is the open-source edition, v1.56.6 the same with what is paid for.
    const version = (properties.version?.tag ?? '').replace(/^v/, '');
    const [, major] = /^[01]\.(\d+)/.exec(version) ?? [];
    if (major !== undefined && Number(major) < OLDEST)
      throw engineError('engine_unsupported', `Metabase ${version} is older than 0.${OLDEST}.`);
    const embedding = properties['enable-embedding-static'] ?? properties['enable-embedding'] ?? false;
    return { version: version || 'unknown', capabilities: embedding ? ['embedding'] : [] };
  },
  provisioner,
  people,
};
