import type { Statement } from '#core/db.ts';
import type { ServerEntry, ServerJson } from '#core/server-json.ts';
import { statement } from '#platform/db/statement.ts';

export interface ServerRow extends ServerEntry {
  readonly id: string;
}

const SERVERS = `
  select id, server, status, status_changed_at as "statusChangedAt", published_at as "publishedAt", updated_at as "updatedAt"
  from core.mcp_servers where tenant_id = core.tenant_id()`;

/** All of the transaction's tenant, deleted ones included, by name and the newest version first. */
export const listServers: Statement<ServerRow> = statement(
  `${SERVERS} order by name, published_at desc, server_version`,
);

export const findServer = (id: string): Statement<ServerRow> => statement(`${SERVERS} and id = $1`, [id]);

/** No row when that version is listed; one that was taken off is listed anew. */
export const addServer = (id: string, server: ServerJson, now: Date): Statement<{ id: string }> =>
  statement(
    `insert into core.mcp_servers as s
       (id, name, server_version, server, status, status_changed_at, published_at, updated_at)
     values ($1, $2, $3, $4, 'active', $5, $5, $5)
     on conflict on constraint mcp_servers_version do update
       set server = excluded.server, status = 'active', status_changed_at = excluded.status_changed_at,
         updated_at = excluded.updated_at
       where s.status = 'deleted'
     returning id`,
    [id, server.name, server.version, JSON.stringify(server), now],
  );

export const markDeleted = (id: string, now: Date): Statement =>
  statement(
    `update core.mcp_servers set status = 'deleted', status_changed_at = $2, updated_at = $2
     where tenant_id = core.tenant_id() and id = $1`,
    [id, now],
  );

/** When the transaction's tenant came to be. */
export const since: Statement<{ at: string }> = statement(
  'select created_at as at from core.tenants where id = core.tenant_id()',
);
