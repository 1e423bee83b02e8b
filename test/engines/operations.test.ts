import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answer } from '#test/harness/api.ts';
import { until } from '#test/jobs/company.ts';
import { example } from './example/engine.ts';
import { ExampleServer } from './example/stand-in.ts';
import { EngineWorld, type Company } from './world.ts';

const UNTESTED = 'http://127.0.0.1:9';

describe('engines by the API', () => {
  let world: EngineWorld;
  let server: ExampleServer;
  let instance: string;
  before(async () => {
    server = await ExampleServer.open();
    world = await EngineWorld.build([example]);
    world.reconciler();
  });
  after(async () => {
    await world.stop();
    await server[Symbol.asyncDispose]();
  });

  const operator = (route: string, body?: unknown): Promise<Answer> =>
    world.api.request(route, { token: world.api.operatorKey, ...(body !== undefined && { body }) });
  const described = (more: object = {}) => ({
    engine: 'example',
    url: server.url,
    credentials: { key: server.key },
    ...more,
  });
  const accountsOf = ({ id }: Company) => [...server.accounts.values()].filter((one) => one.company === id);
  /** The operator's token inside a company. */
  const grant = async (company: Company): Promise<string> =>
    (await operator('POST /grants', { tenant: company.slug, reason: 'test' })).body.token;

  it('the operator connects a shared instance; what doesn’t answer or fit is refused, and nothing is kept', async () => {
    const company = await world.company();
    assert.equal((await world.call(company, 'POST /instances', described())).status, 403);
    const refused = async (body: object) => (await operator('POST /instances', body)).body.code;
    assert.equal(await refused(described({ credentials: { key: 'wrong' } })), 'engine_rejected_credentials');
    assert.equal(await refused(described({ url: UNTESTED })), 'engine_unreachable');
    assert.equal(await refused(described({ url: 'ftp://x' })), 'invalid_input');
    assert.equal(await refused(described({ credentials: { key: 'x', more: 'y' } })), 'invalid_input');
    assert.equal(await refused(described({ engine: 'nothing' })), 'not_found');
    assert.deepEqual((await operator('GET /instances')).body.data, []);
    const made = await operator('POST /instances', described());
    assert.equal(made.status, 201, JSON.stringify(made.body));
    instance = made.body.id;
    assert.equal(made.body.engineVersion, '2.1.0');
    assert.ok(!JSON.stringify([made.body, (await operator('GET /instances')).body]).includes(server.key));
    assert.equal((await operator('POST /instances', described())).body.code, 'conflict');
    const [row] = await world.sql<{ sealed: Buffer }>('select sealed from core.secrets');
    assert.ok(!row!.sealed.includes(server.key));
  });

  it('a company takes its part only of what is open to all; the operator may give it any', async () => {
    const company = await world.company();
    const { body: closed } = await world.call(company, 'GET /engines/example');
    assert.equal(closed.offered, false);
    assert.equal((await world.call(company, 'POST /engines/example/enable')).body.code, 'conflict');
    const named = await world.call(company, 'POST /engines/example/enable', { instance });
    assert.equal(named.body.code, 'conflict');
    const other = await world.company();
    const token = await grant(other);
    const given = await world.api.request('POST /engines/example/enable', { token, body: { instance } });
    assert.equal(given.status, 200, JSON.stringify(given.body));
    await world.reached(other, 'example');
    assert.equal((await operator(`PATCH /instances/${instance}`, { forAll: true })).status, 200);
    const listed = (await world.call(company, 'GET /engines')).body.data;
    assert.equal(listed.find((one: { engine: string }) => one.engine === 'example').offered, true);
    assert.equal((await world.call(company, 'POST /engines/example/enable')).body.offered, true);
    await world.reached(company, 'example');
    const { body } = await world.call(company, 'GET /engines/example');
    assert.deepEqual([body.usable, body.version, body.capabilities], [true, '2.1.0', ['notes']]);
    const [{ companies }] = (await operator('GET /instances?engine=example')).body.data;
    assert.deepEqual([companies.total, companies.done], [2, 2]);
    assert.equal((await operator(`DELETE /instances/${instance}`)).body.code, 'conflict');
  });

  it('is shut at once, and opened again', async () => {
    const company = await world.company();
    await world.call(company, 'POST /engines/example/enable');
    await world.reached(company, 'example');
    assert.equal((await world.call(company, 'POST /engines/example/suspend')).body.wanted, 'suspended');
    assert.equal((await world.call(company, 'GET /example/notes')).body.code, 'engine_not_ready');
    await world.reached(company, 'example', 'suspended');
    assert.equal(accountsOf(company)[0]!.open, false);
    await world.call(company, 'POST /engines/example/resume');
    await world.reached(company, 'example');
    assert.equal(accountsOf(company)[0]!.open, true);
  });

  it('is removed only by whoever read the plan of it as it is, and names it', async () => {
    const company = await world.company();
    await world.call(company, 'POST /engines/example/enable');
    await world.reached(company, 'example');
    const plan = (await world.call(company, 'GET /engines/example/plan')).body;
    assert.equal(plan.destroys, true);
    assert.deepEqual(plan.steps, [
      { name: 'gone', title: 'Account deleted', destructive: true, status: 'to_do' },
    ]);
    const remove = (query: string) => world.call(company, `DELETE /engines/example?${query}`);
    assert.equal((await remove(`confirm=example&plan=guess`)).body.code, 'conflict');
    assert.equal((await remove(`confirm=exampl&plan=${plan.plan}`)).body.code, 'invalid_input');
    const other = await world.company();
    await world.call(other, 'POST /engines/example/enable');
    const theirs = (await world.call(other, 'GET /engines/example/plan')).body.plan;
    assert.equal((await remove(`confirm=example&plan=${theirs}`)).body.code, 'conflict');
    await world.call(company, 'POST /engines/example/suspend');
    assert.equal((await remove(`confirm=example&plan=${plan.plan}`)).body.code, 'conflict');
    assert.equal(accountsOf(company).length, 1);
    const fresh = (await world.call(company, 'GET /engines/example/plan')).body.plan;
    assert.equal((await remove(`confirm=example&plan=${fresh}`)).status, 200);
    assert.equal((await world.call(company, 'POST /engines/example/resume')).body.code, 'conflict');
    await world.reached(company, 'example', 'absent');
    assert.equal(accountsOf(company).length, 0);
    assert.equal((await world.call(company, 'POST /engines/example/enable')).status, 200);
    await world.reached(company, 'example');
  });

  it('plans a set-up without doing any of it', async () => {
    const company = await world.company();
    assert.equal((await world.call(company, 'GET /engines/example/plan')).body.code, 'engine_not_connected');
    await world.call(company, 'POST /engines/example/enable');
    await world.reached(company, 'example');
    server.accounts.clear();
    const { body } = await world.call(company, 'GET /engines/example/plan?wanted=present');
    assert.deepEqual(
      body.steps.map(({ status }: { status: string }) => status),
      ['to_do', 'unknown'],
    );
    assert.equal(accountsOf(company).length, 0);
  });

  it('tells what is wrong, keeps trying, and tries at once when asked', async () => {
    const company = await world.company();
    server.mood = 'html';
    await world.call(company, 'POST /engines/example/enable');
    await until('it failed', async () => (await world.row(company, 'example'))['status'] === 'failed');
    const { body } = await world.call(company, 'GET /engines/example');
    assert.equal(body.error.code, 'engine_unreachable');
    assert.ok(body.nextTryAt);
    const sick = await operator(`POST /instances/${instance}/check`);
    assert.equal(sick.body.error.code, 'engine_unreachable');
    assert.equal(sick.body.engineVersion, '2.1.0');
    server.mood = 'well';
    await world.call(company, 'POST /engines/example/retry');
    await world.reached(company, 'example');
    assert.equal((await operator(`POST /instances/${instance}/check`)).body.error, null);
    assert.equal((await world.call(company, 'POST /engines/example/check')).body.ok, true);
  });

  it('an own instance at an address that isn’t public is refused', async () => {
    const company = await world.company();
    const answer = await world.call(company, 'POST /engines/example/connect', {
      url: server.url,
      credentials: { key: server.key },
    });
    assert.equal(answer.body.code, 'engine_unreachable');
  });
});
