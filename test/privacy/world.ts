import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { listJobs } from '#app/jobs.ts';
import type { Capabilities } from '#core/capabilities.ts';
import { notifier } from '#features/notifications/index.ts';
import { jobTask } from '#kernel/jobs.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { SECRET } from '#test/harness/cluster.ts';

/** Sent by the jobs under test. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What a worker would do, one job at a time; and people with logins. */
export class Desk {
  readonly admin: pg.Client;
  readonly app: Pool;
  readonly mails: Mail[] = [];
  readonly warnings: string[] = [];
  readonly #identity: Pool;
  readonly #operator: Pool;

  constructor(url: string) {
    this.admin = new pg.Client({ connectionString: url });
    const shared = { url, secret: SECRET, max: 2 };
    this.app = createPool({ ...shared, role: 'app' });
    this.#identity = createPool({ ...shared, role: 'identity' });
    this.#operator = createPool({ ...shared, role: 'operator' });
  }

  async rows<R extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.admin.query(sql, values)).rows as R[];
  }

  /** Runs a job of the product's own in a tenant, as the queue would. Answers whether it was put off. */
  async run(name: string, tenantId: string, eventId?: string): Promise<'done' | 'postponed'> {
    const parts = notifier({
      development: true,
      template: undefined,
      people: this.#identity,
      publicUrl: 'http://localhost',
    });
    const all = listJobs({ development: true, ...parts } as Parameters<typeof listJobs>[0]);
    const job = all.find((one) => one.name === name)!;
    const mail: Capabilities['mail'] = {
      operator: 'operator@example.com',
      send: async ({ to, subject, text }) => void this.mails.push({ to, subject, text }),
    };
    let ended: 'done' | 'postponed' = 'done';
    const task = jobTask(job, {
      pool: this.app,
      identity: this.#identity,
      operator: this.#operator,
      clock: systemClock,
      log: {
        debug: () => {},
        info: () => {},
        warn: (_, message) => void this.warnings.push(message),
        error: (_, message) => void this.warnings.push(message),
      },
      capability: (wanted) => (wanted === 'mail' ? mail : undefined) as never,
      afterEvents: () => {},
    });
    const signal = new AbortController().signal;
    await task(
      { tenantId, ...(eventId !== undefined && { eventId }) },
      { jobId: '1', number: 1, of: 1, signal, postpone: async () => void (ended = 'postponed') },
    );
    return ended;
  }

  /** A new person who belongs to the tenant, and the cookie of their session, proved just now unless said otherwise. */
  async login(
    tenantId: string,
    role: string,
    proved: Date | null = new Date(),
  ): Promise<{ cookie: string; personId: string }> {
    const [personId, sessionId] = [randomUUID(), systemClock.id()];
    const cookie = `sms_${randomBytes(32).toString('base64url')}`;
    await this.rows(
      `insert into identity.people (id, name, email, created_at, updated_at) values ($1, 'P', $2, now(), now())`,
      [personId, `${personId}@example.com`],
    );
    await this.rows(
      `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at) values ($1, $2, $3, now(), now())`,
      [tenantId, personId, role],
    );
    await this.rows(
      `insert into identity.sessions (id, person_id, hash, methods, network, created_at, seen_at, stepped_up_at, expires_at)
       values ($1, $2, $3, '{otp}', 'test', now(), now(), $4, now() + interval '1 day')`,
      [sessionId, personId, tokenHash(cookie), proved],
    );
    return { cookie, personId };
  }

  async stop(): Promise<void> {
    await Promise.all([this.admin.end(), this.app.end(), this.#identity.end(), this.#operator.end()]);
  }
}
