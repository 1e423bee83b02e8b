import pg from 'pg';
import { linkHash, START, type SealedRow } from '#core/audit-chain.ts';
import { startSealer } from '#kernel/sealer.ts';
import { SEALED_COLUMNS } from '#platform/db/audit.ts';
import { roleUrl } from '#platform/db/pool.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { until } from '#test/jobs/company.ts';

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

export interface AuditWorld {
  readonly t: TestApi;
  /** As the superuser. */
  sql<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** Seals all there is, as a worker does within a second. */
  seal(): Promise<void>;
  rows(tenantId: string): Promise<SealedRow[]>;
  /** Writes audit rows of a company past the API. */
  write(tenantId: string, count: number): Promise<void>;
  stop(): Promise<void>;
}

/** An API whose audit is sealed on demand. */
export async function createAuditWorld(): Promise<AuditWorld> {
  const t = await createTestApi();
  const admin = new pg.Client({ connectionString: t.database.url });
  await admin.connect();
  const sql = async <R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await admin.query<R>(text, values as unknown[])).rows;
  const url = roleUrl(t.database.url, SECRET, 'sealer');
  return {
    t,
    sql,
    async seal() {
      const sealer = startSealer({ url, log: SILENT, pollMs: 10, standbyMs: 10 });
      await until('all is sealed', async () => {
        const [row] = await sql<{ n: number }>(
          'select count(*)::int as n from core.audit where number is null',
        );
        return row!.n === 0;
      });
      await sealer.stop();
    },
    rows: (tenantId) =>
      sql<SealedRow>(`select ${SEALED_COLUMNS} from core.audit a where tenant_id = $1 order by a.number`, [
        tenantId,
      ]),
    write: async (tenantId, count) =>
      void (await sql(
        `insert into core.audit (tenant_id, id, at, actor_kind, actor_id, actor_name, action, operation, target, request_id)
         select $1, (lpad(to_hex(1700000000000 + n), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid, now(), 'key',
           gen_random_uuid(), 'Ñandú, "X"', 'thing.done', 'things.do', n::text, 'r' || n
         from generate_series(1, $2::int) n`,
        [tenantId, count],
      )),
    stop: async () => {
      await admin.end();
      await t.stop();
    },
  };
}

/** The chain as docs/audit.md tells anyone to compute it. */
export function hashes(rows: readonly SealedRow[]): string[] {
  let before = START.hash;
  return rows.map((row, i) => (before = linkHash(before, BigInt(i + 1), row)));
}
