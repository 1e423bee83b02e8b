import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { createWorld, type World } from './world.ts';

const BIG = 20_000;
const MANY = 1_000;

describe('clients of the stream', () => {
  let w: World;
  let own: Awaited<ReturnType<World['t']['tenant']>>;
  before(async () => {
    w = await createWorld({ streams: { stallMs: 1_500 } });
    await w.relay();
    own = await w.t.tenant();
  });
  after(() => w.stop());

  const open = async (): Promise<number> => {
    const { body } = await w.t.request('GET /metrics', { token: w.t.operatorKey });
    return Number(/^smarteros_event_streams (\d+)$/m.exec(body as string)![1]);
  };

  it('that stop reading are cut off, and go on where they were', async () => {
    const slow = await w.listen({ token: own.key });
    const quick = await w.listen({ token: own.key });
    slow.pause();
    await w.t.sql(
      `insert into core.events (tenant_id, id, name, version, data, occurred_at)
       select $1, gen_random_uuid(), 'contact.created', 1, json_build_object('n', n, 'x', repeat('x', $2)), now()
       from generate_series(1, $3::int) n order by n`,
      [own.id, BIG, MANY],
    );
    await quick.until('the quick one has all', (frames) => frames.length === MANY);
    await until('the slow one is cut off', async () => (await open()) === 1);
    slow.resume();
    await until('its connection has ended', () => slow.ended());
    assert.ok(slow.frames.length < MANY);
    const again = await w.listen({ token: own.key, headers: { 'last-event-id': slow.lastId()! } });
    await again.until('the rest came', (frames) => slow.frames.length + frames.length >= MANY);
    assert.deepEqual(
      [...slow.frames, ...again.frames].map(({ id }) => id),
      quick.frames.map(({ id }) => id),
    );
    for (const one of [quick, again]) one.close();
    await until('all have left', async () => (await open()) === 0);
  });

  it('that come and go a thousand times leave nothing behind', async () => {
    const come = (): Promise<void> =>
      new Promise((resolve) => {
        const socket = connect(w.port, '127.0.0.1', () => {
          socket.write(`GET /events/stream HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${own.key}\r\n\r\n`);
          // Some before the answer, some after it.
          if (Math.random() < 0.5) socket.destroy();
          else socket.once('data', () => socket.destroy());
        });
        socket.on('error', () => {});
        socket.on('close', () => resolve());
      });
    for (let i = 0; i < MANY; i += 20) await Promise.all(Array.from({ length: 20 }, come));
    await until('all have left', async () => (await open()) === 0);
    const still = await w.listen({ token: own.key });
    assert.equal(still.status, 200);
    still.close();
    await until('it has left as well', async () => (await open()) === 0);
  });

  it('that want more streams than there may be are told so', async () => {
    const all = await Promise.all(Array.from({ length: 33 }, () => w.listen({ token: own.key })));
    const [refused, ...more] = all.filter(({ status }) => status === 429);
    assert.equal(more.length, 0);
    assert.equal((await refused!.body()).code, 'rate_limited');
    assert.ok(Number(refused!.headers['retry-after']) > 0);
    all.find(({ status }) => status === 200)!.close();
    await until('there is room', async () => (await open()) < 32);
    const next = await w.listen({ token: own.key });
    assert.equal(next.status, 200);
    for (const one of [...all, next]) one.close();
    await until('all have left', async () => (await open()) === 0);
  });

  it('are told when the process stops, and it stops at once', async () => {
    const beside = await createWorld({ beside: w.t });
    const stream = await beside.listen({ token: own.key });
    assert.equal(stream.status, 200);
    const began = performance.now();
    await beside.stop();
    assert.ok(performance.now() - began < 2_000);
    await stream.until('it ended', () => stream.ended());
    assert.deepEqual(
      stream.frames.map(({ event, data }) => [event, data['code']]),
      [['end', 'unavailable']],
    );
  });
});
