import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { judgeToken } from '#features/messages/rules.ts';
import { until } from '#test/jobs/company.ts';
import { World } from './world.ts';

const DAY_MS = 24 * 3_600_000;

describe('the WhatsApp token', () => {
  let world: World;

  before(async () => {
    world = await World.build();
  });
  after(() => world.stop());
  beforeEach(async () => {
    await world.rows('truncate core.engine_health, core.events');
    world.movedMs = 0;
    world.graph.tokenDead = false;
    world.graph.tokenExpiresAt = 0;
  });

  const look = () => world.runScheduled('whatsapp.watch_token');
  const alerts = async () =>
    (
      await world.rows<{ data: { state: string } }>(
        `select data from core.events where name = 'whatsapp.token_endangered' order by seq`,
      )
    ).map(({ data }) => data.state);
  const metrics = async (): Promise<string> =>
    (await world.t.request('GET /metrics', { token: world.t.operatorKey })).body;

  it('is told of when it is dead, at once and then once a day', async () => {
    world.graph.tokenDead = true;
    await look();
    await look();
    assert.deepEqual(await alerts(), ['dead']);
    assert.match(await metrics(), /^smarteros_whatsapp_token_ok 0$/m);
    world.movedMs = DAY_MS;
    await look();
    assert.deepEqual(await alerts(), ['dead', 'dead']);
    world.graph.tokenDead = false;
    await look();
    assert.match(await metrics(), /^smarteros_whatsapp_token_ok 1$/m);
    world.graph.tokenDead = true;
    await look();
    assert.deepEqual(await alerts(), ['dead', 'dead', 'dead'], 'a new trouble is told at once');
  });

  it('is told of after 50 of its 60 days', async () => {
    const seconds = Math.floor(world.clock.now().getTime() / 1_000);
    world.graph.tokenExpiresAt = seconds + 60 * 86_400;
    world.movedMs = 50 * DAY_MS - 60_000;
    await look();
    assert.deepEqual(await alerts(), []);
    world.movedMs = 50 * DAY_MS;
    await look();
    assert.deepEqual(await alerts(), ['expiring']);
    assert.match(
      await metrics(),
      new RegExp(`^smarteros_whatsapp_token_expires_at_seconds ${world.graph.tokenExpiresAt}$`, 'm'),
    );
  });

  it('isn’t judged while nobody answers', async () => {
    const { url } = world.graph;
    await world.graph[Symbol.asyncDispose]();
    await assert.rejects(look());
    assert.deepEqual(await alerts(), []);
    assert.match(await metrics(), /^smarteros_whatsapp_token_ok Nan$/m, url);
  });

  it('is judged dead before it is judged lacking or old', () => {
    const now = new Date('2026-03-02T12:00:00Z');
    const soon = new Date(now.getTime() + DAY_MS);
    assert.equal(judgeToken({ valid: false, expiresAt: soon, missing: ['x'] }, now), 'dead');
    assert.equal(judgeToken({ valid: true, expiresAt: soon, missing: ['x'] }, now), 'lacking');
    assert.equal(judgeToken({ valid: true, expiresAt: soon, missing: [] }, now), 'expiring');
    assert.equal(judgeToken({ valid: true, expiresAt: null, missing: [] }, now), 'fine');
  });
});

describe('the operator', () => {
  it('gets a mail about the token, without the token', async () => {
    const world = await World.build();
    try {
      await world.startWorker();
      world.graph.tokenScopes = ['whatsapp_business_messaging'];
      await world.runScheduled('whatsapp.watch_token');
      await until('the mail arrived', () => world.mail.mails.length === 1);
      const [mail] = world.mail.mails;
      assert.deepEqual(mail!.to, ['operator@example.cl']);
      assert.match(mail!.data, /whatsapp_business_management/);
      assert.doesNotMatch(mail!.data, /EAAG/);
    } finally {
      await world.stop();
    }
  });
});
