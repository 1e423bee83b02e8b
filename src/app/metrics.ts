import { findHealth } from '#features/messages/index.ts';
import { queueStats } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { createTelemetry } from '#platform/telemetry.ts';

const MS_PER_SECOND = 1_000;

/** What the database tells about events and jobs, and how busy our connections to it are. */
export function registerGauges(
  telemetry: ReturnType<typeof createTelemetry>,
  pools: { app: Pool; identity: Pool; relay: Pool },
): void {
  telemetry.gauges(
    {
      smarteros_db_connections: 'Open connections of this process for tenants.',
      smarteros_db_waiting: 'Calls of this process that wait for a connection.',
    },
    async () => {
      const { total, waiting } = pools.app.stats();
      return { smarteros_db_connections: total, smarteros_db_waiting: waiting };
    },
  );
  telemetry.gauges(
    {
      smarteros_events_unpublished: 'Events that wait for the relay.',
      smarteros_events_oldest_unpublished_seconds: 'Age of the oldest of them.',
      smarteros_jobs_waiting: 'Jobs that are due or planned.',
      smarteros_jobs_running: 'Jobs being run.',
      smarteros_jobs_failed: 'Jobs given up after their last attempt.',
      smarteros_jobs_oldest_ready_seconds: 'How long the oldest due job has waited.',
    },
    async () => {
      const stats = await queueStats(pools.relay);
      return {
        smarteros_events_unpublished: stats.unpublished,
        smarteros_events_oldest_unpublished_seconds: stats.oldestUnpublishedSeconds,
        smarteros_jobs_waiting: stats.waiting,
        smarteros_jobs_running: stats.running,
        smarteros_jobs_failed: stats.failed,
        smarteros_jobs_oldest_ready_seconds: stats.oldestReadySeconds,
      };
    },
  );
  telemetry.gauges(
    {
      smarteros_whatsapp_token_ok:
        '1: works, and for long enough; 0: needs the operator. NaN while WhatsApp isn’t set up.',
      smarteros_whatsapp_token_expires_at_seconds: 'When the token ends, in Unix time; +Inf: never.',
    },
    async () => {
      const [[health]] = await pools.identity.batch([findHealth]);
      const expiresAt = health?.expires_at ?? null;
      return {
        smarteros_whatsapp_token_ok: health ? Number(health.state === 'fine') : Number.NaN,
        smarteros_whatsapp_token_expires_at_seconds:
          expiresAt === null ? Infinity : Date.parse(expiresAt) / MS_PER_SECOND,
      };
    },
  );
}

export function registerStreamGauge(
  telemetry: ReturnType<typeof createTelemetry>,
  streams: { count(): number },
): void {
  telemetry.gauges({ smarteros_event_streams: 'Open live streams of events.' }, async () => ({
    smarteros_event_streams: streams.count(),
  }));
}
