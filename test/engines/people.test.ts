import assert from 'node:assert/strict';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { compactVerify } from 'jose';
import { after, before, describe, it } from 'node:test';
import { addPerson, join, type TestPerson } from '#test/harness/people.ts';
import { until } from '#test/jobs/company.ts';
import { example } from './example/engine.ts';
import { ExampleServer } from './example/stand-in.ts';
import { EngineWorld, Mortal, type Company } from './world.ts';

describe('people in engines', () => {
  let world: EngineWorld;
  let server: ExampleServer;
  let instance: string;
  let company: Company;
  let owner: TestPerson;
  before(async () => {
    server = await ExampleServer.open();
    world = await EngineWorld.build([example]);
    instance = await world.shared({ engine: 'example', url: server.url, credentials: { key: server.key } });
    world.reconciler();
    company = await world.company();
    owner = await addPerson(world.api, { name: 'Ana', in: [{ tenantId: company.id, role: 'owner' }] });
    await world.want(company, 'example', instance);
    await world.reached(company, 'example');
  });
  after(async () => {
    await world.stop();
    await server[Symbol.asyncDispose]();
  });

  const peopleOf = ({ id }: { id: string }) =>
    [...server.accounts.values()].filter((one) => one.company === id).flatMap(({ people }) => people ?? []);
  const one = ({ ugid }: TestPerson, of: { id: string } = company) =>
    peopleOf(of).find(({ ref }) => ref === ugid);
  const add = (name: string, role = 'member') =>
    addPerson(world.api, { name, in: [{ tenantId: company.id, role }] });
  const receipt = (person: TestPerson) => world.call(company, `GET /members/${person.ugid}/receipt`);

  it('come with the company, and whoever joins later follows at once', async () => {
    assert.equal(one(owner)!.role, 'owner');
    const member = await add('Luis');
    await until('he is there', () => one(member) !== undefined);
    assert.match(one(member)!.login, /^[0-9a-f-]{36}@people\.api\.example\.cl$/);
    await world.reached(company, 'example');
    assert.equal(peopleOf(company).length, 2);
  });

  it('change there as they change here', async () => {
    const member = await add('Eva');
    await until('she is there', () => one(member) !== undefined);
    await world.sql('update identity.people set name = $2, email = $3 where id = $1', [
      member.ugid,
      'Eva Soto',
      'eva@example.com',
    ]);
    await until('name and mail follow', () => one(member)!.login === 'eva@example.com');
    assert.equal(one(member)!.name, 'Eva Soto');
    await world.api.request(`PATCH /members/${member.ugid}`, {
      token: owner.token,
      body: { role: 'admin' },
      headers: { 'x-smarteros-tenant': company.slug },
    });
    await until('her role follows', () => one(member)!.role === 'admin');
    assert.equal(peopleOf(company).filter(({ ref }) => ref === member.ugid).length, 1);
  });

  it('are shut out when they leave, which a signed receipt proves once it is so', async () => {
    const member = await add('Pía');
    await until('she is there', () => one(member) !== undefined);
    assert.equal((await receipt(member)).body.code, 'conflict');
    server.mood = 'broken';
    await world.call(company, `DELETE /members/${member.ugid}`);
    await until('it was tried', async () => (await world.row(company, 'example'))['status'] === 'failed');
    const pending = (await receipt(member)).body;
    assert.deepEqual([pending.complete, pending.receipt, one(member)!.open], [false, null, true]);
    server.mood = 'well';
    await until('she is out', () => {
      world.clock.leap(60_000);
      return !one(member)!.open;
    });
    await until('the receipt is complete', async () => (await receipt(member)).body.complete);
    const { body } = await receipt(member);
    const jwks = (await world.api.request('GET /.well-known/jwks.json')).body as { keys: JsonWebKey[] };
    const verified = await Promise.any(
      jwks.keys.map((key) => compactVerify(body.receipt, createPublicKey({ key, format: 'jwk' }))),
    );
    const claims = JSON.parse(Buffer.from(verified.payload).toString()) as Record<string, unknown>;
    assert.deepEqual(
      [claims['sub'], claims['person'], claims['engines']],
      [company.id, member.ugid, [{ engine: 'example', at: body.engines[0].at }]],
    );
    await join(world.api, member.ugid, { tenantId: company.id, role: 'member' });
    await until('she is back, as who she was', () => one(member)!.open);
    assert.equal(peopleOf(company).filter(({ ref }) => ref === member.ugid).length, 1);
  });

  it('whom the engine refuses hold nobody up, and stand in the report', async () => {
    const refused = await add('Nobody');
    const fine = await add('Zoe');
    await until('the other is there', () => one(fine) !== undefined);
    const row = async () =>
      (await world.call(company, 'GET /engines/example/people')).body.data.find(
        ({ person }: { person: string }) => person === refused.ugid,
      );
    await until('it failed', async () => (await row())?.status === 'failed');
    assert.equal((await row()).error.message, 'that is no name');
    // Kept a moment after the person's own row.
    await until(
      'the engine says so',
      async () => (await world.row(company, 'example'))['status'] === 'failed',
    );
    const state = await world.row(company, 'example');
    assert.deepEqual([state['usable'], state['reached'], state['step']], [true, 'present', 'people']);
    await world.call(company, `DELETE /members/${refused.ugid}`);
    await until('the company is well again, and the receipt whole', async () => {
      world.clock.leap(60_000);
      const { status } = await world.row(company, 'example');
      return status === 'done' && (await receipt(refused)).body.complete === true;
    });
  });

  it('get a link that logs them in, and nobody else', async () => {
    const launch = (token: string) => world.api.request('POST /engines/example/launch', { token });
    await until('she is there', () => one(owner) !== undefined);
    const { body } = await launch(owner.token);
    assert.match(body.url, /\/in\/[0-9a-f-]{36}$/);
    assert.equal(body.reason, null);
    assert.deepEqual((await launch(company.key)).body.reason, 'no_person');
    const stranger = await addPerson(world.api, { in: [] });
    assert.ok((await launch(stranger.token)).status >= 400);
    const stored = await world.sql(
      `select answer::text from core.idempotency where answer::text like '%/in/%'`,
    );
    assert.deepEqual(stored, []);
  });

  it('who leave while a process dies are out in the end, wherever it died', async () => {
    await world.still();
    let deaths = 0;
    for (let dieAt = 1; dieAt < 80; dieAt += 2) {
      const other = await world.quiet();
      const member = await addPerson(world.api, { in: [{ tenantId: other.id, role: 'member' }] });
      await world.want(other, 'example', instance);
      const mortal = new Mortal(dieAt);
      world.reconciler({ mortal });
      await until('it died, or was done', async () => {
        return mortal.dead || (await world.row(other, 'example'))['reached'] === 'present';
      });
      await world.still();
      if (!mortal.dead) break;
      deaths += 1;
      await world.sql('delete from core.memberships where tenant_id = $1', [other.id]);
      await world.sql('update core.tenant_engines set leased_until = now() where tenant_id = $1', [other.id]);
      world.reconciler();
      await world.reached(other, 'example');
      await world.still();
      assert.ok(!one(member, other)?.open, `died at ${dieAt}`);
      assert.ok(peopleOf(other).length <= 1);
    }
    assert.ok(deaths > 8, `${deaths} deaths`);
  });
});
