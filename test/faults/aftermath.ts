import { EVENTS } from '#app/events.ts';
import { isVisible } from '#core/event.ts';
import { ask as request } from './client.ts';
import type { Company } from './company.ts';
import { ask } from './database.ts';
import type { Expected } from './listener.ts';
import type { Verdicts } from './report.ts';

/** What everything that leaves the database is held against, and what may be left in it. */

const VISIBLE = EVENTS.filter((event) => isVisible(event, new Set(['*']))).map(({ name }) => name);
const VERIFY_PAGE = 100_000;

/** By tenant, in order of position: the events that whoever may see everything has to get. */
export const expectedEvents = (
  url: string,
  tenants: readonly string[],
): Promise<ReadonlyMap<string, readonly Expected[]>> =>
  ask(url, async (client) => {
    const { rows } = await client.query<Expected & { tenant: string }>(
      `select tenant_id as tenant, id, position::float8 as position from core.events
       where tenant_id = any ($1::uuid[]) and name = any ($2) and position is not null order by position`,
      [tenants, VISIBLE],
    );
    const found = Map.groupBy(rows, ({ tenant }) => tenant);
    return new Map(tenants.map((tenant) => [tenant, found.get(tenant) ?? []]));
  });

export interface Backlog {
  readonly unpublished: number;
  /** Jobs that are due, being run or to be tried again; not those that are planned for later. */
  readonly jobs: number;
  readonly unsealed: number;
  /** Webhooks that were not tried yet (endpoints), or are to be tried again (deliveries). */
  readonly webhooks: number;
}

export const backlog = (url: string): Promise<Backlog> =>
  ask(url, async (client) => {
    const { rows } = await client.query<Backlog>(
      `select (select count(*)::int from core.events where position is null) as unpublished,
              (select count(*)::int from graphile_worker._private_jobs
               where attempts < max_attempts and (attempts > 0 or locked_at is not null or run_at <= now())) as jobs,
              (select count(*)::int from core.audit where number is null) as unsealed,
              (select count(*)::int from core.webhook_cursors c join core.webhook_heads h using (tenant_id)
               where c.enabled and h.position > c.position)
                + (select count(*)::int from app.webhook_deliveries where status = 'waiting') as webhooks`,
    );
    return rows[0]!;
  });

/** No job was given up because of the kills, and the log of each endpoint (`hooked`: what it gets) has all as delivered. */
export async function checkLeft(
  report: Verdicts,
  url: string,
  hooked: ReadonlyMap<string, readonly Expected[]>,
): Promise<void> {
  const { dead, logged } = await ask(url, async (client) => ({
    dead: await client.query<{ job: string }>(
      `select t.identifier || ': ' || coalesce(j.last_error, '') as job from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where j.attempts >= j.max_attempts`,
    ),
    logged: await client.query<{ id: string; status: string }>(
      'select event_id as id, status from app.webhook_deliveries where tenant_id = any ($1::uuid[])',
      [[...hooked.keys()]],
    ),
  }));
  report.none(
    'no job was given up',
    dead.rows.map(({ job }) => job),
  );
  const statuses = new Map(logged.rows.map(({ id, status }) => [id, status]));
  const wrong = [...hooked.values()].flat().filter(({ id }) => statuses.get(id) !== 'delivered');
  report.none(
    'the log of deliveries has each event as delivered',
    wrong.map(({ id }) => `${id} ${statuses.get(id) ?? 'unknown'}`),
  );
}

interface Proof {
  readonly ok: boolean;
  readonly checked: number;
  readonly broken: unknown;
  readonly unsealed: { readonly count: number };
  readonly nextFrom: number | null;
}

/** The product itself proves each company's audit, and it proves all rows that there are. */
export async function checkAudit(
  report: Verdicts,
  place: { url: string; databaseUrl: string },
  tenants: readonly Company[],
): Promise<void> {
  const wrong: string[] = [];
  let proved = 0;
  for (const { id, key } of tenants) {
    let checked = 0;
    for (let from: number | null = 1; from !== null;) {
      const { status, body } = await request(
        place.url,
        `GET /audit/verify?from=${from}&limit=${VERIFY_PAGE}`,
        { token: key },
      );
      const proof = body as Proof;
      if (status !== 200 || !proof.ok || proof.unsealed.count > 0) {
        wrong.push(`${id}: ${status} ${JSON.stringify(body)}`);
        break;
      }
      checked += proof.checked;
      from = proof.nextFrom;
    }
    const rows = await ask(place.databaseUrl, async (client) => {
      const found = await client.query<{ n: number }>(
        'select count(*)::int as n from core.audit where tenant_id = $1',
        [id],
      );
      return found.rows[0]!.n;
    });
    if (checked !== rows) wrong.push(`${id}: ${checked} of ${rows} rows`);
    proved += checked;
  }
  report.figure('audit rows proved', proved);
  report.none('the audit of each company verifies, to its last row', wrong);
}
