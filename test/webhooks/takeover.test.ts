import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { Receiver } from './receiver.ts';
import { World } from './world.ts';

describe('senders', () => {
  let world: World;
  before(async () => {
    world = await World.build();
  });
  after(() => world[Symbol.asyncDispose]());

  it('side by side send nothing twice', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hooks = await Promise.all([1, 2, 3].map(() => world.hook(company, receiver.url)));
    const senders = [await world.sender(), await world.sender()];
    const ids = await world.contacts(company, 40);
    await until('all are written', async () => {
      const all = await Promise.all(hooks.map((hook) => world.statuses(hook)));
      return all.every((one) => one.length === 40);
    });
    assert.deepEqual(receiver.ids.toSorted(), [...ids, ...ids, ...ids].toSorted());
    for (const sender of senders) await sender.stop();
  });

  it('that were cut off in the middle leave the rest to the next, which sends it under the same id', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    receiver.answer = () => {};
    const first = await world.sender();
    const ids = await world.contacts(company, 8);
    await until('some are under way', () => receiver.all.length > 1);
    // Nothing is heard of them any more, as after a kill.
    await first.stop();
    assert.deepEqual(await world.statuses(hook), []);
    receiver.status(200);
    const under = receiver.ids;
    const second = await world.sender();
    await until('all arrived', async () => (await world.statuses(hook)).length === 8);
    assert.deepEqual([...new Set(receiver.ids)].toSorted(), ids.toSorted());
    for (const id of under) assert.ok(receiver.ids.filter((one) => one === id).length > 1);
    await second.stop();
  });

  it('take over from one that fell silent', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    await world.api.sql(
      `update core.webhook_cursors set leased_by = gen_random_uuid(), leased_until = now() + interval '1 hour'
       where endpoint_id = $1`,
      [hook.id],
    );
    const other = await world.hook(company, receiver.url);
    const sender = await world.sender();
    await world.contacts(company, 1);
    await until('another endpoint is served', async () => (await world.statuses(other)).length === 1);
    assert.deepEqual(await world.statuses(hook), []);
    await world.api.sql('update core.webhook_cursors set leased_until = now() where endpoint_id = $1', [
      hook.id,
    ]);
    await until('it is served', async () => (await world.statuses(hook)).length === 1);
    await sender.stop();
  });

  it('send nothing to what was deleted or switched off meanwhile, nor for a suspended company', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const [gone, off, kept] = [
      await world.hook(company, receiver.url),
      await world.hook(company, receiver.url),
      await world.hook(company, receiver.url),
    ];
    const held: (() => void)[] = [];
    receiver.answer = (response) => void held.push(() => response.end());
    const sender = await world.sender();
    await world.contacts(company, 1);
    await until('three are under way', () => held.length === 3);
    await world.call(company, `DELETE /webhooks/${gone.id}`);
    await world.call(company, `PATCH /webhooks/${off.id}`, { enabled: false });
    for (const finish of held.splice(0)) finish();
    await until('the kept one is written', async () => (await world.statuses(kept)).length === 1);
    await world.api.sql(`update core.tenants set status = 'suspended' where id = $1`, [company.id]);
    await world.api.sql(
      `insert into core.events (tenant_id, id, name, version, data, occurred_at)
       values ($1, gen_random_uuid(), 'contact.created', 1, '{}', now())`,
      [company.id],
    );
    const other = await world.company();
    const busy = await world.hook(other, receiver.url);
    receiver.status(200);
    await world.contacts(other, 1);
    await until('another company is served', async () => (await world.statuses(busy)).length === 1);
    assert.deepEqual(await world.statuses(kept), ['delivered']);
    await world.api.sql(`update core.tenants set status = 'active' where id = $1`, [company.id]);
    await until('what waited arrives', async () => (await world.statuses(kept)).length === 2);
    assert.deepEqual(await world.statuses(gone), []);
    assert.ok((await world.statuses(off)).length <= 1);
    await sender.stop();
  });
});
