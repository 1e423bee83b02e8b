import { codeFigures } from '#features/identity/index.ts';
import { findHealth } from '#features/messages/index.ts';
import { systemClock } from '#platform/clock.ts';
import { sealStats } from '#platform/db/audit.ts';
import { queueStats } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { Telemetry } from '#platform/telemetry.ts';

const MS_PER_SECOND = 1_000;

/** How busy this process's connections to the database are. */
export function registerPools(telemetry: Telemetry, pools: Readonly<Record<string, Pool>>): void {
  telemetry.gaugesBy(
    'role',
    {
      smarteros_db_connections: 'Open connections of this process by database role.',
      smarteros_db_connections_busy: 'Those in use.',
      smarteros_db_connections_max: 'The most that it opens.',
      smarteros_db_waiting: 'Calls of this process that wait for a connection.',
    },
    () =>
      Object.fromEntries(
        Object.entries(pools).map(([role, pool]) => {
          const { total, idle, waiting, max } = pool.stats();
          const reading = {
            smarteros_db_connections: total,
            smarteros_db_connections_busy: total - idle,
            smarteros_db_connections_max: max,
            smarteros_db_waiting: waiting,
          };
          return [role, reading];
        }),
      ),
  );
}

/** What the database tells about events, jobs and codes: of the whole installation, whichever process is asked. */
export function registerGauges(telemetry: Telemetry, pools: { identity: Pool; relay: Pool }): void {
  telemetry.gauges(
    {
      smarteros_events_unpublished: 'Events that wait for the relay.',
      smarteros_events_oldest_unpublished_seconds: 'Age of the oldest of them.',
      smarteros_jobs_waiting: 'Jobs that are due or planned.',
      smarteros_jobs_retrying: 'Those of them that have failed before.',
      smarteros_jobs_running: 'Jobs being run.',
      smarteros_jobs_failed: 'Jobs given up after their last attempt, and not cancelled.',
      smarteros_jobs_oldest_ready_seconds: 'How long the oldest due job has waited.',
      smarteros_workers: 'Queues of workers that were heard of in the last 15 seconds.',
    },
    async () => {
      const stats = await queueStats(pools.relay);
      return {
        smarteros_events_unpublished: stats.unpublished,
        smarteros_events_oldest_unpublished_seconds: stats.oldestUnpublishedSeconds,
        smarteros_jobs_waiting: stats.waiting,
        smarteros_jobs_retrying: stats.retrying,
        smarteros_jobs_running: stats.running,
        smarteros_jobs_failed: stats.failed,
        smarteros_jobs_oldest_ready_seconds: stats.oldestReadySeconds,
        smarteros_workers: stats.workers,
      };
    },
  );
  telemetry.gauges(
    {
      smarteros_codes_sent_day: 'One-time codes sent in the last 24 hours.',
      smarteros_codes_verified_day: 'Right ones in the last 24 hours.',
      smarteros_codes_failed_day: 'Wrong guesses in the last 24 hours.',
      smarteros_codes_failure_budget_used_ratio:
        'Wrong guesses at codes of 6 digits as a part of those allowed; from 1 on codes are longer.',
    },
    async () => {
      const [[figures]] = await pools.identity.batch([codeFigures(systemClock.now())]);
      return {
        smarteros_codes_sent_day: figures!.sent,
        smarteros_codes_verified_day: figures!.verified,
        smarteros_codes_failed_day: figures!.failed,
        smarteros_codes_failure_budget_used_ratio: figures!.budget,
      };
    },
  );
  telemetry.gauges(
    {
      smarteros_audit_unsealed: 'Audit rows that wait for the sealer.',
      smarteros_audit_oldest_unsealed_seconds: 'Age of the oldest of them.',
    },
    async () => {
      const stats = await sealStats(pools.relay);
      return {
        smarteros_audit_unsealed: stats.unsealed,
        smarteros_audit_oldest_unsealed_seconds: stats.oldestUnsealedSeconds,
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

export function registerStreamGauge(telemetry: Telemetry, streams: { count(): number }): void {
  telemetry.gauges({ smarteros_event_streams: 'Open live streams of events.' }, async () => ({
    smarteros_event_streams: streams.count(),
  }));
}
