import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AppError } from '#core/errors.ts';
import { takeTenantLimit } from '#features/identity/otp/tenant-limit.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { systemClock } from '#platform/clock.ts';
import { begin, commit, enter } from '#platform/db/records.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { createOtpWorld, HOUR_MS, type OtpWorld } from '#test/otp/world.ts';

type Tenant = Awaited<ReturnType<OtpWorld['t']['tenant']>>;

describe('what a company may do only so often', () => {
  let world: OtpWorld;
  let pool: Pool;
  let [a, b] = [] as unknown as [Tenant, Tenant];
  const limit = { name: 'invitations', perHour: 5, perDay: 8 };

  before(async () => {
    world = await createOtpWorld();
    [a, b] = [await world.t.tenant(), await world.t.tenant()];
    const { url } = world.t.database;
    pool = createPool({ url, secret: Buffer.from(SECRET.toString()), role: 'app', max: 4 });
  });
  after(async () => {
    await pool.end();
    await world.stop();
  });

  /** In a transaction of the company, as an operation's would be; says whether it may. */
  const take = (tenant: Tenant): Promise<boolean> =>
    pool
      .connected(async (batch) => {
        await batch([begin, enter(tenant.id, { kind: 'key', id: tenant.keyId })]);
        const clock = { now: () => world.now(), id: () => systemClock.id() };
        await takeTenantLimit({ run: async (one) => (await batch([one]))[0], all: batch }, clock, limit);
        await batch([commit]);
        return true;
      })
      .catch((error: unknown) => {
        assert.ok(error instanceof AppError && error.code === 'rate_limited', String(error));
        assert.ok(error.options.retryAfterSeconds! > 0);
        return false;
      });
  const taken = async (tenant: Tenant, times: number): Promise<number> =>
    (await Promise.all(Array.from({ length: times }, () => take(tenant)))).filter(Boolean).length;

  it('is counted per hour and per day, exactly, and apart from other companies', async () => {
    assert.equal(await taken(a, 12), limit.perHour);
    assert.equal(await taken(b, 1), 1);
    world.advance(HOUR_MS);
    assert.equal(await taken(a, 12), limit.perDay - limit.perHour);
    world.advance(HOUR_MS);
    assert.equal(await taken(a, 2), 0);
    world.advance(25 * HOUR_MS);
    assert.equal(await taken(a, 1), 1);
    const rows = await world.query('select slot from core.counters where tenant_id = $1', [a.id]);
    assert.equal(rows.length, 1, 'what is too old goes');
  });
});
