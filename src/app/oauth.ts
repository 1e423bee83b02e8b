import type { FastifyInstance } from 'fastify';
import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import { connectAgent, disconnectAgent, GRANT_DAYS } from '#features/oauth/catalogue.ts';
import { compileCatalogue } from '#kernel/compile.ts';
import type { Kernel } from '#kernel/types.ts';
import type { Config } from '#platform/config.ts';
import type { Pool } from '#platform/db/pool.ts';
import { httpRequest } from '#platform/http.ts';
import { createSealer } from '#platform/seal.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { registerOAuth, type OAuthOptions } from '#surfaces/oauth/index.ts';
import type { Cookies } from '#surfaces/rest/knock.ts';

/** A person waits for the page that needs the document. */
const DOCUMENT_TIMEOUT_MS = 2_500;
const DOCUMENT_TOTAL_MS = 5_000;

/** Metadata documents of agents lie at addresses that strangers name. */
export const fetchPublic: OAuthOptions['fetchPublic'] = (url) =>
  httpRequest({
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    timeoutMs: DOCUMENT_TIMEOUT_MS,
    retry: { attempts: 2, totalMs: DOCUMENT_TOTAL_MS },
    guard: 'public',
    httpsOnly: true,
  });

/** The authorization server of this installation. */
export function serveOAuth(
  server: FastifyInstance,
  parts: {
    readonly kernel: Kernel;
    readonly config: Config;
    readonly cookies: Cookies;
    readonly pool: Pool;
    readonly secret: Buffer;
    readonly clock: Clock;
    readonly log: Log;
    readonly fetchPublic: OAuthOptions['fetchPublic'];
  },
): void {
  const { config, secret, ...rest } = parts;
  const { publicUrl } = config;
  const [connect, disconnect] = compileCatalogue([connectAgent, disconnectAgent]).operations;
  registerOAuth(server, {
    ...rest,
    publicUrl,
    sealer: createSealer(secret, 'oauth record'),
    cookieKey: deriveSecret(secret, 'oauth cookies'),
    tokenKey: deriveSecret(secret, 'consent form'),
    registration: config.oauthRegistration,
    connect: connect!,
    disconnect: disconnect!,
    grantDays: GRANT_DAYS,
  });
}
