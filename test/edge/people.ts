import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { tokenHash } from '#platform/db/lookups.ts';

const SESSION_COOKIE = '__Host-smarteros_session';

export interface TestPerson {
  readonly id: string;
  readonly sessionId: string;
  /** As a browser sends it. */
  readonly cookie: string;
}

/** Somebody with a session, as `role` of each company. Straight into the tables: how people log in isn't the subject. */
export async function addPerson(
  url: string,
  memberships: readonly { readonly tenantId: string; readonly role: string }[],
): Promise<TestPerson> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    const [id, sessionId] = [randomUUID(), randomUUID()];
    const token = `sms_${randomBytes(32).toString('base64url')}`;
    await admin.query(
      `insert into identity.people (id, name, created_at, updated_at) values ($1, 'Carla', now(), now())`,
      [id],
    );
    for (const { tenantId, role } of memberships) {
      await admin.query(
        `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at) values ($1, $2, $3, now(), now())`,
        [tenantId, id, role],
      );
    }
    await admin.query(
      `insert into identity.sessions (id, person_id, hash, methods, network, created_at, seen_at, expires_at)
       values ($1, $2, $3, '{otp}', '127.0.0.1', now(), now(), now() + interval '1 day')`,
      [sessionId, id, tokenHash(token)],
    );
    return { id, sessionId, cookie: `${SESSION_COOKIE}=${token}` };
  } finally {
    await admin.end();
  }
}

/** One statement as the superuser. */
export async function asAdmin(url: string, sql: string, values: readonly unknown[] = []): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(sql, values as unknown[]);
  } finally {
    await admin.end();
  }
}
