import type { Statement } from '#core/db.ts';
import type { SealedSecret } from '#platform/db/engine-links.ts';
import { statement } from '#platform/db/statement.ts';
import type { StoredSecret } from '#platform/engines/secrets.ts';

interface Whose {
  readonly id: string;
  readonly slug: string;
}

/** Role relay's, over all companies: secrets by key; null: Vault's. */
export const countByKey: Statement<{ keyId: string | null; count: number }> = statement(
  `select key_id as "keyId", count(*)::integer as count from core.secrets group by key_id`,
);

/** Whose sealed secrets are wrapped by another key. */
export const behindKey = (keyId: string): Statement<Whose> =>
  statement(
    `select t.id, t.slug from core.tenants t where exists (select from core.secrets s where s.tenant_id = t.id
       and s.key_id <> $1) order by t.id`,
    [keyId],
  );

/** Whose secrets are in the other store. */
export const outsideStore = (vault: boolean): Statement<Whose> =>
  statement(
    `select t.id, t.slug from core.tenants t where exists (select from core.secrets s where s.tenant_id = t.id
       and (s.key_id is null) <> $1) order by t.id`,
    [vault],
  );

/** All of the entered company's. */
export const listSecrets: Statement<SealedSecret> = statement(
  `select path, revision, key_id as "keyId", wrapped, sealed from core.secrets
   where tenant_id = core.tenant_id() order by path`,
);

/** Unless it was changed meanwhile. */
export const replaceSecret = (
  { path, revision, keyId }: SealedSecret,
  to: StoredSecret,
  now: Date,
): Statement =>
  statement(
    `update core.secrets set key_id = $4, wrapped = $5, sealed = $6, revision = $7, updated_at = $8
     where tenant_id = core.tenant_id() and path = $1 and revision = $2 and key_id is not distinct from $3`,
    [path, revision, keyId, to.keyId, to.wrapped, to.sealed, to.revision, now],
  );

/** For the transaction: nobody else rotates or moves; no row when somebody does. */
export const keepOthersOut: Statement<{ held: boolean }> = statement(
  `select pg_try_advisory_xact_lock(hashtextextended('secrets', 0)) as held`,
);
