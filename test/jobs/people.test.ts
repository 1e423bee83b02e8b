import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { AppError } from '#core/errors.ts';
import { defineJob } from '#core/job.ts';
import { jobJobs } from '#features/jobs/index.ts';
import { PLATFORM } from '#core/platform.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { addPerson } from '#test/harness/people.ts';
import { House, noted, until } from '#test/jobs/company.ts';

type Tenant = Awaited<ReturnType<TestApi['tenant']>>;

describe('jobs, as people see them', () => {
  let t: TestApi;
  let house: House;
  let mine: Tenant;
  let theirs: Tenant;

  before(async () => {
    t = await createTestApi();
    house = new House(t.database);
    mine = await t.tenant();
    theirs = await t.tenant();
  });
  after(async () => {
    await t.api.stop();
    await house.tearDown();
    rmSync(t.home, { recursive: true, force: true });
  });

  /** Straight into the queue, as the relay would. */
  async function add(
    tenantId: string | null,
    { name = 'things.do', dead = false, attempts = 0 } = {},
  ): Promise<string> {
    const [row] = await house.rows<{ id: string }>(
      `select (graphile_worker.add_job($1, json_build_object('tenantId', $2::text), max_attempts := 3)).id::text`,
      [name, tenantId],
    );
    await house.rows(
      `update graphile_worker._private_jobs set attempts = $2, last_error = $3 where id = $1`,
      [row!.id, dead ? 3 : attempts, dead ? 'unavailable: The shop is shut.' : null],
    );
    return row!.id;
  }
  const clear = () => house.rows('delete from graphile_worker._private_jobs');
  const list = async (token: string, query = '') => {
    const answer = await t.request(`GET /jobs${query}`, { token });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as { data: { id: string; state: string }[]; nextCursor: string | null };
  };
  const ids = async (token: string, query = '') => (await list(token, query)).data.map(({ id }) => id);
  const status = async (route: string, token?: string, body?: object) =>
    (await t.request(route, { ...(token !== undefined && { token }), ...(body && { body }) })).status;

  it('refuses whoever may not, and shows nothing of another company', async () => {
    const [own, other, platforms] = [
      await add(mine.id, { dead: true }),
      await add(theirs.id, { dead: true }),
      await add(null, { dead: true }),
    ];
    assert.equal(await status('GET /jobs'), 401);
    const contacts = await t.tenant({ scopes: ['contacts:destroy'] });
    for (const route of ['GET /jobs', `GET /jobs/${own}`, 'GET /schedules'])
      assert.equal(await status(route, contacts.key), 403, route);
    const guest = await addPerson(t, { in: [{ tenantId: mine.id, role: 'guest' }] });
    assert.equal(await status('GET /jobs', guest.token), 403);
    for (const id of [other, platforms]) {
      assert.equal(await status(`GET /jobs/${id}`, mine.key), 404);
      assert.equal(await status(`POST /jobs/${id}/retry`, mine.key, {}), 404);
      assert.equal(await status(`POST /jobs/${id}/cancel`, mine.key, {}), 404);
    }
    assert.deepEqual(await ids(mine.key), [own]);
    const retried = await t.request('POST /jobs/retry', { token: mine.key, body: {} });
    assert.deepEqual(retried.body, { retried: 1, more: false });
    const left = await house.rows(`select 1 from graphile_worker._private_jobs where attempts = 3`);
    assert.equal(left.length, 2, 'the others’ were left alone');
    assert.deepEqual(new Set(await ids(t.operatorKey)), new Set([own, other, platforms]));
    await clear();
  });

  it('the functions show nothing outside of a company, whoever sets what', async () => {
    const other = await add(theirs.id, { dead: true });
    const look = `select count(*)::int as n from core.find_jobs(null, null, null, null, 100)`;
    const asApp = await house.app.raw.connect();
    try {
      assert.equal((await asApp.query(look)).rows[0].n, 0);
      await asApp.query('set role smarteros_app');
      assert.equal((await asApp.query(look)).rows[0].n, 0);
      await assert.rejects(asApp.query('set role smarteros_operator'), /permission denied/);
      await assert.rejects(asApp.query('set session authorization smarteros_operator'), /permission denied/);
      await assert.rejects(asApp.query('select core.drop_jobs(now(), 10)'), /permission denied/);
      await assert.rejects(asApp.query('select * from graphile_worker.jobs'), /permission denied/);
      assert.equal((await asApp.query(`select core.cancel_job($1, now()) as id`, [other])).rows[0].id, null);
    } finally {
      asApp.release(true);
    }
    await clear();
  });

  it('lists newest first, page by page, by state and name', async () => {
    const made: string[] = [];
    for (let n = 0; n < 5; n++) made.push(await add(mine.id, { dead: n === 2, name: `things.n${n % 2}` }));
    const newest = made.toReversed();
    const first = await list(mine.key, '?limit=2');
    const second = await list(mine.key, `?limit=2&cursor=${first.nextCursor}`);
    const third = await list(mine.key, `?limit=2&cursor=${second.nextCursor}`);
    assert.deepEqual(
      [...first.data, ...second.data, ...third.data].map(({ id }) => id),
      newest,
    );
    assert.equal(third.nextCursor, null);
    assert.deepEqual(await ids(mine.key, '?state=failed'), [made[2]]);
    assert.deepEqual(await ids(mine.key, '?name=things.n1'), [made[3], made[1]]);
    assert.equal(await status('GET /jobs?state=happy', mine.key), 400);
    assert.equal(await status('GET /jobs?cursor=____', mine.key), 400);
    assert.equal(await status('GET /jobs/0', mine.key), 400);
    assert.equal(await status('GET /jobs/999999999999999999', mine.key), 404);
    await clear();
  });

  it('tells why a job was given up in the reader’s language, and nothing that the queue says of itself', async () => {
    const id = await add(mine.id, { dead: true });
    const cause = async (language: string) =>
      (await t.request(`GET /jobs/${id}`, { token: mine.key, headers: { 'accept-language': language } })).body
        .cause;
    assert.deepEqual(await cause('en'), { code: 'unavailable', message: 'The shop is shut.' });
    assert.deepEqual(await cause('es'), {
      code: 'unavailable',
      message: 'El servicio no está disponible en este momento.',
    });
    await house.rows(`update graphile_worker._private_jobs set last_error = 'connect ECONNREFUSED /run/x'`);
    assert.equal((await cause('en')).message, 'Something went wrong on our side.');
    await clear();
  });

  it('refuses to retry what wasn’t given up, and to cancel what was', async () => {
    const [waiting, dead] = [await add(mine.id), await add(mine.id, { dead: true })];
    assert.equal(await status(`POST /jobs/${waiting}/retry`, mine.key, {}), 409);
    assert.equal(await status(`POST /jobs/${dead}/cancel`, mine.key, {}), 409);
    const cancelled = await t.request(`POST /jobs/${waiting}/cancel`, { token: mine.key, body: {} });
    assert.equal(cancelled.body.state, 'cancelled');
    assert.equal(await status(`POST /jobs/${waiting}/cancel`, mine.key, {}), 200, 'twice is once');
    // All at once takes failures only; one by one it comes back with all its attempts.
    await t.request('POST /jobs/retry', { token: mine.key, body: {} });
    assert.deepEqual(await ids(mine.key, '?state=cancelled'), [waiting]);
    const again = await t.request(`POST /jobs/${waiting}/retry`, { token: mine.key, body: {} });
    assert.deepEqual([again.body.state, again.body.attempts, again.body.maxAttempts], ['waiting', 0, 3]);
    const [audit] = await house.rows<{ n: number }>(
      `select count(*)::int as n from core.audit where tenant_id = $1 and target = $2 and action like 'job.%'`,
      [mine.id, waiting],
    );
    assert.equal(audit!.n, 3);
    await clear();
  });

  it('retries once when many ask at the same time; what the operator does stands in the company’s audit', async () => {
    const id = await add(mine.id, { dead: true });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => status(`POST /jobs/${id}/retry`, t.operatorKey, {})),
    );
    assert.deepEqual(
      answers.toSorted((a, b) => a - b),
      [200, ...Array.from({ length: 7 }, () => 409)],
    );
    const audit = await house.rows(
      `select action, actor_kind from core.audit where tenant_id = $1 and target = $2`,
      [mine.id, id],
    );
    assert.deepEqual(audit, [{ action: 'job.retried', actor_kind: 'operator' }]);
    await clear();
  });

  it('a job that failed for good runs again after a retry; one that runs is stopped', async () => {
    let broken = true;
    let aborted: unknown;
    const worker = await house.worker([
      defineJob({
        name: 'things.break',
        summary: 'Breaks.',
        on: noted,
        attempts: 1,
        run: async () => {
          if (broken) throw new AppError('unavailable');
        },
      }),
      defineJob({
        name: 'things.last',
        summary: 'Takes long.',
        on: noted,
        run: (ctx) =>
          new Promise((_, reject) => {
            ctx.signal.addEventListener('abort', () => {
              aborted = ctx.signal.reason;
              reject(new Error('stopped'));
            });
          }),
      }),
    ]);
    const event = await house.note(mine.id, 1);
    await until('one failed and one runs', async () => {
      const states = (await list(mine.key)).data.map(({ state }) => state);
      return states.includes('failed') && states.includes('running');
    });
    const { data } = (await t.request('GET /jobs', { token: mine.key })).body;
    const dead = data.find((job: { state: string }) => job.state === 'failed');
    assert.equal(dead.event.id, event);
    assert.equal(dead.cause.code, 'unavailable');
    const running = data.find((job: { state: string }) => job.state === 'running');

    broken = false;
    assert.equal(await status(`POST /jobs/${dead.id}/retry`, mine.key, {}), 200);
    await until('it is done', async () => (await status(`GET /jobs/${dead.id}`, mine.key)) === 404);

    const cancelling = await t.request(`POST /jobs/${running.id}/cancel`, { token: mine.key, body: {} });
    assert.equal(cancelling.body.state, 'cancelling');
    await until(
      'it is cancelled',
      async () =>
        (await t.request(`GET /jobs/${running.id}`, { token: mine.key })).body.state === 'cancelled',
    );
    assert.equal((aborted as Error).name, 'JobCancelled');
    assert.ok(house.said('info').includes('job cancelled'));
    await worker.stop();
    await clear();
  });

  it('a cancelled job whose worker dies is not run again', async () => {
    const id = await add(mine.id, { name: 'things.count' });
    await house.rows(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone', attempts = 1 where id = $1`,
      [id],
    );
    assert.equal(await status(`POST /jobs/${id}/cancel`, mine.key, {}), 200);
    // As a neighbour frees the jobs of the dead.
    await house.rows(
      `update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = 0 where id = $1`,
      [id],
    );
    let runs = 0;
    const worker = await house.worker([
      defineJob({ name: 'things.count', summary: 'Counts.', on: noted, run: async () => void (runs += 1) }),
    ]);
    await until('it is settled', async () => (await ids(mine.key, '?state=cancelled')).length === 1);
    assert.equal(runs, 0);
    await worker.stop();
    await clear();
  });

  it('what was given up is dropped after 30 days, whatever else stays', async () => {
    const old = await add(mine.id, { dead: true });
    const fresh = await add(mine.id, { dead: true });
    const waiting = await add(mine.id);
    await house.rows(
      `update graphile_worker._private_jobs set run_at = now() - interval '31 days', updated_at = now() - interval '31 days'
       where id = any ($1)`,
      [[old, waiting]],
    );
    const worker = await house.worker(jobJobs);
    await house.rows(
      `select graphile_worker.add_job('jobs.clean', json_build_object('tenantId', $1::text))`,
      [PLATFORM.id],
    );
    await until('the old one is gone', async () => (await status(`GET /jobs/${old}`, mine.key)) === 404);
    await worker.stop();
    assert.deepEqual(await ids(mine.key), [waiting, fresh]);
    await clear();
  });

  it('a company sees the schedules that run in it, the operator the platform’s own too', async () => {
    const names = async (token: string): Promise<string[]> =>
      (await t.request('GET /schedules', { token })).body.data.map(({ name }: { name: string }) => name);
    assert.ok((await names(mine.key)).includes('idempotency.clean'));
    assert.ok(!(await names(mine.key)).includes('jobs.clean'));
    assert.ok((await names(t.operatorKey)).includes('jobs.clean'));
    const { data } = (await t.request('GET /schedules', { token: mine.key })).body;
    for (const { nextRunAt } of data) assert.ok(Date.parse(nextRunAt) > Date.now());
  });
});
