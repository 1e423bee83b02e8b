import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { metabaseOperations } from '#engines/metabase/catalogue.ts';
import { connector } from '#engines/metabase/connector.ts';
import { stepCtxFor } from '#test/engines/step-ctx.ts';
import type { Company } from '#test/engines/world.ts';
import { FOR_ALL, MetabaseWorld, readLink, ROOT } from './world.ts';

describe('metabase', () => {
  let m: MetabaseWorld;
  let ana: Company;
  let beto: Company;
  before(async () => {
    m = await MetabaseWorld.build();
    [ana, beto] = await Promise.all([m.world.company(), m.world.company()]);
    m.world.reconciler();
    await Promise.all([m.join(ana), m.join(beto)]);
    await m.world.still();
  });
  after(() => m.world.stop());
  beforeEach(() => {
    m.server.mood = 'well';
    m.world.clock.leap(60_000);
  });

  const missing = ({ status, body }: { status: number; body: { code: string } }): void =>
    assert.deepEqual([status, body.code], [404, 'engine_not_found']);

  it('gives nobody another company’s dashboards and cards, nor those of nobody', async () => {
    const theirs = m.collectionOf(beto);
    const sub = m.below(theirs, 'Sub');
    // A name that looks like ours, and an id that begins like ours.
    const near = m.below(ROOT, 'X');
    m.server.collections.find(({ id }) => id === near)!.location = `/${m.collectionOf(ana)}1/`;
    for (const place of [theirs, sub, near, ROOT, null]) {
      missing(await m.get(ana, `dashboards/${m.dashboard(place)}`));
      missing(await m.embed(ana, m.dashboard(place)));
      missing(await m.result(ana, m.card(place)));
    }
    const forAll = m.dashboard(FOR_ALL);
    // The operator's can be embedded, and not read by the card.
    missing(await m.get(ana, `dashboards/${forAll}`));
    missing(await m.result(ana, m.card(FOR_ALL)));
    missing(await m.get(ana, 'dashboards/999999'));
    for (const odd of ['0', '-1', '1.5', '1e3', 'a', '..%2Fuser', '1%3Fa'])
      assert.match(String((await m.get(ana, `dashboards/${odd}`)).status), /^40[04]$/);
  });

  it('lists what stands in the company’s collections, page by page', async () => {
    const base = m.collectionOf(ana);
    const sub = m.below(m.below(base, 'Sucursal'), 'Norte');
    const own = [base, base, base, sub, sub].map((place) => String(m.dashboard(place)));
    m.dashboard(base, { archived: true });
    for (const limit of [1, 2, 3, 4, 5, 200]) {
      const seen: string[] = [];
      for (let query = ''; ;) {
        const { body } = await m.get(ana, `dashboards?limit=${limit}${query}`);
        assert.ok(body.data.length >= 1 && body.data.length <= limit);
        seen.push(...body.data.map(({ id }: { id: string }) => id));
        if (body.nextCursor === null) break;
        query = `&cursor=${encodeURIComponent(body.nextCursor)}`;
      }
      assert.deepEqual(seen.toSorted(), own.toSorted(), `by ${limit}`);
    }
    for (const cursor of [`${m.collectionOf(beto)}:0`, 'root:0', 'x', `${base}:-1`]) {
      const { status, body } = await m.get(ana, `dashboards?cursor=${cursor}`);
      assert.deepEqual([status, body.code], [400, 'invalid_input']);
    }
  });

  it('shows the cards of a dashboard that are the company’s', async () => {
    const base = m.collectionOf(ana);
    const card = (id: number, collection_id: number) => ({ id, name: `T${id}`, collection_id });
    const id = m.dashboard(base, {
      dashcards: [
        { id: 1, card_id: 71, card: card(71, base), series: [card(72, m.collectionOf(beto))] },
        { id: 2, card_id: null },
      ],
    });
    const { body } = await m.get(ana, `dashboards/${id}`);
    assert.deepEqual(
      body.cards.map((one: { id: string }) => one.id),
      ['71'],
    );
    // It has a card that would show everybody's rows.
    assert.equal(body.embeddable, false);
  });

  it('locks the parameter that says whose rows are shown, whatever a caller says', async () => {
    const base = m.collectionOf(ana);
    const listed = {
      id: 'a',
      slug: 'tenant_id',
      type: 'string/=',
      target: ['dimension', ['template-tag', 't']],
    };
    const month = { id: 'b', slug: 'mes', type: 'category', target: ['variable', ['template-tag', 'mes']] };
    const tags = (query: object) => ({ dataset_query: query });
    const tag = { 'template-tags': { tenant_id: { id: 'c', name: 'tenant_id', type: 'text' } } };
    const asked = async (id: number, parameters: object = {}) => {
      const { body } = await m.result(ana, id, { parameters });
      return JSON.parse(body.rows[2][0]) as { id: string; value: unknown }[];
    };
    const card = m.card(base, { parameters: [listed, month] });
    assert.deepEqual(
      (await asked(card, { mes: 'marzo' })).map(({ id, value }) => [id, value]),
      [
        ['a', [ana.id]],
        ['b', 'marzo'],
      ],
    );
    // Saved by a program, its SQL has a variable that nobody listed; old and new ways of writing queries.
    for (const query of [tags({ native: tag }), tags({ stages: [tag] })])
      assert.deepEqual(
        (await asked(m.card(base, query))).map(({ id, value }) => [id, value]),
        [['c', ana.id]],
      );
    for (const value of [beto.id, [beto.id], [ana.id, beto.id], '']) {
      const { status, body } = await m.result(ana, card, { parameters: { tenant_id: value } });
      assert.deepEqual([status, body.code], [403, 'engine_forbidden']);
    }
    // Under another name, what fills it is the same.
    const disguised = { ...month, slug: 'empresa', target: ['variable', ['template-tag', 'tenant_id']] };
    const hidden = m.card(base, { parameters: [disguised], dataset_query: { native: tag } });
    assert.deepEqual(
      (await asked(hidden)).map(({ id, value }) => [id, value]),
      [['b', ana.id]],
    );
    assert.equal((await m.result(ana, hidden, { parameters: { empresa: beto.id } })).status, 403);
    for (const name of ['a', 'TENANT_ID', 'constructor']) {
      const { status } = await m.result(ana, card, { parameters: JSON.parse(`{"${name}": "x"}`) as object });
      assert.equal(status, 422, name);
    }
    assert.equal((await m.embed(ana, m.dashboard(base), { params: { tenant_id: beto.id } })).status, 400);
  });

  it('signs links for ten minutes, to the company’s rows', async () => {
    for (const place of [m.collectionOf(ana), FOR_ALL, m.below(FOR_ALL, 'Más')]) {
      const id = m.dashboard(place);
      const { status, body } = await m.embed(ana, id);
      assert.equal(status, 200, JSON.stringify(body));
      const told = readLink(body.url)!;
      assert.deepEqual([told.resource, told.params], [{ dashboard: id }, { tenant_id: [ana.id] }]);
      assert.equal(new Date(told.exp * 1_000).toISOString(), body.expiresAt);
      const left = told.exp * 1_000 - Date.now();
      assert.ok(left > 590_000 && left <= 600_000, `${left} ms`);
    }
  });

  it('signs nothing that would show other companies’ rows', async () => {
    const tenant = { id: 'p1', slug: 'tenant_id', name: 'Empresa', type: 'string/=' };
    const wired = { parameter_id: 'p1', card_id: 81 };
    const tries = {
      'not published': { enable_embedding: false },
      'nothing locked': { embedding_params: {} },
      'no parameters of embedding': { embedding_params: null },
      'the viewer’s to choose': { embedding_params: { tenant_id: 'enabled' } },
      'switched off': { embedding_params: { tenant_id: 'disabled' } },
      'another one locked': { embedding_params: { empresa: 'locked' } },
      'one more locked': { embedding_params: { tenant_id: 'locked', plan: 'locked' } },
      'no such parameter': { parameters: [] },
      'a card without it': { dashcards: [{ id: 1, card_id: 81, parameter_mappings: [] }] },
      'a card with another': {
        parameters: [tenant, { ...tenant, id: 'p2', slug: 'mes' }],
        dashcards: [{ id: 1, card_id: 81, parameter_mappings: [{ ...wired, parameter_id: 'p2' }] }],
      },
      'a card with two masters': {
        parameters: [tenant, { ...tenant, id: 'p2', slug: 'empresa' }],
        dashcards: [{ id: 1, card_id: 81, parameter_mappings: [wired, { ...wired, parameter_id: 'p2' }] }],
      },
      'a series without it': {
        dashcards: [{ id: 1, card_id: 81, series: [{ id: 82, name: 'S' }], parameter_mappings: [wired] }],
      },
    };
    for (const [name, more] of Object.entries(tries))
      for (const place of [m.collectionOf(ana), FOR_ALL]) {
        const { status, body } = await m.embed(ana, m.dashboard(place, more));
        assert.match(body.code, /^engine_(?:conflict|unsupported)$/, name);
        assert.ok(status >= 400 && body.url === undefined, name);
      }
    missing(await m.embed(ana, m.dashboard(m.collectionOf(ana), { archived: true })));
  });

  it('reads that a query failed out of a success', async () => {
    const id = m.card(m.collectionOf(ana));
    m.server.runs[id] = () => ({
      status: 'failed',
      class: 'class org.postgresql.util.PSQLException',
      error: 'ERROR: column "x" does not exist\n  at /app/metabase.jar\nQUERY: select secreto from t',
      stacktrace: ['--> driver.sql_jdbc at /app/x.clj'],
      via: [{ sql: 'select secreto' }],
      data: { rows: [], cols: [] },
    });
    const { status, body } = await m.result(ana, id);
    assert.deepEqual([status, body.code], [422, 'engine_invalid']);
    assert.match(body.detail, /column "x" does not exist/);
    assert.doesNotMatch(JSON.stringify(body), /secreto|jar|clj|PSQL/);
  });

  it('gives as many rows as are asked for, and says that there are more', async () => {
    const id = m.card(m.collectionOf(ana));
    const read = async (limit: number) => {
      const { body } = await m.result(ana, id, { limit });
      return [body.rows.length, body.rowCount, body.truncated];
    };
    assert.deepEqual(await read(2), [2, 3, true]);
    assert.deepEqual(await read(3), [3, 3, false]);
    const cut = m.server.runs[id]!;
    m.server.runs[id] = (parameters) => {
      const all = cut(parameters) as { data: object };
      return { ...all, data: { ...all.data, rows_truncated: 3 } };
    };
    assert.deepEqual(await read(3), [3, 3, true]);
  });

  it('tells its troubles apart, and gives no word of its insides away', async () => {
    for (const mood of ['starting', 'html', 'broken', 'redirect'] as const) {
      m.world.clock.leap(60_000);
      m.server.mood = mood;
      const { status, body } = await m.get(ana, 'dashboards');
      assert.deepEqual([mood, status, body.code], [mood, 502, 'engine_unreachable']);
      assert.doesNotMatch(JSON.stringify(body), /NullPointer|clj|login\.example/);
    }
  });

  describe('logging in', () => {
    const ctxWith = (credentials: Record<string, string>) =>
      stepCtxFor(m.world, ana, { engine: 'metabase', url: m.url, credentials });
    const own = { username: 'admin@example.cl', password: 'secret of tests' };

    it('reads version and what it can', async () => {
      const discovery = await connector.discover(await ctxWith({ apiKey: m.server.key }));
      assert.deepEqual(discovery, { version: '0.56.6', capabilities: ['embedding'] });
      await assert.rejects(connector.discover(await ctxWith({ apiKey: 'old' })), {
        code: 'engine_rejected_credentials',
      });
      await assert.rejects(connector.discover(await ctxWith({})), { code: 'engine_rejected_credentials' });
      m.server.admin = false;
      await assert.rejects(connector.discover(await ctxWith({ apiKey: m.server.key })), {
        code: 'engine_forbidden',
      });
      m.server.admin = true;
      m.server.version = 'v0.49.3';
      await assert.rejects(connector.discover(await ctxWith({ apiKey: m.server.key })), {
        code: 'engine_unsupported',
      });
      m.server.version = 'v1.56.6';
      assert.equal((await connector.discover(await ctxWith(own))).version, '1.56.6');
      m.server.version = 'v0.56.6';
    });

    it('opens one session for all, and another one when it ends', async () => {
      const count = m.server.logins;
      const ctx = await ctxWith(own);
      await Promise.all(Array.from({ length: 5 }, () => connector.discover(ctx)));
      assert.equal(m.server.logins, count + 1);
      m.server.sessions.clear();
      await connector.discover(ctx);
      assert.equal(m.server.logins, count + 2);
    });

    it('is not tried on where it is throttled or refused', async () => {
      const wrong = await ctxWith({ ...own, password: 'wrong' });
      await assert.rejects(connector.discover(wrong), { code: 'engine_rejected_credentials' });
      m.server.mood = 'throttled';
      await assert.rejects(
        connector.discover(await ctxWith(own)),
        (error: { code: string; options: object }) => {
          assert.deepEqual(
            [error.code, error.options],
            ['engine_rate_limited', { cause: 'logins are throttled', retryAfterSeconds: 15 }],
          );
          return true;
        },
      );
    });
  });

  it('of one’s own shows all of it but people’s personal collections', async () => {
    const owned = { id: 900, name: 'Personal', location: '/', personal_owner_id: 7, archived: false };
    m.server.collections.push(owned, { ...owned, id: 901, location: '/900/', personal_owner_id: null });
    const ctx = await stepCtxFor(m.world, ana, {
      engine: 'metabase',
      url: m.url,
      credentials: { apiKey: m.server.key },
    });
    const [list, read] = metabaseOperations.map((one) => one.outside!.run);
    const { data } = (await list!(ctx, { limit: 200 } as never)) as { data: { id: string }[] };
    const open = m.server.dashboards.filter(({ archived }) => archived !== true);
    const reachable = open.filter(
      ({ collection_id: at }) => at === null || m.server.collections.some(({ id }) => id === at),
    );
    assert.equal(data.length, reachable.length);
    for (const place of [900, 901])
      await assert.rejects(read!(ctx, { id: String(m.dashboard(place)) } as never), {
        code: 'engine_not_found',
      });
    assert.ok(await read!(ctx, { id: String(m.dashboard(null)) } as never));
  });
});
