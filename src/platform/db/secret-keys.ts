import type { Statement } from '#core/db.ts';
import { statement } from './statement.ts';

export interface KeyProof {
  readonly id: string;
  readonly proof: Buffer;
}

export const listKeyProofs: Statement<KeyProof> = statement(
  'select id, proof from core.secret_keys order by id',
);

export const insertKeyProof = ({ id, proof }: KeyProof): Statement =>
  statement('insert into core.secret_keys (id, proof) values ($1, $2) on conflict do nothing', [id, proof]);

/** Role operator's. Refused (23503) while a secret is wrapped by one of them. */
export const dropOtherKeys = (keep: string): Statement =>
  statement('delete from core.secret_keys where id <> $1', [keep]);
