import type { FastifyInstance } from 'fastify';
import { anonymous } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import type { Compiled, Kernel } from '#kernel/types.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { Sealer } from '#platform/seal.ts';
import { messagePage } from '#surfaces/pages/message-page.ts';
import { pageHeaders } from '#surfaces/pages/page.ts';
import type { Cookies } from '#surfaces/rest/knock.ts';
import { languageOf } from '#surfaces/rest/problems.ts';
import { createAdapters } from './adapter.ts';
import { registerChallenge } from './challenge.ts';
import type { FetchPublic } from './clients.ts';
import { registerConsent } from './consent.ts';
import { registerEndpoints } from './endpoints.ts';
import { addressesOf, registerMetadata } from './metadata.ts';
import { lazyProvider } from './provider.ts';
import { agentScopes, firstScopes } from './scopes.ts';
import type { GrantRow } from './store.ts';

export { addressesOf } from './metadata.ts';
export { AGENT_PREFIX } from './provider.ts';

export interface OAuthOptions {
  readonly kernel: Kernel;
  readonly publicUrl: string;
  readonly cookies: Cookies;
  /** Role identity's. */
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly log: Log;
  /** Two keys of our own: for the library's cookies and for the consent page's forms. */
  readonly cookieKey: string;
  readonly tokenKey: string;
  readonly fetchPublic: FetchPublic;
  /** Whether strangers' programs may register themselves (RFC 7591). */
  readonly registration: boolean;
  readonly connect: Compiled;
  readonly disconnect: Compiled;
  readonly grantDays: number;
}

/** OAuth 2.1 for agents: where to get a token, the server that gives it, and the page that asks a person. */
export function registerOAuth(app: FastifyInstance, options: OAuthOptions): void {
  const { kernel, log, registration } = options;
  const addresses = addressesOf(options.publicUrl);
  const scopes = agentScopes(kernel.catalogue);
  const defaultScopes = firstScopes(scopes);

  async function endGrant(grant: GrantRow): Promise<void> {
    const actor = { ...anonymous, kind: 'agent', id: grant.id, label: grant.client_name } as const;
    await kernel.run({
      operation: options.disconnect,
      caller: { actor, client: { network: '', agent: null, language: 'en' }, limit: UNCOUNTED },
      input: { id: grant.id },
      requestId: options.clock.id(),
      signal: new AbortController().signal,
    });
  }

  const provider = lazyProvider({
    addresses,
    scopes,
    registration,
    fetchPublic: options.fetchPublic,
    adapter: createAdapters({ ...options, resource: addresses.resource, endGrant }),
    cookieKey: options.cookieKey,
    renderError: (ctx, code) => {
      const name = code === 'expired' ? 'expired' : code === 'server_error' ? 'failed' : 'refused';
      ctx.set(pageHeaders());
      ctx.body = messagePage(
        languageOf(ctx.get('accept-language')),
        name,
        name === 'refused' ? code : undefined,
      );
    },
    onError: (error) => log.error({ err: error }, 'oauth failed'),
  });

  registerChallenge(app, { resourceMetadata: addresses.resourceMetadata, scopes: defaultScopes });
  registerMetadata(app, { addresses, scopes, registration });
  registerEndpoints(app, { kernel, provider, defaultScopes, registration });
  registerConsent(app, { ...options, provider, addresses, scopes, days: options.grantDays });
}

/** What ends a connection here isn't a call of anybody's. */
const UNCOUNTED = { name: 'none', quota: 0, windowSeconds: 0, remaining: 0, resetSeconds: 0 };
