import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { LeasedLoop } from '#platform/leased.ts';
import { until } from '#test/jobs/company.ts';
import { example } from './example/engine.ts';
import { ExampleServer } from './example/stand-in.ts';
import { EngineWorld } from './world.ts';

const DRIFT_MS = 8 * 60_000;

describe('a company’s part of an engine', () => {
  let world: EngineWorld;
  let server: ExampleServer;
  let instance: string;
  let reconciler: LeasedLoop;
  before(async () => {
    server = await ExampleServer.open();
    world = await EngineWorld.build([example]);
    instance = await world.shared({ engine: 'example', url: server.url, credentials: { key: server.key } });
    reconciler = world.reconciler();
  });
  after(async () => {
    await world.stop();
    await server[Symbol.asyncDispose]();
  });

  const accountsOf = ({ id }: { id: string }) =>
    [...server.accounts.values()].filter((one) => one.company === id);
  const setUp = async (): Promise<{ id: string }> => {
    const company = await world.quiet();
    await world.want(company, 'example', instance);
    await world.reached(company, 'example');
    return company;
  };
  /** Until the next look is due, and over. */
  const look = async (company: { id: string }): Promise<void> => {
    const before_ = (await world.row(company, 'example'))['observed_at'] as Date;
    world.clock.leap(DRIFT_MS);
    reconciler.wake();
    await until('it was looked at', async () => {
      const row = await world.row(company, 'example');
      return (row['observed_at'] as Date) > before_ && row['leased_by'] === null;
    });
  };

  it('is looked at at once when the company gets another name', async () => {
    const company = await world.company();
    await world.want(company, 'example', instance);
    await world.reached(company, 'example');
    const generation = async (): Promise<unknown[]> => {
      const row = await world.row(company, 'example');
      return [row['generation'], row['converged']];
    };
    const [before_] = (await generation()) as [number];
    const renamed = { token: world.api.operatorKey, body: { name: 'Otro nombre' } };
    assert.equal((await world.api.request(`PATCH /tenants/${company.slug}`, renamed)).status, 200);
    await until('it was looked at', async () => (await generation()).every((one) => one === before_ + 1));
  });

  it('is set up step by step, and every step is told', async () => {
    const company = await setUp();
    const [account] = accountsOf(company);
    const row = await world.row(company, 'example');
    assert.deepEqual(row['state'], { account: account!.id });
    assert.deepEqual([row['usable'], row['step'], row['converged']], [true, null, 1]);
    assert.equal(account!.notes.length, 1);
    assert.deepEqual(await world.events(company), [
      ...Array.from({ length: 4 }, () => 'engine.progressed'),
      'engine.reached',
    ]);
    const [secret] = await world.sql<{ sealed: Buffer }>(
      `select sealed from core.secrets where tenant_id = $1 and path = 'example/tenant'`,
      [company.id],
    );
    assert.ok(secret!.sealed.length > 0);
  });

  it('is looked at again without a trace while all is well', async () => {
    const company = await setUp();
    const writes = async (): Promise<unknown> =>
      world.sql('select count(*) from core.audit where tenant_id = $1', [company.id]);
    const told = await world.events(company);
    const written = await writes();
    await look(company);
    assert.deepEqual(await world.events(company), told);
    assert.deepEqual(await writes(), written);
  });

  it('is brought back when somebody removed it outside, and that is told', async () => {
    const company = await setUp();
    const told = (await world.events(company)).length;
    const [lost] = accountsOf(company);
    server.accounts.delete(lost!.id);
    await look(company);
    const [account] = accountsOf(company);
    assert.notEqual(account!.id, lost!.id);
    assert.equal(account!.notes.length, 1);
    assert.deepEqual((await world.row(company, 'example'))['state'], { account: account!.id });
    assert.ok((await world.row(company, 'example'))['drifted_at']);
    const news = (await world.events(company)).slice(told);
    assert.deepEqual(new Set(news), new Set(['engine.drifted', 'engine.progressed']));
  });

  it('is shut while the company is suspended, and opened after that', async () => {
    const company = await setUp();
    const status = (to: string) =>
      world.sql('update core.tenants set status = $2 where id = $1', [company.id, to]);
    await status('suspended');
    await world.reached(company, 'example', 'suspended');
    assert.equal(accountsOf(company)[0]!.open, false);
    assert.equal((await world.row(company, 'example'))['usable'], false);
    await status('active');
    await world.reached(company, 'example');
    assert.deepEqual(
      accountsOf(company).map(({ open, notes }) => [open, notes.length]),
      [[true, 1]],
    );
  });

  it('can be suspended before it ever was there', async () => {
    const company = await world.quiet();
    await world.want(company, 'example', instance, 'suspended');
    await world.reached(company, 'example', 'suspended');
    assert.equal(accountsOf(company).length, 0);
  });

  it('goes when it is unwanted, and what others put there later stays', async () => {
    const company = await setUp();
    await world.want(company, 'example', instance, 'absent');
    await world.reached(company, 'example', 'absent');
    assert.equal(accountsOf(company).length, 0);
    assert.deepEqual((await world.row(company, 'example'))['state'], {});
    server.accounts.set('theirs', { id: 'theirs', company: company.id, open: true, notes: [] });
    await look(company);
    assert.equal(accountsOf(company).length, 1);
    assert.ok((await world.events(company)).includes('engine.drifted'));
  });
});
