import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Account } from './operations.ts';

const COLUMNS = `id, name, scopes, disabled_at is not null as disabled, created_at as "createdAt", version`;

export const listAccounts = (
  disabled: boolean | null,
  after: string | null,
  rows: number,
): Statement<Account> =>
  statement(
    `select ${COLUMNS} from core.service_accounts
     where ($1::uuid is null or id < $1) and ($3::boolean is null or (disabled_at is not null) = $3)
     order by id desc limit $2`,
    [after, rows, disabled],
  );

export const lockAccount = (id: string): Statement<Account> =>
  statement(`select ${COLUMNS} from core.service_accounts where id = $1 for update`, [id]);

export const insertAccount = (account: Account, tenantId: string): Statement =>
  statement(
    `insert into core.service_accounts (tenant_id, id, name, scopes, created_at, updated_at)
     values ($1, $2, $3, $4::text[], $5, $5)`,
    [tenantId, account.id, account.name, account.scopes, account.createdAt],
  );

export const updateAccount = (account: Account, now: Date): Statement =>
  statement(
    `update core.service_accounts set name = $2, scopes = $3::text[], updated_at = $4, version = $5,
       disabled_at = case when $6::boolean then coalesce(disabled_at, $4) end
     where id = $1`,
    [account.id, account.name, account.scopes, now, account.version, account.disabled],
  );
