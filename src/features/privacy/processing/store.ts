import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

export interface ActivityRow {
  readonly key: string;
  readonly content: unknown;
  readonly removed: boolean;
}

/** The newest description of each activity. */
export const currentActivities: Statement<ActivityRow> = statement(
  `select distinct on (key) key, content, removed_at is not null as removed from privacy.activities order by key, id desc`,
);

export const insertActivity = (
  activity: { id: string; key: string; content: unknown; removed: boolean; by: string },
  now: Date,
): Statement =>
  statement(
    `insert into privacy.activities (id, key, content, removed_at, updated_at, updated_by)
     values ($1, $2, $3, case when $4::boolean then $5::timestamptz end, $5, $6)`,
    [activity.id, activity.key, JSON.stringify(activity.content), activity.removed, now, activity.by],
  );

export interface PolicyRow {
  readonly id: string;
  readonly content: unknown;
  readonly publishedAt: string;
}

export const currentPolicy: Statement<PolicyRow> = statement(
  `select id, content, published_at as "publishedAt" from privacy.policies order by id desc limit 1`,
);

export const insertPolicy = (policy: { id: string; content: unknown; by: string }, now: Date): Statement =>
  statement(
    'insert into privacy.policies (id, content, published_at, published_by) values ($1, $2, $3, $4)',
    [policy.id, JSON.stringify(policy.content), now, policy.by],
  );

export const ownTenant: Statement<{ name: string; taxId: string }> = statement(
  'select name, tax_id as "taxId" from core.tenants where id = core.tenant_id()',
);
