import type { Statement } from '#core/db.ts';
import { statement } from './statement.ts';

/**
 * Heartbeats of workers. All times are the database's: the clocks of two hosts differ, and a worker must not be
 * declared dead by its neighbour's clock.
 */

/** Writes a row anew when others have buried it meanwhile (a host that slept). */
export const beat = (ids: readonly string[]): Statement =>
  statement(
    `insert into core.workers (id, seen_at) select id, now() from unnest($1::uuid[]) as one (id)
     on conflict (id) do update set seen_at = excluded.seen_at`,
    [ids],
  );

export const silentWorkers = (seconds: number): Statement<{ id: string }> =>
  statement('select id from core.workers where seen_at < now() - make_interval(secs => $1::float8)', [
    seconds,
  ]);

/**
 * Gives the jobs of workers back to the queue; a job's `locked_by` is its worker's id. graphile-worker counts an
 * attempt when a job is fetched, so a job on its last attempt would never run again without having failed: it gets that
 * attempt back after the usual wait, which also slows down a job that kills its worker each time.
 */
export const releaseJobs = (ids: readonly string[]): Statement<{ jobs: number }> =>
  statement(
    `with freed as (
       update graphile_worker._private_jobs set
         locked_at = null, locked_by = null,
         attempts = least(attempts, max_attempts - 1),
         run_at = case when attempts < max_attempts then run_at
                       else now() + exp(least(attempts, 10)) * interval '1 second' end
       where locked_by = any ($1::text[])
       returning 1
     )
     select count(*) as jobs from freed`,
    [ids],
  );

export const forgetWorkers = (ids: readonly string[]): Statement =>
  statement('delete from core.workers where id = any ($1::uuid[])', [ids]);

/** Which of these running jobs somebody has cancelled (core.cancel_job). */
export const cancelledAmong = (ids: readonly string[]): Statement<{ id: string }> =>
  statement(
    `select id::text from graphile_worker._private_jobs where id = any ($1::bigint[]) and flags ? 'cancelled'`,
    [ids],
  );
