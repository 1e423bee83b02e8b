import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { tokenHash } from '#platform/db/lookups.ts';
import type { TestApi } from '#test/harness/api.ts';

export interface TestPerson {
  readonly ugid: string;
  readonly phone: string;
  readonly sessionId: string;
  /** Works as cookie and as bearer token. */
  readonly token: string;
}

export interface NewPerson {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly operator?: boolean;
  /** False: they logged in long ago. */
  readonly steppedUp?: boolean;
  readonly in?: readonly { readonly tenantId: string; readonly role: string; readonly roleId?: string }[];
}

/** Somebody who is logged in, past the codes. */
export async function addPerson(t: TestApi, person: NewPerson = {}): Promise<TestPerson> {
  const ugid = randomUUID();
  const phone = person.phone ?? `+569${randomInt(10 ** 7, 10 ** 8)}`;
  await t.sql(
    `insert into identity.people (id, name, phone, email, operator, created_at, updated_at)
     values ($1, $2, $3, $4, $5, now(), now())`,
    [ugid, person.name ?? 'Person', phone, person.email, person.operator ?? false],
  );
  for (const { tenantId, role, roleId } of person.in ?? []) await join(t, ugid, { tenantId, role, roleId });
  return { ugid, phone, ...(await logIn(t, ugid, person.steppedUp ?? true)) };
}

export const join = (
  t: TestApi,
  ugid: string,
  { tenantId, role, roleId }: { tenantId: string; role: string; roleId?: string | undefined },
): Promise<unknown> =>
  t.sql(
    `insert into core.memberships (tenant_id, person_id, role, role_id, created_at, updated_at)
     values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())`,
    [tenantId, ugid, role, roleId],
  );

/** Another session of theirs. */
export async function logIn(
  t: TestApi,
  ugid: string,
  steppedUp = true,
): Promise<{ sessionId: string; token: string }> {
  const sessionId = randomUUID();
  const token = `sms_${randomBytes(32).toString('base64url')}`;
  await t.sql(
    `insert into identity.sessions (id, person_id, hash, methods, network, created_at, seen_at, stepped_up_at, expires_at)
     values ($1, $2, $3, '{otp}', '127.0.0.1', now(), now(), case when $4 then now() end, now() + interval '30 days')`,
    [sessionId, ugid, tokenHash(token), steppedUp],
  );
  return { sessionId, token };
}
