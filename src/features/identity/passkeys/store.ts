import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** What a challenge is for. */
export type ChallengePurpose = 'register' | 'login' | 'step_up';

export const insertChallenge = (challenge: {
  hash: Buffer;
  purpose: ChallengePurpose;
  sessionId: string | null;
  expiresAt: Date;
}): Statement =>
  statement(
    'insert into identity.challenges (hash, purpose, session_id, expires_at) values ($1, $2, $3, $4)',
    [challenge.hash, challenge.purpose, challenge.sessionId, challenge.expiresAt],
  );

/** Uses it up, whatever becomes of the proof; no row when it isn't live, or is another's. */
export const takeChallenge = (
  hash: Buffer,
  purpose: ChallengePurpose,
  sessionId: string | null,
  now: Date,
): Statement<{ taken: boolean }> =>
  statement(
    `delete from identity.challenges
     where hash = $1 and purpose = $2 and session_id is not distinct from $3::uuid and expires_at > $4
     returning true as taken`,
    [hash, purpose, sessionId, now],
  );

export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly backedUp: boolean;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

const PASSKEY = 'id, name, backed_up as "backedUp", created_at as "createdAt", used_at as "usedAt"';

export const listPasskeys = (personId: string): Statement<PasskeyRow> =>
  statement(`select ${PASSKEY} from identity.passkeys where person_id = $1 order by id`, [personId]);

/** For the browser: which of the person's authenticators it may ask. */
export const credentialsOf = (
  personId: string,
): Statement<{ credential_id: string; transports: readonly string[] }> =>
  statement('select credential_id, transports from identity.passkeys where person_id = $1 order by id', [
    personId,
  ]);

export const lockCredential = (
  credentialId: string,
): Statement<{ id: string; person_id: string; public_key: Buffer; counter: number }> =>
  statement(
    'select id, person_id, public_key, counter from identity.passkeys where credential_id = $1 for update',
    [credentialId],
  );

export const insertPasskey = (
  passkey: {
    id: string;
    personId: string;
    credentialId: string;
    publicKey: Buffer;
    counter: number;
    transports: readonly string[];
    name: string;
    backedUp: boolean;
  },
  now: Date,
): Statement =>
  statement(
    `insert into identity.passkeys
       (id, person_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
     values ($1, $2, $3, $4, $5, $6::text[], $7, $8, $9)`,
    [
      passkey.id,
      passkey.personId,
      passkey.credentialId,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.name,
      passkey.backedUp,
      now,
    ],
  );

export const usePasskey = (id: string, counter: number, backedUp: boolean, now: Date): Statement =>
  statement('update identity.passkeys set counter = $2, backed_up = $3, used_at = $4 where id = $1', [
    id,
    counter,
    backedUp,
    now,
  ]);

export const renamePasskey = (id: string, personId: string, name: string): Statement<PasskeyRow> =>
  statement(`update identity.passkeys set name = $3 where id = $1 and person_id = $2 returning ${PASSKEY}`, [
    id,
    personId,
    name,
  ]);

export const deletePasskey = (id: string, personId: string): Statement<PasskeyRow> =>
  statement(`delete from identity.passkeys where id = $1 and person_id = $2 returning ${PASSKEY}`, [
    id,
    personId,
  ]);
