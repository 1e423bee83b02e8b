import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ScheduledJob } from '#core/job.ts';
import { housekeepingJobs } from '#kernel/housekeeping.ts';
import { jobTask } from '#kernel/jobs.ts';
import { systemClock } from '#platform/clock.ts';
import { House } from '#test/jobs/company.ts';

const HOUR_MS = 3_600_000;

describe('housekeeping', () => {
  let house: House;
  before(async () => (house = await House.build()));
  after(() => house.tearDown());

  it('drops answers after 24 hours, in the company it runs in, and says so in the audit', async () => {
    const tenant = await house.company('clean');
    const other = await house.company('other');
    for (const id of [tenant, other]) {
      for (const hours of [23, 25]) {
        await house.rows(
          `insert into core.idempotency (tenant_id, actor, key, operation, request, created_at)
           values ($1, 'key:1', $2, 'x', '', $3)`,
          [id, `${hours} h`, new Date(Date.now() - hours * HOUR_MS)],
        );
      }
    }
    const job = housekeepingJobs.find((one): one is ScheduledJob => one.name === 'idempotency.clean')!;
    const task = jobTask(job, {
      pool: house.app,
      identity: house.identity,
      clock: systemClock,
      log: house.log,
      capability: () => undefined,
      afterEvents: () => assert.fail('it emits nothing'),
    });
    const attempt = {
      jobId: '1',
      number: 1,
      of: 10,
      signal: AbortSignal.abort(),
      postpone: () => assert.fail(),
    };
    await task({ tenantId: tenant }, attempt);
    await task({ tenantId: tenant }, attempt);
    const left = await house.rows(
      'select slug, key from core.idempotency join core.tenants on tenant_id = id order by slug, key',
    );
    assert.deepEqual(left, [
      { slug: 'clean', key: '23 h' },
      { slug: 'other', key: '23 h' },
      { slug: 'other', key: '25 h' },
    ]);
    const audit = await house.rows('select action, request_id from core.audit');
    assert.deepEqual(audit, [{ action: 'job.idempotency.clean', request_id: 'job-1' }]);
  });
});
