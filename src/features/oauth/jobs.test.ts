import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PLATFORM } from '#core/platform.ts';
import { jobTask } from '#kernel/jobs.ts';
import { systemClock } from '#platform/clock.ts';
import { House } from '#test/jobs/company.ts';
import { oauthJobs } from './jobs.ts';

describe('oauth.clean', () => {
  let house: House;
  before(async () => (house = await House.build()));
  after(() => house.tearDown());

  it('drops what has expired and nothing else, and leaves no audit where there was nothing to drop', async () => {
    for (const [hash, expires] of [
      ['old', `now() - interval '1 minute'`],
      ['live', `now() + interval '1 minute'`],
    ])
      await house.rows(
        `insert into identity.oauth_records (kind, hash, sealed, created_at, expires_at)
         values ('AccessToken', $1::bytea, '', now(), ${expires})`,
        [hash],
      );
    const task = jobTask(oauthJobs[0]!, {
      pool: house.app,
      identity: house.identity,
      clock: systemClock,
      log: house.log,
      capability: () => undefined,
      afterEvents: () => assert.fail('it emits nothing'),
    });
    const signal = AbortSignal.abort();
    const attempt = { jobId: '1', number: 1, of: 10, signal, postpone: () => assert.fail() };
    await task({ tenantId: PLATFORM.id }, attempt);
    await task({ tenantId: PLATFORM.id }, attempt);
    const left = await house.rows(`select encode(hash, 'escape') as hash from identity.oauth_records`);
    assert.deepEqual(left, [{ hash: 'live' }]);
    assert.deepEqual(await house.rows('select action from core.audit'), [{ action: 'job.oauth.clean' }]);
  });
});
