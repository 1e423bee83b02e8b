import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

export interface JobRow {
  readonly id: string;
  readonly tenant_id: string | null;
  readonly name: string;
  readonly state: 'waiting' | 'running' | 'cancelling' | 'failed' | 'cancelled';
  readonly event_id: string | null;
  readonly attempts: number;
  readonly max_attempts: number;
  readonly run_at: string;
  readonly locked_at: string | null;
  readonly created_at: string;
  /** `code: words`, as the kernel gives it to the queue. */
  readonly last_error: string | null;
}

const COLUMNS =
  'id::text, tenant_id, name, state, event_id, attempts, max_attempts, run_at, locked_at, created_at, last_error';

export const listJobs = (
  filter: { readonly name: string | null; readonly state: string | null },
  before: string | null,
  rows: number,
): Statement<JobRow> =>
  statement(`select ${COLUMNS} from core.find_jobs(null, $1, $2, $3, $4)`, [
    filter.name,
    filter.state,
    before,
    rows,
  ]);

export const findJob = (id: string): Statement<JobRow> =>
  statement(`select ${COLUMNS} from core.find_jobs($1, null, null, null, 1)`, [id]);

export const retryJobs = (
  which: { readonly id: string | null; readonly name: string | null },
  at: Date,
  most: number,
): Statement<{ id: string; tenant_id: string | null }> =>
  statement('select id::text, tenant_id from core.retry_jobs($1, $2, $3, $4)', [
    which.id,
    which.name,
    at,
    most,
  ]);

export const cancelJob = (id: string, at: Date): Statement<{ id: string | null }> =>
  statement('select core.cancel_job($1, $2)::text as id', [id, at]);

export const dropJobs = (before: Date, most: number): Statement<{ gone: number }> =>
  statement('select core.drop_jobs($1, $2) as gone', [before, most]);

export const lastTurns = statement<{ task: string; at: string | null }>(
  'select task, at from core.last_turns()',
);
