import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EngineDefinition } from '#core/engine.ts';
import { until } from '#test/jobs/company.ts';
import { example } from './example/engine.ts';
import { ExampleServer, type Mood } from './example/stand-in.ts';
import { EngineWorld, type Company } from './world.ts';

const HOUR_MS = 3_600_000;
/** The longest pause between tries. */
const QUARTER_MS = 15 * 60_000;
const LOOK_MS = 300;

/** Another engine of the same make. */
const second: EngineDefinition = { ...example, name: 'second' };

describe('an engine in trouble', () => {
  let world: EngineWorld;
  let server: ExampleServer;
  let healthy: ExampleServer;
  let company: Company;
  let instance: string;
  let other: string;
  before(async () => {
    server = await ExampleServer.open();
    healthy = await ExampleServer.open();
    world = await EngineWorld.build([example, second]);
    const at = (engine: string, name: string, { url, key }: ExampleServer) =>
      world.shared({ engine, name, url, credentials: { key } });
    instance = await at('example', 'main', server);
    other = await at('second', 'main', healthy);
    world.reconciler({ lookMs: LOOK_MS });
    company = await world.company();
    await world.want(company, 'example', instance);
    await world.reached(company, 'example');
  });
  after(async () => {
    await world.stop();
    for (const one of [server, healthy]) await one[Symbol.asyncDispose]();
  });

  /** Until all that is due by now was tried. */
  const tried = async (): Promise<void> => {
    const now = world.clock.now();
    await until('what is due was tried', async () => {
      const due = await world.sql('select from core.tenant_engines where due_at <= $1', [now]);
      return due.length === 0;
    });
  };

  const MOODS: readonly (readonly [Mood, string, string])[] = [
    ['html', 'engine_unreachable', 'engine_outcome_unknown'],
    ['redirects', 'engine_unreachable', 'engine_unreachable'],
    ['truncates', 'engine_unreachable', 'engine_outcome_unknown'],
    ['silent', 'engine_unreachable', 'engine_outcome_unknown'],
    ['hangs up', 'engine_unreachable', 'engine_outcome_unknown'],
    ['busy', 'engine_rate_limited', 'engine_rate_limited'],
    ['broken', 'engine_unreachable', 'engine_outcome_unknown'],
  ];
  for (const [mood, reading, writing] of MOODS)
    it(`that ${mood}: typed errors in time, of calls and of its set-up`, async () => {
      const fresh = await world.quiet();
      server.mood = mood;
      try {
        const began = performance.now();
        const write = await world.call(company, 'POST /example/notes', { text: 'x' });
        assert.equal(write.body.code, writing);
        assert.ok(performance.now() - began < 3_000);
        // Both would wait for it: as long as a call may last, or as long as the engine asks for.
        if (mood !== 'silent' && mood !== 'busy')
          assert.equal((await world.call(company, 'GET /example/notes')).body.code, reading);
        await world.want(fresh, 'example', instance);
        await until('it failed', async () => (await world.row(fresh, 'example'))['status'] === 'failed');
        const row = await world.row(fresh, 'example');
        assert.deepEqual([row['error_code'], row['attempts'], row['usable']], [reading, 1, false]);
        assert.ok((row['error_words'] as { es: string }).es.length > 0);
      } finally {
        server.mood = 'well';
      }
      await until('it is well again', async () => {
        world.clock.leap(60_000);
        return (await world.call(company, 'GET /example/notes')).status === 200;
      });
      await until('it is set up after all', async () => {
        world.clock.leap(60_000);
        return (await world.row(fresh, 'example'))['reached'] === 'present';
      });
    });

  it('for an hour is asked ever less, others go on, and it comes back by itself', async () => {
    const broken = await Promise.all(Array.from({ length: 5 }, () => world.quiet()));
    server.mood = 'broken';
    server.seen.length = 0;
    for (const one of broken) await world.want(one, 'example', instance);
    const began = world.clock.now().getTime();
    let opened = false;
    while (world.clock.now().getTime() - began < HOUR_MS) {
      const before_ = server.seen.length;
      world.clock.leap(150_000);
      await tried();
      // One that looks, with its repeats: not each company for itself.
      const asked = server.seen.length - before_;
      if (opened) assert.ok(asked <= 3 * 4, `${asked} requests`);
      opened ||= world.way.calls.restMs(instance) > 0;
    }
    assert.ok(opened, 'the breaker opened');
    assert.ok(server.seen.length < 300, `${server.seen.length} requests in an hour`);
    const untouched = await world.quiet();
    await world.want(untouched, 'second', other);
    await world.want(broken[0]!, 'second', other);
    for (const one of [untouched, broken[0]!]) await world.reached(one, 'second');
    assert.equal(world.way.calls.restMs(other), 0);
    server.mood = 'well';
    world.clock.leap(20 * 60_000);
    for (const one of broken)
      await until('it is set up', async () => {
        world.clock.leap(1_000);
        return (await world.row(one, 'example'))['reached'] === 'present';
      });
    assert.equal(world.way.calls.restMs(instance), 0);
  });

  it('that comes and goes is set up once', async () => {
    const companies = await Promise.all(Array.from({ length: 4 }, () => world.quiet()));
    for (const one of companies) await world.want(one, 'example', instance);
    const moods: readonly Mood[] = ['hangs up', 'well', 'broken', 'does it and hangs up', 'html', 'well'];
    for (const mood of moods) {
      server.mood = mood;
      world.clock.leap(QUARTER_MS);
      await tried();
    }
    for (const one of companies) await world.reached(one, 'example');
    for (const { id } of companies) {
      const accounts = [...server.accounts.values()].filter((one) => one.company === id);
      assert.deepEqual(
        accounts.map(({ notes }) => notes.length),
        [1],
      );
    }
  });
});
