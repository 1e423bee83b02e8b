import { setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { JobDefinition } from '#core/job.ts';
import { notifier } from '#features/notifications/index.ts';
import { systemClock } from '#platform/clock.ts';
import { loadConfig, type Config } from '#platform/config.ts';
import { createPool, roleUrl } from '#platform/db/pool.ts';
import { proveOnceThere } from '#platform/engines/prove-keys.ts';
import { createLogger } from '#platform/log.ts';
import { keysFile } from '#platform/secret-keys.ts';
import { masterSecret, operatorKey } from '#platform/secrets.ts';
import { createTelemetry } from '#platform/telemetry.ts';
import { keepContacts } from './contact-sync.ts';
import { connectEngines, engineWay, ENGINES, SENDERS } from './engines.ts';
import { createIdentity } from './identity.ts';
import { listJobs } from './jobs.ts';
import { registerPools } from './metrics.ts';
import { startEngines } from './reconciler.ts';
import { startTracing } from './tracing.ts';
import { startWebhooks } from './webhooks.ts';

/** The queue's and the relay's own; jobs have as many as may run at a time, or they would wait for each other. */
const RELAY_CONNECTIONS = 6;
/** Logins are short, and few at a time. */
const IDENTITY_CONNECTIONS = 4;
/** One purge at a time. */
const OPERATOR_CONNECTIONS = 1;
/** Reading and writing of webhooks; many deliveries share a round trip. */
const WEBHOOK_CONNECTIONS = 4;
/** Where processors are short, acts go before their effects. */
export const WORKER_NICENESS = 10;
/** After this a connection that a job still holds is left to the end of the process. */
const CLOSE_LIMIT_MS = 2_000;

function databaseUrlOf(config: Config): string {
  if (config.databaseUrl) return config.databaseUrl;
  throw new Error(
    'DATABASE_URL is not set: start this process with ./smarteros up, which brings a database along',
  );
}

/**
 * Runs until SIGTERM or SIGINT, or until `sound` turns out not to be, then stops in order: nothing new, finish what runs,
 * last log line out.
 */
async function untilStopped(
  log: Logger,
  stop: () => Promise<void>,
  sound: Promise<void> = Promise.resolve(),
): Promise<number> {
  const code = await new Promise<number>((resolve) => {
    process.once('SIGTERM', () => resolve(0));
    process.once('SIGINT', () => resolve(0));
    sound.catch((error: unknown) => {
      log.error({ err: error }, error instanceof Error ? error.message : String(error));
      resolve(1);
    });
  });
  log.info('stopping');
  await stop();
  log.flush();
  return code;
}

export async function runApi(): Promise<number> {
  const config = loadConfig();
  const log = createLogger({ level: config.logLevel, service: 'api' });
  const stopTracing = await startTracing(config, 'api', log);
  // Only here, and the worker's only there: what the other one needs takes 10 MB.
  const { createApi } = await import('./api.ts');
  const api = await createApi({ config, databaseUrl: databaseUrlOf(config), log });
  await api.server.listen({ host: config.host, port: config.port });
  log.info({ port: config.port }, 'api ready');
  const stop = async (): Promise<void> => {
    await api.stop();
    await stopTracing();
  };
  return untilStopped(log, stop, api.proven);
}

/** `more` jobs run beside the product's own. */
export async function runWorker(more: readonly JobDefinition[] = []): Promise<number> {
  setPriority(WORKER_NICENESS);
  const config = loadConfig();
  const log = createLogger({ level: config.logLevel, service: 'worker' });
  const stopTracing = await startTracing(config, 'worker', log);
  const secret = masterSecret(config);
  const url = databaseUrlOf(config);
  // A pooler in transaction mode can't LISTEN or hold a session's lock, so workers go past it.
  const direct = config.databaseDirectUrl ?? url;
  const telemetry = createTelemetry();
  const shared = {
    url,
    secret,
    observe: (role: string, seconds: number) => telemetry.database.observe([role], seconds),
  };
  const app = createPool({ ...shared, role: 'app', max: config.workerConcurrency });
  const identity = createPool({ ...shared, role: 'identity', max: IDENTITY_CONNECTIONS });
  const operator = createPool({ ...shared, role: 'operator', max: OPERATOR_CONNECTIONS });
  const relay = createPool({ ...shared, url: direct, role: 'relay', max: RELAY_CONNECTIONS });
  registerPools(telemetry, { app, identity, operator, relay });
  const development = config.nodeEnv !== 'production';
  const people = createIdentity({
    pool: identity,
    secret,
    home: config.home,
    issuer: config.publicUrl,
    clock: systemClock,
    passwords: config.passwords,
    issuers: config.issuers,
    clerkSecret: config.engines.CLERK_WEBHOOK_SECRET,
    otp: config.otp,
    mails: true,
  });
  const sending = createPool({ ...shared, role: 'app', max: WEBHOOK_CONNECTIONS });
  const webhooks = startWebhooks({
    pools: { app: sending, identity, relay },
    secret,
    development,
    clock: systemClock,
    log,
    observe: (result) => telemetry.webhook(result),
  });
  await proveOnceThere(app, keysFile(config.home));
  const way = engineWay(config, undefined, relay);
  const engines = startEngines({
    pools: { app, relay },
    engines: ENGINES,
    way,
    publicUrl: config.publicUrl,
    clock: systemClock,
    log,
  });
  const contacts = keepContacts({ pools: { app, relay }, engines: ENGINES, way, clock: systemClock, log });
  const { createWorker } = await import('#kernel/worker.ts');
  const worker = await createWorker({
    pools: { app, identity, operator, relay },
    directUrl: roleUrl(direct, secret, 'relay'),
    sealerUrl: roleUrl(direct, secret, 'sealer'),
    jobs: [
      ...listJobs({
        ...people.parts,
        keys: people.keys,
        checkpoints: people.checkpoints,
        engines: { engines: ENGINES, ...way },
        secrets: { keysFile: keysFile(config.home), stores: way.secrets, pools: { app, relay, operator } },
        hooks: { ...way, engines: ENGINES, senders: SENDERS, publicUrl: config.publicUrl },
        development,
        publicUrl: config.publicUrl,
        ...notifier({
          development,
          template: config.engines.WHATSAPP_NOTICE_TEMPLATE,
          people: identity,
          publicUrl: config.publicUrl,
        }),
      }),
      ...more,
    ],
    clock: systemClock,
    log,
    capability: connectEngines(config.engines),
    concurrency: config.workerConcurrency,
    observe: (job, result, seconds) => telemetry.jobs.observe([job, result], seconds),
    published: () => {
      webhooks.wake();
      contacts.wake();
    },
  });
  const metrics =
    config.workerMetricsPort === undefined
      ? undefined
      : await (
          await import('./worker-metrics.ts')
        ).serveMetrics(telemetry, {
          host: config.host,
          port: config.workerMetricsPort,
          operatorKey: operatorKey(config.home),
        });
  // The supervisor waits for this very line, at whatever level we log.
  const announcer = createLogger({ level: 'info', service: 'worker' });
  announcer.info('worker ready');
  announcer.flush();
  return untilStopped(log, async () => {
    await Promise.all([worker.stop(), webhooks.stop(), engines.stop(), contacts.stop()]);
    await metrics?.stop();
    await Promise.race([
      Promise.all([app.end(), sending.end(), identity.end(), operator.end(), relay.end(), stopTracing()]),
      sleep(CLOSE_LIMIT_MS, undefined, { ref: false }),
    ]);
  });
}
