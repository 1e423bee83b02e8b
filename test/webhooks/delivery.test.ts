import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { until } from '#test/jobs/company.ts';
import { Receiver } from './receiver.ts';
import { HOUR, MINUTE, SECOND, World } from './world.ts';

/** The official library, which looks at the real clock: the time of the header is made ours first. */
function verify(secret: string, { body, headers }: Receiver['all'][number]): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

describe('a webhook', () => {
  let world: World;
  before(async () => {
    world = await World.build();
    await world.sender({ timeoutMs: 300 });
  });
  after(() => world[Symbol.asyncDispose]());
  afterEach(() => assert.deepEqual(world.lines.splice(0), []));

  it('brings each event once, in order, signed as the official library expects', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    const ids = await world.contacts(company, 12);
    await until('all came', () => receiver.all.length === 12);
    assert.deepEqual(receiver.ids.toSorted(), ids.toSorted());
    await until('it is written', async () => (await world.attempts(hook)) === 12);
    for (const one of receiver.all) {
      const event = verify(hook.secret, one) as Record<string, unknown>;
      assert.equal(event['type'], 'contact.created');
      assert.equal(event['id'], one.id);
      assert.deepEqual(Object.keys(event), ['type', 'timestamp', 'data', 'id', 'version', 'position']);
      assert.equal(typeof event['position'], 'number');
      assert.throws(() => verify(`whsec_${Buffer.alloc(32).toString('base64')}`, one));
    }
    const { position } = await world.call(company, `GET /webhooks/${hook.id}`);
    const { data } = await world.call(company, `GET /webhooks/${hook.id}/deliveries?limit=5`);
    assert.equal(data.length, 5);
    assert.equal(data[0].position, position);
  });

  it('signs with both secrets for a day after a change', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    const { secret } = await world.call(company, `POST /webhooks/${hook.id}/secret`);
    await world.contacts(company, 1);
    await until('it came', () => receiver.all.length === 1);
    for (const one of [hook.secret, secret]) verify(one, receiver.all[0]!);
    const rows = await world.api.sql<{ secret: Buffer }>(
      'select secret from app.webhook_endpoints where id = $1',
      [hook.id],
    );
    assert.ok(!rows[0]!.secret.toString('latin1').includes(secret.slice(6)));
    await world.api.sql(
      `update app.webhook_endpoints set rotated_at = rotated_at - interval '24 hours' where id = $1`,
      [hook.id],
    );
    await world.contacts(company, 1);
    await until('another came', () => receiver.all.length === 2);
    verify(secret, receiver.all[1]!);
    assert.throws(() => verify(hook.secret, receiver.all[1]!));
  });

  it('tells at once what became of a test', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    receiver.answer = (response) =>
      void response
        .writeHead(500, { 'set-cookie': 'session=1', 'x-trace': '7', authorization: 'Bearer abc' })
        .end(`broken ${hook.secret} Bearer abc \0 end`);
    const { eventId } = await world.call(company, `POST /webhooks/${hook.id}/test`);
    const seen = await world.call(company, `GET /webhooks/${hook.id}/deliveries/${eventId}?wait=10`);
    assert.equal(seen.status, 'failed');
    assert.equal(seen.attempts[0].status, 500);
    assert.equal(seen.attempts[0].answer, 'broken [redacted] Bearer [redacted]  end');
    assert.equal(seen.attempts[0].headers['x-trace'], '7');
    assert.ok(!JSON.stringify(seen).includes('session=1'));
    assert.equal(seen.request.body, receiver.all[0]!.body);
    assert.equal(seen.request.headers['webhook-id'], eventId);
    assert.equal(JSON.parse(receiver.all[0]!.body).type, 'webhook.test');
  });

  it('bears a receiver that is down for the whole span, and brings everything when asked again', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    receiver.status(500);
    const ids = await world.contacts(company, 5);
    const waits = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
    for (const [n, wait] of waits.entries()) {
      await until(`attempt ${n + 1}`, async () => (await world.attempts(hook)) === 5 * (n + 1));
      assert.equal(receiver.all.length, 5 * (n + 1));
      world.clock.leap(wait * 1.1 + SECOND);
    }
    await until('all are given up', async () =>
      (await world.statuses(hook)).every((one) => one === 'failed'),
    );
    assert.equal(receiver.all.length, 40);
    receiver.all.length = 0;
    receiver.status(204);
    const [position] = await world.api.sql<{ from: number }>(
      'select min(position)::integer as from from core.events where id = any ($1)',
      [ids],
    );
    const asked = await world.call(company, `POST /webhooks/${hook.id}/redeliver`, {
      fromPosition: position!.from,
    });
    assert.equal(asked.count, 5);
    await until('all arrived', async () => (await world.statuses(hook)).every((one) => one === 'delivered'));
    assert.deepEqual(receiver.ids.toSorted(), ids.toSorted());
  });

  it('brings everything to a receiver that comes and goes, and later events meanwhile', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    const bad = new Set<string>();
    let seen = 0;
    receiver.answer = (response, { id }) => {
      seen += 1;
      const fails = seen % 2 === 1 && !bad.has(id);
      if (fails) bad.add(id);
      response.writeHead(fails ? 500 : 200).end();
    };
    const ids = await world.contacts(company, 10);
    await until('each was tried', async () => (await world.attempts(hook)) === 10);
    assert.ok((await world.statuses(hook)).includes('delivered'));
    world.clock.leap(6 * SECOND);
    await until('all arrived', async () => (await world.statuses(hook)).every((one) => one === 'delivered'));
    assert.deepEqual([...new Set(receiver.ids)].toSorted(), ids.toSorted());
  });

  it('takes a redirect for a failure, and follows none', async () => {
    await using elsewhere = await Receiver.open();
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    receiver.status(307, { location: elsewhere.url });
    await world.contacts(company, 1);
    await until('it was tried', async () => (await world.attempts(hook)) === 1);
    assert.deepEqual(await world.statuses(hook), ['waiting']);
    assert.equal(elsewhere.all.length, 0);
  });

  it('is switched off by 410, with an event, and sends nothing more', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    receiver.status(410);
    await world.contacts(company, 1);
    await until('it is off', async () => !(await world.call(company, `GET /webhooks/${hook.id}`)).enabled);
    const off = await world.call(company, `GET /webhooks/${hook.id}`);
    assert.equal(off.disabledReason, 'gone');
    const events = await world.api.sql<{ data: unknown }>(
      `select data from core.events where tenant_id = $1 and name = 'webhook.disabled'`,
      [company.id],
    );
    assert.deepEqual(events, [{ data: { id: hook.id, reason: 'gone' } }]);
    const refused = await world.api.request(`POST /webhooks/${hook.id}/test`, { token: company.key });
    assert.equal(refused.body.code, 'webhook_disabled');
    receiver.status(200);
    const missed = await world.contacts(company, 1);
    await world.call(company, `PATCH /webhooks/${hook.id}`, { enabled: true });
    world.clock.leap(6 * SECOND);
    await until('the first came', async () => (await world.statuses(hook))[0] === 'delivered');
    assert.ok(!receiver.ids.includes(missed[0]!));
    await world.call(company, `POST /webhooks/${hook.id}/redeliver`, { since: off.disabledAt });
    await until('the missed one came', () => receiver.ids.includes(missed[0]!));
  });

  it('is switched off after five days without a success', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    receiver.status(500);
    await world.contacts(company, 1);
    await until('it was tried', async () => (await world.attempts(hook)) === 1);
    world.clock.leap(5 * 24 * HOUR - MINUTE);
    await until('it was tried again', async () => (await world.attempts(hook)) === 2);
    assert.equal((await world.call(company, `GET /webhooks/${hook.id}`)).enabled, true);
    world.clock.leap(6 * MINUTE);
    await until('it is off', async () => !(await world.call(company, `GET /webhooks/${hook.id}`)).enabled);
    assert.equal((await world.call(company, `GET /webhooks/${hook.id}`)).disabledReason, 'failing');
  });

  it('leaves a busy receiver alone for as long as it asks, and loses nothing', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    await using other = await Receiver.open();
    const hook = await world.hook(company, receiver.url);
    const busy = await world.hook(company, other.url);
    receiver.status(429, { 'retry-after': '600' });
    const [first] = await world.contacts(company, 1);
    await until('it was tried', async () => (await world.attempts(hook)) === 1);
    const [second] = await world.contacts(company, 1);
    world.clock.leap(9 * MINUTE);
    await world.contacts(company, 1);
    await until('another endpoint got all', async () => (await world.attempts(busy)) === 3);
    assert.deepEqual(receiver.ids, [first]);
    receiver.status(200);
    world.clock.leap(2 * MINUTE);
    await until(
      'all came',
      async () => (await world.statuses(hook)).filter((one) => one === 'delivered').length === 3,
    );
    assert.ok(receiver.ids.includes(second!));
  });

  it('reads little of an answer, and waits for its end as little', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const hook = await world.hook(company, receiver.url);
    const chunk = Buffer.alloc(65_536, 'x');
    receiver.answer = (response) => {
      response.writeHead(200);
      const more = (): void => void (response.destroyed || response.write(chunk, () => setImmediate(more)));
      more();
    };
    await world.contacts(company, 1);
    await until('the endless one counts', async () => (await world.statuses(hook))[0] === 'delivered');
    receiver.answer = (response) => void response.writeHead(200).write('é'.repeat(10));
    await world.contacts(company, 1);
    await until('the silent one counts', async () => (await world.statuses(hook))[1] === 'delivered');
    receiver.answer = () => {};
    const [id] = await world.contacts(company, 1);
    await until('the one without a head failed', async () => (await world.statuses(hook))[2] === 'waiting');
    const { attempts } = await world.call(company, `GET /webhooks/${hook.id}/deliveries/${id}`);
    assert.equal(attempts[0].error, 'timeout');
  });

  it('that is slow keeps no other waiting', async () => {
    await using slow = await Receiver.open();
    await using quick = await Receiver.open();
    const company = await world.company();
    slow.answer = () => {};
    await world.hook(company, slow.url);
    const hook = await world.hook(company, quick.url);
    await world.contacts(company, 30);
    await until('the quick one has all', async () => (await world.statuses(hook)).length === 30);
    assert.ok(slow.all.length < 30 && slow.peak <= 20, `${slow.all.length} of ${slow.peak}`);
  });
});
