import type { FastifyInstance } from 'fastify';
import type { Clock } from '#core/clock.ts';
import type { EngineDefinition } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import type { Operation } from '#core/operation.ts';
import { FORM_CHALLENGE_SECONDS } from '#features/contacts/index.ts';
import { freshness } from '#features/identity/index.ts';
import { findSharedEngines, ticketReader } from '#features/engines/index.ts';
import { findServers } from '#features/servers/index.ts';
import { createReceiver, knownHookUrl } from '#features/hooks/index.ts';
import { createBroadcast } from '#kernel/broadcast.ts';
import { createKernel } from '#kernel/kernel.ts';
import { createNotifier } from '#kernel/notifier.ts';
import type { Kernel } from '#kernel/types.ts';
import { createWatch } from '#kernel/watch.ts';
import { createChallenges } from '#platform/challenge.ts';
import { monotonic, systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import { createPool, roleUrl } from '#platform/db/pool.ts';
import { ping } from '#platform/db/records.ts';
import type { EngineCallsOptions } from '#platform/engines/call.ts';
import { isAway, proveOnceThere, proveSecretKeys } from '#platform/engines/prove-keys.ts';
import { memoryLimiter } from '#platform/limits.ts';
import type { createLogger } from '#platform/log.ts';
import { keysFile } from '#platform/secret-keys.ts';
import { deriveSecret, masterSecret, operatorKey } from '#platform/secrets.ts';
import { createTelemetry } from '#platform/telemetry.ts';
import { createAssertions } from '#platform/tokens/assertion.ts';
import { registerAsyncApi } from '#surfaces/asyncapi/register.ts';
import { createConsole, registerConsole } from '#surfaces/console/index.ts';
import { registerEdge } from '#surfaces/edge/index.ts';
import { registerMcp } from '#surfaces/mcp/index.ts';
import { addressesOf, type OAuthOptions } from '#surfaces/oauth/index.ts';
import { registerDocs } from '#surfaces/openapi/register.ts';
import { registerClerk } from '#surfaces/rest/clerk.ts';
import { registerEngineLogin } from '#surfaces/pages/engine-login.ts';
import { registerLogin } from '#surfaces/pages/login.ts';
import { registerHooks } from '#surfaces/rest/hooks.ts';
import { registerJwks } from '#surfaces/rest/jwks.ts';
import { createCookies } from '#surfaces/rest/knock.ts';
import { registerMetrics } from '#surfaces/rest/metrics.ts';
import { registerOidc } from '#surfaces/rest/oidc.ts';
import { createServer } from '#surfaces/rest/server.ts';
import { registerUserinfo } from '#surfaces/rest/userinfo.ts';
import { registerWhatsApp } from '#surfaces/rest/whatsapp.ts';
import { createQuota } from '#surfaces/stream/quota.ts';
import { registerStream, type StreamTiming } from '#surfaces/stream/index.ts';
import { MAIN } from '#surfaces/mcp/views.ts';
import { registerRegistry } from '#surfaces/registry/index.ts';
import { agentAuthenticator } from './agents.ts';
import { grantAuthenticator, keyAuthenticator, keyUsage, operatorAuthenticator } from './authenticators.ts';
import { buildCatalogue, engineProbes } from './catalogue.ts';
import { connectEngines, engineWay, ENGINES, SENDERS } from './engines.ts';
import { EVENTS } from './events.ts';
import { createIdentity } from './identity.ts';
import { mcpViews } from './mcp-views.ts';
import { registerGauges, registerPools, registerStreamGauge } from './metrics.ts';
import { fetchPublic, serveOAuth } from './oauth.ts';
import { personAuthenticators } from './people.ts';
import { vaultAuthenticator } from './vault.ts';
import { VERSION } from './version.ts';
import { webhookParts } from './webhooks.ts';
import { createWhatsAppInbox } from './whatsapp.ts';

/** Connections of one API process; the batch driver keeps each busy for well under a millisecond. */
const APP_CONNECTIONS = 12;
const OPERATOR_CONNECTIONS = 2;
const IDENTITY_CONNECTIONS = 6;
const WINDOW_SECONDS = 60;
/** A database that doesn't answer for so long: callers are told, instead of waiting with it. */
const ANSWER_TIMEOUT_MS = 8_000;
/** What still runs, or only holds its connection open, that long after we were asked to stop is cut off. */
const CLOSE_LIMIT_MS = 5_000;

export interface Api {
  readonly server: FastifyInstance;
  readonly kernel: Kernel;
  /** Rejected when the keys of secrets aren't those that a database needs which was away at the start: then nothing is served. */
  readonly proven: Promise<void>;
  stop(): Promise<void>;
}

export interface ApiOptions {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly log: ReturnType<typeof createLogger>;
  readonly clock?: Clock;
  readonly monotonic?: () => number;
  /** How documents at addresses that strangers name are got. */
  readonly fetchPublic?: OAuthOptions['fetchPublic'];
  /** The product's, unless a test brings its own. */
  readonly engines?: readonly EngineDefinition[];
  readonly engineOperations?: readonly Operation[];
  readonly engineCalls?: EngineCallsOptions;
  /** Shorter for tests. */
  readonly streams?: StreamTiming;
}

/**
 * The whole API of one process, not yet listening. Tests build the same one over their own database, which may be away.
 * @throws SecretFileError when it lacks a key that the database needs
 */
export async function createApi({
  config,
  databaseUrl,
  log,
  clock = systemClock,
  ...rest
}: ApiOptions): Promise<Api> {
  const secret = masterSecret(config);
  const telemetry = createTelemetry();
  const shared = {
    url: databaseUrl,
    secret,
    answerTimeoutMs: ANSWER_TIMEOUT_MS,
    observe: (role: string, seconds: number) => telemetry.database.observe([role], seconds),
  };
  const app = createPool({ ...shared, role: 'app', max: APP_CONNECTIONS });
  const operator = createPool({ ...shared, role: 'operator', max: OPERATOR_CONNECTIONS });
  const identity = createPool({ ...shared, role: 'identity', max: IDENTITY_CONNECTIONS });
  // Idle but for scrapes: a look at the queue is the relay's right.
  const relay = createPool({ ...shared, role: 'relay', max: 1 });
  registerPools(telemetry, { app, operator, identity });
  registerGauges(telemetry, { identity, relay });
  const usage = keyUsage(app, clock);
  const settings = config.engines as Readonly<Record<string, string | undefined>>;
  const capability = connectEngines(settings);
  const database = {
    name: 'database',
    configured: true,
    vital: true,
    check: async () => void (await app.batch([ping])),
  };
  const people = createIdentity({
    pool: identity,
    secret,
    home: config.home,
    issuer: config.publicUrl,
    clock,
    passwords: config.passwords,
    issuers: config.issuers,
    clerkSecret: config.engines.CLERK_WEBHOOK_SECRET,
    otp: config.otp,
    mails: config.nodeEnv !== 'production' || capability('mail') !== undefined,
  });
  // So that the first login needs no second connection for it; without a database, it will ask again itself.
  people.keys.signer().catch(() => {});
  const stopping = new AbortController();
  let proven = proveSecretKeys(app, keysFile(config.home));
  await proven.catch(async (error: unknown) => {
    if (isAway(error)) {
      log.warn({ err: error }, 'the database is away; health says so until it answers');
      proven = proveOnceThere(app, keysFile(config.home), stopping.signal);
      proven.catch(() => {});
      return;
    }
    await Promise.all([app, operator, identity, relay].map((pool) => pool.end()));
    throw error;
  });
  const engines = engineWay(config, rest.engineCalls, relay);
  const hooks = {
    ...engines,
    engines: rest.engines ?? ENGINES,
    senders: SENDERS,
    publicUrl: config.publicUrl,
  };
  const webhooks = webhookParts(secret, config.nodeEnv !== 'production');
  const catalogue = buildCatalogue({
    probes: [database, ...engineProbes(settings)],
    monotonic: rest.monotonic ?? monotonic,
    identity: people.parts,
    tombstoneKey: people.tombstoneKey,
    consentKey: people.consentKey,
    checkpoints: people.checkpoints,
    formChallenges: createChallenges(deriveSecret(secret, 'form challenges'), FORM_CHALLENGE_SECONDS),
    webhooks,
    secrets: { keysFile: keysFile(config.home), stores: engines.secrets, pools: { app, relay, operator } },
    engines: {
      engines: rest.engines ?? ENGINES,
      ...engines,
      publicUrl: config.publicUrl,
      hookUrl: knownHookUrl(hooks),
    },
    ...(rest.engineOperations && { engineOperations: rest.engineOperations }),
    hooks,
    sharedEngines: findSharedEngines(app),
    fresh: freshness(identity),
    inspect: async (token, network) => {
      try {
        return (await kernel.admit({ ip: network, token })).actor;
      } catch (error) {
        if (error instanceof AppError && error.code === 'unauthenticated') return undefined;
        throw error;
      }
    },
    development: config.nodeEnv !== 'production',
    noticeTemplate: config.engines.WHATSAPP_NOTICE_TEMPLATE,
  });
  const afterEvents = createNotifier(app);
  const kernel = createKernel({
    catalogue,
    pools: { app, operator, identity },
    authenticators: [
      keyAuthenticator(app, usage.used),
      ...personAuthenticators({ pool: identity, tokens: people.parts.tokens, clock }),
      agentAuthenticator(identity, addressesOf(config.publicUrl).resource),
      grantAuthenticator(app),
      operatorAuthenticator(operatorKey(config.home)),
      ...(config.vault ? [vaultAuthenticator({ vault: config.vault, pool: identity, clock })] : []),
    ],
    limits: {
      ip: memoryLimiter('ip', config.rateLimitIp, WINDOW_SECONDS),
      key: memoryLimiter('key', config.rateLimitKey, WINDOW_SECONDS),
      tenant: memoryLimiter('tenant', config.rateLimitTenant, WINDOW_SECONDS),
    },
    clock,
    log,
    capability,
    engines,
    afterEvents,
    observe: (operation, result, seconds) => telemetry.operations.observe([operation, result], seconds),
    refused: telemetry.refused,
  });
  const site = createConsole(config.home);
  const server = createServer({
    kernel,
    log,
    publicUrl: config.publicUrl,
    corsOrigins: config.corsOrigins,
    trustedProxies: config.trustedProxies,
    home: () => (site.isPresent() ? '/app' : '/docs'),
    observe: (method, route, status, seconds) =>
      telemetry.requests.observe([method, route, String(status)], seconds),
  });
  const info = { version: VERSION, publicUrl: config.publicUrl };
  registerDocs(server, { catalogue, info });
  registerAsyncApi(server, { events: EVENTS, info });
  registerMetrics(server, kernel, telemetry);
  registerWhatsApp(server, kernel, {
    engine: capability('whatsapp'),
    take: createWhatsAppInbox({ pools: { app, identity }, clock, log, capability, afterEvents }),
    log,
  });
  registerHooks(
    server,
    kernel,
    createReceiver({ ...hooks, pool: app, clock, afterEvents, refused: telemetry.refused }),
  );
  registerJwks(server, people.keys, people.checkpoints);
  const cookies = createCookies(config.publicUrl);
  registerEdge(server, {
    kernel,
    cookies,
    assertions: createAssertions({ keys: people.keys, issuer: config.publicUrl, clock }),
    domain: config.domain,
    publicUrl: config.publicUrl,
    engines: ENGINES.map(({ name }) => name),
  });
  registerOidc(server, kernel, cookies, config.publicUrl);
  registerClerk(server, kernel);
  registerLogin(server, { kernel, cookies });
  registerConsole(
    server,
    site,
    catalogue.operations.flatMap(({ operation: { outside, route } }) => (outside?.framed ? [route] : [])),
  );
  registerEngineLogin(server, { kernel, cookies, publicUrl: config.publicUrl });
  registerUserinfo(server, kernel, ticketReader({ pool: app, clock, publicUrl: config.publicUrl }));
  const broadcast = createBroadcast({
    pool: app,
    url: roleUrl(config.databaseDirectUrl ?? databaseUrl, secret, 'app'),
    names: EVENTS.filter(({ scope }) => scope !== null).map(({ name }) => name),
    log,
  });
  const watch = createWatch({ clock });
  const quota = createQuota();
  registerStream(server, {
    kernel,
    cookies,
    broadcast,
    watch,
    quota,
    events: EVENTS,
    ...rest.streams,
  });
  registerStreamGauge(telemetry, quota);
  if (config.enableMcp) {
    const views = mcpViews(rest.engines ?? ENGINES);
    registerRegistry(server, {
      kernel,
      views: [MAIN, ...views],
      version: VERSION,
      publicUrl: config.publicUrl,
      domain: config.domain,
      find: () => findServers(app),
      log,
    });
    registerMcp(server, {
      views,
      kernel,
      serverInfo: { name: 'smarteros', version: VERSION },
      allowedOrigins: config.corsOrigins,
      publicUrl: config.publicUrl,
      log,
      observe: (method, tool, error, seconds) => telemetry.tools.observe([method, tool, error], seconds),
      live: { broadcast, watch, quota, events: EVENTS },
    });
    serveOAuth(server, {
      kernel,
      config,
      cookies,
      pool: identity,
      secret,
      clock,
      log,
      fetchPublic: rest.fetchPublic ?? fetchPublic,
    });
  }
  return {
    server,
    kernel,
    proven,
    stop: async () => {
      stopping.abort();
      const limit = setTimeout(() => server.server.closeAllConnections(), CLOSE_LIMIT_MS);
      await server.close();
      clearTimeout(limit);
      watch.stop();
      await broadcast.stop();
      await usage.stop();
      await Promise.all([app.end(), operator.end(), identity.end(), relay.end()]);
    },
  };
}
