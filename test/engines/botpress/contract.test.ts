import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { botpressOperations } from '#engines/botpress/catalogue.ts';
import { botpress } from '#engines/botpress/index.ts';
import { people } from '#engines/botpress/people.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { member, stepCtxFor } from '#test/engines/step-ctx.ts';
import { EngineWorld, Mortal, type Company } from '#test/engines/world.ts';
import { until } from '#test/jobs/company.ts';
import { BotpressServer } from './server.ts';

const AT = '2026-03-01T12:00:00.000Z';
const MOST_CALLS = 60;

describe('botpress', () => {
  let world: EngineWorld;
  let server: BotpressServer;
  let url: string;
  let instance: string;
  let ana: Company;
  let beto: Company;

  before(async () => {
    server = new BotpressServer();
    url = await openStandIn((asked) => server.answer(asked));
    world = await EngineWorld.build([botpress]);
    instance = await world.shared({
      engine: 'botpress',
      url,
      credentials: { token: server.token },
      settings: { workspaceId: server.workspaceId },
    });
    [ana, beto] = await Promise.all([world.company(), world.company()]);
    world.reconciler();
    for (const company of [ana, beto]) await world.want(company, 'botpress', instance);
    for (const company of [ana, beto]) await world.reached(company, 'botpress');
    for (const company of [ana, beto]) {
      const botId = botOf(company)!.id;
      const id = `conv_${company.slug}`;
      const common = { createdAt: AT, updatedAt: AT, botId };
      server.conversations.push({ id, integration: 'webchat', channel: 'channel', ...common });
      for (let n = 0; n < 5; n++)
        server.messages.push({
          id: `msg_${company.slug}_${n}`,
          conversationId: id,
          direction: 'incoming',
          type: n === 4 ? 'image' : 'text',
          payload: n === 4 ? { imageUrl: 'https://example.cl/pan.jpg' } : { text: `${n}` },
          userId: 'user_1',
          ...common,
        });
    }
  });
  after(() => world.stop());
  beforeEach(() => {
    server.mood = 'well';
    world.clock.leap(60_000);
  });

  const botsOf = ({ id }: { id: string }) => server.bots.filter(({ tags }) => tags['smarterosTenant'] === id);
  const botOf = (company: { id: string }) => botsOf(company)[0];
  const get = (company: Company, path: string) => world.call(company, `GET /botpress/${path}`);
  const say = (company: Company, path: string, body: object, headers?: Record<string, string>) =>
    world.call(company, `POST /botpress/conversations/${path}/messages`, body, headers);

  it('gives nobody another company’s bot, conversations or messages', async () => {
    const theirs = { bot: botOf(beto)!.id, conversation: `conv_${beto.slug}` };
    const count = server.messages.length;
    const tries = await Promise.all([
      get(ana, `conversations?botId=${theirs.bot}`),
      get(ana, `conversations/${theirs.conversation}/messages`),
      get(ana, `conversations/${theirs.conversation}/messages?botId=${theirs.bot}`),
      say(ana, theirs.conversation, { text: 'Hola' }),
      say(ana, theirs.conversation, { text: 'Hola', botId: theirs.bot }),
      get(ana, 'conversations/conv_nothing/messages'),
    ]);
    for (const { status, body } of tries) assert.deepEqual([status, body.code], [404, 'engine_not_found']);
    assert.equal(server.messages.length, count);
    for (const odd of ['..%2F..%2Fadmin', 'a%3Fb', '%2e%2e', 'a%26conversationId=b'])
      assert.match(String((await get(ana, `conversations/${odd}/messages`)).status), /^40[04]$/);
    const { body } = await get(ana, 'bots');
    assert.deepEqual(
      body.data.map(({ id }: { id: string }) => id),
      [botOf(ana)!.id],
    );
    const seen = (await get(ana, 'conversations')).body.data;
    assert.deepEqual(
      seen.map(({ id }: { id: string }) => id),
      [`conv_${ana.slug}`],
    );
  });

  it('pages by the tokens of Botpress, and refuses those that are none', async () => {
    const path = `conversations/conv_${ana.slug}/messages?limit=2`;
    const seen: string[] = [];
    for (let query = ''; ;) {
      const { body } = await get(ana, path + query);
      assert.ok(body.data.length <= 2);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      query = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
    assert.equal(seen.length, 5);
    assert.equal(new Set(seen).size, 5);
    const wrong = await get(ana, `${path}&cursor=never-given-out`);
    assert.deepEqual([wrong.status, wrong.body.code], [422, 'engine_invalid']);
    const { body } = await get(ana, `conversations/conv_${ana.slug}/messages`);
    const image = body.data.find(({ type }: { type: string }) => type === 'image');
    assert.deepEqual([image.text, image.payload.imageUrl], [null, 'https://example.cl/pan.jpg']);
  });

  it('writes as the bot, once for a key', async () => {
    const conversation = `conv_${ana.slug}`;
    const key = { 'idempotency-key': 'reply-1' };
    const first = await say(ana, conversation, { text: 'Sí hay' }, key);
    const again = await say(ana, conversation, { text: 'Sí hay' }, key);
    assert.deepEqual([first.status, first.body.direction, first.body.text], [200, 'outgoing', 'Sí hay']);
    assert.equal(again.body.id, first.body.id);
    assert.equal(server.messages.filter(({ payload }) => payload['text'] === 'Sí hay').length, 1);
    assert.equal(server.messages.find(({ id }) => id === first.body.id)!.userId, botOf(ana)!.id);
    for (const text of ['', 'a'.repeat(4_001)])
      assert.equal((await say(ana, conversation, { text })).status, 400);
  });

  it('tells its troubles apart, and gives no word of its insides away', async () => {
    const of = async (mood: BotpressServer['mood']) => {
      world.clock.leap(60_000);
      server.mood = mood;
      return get(ana, 'conversations');
    };
    const limited = await of('limited');
    assert.deepEqual([limited.status, limited.body.code], [429, 'engine_rate_limited']);
    assert.equal(limited.headers['retry-after'], '60');
    for (const mood of ['broken', 'html'] as const) {
      const { status, body } = await of(mood);
      assert.deepEqual([mood, status, body.code], [mood, 502, 'engine_unreachable']);
      assert.doesNotMatch(JSON.stringify(body), /hunter2|10\.0\.0|app\/db|cloudflare/);
    }
  });

  it('sends nothing twice when nobody knows whether it was sent', async () => {
    server.mood = 'silent';
    const key = { 'idempotency-key': 'reply-2' };
    const conversation = `conv_${ana.slug}`;
    const { body } = await say(ana, conversation, { text: 'Una vez' }, key);
    assert.equal(body.code, 'engine_outcome_unknown');
    server.mood = 'well';
    world.clock.leap(60_000);
    const again = await say(ana, conversation, { text: 'Una vez' }, key);
    assert.ok(again.status >= 400, JSON.stringify(again.body));
    assert.equal(server.messages.filter(({ payload }) => payload['text'] === 'Una vez').length, 1);
  });

  it('is connected with credentials of the workspace only', async () => {
    const discover = async (credentials: Record<string, string>, settings: object) =>
      botpress.connector!.discover(
        await stepCtxFor(world, ana, { engine: 'botpress', url, credentials, settings: { ...settings } }),
      );
    const { workspaceId, token } = server;
    assert.equal((await discover({ token }, { workspaceId })).version, 'cloud');
    await assert.rejects(discover({ token: 'bp_pat_old' }, { workspaceId }), {
      code: 'engine_rejected_credentials',
    });
    await assert.rejects(discover({ token }, { workspaceId: 'wkspace_other' }), { code: 'engine_forbidden' });
  });

  it('of a workspace of one’s own shows every bot', async () => {
    const ctx = await stepCtxFor(world, ana, {
      engine: 'botpress',
      url,
      credentials: { token: server.token },
      settings: { workspaceId: server.workspaceId },
    });
    const [bots, conversations] = botpressOperations.map((one) => one.outside!.run);
    const listed = (await bots!(ctx, { limit: 20 } as never)) as { data: { id: string }[] };
    assert.equal(listed.data.length, server.bots.length);
    const botId = botOf(beto)!.id;
    const theirs = (await conversations!(ctx, { limit: 20, botId } as never)) as { data: unknown[] };
    assert.equal(theirs.data.length, 1);
  });

  it('makes nobody a user, and says so', async () => {
    const settings = { workspaceId: server.workspaceId };
    const ctx = await stepCtxFor(world, ana, {
      engine: 'botpress',
      url,
      credentials: {},
      settings,
      shared: true,
    });
    const somebody = member('Ana Pérez', '7f2c1d9e-4b3a-4c5d-8e6f-0a1b2c3d4e5f');
    assert.equal(await people.put(ctx, somebody, null), null);
    const launch = await people.launch!(ctx, somebody, null);
    assert.deepEqual(launch, { url: 'https://app.botpress.cloud', expiresAt: null, reason: 'no_user' });
  });

  it('closes a suspended company’s channels, and opens the same ones again', async () => {
    const bot = botOf(beto)!;
    const on = { id: 'i1', enabled: true };
    server.bots = server.bots.map((one) =>
      one === bot ? { ...one, integrations: { webchat: on, telegram: { id: 'i2', enabled: false } } } : one,
    );
    const states = () =>
      Object.entries(botOf(beto)!.integrations).map(([alias, { enabled }]) => [alias, enabled]);
    await world.want(beto, 'botpress', instance, 'suspended');
    await world.reached(beto, 'botpress', 'suspended');
    assert.deepEqual(states(), [
      ['webchat', false],
      ['telegram', false],
    ]);
    assert.equal((await get(beto, 'conversations')).body.code, 'engine_not_ready');
    await world.want(beto, 'botpress', instance);
    await world.reached(beto, 'botpress');
    assert.deepEqual(states(), [
      ['webchat', true],
      ['telegram', false],
    ]);
    assert.equal(botOf(beto)!.tags['smarterosPaused'], undefined);
  });

  it('finds a bot again that nobody wrote down, and takes no other company’s', async () => {
    const { id } = botOf(ana)!;
    await world.sql(`update core.tenant_engines set state = '{}' where tenant_id = $1`, [ana.id]);
    await world.want(ana, 'botpress', instance);
    await until('it is known again', async () =>
      JSON.stringify((await world.row(ana, 'botpress'))['state']).includes(id),
    );
    await world.sql(`update core.tenant_engines set state = $2 where tenant_id = $1`, [
      ana.id,
      JSON.stringify({ botId: botOf(beto)!.id }),
    ]);
    await world.want(ana, 'botpress', instance);
    await until('its own is back', async () =>
      JSON.stringify((await world.row(ana, 'botpress'))['state']).includes(id),
    );
    assert.deepEqual([botsOf(ana).length, botsOf(beto).length], [1, 1]);
  });

  it('says in Botpress’ words when the plan has no room', async () => {
    server.quota = server.bots.length;
    const third = await world.company();
    await world.want(third, 'botpress', instance);
    await until('it is refused', async () => (await world.row(third, 'botpress'))['status'] === 'failed');
    server.quota = 1_000;
    const row = await world.row(third, 'botpress');
    assert.equal(row['error_code'], 'engine_forbidden');
    assert.match(JSON.stringify(row['error_words']), /limit of bots/);
    await world.want(third, 'botpress', instance, 'absent');
    await world.reached(third, 'botpress', 'absent');
  });

  it('deletes the bot of a company that is to be gone, and no other', async () => {
    await world.want(beto, 'botpress', instance, 'absent');
    await world.reached(beto, 'botpress', 'absent');
    assert.deepEqual([botsOf(beto).length, botsOf(ana).length], [0, 1]);
  });

  it('is set up once, whenever the process dies', async () => {
    await world.still();
    let deaths = 0;
    for (let dieAt = 1; dieAt < MOST_CALLS; dieAt++) {
      const company = await world.quiet();
      await world.want(company, 'botpress', instance);
      const mortal = new Mortal(dieAt);
      world.reconciler({ mortal });
      await until('it died, or was done', async () => {
        const row = await world.row(company, 'botpress');
        return mortal.dead || row['reached'] === 'present';
      });
      await world.still();
      if (!mortal.dead) break;
      deaths += 1;
      await world.sql('update core.tenant_engines set leased_until = now() where tenant_id = $1', [
        company.id,
      ]);
      world.reconciler();
      await world.reached(company, 'botpress');
      await world.still();
      const row = await world.row(company, 'botpress');
      assert.deepEqual([botsOf(company).length, row['state']], [1, { botId: botOf(company)!.id }]);
    }
    assert.ok(deaths > 5 && deaths < MOST_CALLS - 1, `${deaths} deaths`);
  });
});
