import { createHash } from 'node:crypto';
import type { Statement } from '#core/db.ts';
import { statement } from './statement.ts';

/** What is asked before a tenant is known: the SECURITY DEFINER functions of migrations/0001 and 0007. */

/** SHA-256 as bytea; enough for tokens that hold 256 random bits. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

interface InTenant {
  readonly id: string;
  readonly tenant_id: string;
  readonly slug: string;
  readonly country: string;
}

export const findKey = (
  hash: Buffer,
): Statement<
  InTenant & {
    name: string;
    scopes: string[];
    account_scopes: string[] | null;
    expires_at: string | null;
  }
> => statement('select * from core.find_key($1)', [hash]);

export const findGrant = (hash: Buffer): Statement<InTenant & { expires_at: string }> =>
  statement('select * from core.find_grant($1)', [hash]);

export const findForm = (id: string): Statement<InTenant> =>
  statement('select * from core.find_form($1)', [id]);

export const touchKeys = (ids: readonly string[], at: Date): Statement =>
  statement('select core.touch_keys($1, $2)', [ids, at]);
