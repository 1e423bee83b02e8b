import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { PLATFORM } from '#core/platform.ts';
import { createTestApi } from '#test/harness/api.ts';
import { inbound, META, signed, status } from '#test/stand-ins/graph.ts';
import { World } from './world.ts';

const PHONE = '56912345678';
const PEER = `+${PHONE}`;
const HOUR_MS = 3_600_000;
const TEMPLATE = { name: 'recordatorio', language: 'es_CL', parameters: ['Ana', 'hoy'] };

describe('WhatsApp webhook', () => {
  let world: World;
  let a: { id: string; key: string; slug: string };
  let b: typeof a;

  before(async () => {
    world = await World.build();
    a = await world.t.tenant();
    b = await world.t.tenant();
  });
  after(() => world.stop());
  beforeEach(async () => {
    world.movedMs = 0;
    await world.rows('truncate app.messages, core.events, core.audit');
  });

  /** A message that a tenant sent, as it stands after WhatsApp accepted it. */
  async function sent(tenantId: string, wamid: string, at = world.clock.now()): Promise<string> {
    const id = world.clock.id();
    await world.rows(
      `insert into app.messages (tenant_id, id, direction, peer, kind, text, status, provider_id, created_at, sent_at)
       values ($1, $2, 'out', $3, 'text', 'x', 'sent', $4, $5, $5)`,
      [tenantId, id, PEER, wamid, at],
    );
    return id;
  }
  const message = (id: string, text = 'Hola 🌵', at = world.clock.now()) => inbound(id, PHONE, text, at);
  const sendText = (key: string, text = 'Buenos días') =>
    world.t.request('POST /messages', { token: key, body: { to: PEER, text } });
  const kept = () =>
    world.rows<{ tenant_id: string; text: string }>(
      `select tenant_id, text from app.messages where direction = 'in' order by id`,
    );

  it('refuses what Meta didn’t sign, and keeps nothing of it', async () => {
    const other = signed(message('wamid.1'), 'another secret').signature;
    for (const signature of [other, '', 'sha256=00', signed({}).signature]) {
      const answer = await world.webhook(message('wamid.1'), signature);
      assert.equal(answer.status, 401);
    }
    const bare = await world.t.request('POST /webhooks/whatsapp', { body: message('wamid.1') });
    assert.equal(bare.status, 401);
    assert.deepEqual(await kept(), []);
  });

  it('refuses a handshake without our token, and answers the right one in plain text', async () => {
    const shake = (token: string) =>
      world.t.request(
        `GET /webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=115820`,
      );
    assert.equal((await shake('guess')).status, 403);
    const answer = await shake(META.verifyToken);
    assert.deepEqual([answer.status, answer.body], [200, '115820']);
    assert.match(String(answer.headers['content-type']), /^text\/plain/);
  });

  it('is not there while WhatsApp isn’t set up', async () => {
    const bare = await createTestApi();
    try {
      // Only outgoing ones stand there then, and none has that id.
      assert.equal((await bare.request('GET /webhooks/whatsapp')).status, 400);
      assert.equal((await bare.request('POST /webhooks/whatsapp', { body: {} })).status, 405);
    } finally {
      await bare.stop();
    }
  });

  it('takes signed nonsense without a fault', async () => {
    for (const value of [{}, { messages: 'x' }, { statuses: [null] }, { messages: [{ id: 1 }] }]) {
      assert.equal((await world.webhook(value)).status, 200);
    }
    assert.deepEqual(await kept(), []);
  });

  it('keeps a stranger’s message with the platform', async () => {
    assert.equal((await world.webhook(message('wamid.in'))).status, 200);
    assert.deepEqual(await kept(), [{ tenant_id: PLATFORM.id, text: 'Hola 🌵' }]);
    assert.equal((await sendText(a.key)).body.code, 'whatsapp_window_closed');
  });

  it('gives a message to the company that last wrote to that number', async () => {
    await sent(a.id, 'wamid.a', new Date(world.clock.now().getTime() - HOUR_MS));
    await sent(b.id, 'wamid.b');
    await world.webhook(message('wamid.in1'));
    await sent(a.id, 'wamid.a2', new Date(world.clock.now().getTime() + 1));
    await world.webhook(message('wamid.in2', 'Chao'));
    assert.deepEqual(await kept(), [
      { tenant_id: b.id, text: 'Hola 🌵' },
      { tenant_id: a.id, text: 'Chao' },
    ]);
    const seen = await world.t.request(`GET /messages?direction=in&peer=${PHONE.slice(2)}`, { token: b.key });
    assert.deepEqual(
      seen.body.data.map((one: { text: string }) => one.text),
      ['Hola 🌵'],
    );
  });

  it('keeps a repeat once, even in parallel and after somebody else has written', async () => {
    await sent(a.id, 'wamid.a');
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.webhook(message('wamid.in'))));
    assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
    await sent(b.id, 'wamid.b', new Date(world.clock.now().getTime() + 1));
    await world.webhook(message('wamid.in'));
    assert.deepEqual(await kept(), [{ tenant_id: a.id, text: 'Hola 🌵' }]);
    const events = await world.rows(`select 1 from core.events where name = 'message.received'`);
    assert.equal(events.length, 1);
  });

  it('opens the window of that company for 24 hours from when it was written', async () => {
    assert.equal((await sendText(a.key)).status, 409);
    await sent(a.id, 'wamid.a');
    await world.webhook(message('wamid.in', 'Hola', new Date(world.clock.now().getTime() - 23 * HOUR_MS)));
    assert.equal((await sendText(a.key)).status, 200);
    assert.equal((await sendText(b.key)).body.code, 'whatsapp_window_closed');
    world.movedMs = HOUR_MS + 1_000;
    const late = await sendText(a.key);
    assert.deepEqual([late.status, late.body.code], [409, 'whatsapp_window_closed']);
    const template = { token: a.key, body: { to: PEER, template: TEMPLATE } };
    assert.equal((await world.t.request('POST /messages', template)).status, 200);
  });

  it('lets no clock of the future hold the window open', async () => {
    await sent(a.id, 'wamid.a');
    await world.webhook(message('wamid.in', 'Hola', new Date(world.clock.now().getTime() + 48 * HOUR_MS)));
    assert.equal((await sendText(a.key)).status, 200);
    world.movedMs = 24 * HOUR_MS + 1_000;
    assert.equal((await sendText(a.key)).status, 409);
  });

  it('drops what is for a suspended company, and keeps the rest', async () => {
    await sent(b.id, 'wamid.b');
    await world.rows(`update core.tenants set status = 'suspended' where id = $1`, [b.id]);
    const other = inbound('wamid.other', '56987654321', 'Otro', world.clock.now());
    const both = {
      contacts: [],
      messages: [message('wamid.in'), other].flatMap((one) => (one as { messages: object[] }).messages),
    };
    assert.equal((await world.webhook(both)).status, 200);
    await world.rows(`update core.tenants set status = 'active' where id = $1`, [b.id]);
    assert.deepEqual(await kept(), [{ tenant_id: PLATFORM.id, text: 'Otro' }]);
  });

  const permutations = <T>(items: readonly T[]): T[][] =>
    items.length < 2
      ? [[...items]]
      : items.flatMap((item) =>
          permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]),
        );

  for (const order of permutations(['sent', 'delivered', 'read'])) {
    it(`ends with read, in the order ${order.join(', ')}`, async () => {
      const id = await sent(a.id, 'wamid.a');
      for (const name of [...order, ...order])
        await world.webhook(status('wamid.a', name, world.clock.now()));
      const [row] = await world.rows('select status, delivered_at, read_at from app.messages where id = $1', [
        id,
      ]);
      assert.equal(row!['status'], 'read');
      assert.ok(row!['delivered_at'] && row!['read_at']);
      const events = await world.rows<{ data: { status: string } }>(
        `select data from core.events where name = 'message.status_changed' order by seq`,
      );
      const told = events.map(({ data }) => data.status);
      assert.equal(new Set(told).size, told.length, 'nothing is told twice');
      assert.equal(told.at(-1), 'read');
      const audit = await world.rows(`select 1 from core.audit where action = 'job.whatsapp.webhook'`);
      assert.ok(audit.length <= order.length, 'a repeat leaves no trace');
    });
  }

  it('says why a message failed, and lets a late “sent” change nothing', async () => {
    const id = await sent(a.id, 'wamid.a');
    await world.webhook(status('wamid.a', 'failed', world.clock.now(), { code: 131026 }));
    await world.webhook(status('wamid.a', 'sent', world.clock.now()));
    const { body } = await world.t.request('GET /messages', { token: a.key });
    assert.deepEqual(
      body.data.map((one: { id: string; status: string; failure: string }) => [
        one.id,
        one.status,
        one.failure,
      ]),
      [[id, 'failed', 'undeliverable']],
    );
  });

  it('moves no message by a reference to another one', async () => {
    const id = await sent(a.id, 'wamid.a');
    for (const reference of [`message/${a.id}/${id}`, `message/${b.id}/${id}`, 'message/x/y', '../../']) {
      const forged = status('wamid.other', 'read', world.clock.now(), { reference });
      assert.equal((await world.webhook(forged)).status, 200);
    }
    const [row] = await world.rows('select status from app.messages where id = $1', [id]);
    assert.equal(row!['status'], 'sent');
  });

  it('asks Meta to come again when something could not be kept', async () => {
    const batch = {
      messages: ['1', '2'].flatMap((n) => (message(`wamid.${n}`, n) as { messages: object[] }).messages),
    };
    await world.rows(
      `alter table app.messages add constraint trouble check (text is distinct from '2') not valid`,
    );
    assert.equal((await world.webhook(batch)).status, 500);
    await world.rows('alter table app.messages drop constraint trouble');
    assert.equal((await world.webhook(batch)).status, 200);
    assert.deepEqual(
      (await kept()).map(({ text }) => text),
      ['1', '2'],
    );
  });

  it('takes a thousand statuses at once', async () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `wamid.${i}`);
    await sent(a.id, 'wamid.7');
    const statuses = ids.flatMap(
      (id) => (status(id, 'delivered', world.clock.now()) as { statuses: object[] }).statuses,
    );
    assert.equal((await world.webhook({ statuses })).status, 200);
    const [row] = await world.rows(`select status from app.messages where provider_id = 'wamid.7'`);
    assert.equal(row!['status'], 'delivered');
  });

  it('is limited for guessers and never for Meta', async () => {
    const strict = await World.build({ SMARTEROS_RATE_LIMIT_IP: '3' });
    try {
      const guesses = [];
      for (let i = 0; i < 5; i++) guesses.push((await strict.webhook({}, 'sha256=0')).status);
      assert.deepEqual(guesses, [401, 401, 401, 429, 429]);
      assert.equal((await strict.webhook(message('wamid.in'))).status, 200);
    } finally {
      await strict.stop();
    }
  });
});
