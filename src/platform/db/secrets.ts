import type { Statement } from '#core/db.ts';
import type { SealedSecret } from './engine-links.ts';
import { statement } from './statement.ts';

/** Where a secret is in Vault, below `smarteros/`: who had the slug before had the same. */
export interface VaultPlace {
  readonly slug: string;
  readonly path: string;
}

const LOCK = `hashtextextended('secret ' || $1 || '/' || $2, 0)`;

/** Until the end of the transaction nobody else writes the secret, and nobody takes it out of Vault. */
export const holdSecret = ({ slug, path }: VaultPlace): Statement =>
  statement(`select pg_advisory_xact_lock(${LOCK})`, [slug, path]);

/** The same for who needn't wait: not held when somebody writes it. */
export const tryHoldSecret = ({ slug, path }: VaultPlace): Statement<{ held: boolean }> =>
  statement(`select pg_try_advisory_xact_lock(${LOCK}) as held`, [slug, path]);

/** Of the next writing of the entered tenant's secret: 1 for a new one. After `holdSecret`. */
export const nextRevision = (path: string): Statement<{ revision: number }> =>
  statement(
    `select coalesce((select revision from core.secrets where tenant_id = core.tenant_id() and path = $1), 0) + 1
       as revision`,
    [path],
  );

/** The entered tenant's secret, new or changed. */
export const putSecret = ({ path, keyId, wrapped, sealed, revision }: SealedSecret, now: Date): Statement =>
  statement(
    `insert into core.secrets (path, key_id, wrapped, sealed, revision, updated_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, path) do update set key_id = excluded.key_id, wrapped = excluded.wrapped,
       sealed = excluded.sealed, revision = excluded.revision, updated_at = excluded.updated_at`,
    [path, keyId, wrapped, sealed, revision, now],
  );

export const dropSecret = (path: string): Statement =>
  statement('delete from core.secrets where tenant_id = core.tenant_id() and path = $1', [path]);

/** Vault may have, or get, what no row says is there. Role relay, as all that follows. */
export const noteLeftover = ({ slug, path }: VaultPlace): Statement =>
  statement('insert into core.vault_leftovers (slug, path) values ($1, $2) on conflict do nothing', [
    slug,
    path,
  ]);

export const forgetLeftover = ({ slug, path }: VaultPlace): Statement<{ slug: string }> =>
  statement('delete from core.vault_leftovers where slug = $1 and path = $2 returning slug', [slug, path]);

const inVault = (slug: string, path: string): string => `exists (select from core.secrets s
  join core.tenants t on t.id = s.tenant_id where t.slug = ${slug} and s.path = ${path} and s.key_id is null)`;

/** Whether a row says that Vault has it. */
export const isInVault = ({ slug, path }: VaultPlace): Statement<{ named: boolean }> =>
  statement(`select ${inVault('$1', '$2')} as named`, [slug, path]);

/** All that is noted, the oldest first. */
export const listLeftovers = (most: number): Statement<VaultPlace> =>
  statement('select slug, path from core.vault_leftovers order by noted_at, slug, path limit $1', [most]);

/** How many wait to be taken out; those that are in use are not among them. */
export const countLeftovers: Statement<{ count: number }> = statement(
  `select count(*)::integer as count from core.vault_leftovers l where not ${inVault('l.slug', 'l.path')}`,
);
