import pg from 'pg';
import { EXAMPLE } from '#core/example.ts';
import { EXAMPLE_CREDENTIAL } from '#features/identity/passkeys/example.ts';
import { codeHash } from '#features/identity/codes.ts';
import { recoveryHash } from '#features/identity/factors/recovery.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { createSealer } from '#platform/seal.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { SECRET } from '#test/harness/cluster.ts';

const { person, member, now } = EXAMPLE;

const PUBLIC_KEY =
  'pQECAyYgASFYIGaJ9ZwSC7GFqhj_waaKC8cEqE0gwo2XrP7koVf1wDjfIlggfuOTHAkIzstohSsHx1m3ZLDmHDsrSvmpuhdmLcAg_kY';
/** Of the challenges that passkeys/example.ts has signed. */
const CHALLENGES = { register: 'register', login: 'login' } as const;
const PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$Be8tnz5FDgd+8MIqmavB2Q$PRJmdiqqMKf22lBVPW6Z8CvWkvIct9M4IKWGYDIK9vw';

/** The example's owner has a passkey, a password, a recovery code, and an app that isn't confirmed yet. */
export async function restoreFactors(admin: pg.Client): Promise<void> {
  const sealer = createSealer(Buffer.from(SECRET.toString()), 'second factor');
  await admin.query('insert into identity.totp (person_id, sealed, created_at) values ($1, $2, $3)', [
    person.ugid,
    sealer.seal(person.totpSecret),
    now,
  ]);
  await admin.query(`insert into identity.recovery_codes (person_id, hash, created_at) values ($1, $2, $3)`, [
    person.ugid,
    recoveryHash(person.ugid, person.recoveryCode),
    now,
  ]);
  await admin.query(
    `insert into identity.passkeys
       (id, person_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
     values ($1, $2, $3, $4, 0, '{internal}', 'Teléfono', false, $5)`,
    [
      person.passkeyId,
      person.ugid,
      EXAMPLE_CREDENTIAL,
      Buffer.from(PUBLIC_KEY, 'base64url'),
      EXAMPLE.tenant.createdAt,
    ],
  );
  for (const [purpose, word] of Object.entries(CHALLENGES)) {
    const challenge = Buffer.alloc(32, word).toString('base64url');
    await admin.query(
      `insert into identity.challenges (hash, purpose, session_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
      [tokenHash(challenge), purpose, purpose === 'login' ? null : person.sessionId],
    );
  }
  await admin.query(
    `insert into identity.passwords (person_id, username, hash, short, changed_at) values ($1, 'carla', $2, false, $3)`,
    [person.ugid, PASSWORD_HASH, now],
  );
  await admin.query(
    `insert into identity.login_tickets (hash, person_id, method, expires_at) values ($1, $2, 'otp', now() + interval '1 day')`,
    [tokenHash(person.ticket), person.ugid],
  );
  await admin.query(
    `insert into identity.identities (id, person_id, issuer, subject, email, created_at, used_at)
     values ($1, $2, 'https://login.example.com', 'carla', 'carla@example.com', $3, $3)`,
    [person.identityId, person.ugid, EXAMPLE.tenant.createdAt],
  );
  await admin.query(
    `insert into identity.number_changes
       (id, person_id, kind, old_phone, new_phone, created_at, expires_at, approver, approved_at, ready_at)
     values ($1, $2, 'lost', $3, $4, '2026-02-26T12:00:00Z', '2036-01-01', $5, '2026-02-26T12:00:00Z',
       '2026-03-01T12:00:00Z')`,
    [person.lostNumberId, member.ugid, member.phone, person.newPhone, person.ugid],
  );
  const key = Buffer.from(deriveSecret(Buffer.from(SECRET.toString()), 'one-time codes'), 'base64url');
  await admin.query(
    `insert into identity.email_changes (id, person_id, email, hash, language, created_at, expires_at)
     values ('01960000-0000-7000-8000-000000000052', $1, $2, $3, 'es', $4, now() + interval '1 day')`,
    [
      person.ugid,
      person.newEmail,
      codeHash(key, person.code, person.newEmail, 'new_email'),
      EXAMPLE.tenant.createdAt,
    ],
  );
  for (const [i, purpose] of (['new_phone', 'recovery'] as const).entries()) {
    await admin.query(
      `insert into identity.otp_codes
         (id, phone, purpose, person_id, digits, hash, network, language, created_at, expires_at)
       values ($1, $2, $3, $4, 6, $5, '127.0.0.1', 'es', $6, now() + interval '1 day')`,
      [
        `01960000-0000-7000-8000-00000000005${i}`,
        person.newPhone,
        purpose,
        purpose === 'new_phone' ? person.ugid : null,
        codeHash(key, person.code, person.newPhone, purpose),
        now,
      ],
    );
  }
}
