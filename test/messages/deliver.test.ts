import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { status } from '#test/stand-ins/graph.ts';
import { World } from './world.ts';

const TEMPLATE = { name: 'recordatorio', language: 'es_CL', parameters: ['Ana', 'hoy'] };

interface Row {
  readonly status: string;
  readonly failure: string | null;
  readonly tries: number;
  readonly next_try_at: Date | null;
  readonly provider_id: string | null;
}

describe('messages of a company', () => {
  let world: World;
  let tenant: { id: string; key: string };
  let number = 912_340_000;

  before(async () => {
    world = await World.build();
    tenant = await world.t.tenant();
    await world.startWorker();
  });
  after(() => world.stop());

  const send = async (template: object = TEMPLATE): Promise<{ id: string; to: string }> => {
    const to = `+56${(number += 1)}`;
    const answer = await world.t.request('POST /messages', { token: tenant.key, body: { to, template } });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return { id: answer.body.id, to: to.slice(1) };
  };
  const row = async (id: string): Promise<Row> =>
    (await world.rows<Row>('select * from app.messages where id = $1', [id]))[0]!;
  const becomes = (id: string, name: string): Promise<void> =>
    until(`${id} is ${name}`, async () => {
      await world.hurry();
      return (await row(id)).status === name;
    });
  const accepted = (to: string) => world.graph.accepted.filter((one) => one.to === to);

  it('fail for good when WhatsApp says so, and name the reason', async () => {
    for (const [code, failure] of [
      [131026, 'undeliverable'],
      [131047, 'window_closed'],
      [131021, 'same_number'],
      [131042, 'billing'],
      [132015, 'template'],
      [133010, 'not_registered'],
      [190, 'token'],
    ] as const) {
      world.graph.fail({ code });
      const { id, to } = await send();
      await becomes(id, 'failed');
      assert.deepEqual([(await row(id)).failure, accepted(to).length], [failure, 0]);
    }
    const told = world.lines.filter(({ level }) => level === 'error').map(({ fields }) => fields['failure']);
    assert.deepEqual(told, ['billing', 'template', 'not_registered', 'token']);
    const events = await world.rows<{ data: { failure: string } }>(
      `select data from core.events where name = 'message.status_changed' and tenant_id = $1`,
      [tenant.id],
    );
    assert.equal(events.length, 7);
  });

  it('are tried again after a failure of the moment, no sooner than WhatsApp wants', async () => {
    world.graph.fail({ code: 131000, status: 500 }, { code: 131056 });
    const { id, to } = await send();
    await until('WhatsApp asked for patience', async () => {
      await world.hurry();
      return (await row(id)).next_try_at !== null;
    });
    const waiting = await row(id);
    assert.deepEqual([waiting.status, waiting.failure, waiting.tries], ['queued', 'rate', 2]);
    const failures = (): number =>
      world.lines.filter(({ message }) => message === 'job failed, to be tried again').length;
    await until('that try ended', () => failures() >= 2);
    const [asked, failed] = [world.graph.paths.length, failures()];
    await until('the next try came too early', async () => {
      await world.hurry();
      return failures() > failed;
    });
    assert.equal(world.graph.paths.length, asked, 'nobody was asked');
    world.movedMs = 7_000;
    await becomes(id, 'sent');
    assert.deepEqual([accepted(to).length, (await row(id)).failure], [1, null]);
    world.movedMs = 0;
  });

  it('are not sent again when only the answer was lost', async () => {
    world.graph.loseAnswers = 1;
    const { id, to } = await send();
    await until('it was accepted and its answer lost', async () => (await row(id)).tries === 1);
    const [asked] = accepted(to);
    const update = status(asked!.id, 'delivered', world.clock.now(), { reference: asked!.reference! });
    await world.webhook(update);
    assert.equal((await row(id)).provider_id, asked!.id);
    await world.hurry();
    const another = await send();
    await becomes(another.id, 'sent');
    assert.equal(accepted(to).length, 1);
    assert.equal((await row(id)).status, 'delivered');
  });

  it('go out once each, in parallel too', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => send()));
    for (const { id } of all) await becomes(id, 'sent');
    for (const { id, to } of all) {
      assert.deepEqual(
        accepted(to).map((one) => one.id),
        [(await row(id)).provider_id],
      );
    }
  });

  it('leave no number and no word in the log', async () => {
    world.graph.fail({ code: 100, details: 'Ana 912340001 hoy' });
    const { id } = await send();
    await becomes(id, 'failed');
    const all = JSON.stringify(
      world.lines.map(({ fields, ...line }) => ({ ...line, ...fields })),
      (_, value: unknown) => (value instanceof Error ? `${value.stack} ${String(value.cause)}` : value),
    );
    assert.doesNotMatch(all, /91234\d{4}|\bAna\b/);
  });

  it('are refused when they are both text and template, neither, or to nobody', async () => {
    const ask = (body: object) => world.t.request('POST /messages', { token: tenant.key, body });
    const to = '+56912345678';
    for (const body of [
      { to },
      { to, text: 'x', template: TEMPLATE },
      { to: 'nobody', template: TEMPLATE },
    ]) {
      assert.equal((await ask(body)).body.code, 'invalid_input');
    }
    const reader = await world.t.tenant({ scopes: ['messages:read'] });
    const answer = await world.t.request('POST /messages', {
      token: reader.key,
      body: { to, template: TEMPLATE },
    });
    assert.equal(answer.body.code, 'insufficient_scope');
  });

  it('by template are so many an hour and company, since each costs the operator', async () => {
    const [thrifty, lavish] = [await world.t.tenant(), await world.t.tenant()];
    const hour = `date_trunc('hour', now())`;
    await world.rows(`insert into core.counters values ($1, 'messages.template', ${hour}, 499)`, [lavish.id]);
    const ask = (key: string) =>
      world.t.request('POST /messages', { token: key, body: { to: '+56912345678', template: TEMPLATE } });
    assert.equal((await ask(lavish.key)).status, 200);
    const refused = await ask(lavish.key);
    assert.deepEqual([refused.status, refused.body.code], [429, 'rate_limited']);
    assert.ok(Number(refused.headers['retry-after']) > 0);
    assert.equal((await ask(thrifty.key)).status, 200);
  });
});
