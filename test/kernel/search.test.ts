import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { searchPrefixes } from '#features/contacts/rules.ts';
import { listContacts, planOnce } from '#features/contacts/store.ts';
import { as } from '#test/fence/catalog.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

describe('searching contacts', () => {
  let t: TestApi;
  let key: string;
  before(async () => {
    t = await createTestApi();
    ({ key } = await t.tenant());
    const people = [
      {
        name: 'Ana María Pérez-Núñez',
        email: 'Ana.Perez@Example.com',
        phone: '9 1234 5678',
        taxId: '11.111.111-1',
        tags: ['VIP', 'Santiago Centro'],
      },
      {
        name: 'José Ibáñez',
        email: 'jose@otra.cl',
        phone: '+56 2 2345 6789',
        taxId: '60.803.000-K',
        tags: ['vip-gold'],
      },
      {
        name: 'Panadería Ñandú Ltda.',
        email: 'ventas@example.com',
        phone: '+54 9 11 2345-6789',
        taxId: 'AR:20-12345678-6',
        tags: [],
      },
      { name: '山田 太郎', tags: ['日本'] },
      { name: 'Straße & Co. 24/7' },
    ];
    for (const body of people)
      assert.equal((await t.request('POST /contacts', { token: key, body })).status, 201, body.name);
  });
  after(() => t.stop());

  const find = async (query: Record<string, string>): Promise<string[]> => {
    const answer = await t.request(`GET /contacts?${new URLSearchParams(query).toString()}`, { token: key });
    assert.equal(answer.status, 200);
    return answer.body.data.map((one: { name: string }) => one.name.split(' ')[0]).toSorted();
  };
  const ANA = ['Ana'];
  const JOSE = ['José'];
  const FIRM = ['Panadería'];

  // oxfmt-ignore
  const finds: readonly (readonly [query: string, names: readonly string[]])[] = [
    // Names: starts of words, accents or not, in any order; all words must be there.
    ['perez', ANA], ['PÉREZ', ANA], ['pe\u0301rez', ANA], ['nun', ANA], ['maria ana', ANA],
    ['ana maria perez nunez', ANA], ['erez', []], ['ana jose', []], ['ibanez', JOSE], ['JOSÉ', JOSE],
    ['nandu', FIRM], ['ñandú', FIRM], ['ltda', FIRM], ['strasse', []], ['straß', ['Straße']],
    ['24', ['Straße']], ['山', ['山田']], ['太郎 山田', ['山田']],
    // Mail: whole or its start.
    ['ana.perez@example.com', ANA], ['ANA.PEREZ@EX', ANA], ['@example.com', []],
    ['@otra', []], ['jose@', JOSE], ['example.com', []],
    // Phones as people write them.
    ['912345678', ANA], ['9 1234 5678', ANA], ['+56 9 1234 5678', ANA], ['+56912345678', ANA],
    ['(9) 1234-5678', ANA], ['9 1234', ANA], ['5691234', ANA], ['22345 6789', JOSE], ['+56 2 2345', JOSE],
    ['5491123456789', FIRM], ['91123456789', FIRM], ['9 11 2345', FIRM],
    // Tax ids as people write them.
    ['11.111.111-1', ANA], ['11111111-1', ANA], ['111111111', ANA], ['60.803.000-k', JOSE],
    ['60803000K', JOSE], ['60803', JOSE], ['20-12345678-6', FIRM],
    // Nothing is not everybody, and neither are marks.
    ['zzz', []], ['#', []], ['@', []], ['%', []], ['_', []], ['*', []], ["'", []], ['\\', []], ['#vip', []],
  ];
  for (const [q, names] of finds)
    it(`finds ${names.join(' and ') || 'nobody'} by ${JSON.stringify(q)}`, async () =>
      assert.deepEqual(await find({ q }), names));

  it('finds everybody by nothing', async () => {
    for (const q of ['', ' ', '\t']) assert.equal((await find({ q })).length, 5);
  });

  it('finds by whole tags only', async () => {
    assert.deepEqual(await find({ tag: 'vip' }), ANA);
    assert.deepEqual(await find({ tag: ' VIP ' }), ANA);
    assert.deepEqual(await find({ tag: 'Vip-Gold' }), JOSE);
    assert.deepEqual(await find({ tag: 'santiago centro' }), ANA);
    assert.deepEqual(await find({ tag: '日本' }), ['山田']);
    for (const tag of ['vi', 'santiago', '%', '#vip', '']) assert.deepEqual(await find({ tag }), [], tag);
    assert.deepEqual(await find({ tag: 'vip', q: 'perez' }), ANA);
    assert.deepEqual(await find({ tag: 'vip', q: 'jose' }), []);
  });

  it('follows changes', async () => {
    const { id } = (
      await t.request('POST /contacts', { token: key, body: { name: 'Antes', tags: ['viejo'] } })
    ).body;
    await t.request(`PATCH /contacts/${id}`, { token: key, body: { name: 'Después', tags: ['nuevo'] } });
    assert.deepEqual([await find({ q: 'antes' }), await find({ tag: 'viejo' })], [[], []]);
    assert.deepEqual(
      [await find({ q: 'despues' }), await find({ tag: 'nuevo' })],
      [['Después'], ['Después']],
    );
    await t.request(`DELETE /contacts/${id}`, { token: key });
    assert.deepEqual([await find({ q: 'despues' }), await find({ tag: 'nuevo' })], [[], []]);
  });
});

/** Until all of a book's terms are made anew, some stand there that this release doesn't make. */
describe('a contact of the release before, found by its phone without the country’s code', () => {
  let t: TestApi;
  before(async () => (t = await createTestApi()));
  after(() => t.stop());

  for (const change of ['DELETE', 'PATCH'] as const) {
    it(`leaves nothing of the number behind after ${change}`, async () => {
      const { key, id: tenantId } = await t.tenant();
      const body = { name: 'Ana', phone: '9 1234 5678' };
      const { id } = (await t.request('POST /contacts', { token: key, body })).body;
      const admin = new pg.Client({ connectionString: t.database.url });
      await admin.connect();
      try {
        await admin.query(
          `insert into app.contact_terms (tenant_id, term, contact_id) values ($1, '912345678', $2)`,
          [tenantId, id],
        );
        const changes = change === 'PATCH' ? { body: { phone: '+54 9 11 2345-6789' } } : {};
        assert.equal((await t.request(`${change} /contacts/${id}`, { token: key, ...changes })).status, 200);
        const { rows } = await admin.query(
          'select term from app.contact_terms where contact_id = $1 order by term',
          [id],
        );
        assert.deepEqual(
          rows.map(({ term }: { term: string }) => term),
          change === 'PATCH' ? ['5491123456789', '91123456789', 'ana'] : [],
        );
      } finally {
        await admin.end();
      }
    });
  }
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly Plans?: readonly Plan[];
}
const flatten = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flatten)];

const MANY = 20_000;

describe(`searching among ${MANY} contacts of each of two companies`, () => {
  let t: TestApi;
  let app: pg.Client;
  let tenant: Awaited<ReturnType<TestApi['tenant']>>;

  before(async () => {
    t = await createTestApi();
    tenant = await t.tenant();
    const admin = new pg.Client({ connectionString: t.database.url });
    await admin.connect();
    for (const { id } of [tenant, await t.tenant()]) {
      await admin.query(
        `insert into app.contacts (tenant_id, id, name, tags, created_at, updated_at)
         select $1, ('01960000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'Nombre' || i % 500, '{}', now(), now()
         from generate_series(1, ${MANY}) i`,
        [id],
      );
      await admin.query(
        `insert into app.contact_terms (tenant_id, term, contact_id)
         select $1, term, ('01960000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid from generate_series(1, ${MANY}) i,
           unnest(array['nombre' || i % 500, 'p' || i || '@example.com', '569' || 10000000 + i, '#t' || i % 100]) term`,
        [id],
      );
    }
    await admin.query('analyze app.contacts, app.contact_terms');
    await admin.end();
    app = new pg.Client({ connectionString: as(t.database.url, 'app') });
    await app.connect();
  });
  after(async () => {
    await app.end();
    await t.stop();
  });

  const AFTER = '01960000-0000-7000-8000-000000001000';
  const searches: readonly (readonly [
    q: string | undefined,
    tags: readonly string[],
    after: string | null,
  ])[] = [
    [undefined, [], null],
    [undefined, [], AFTER],
    ['nombre7', [], null],
    ['nombre', [], AFTER],
    ['p15000@example.com', [], null],
    ['p1', [], null],
    ['+56 9 1001 5000', [], null],
    ['nadie', [], null],
    ['nombre7 nadie', [], null],
    [undefined, ['t7'], null],
    ['nombre7', ['t7'], AFTER],
  ];
  const statementOf = ([q, tags, after_]: (typeof searches)[number], limit = 20) =>
    listContacts(
      { prefixes: q === undefined ? [] : searchPrefixes(q, 'CL'), terms: tags.map((tag) => `#${tag}`) },
      after_,
      limit,
    );

  async function inTenant<T>(work: () => Promise<T>): Promise<T> {
    await app.query('begin');
    await app.query('select core.enter($1, $2, $3)', [tenant.id, 'key', tenant.keyId]);
    const result = await work();
    await app.query('rollback');
    return result;
  }
  const planned = ({ rows }: pg.QueryResult<{ 'QUERY PLAN': [{ Plan: Plan }] }>): Plan[] =>
    flatten(rows[0]!['QUERY PLAN'][0].Plan);

  for (const search of searches) {
    it(`by ${JSON.stringify(search)} reads indexes only, in the plan for it and in the plan for any words`, async () => {
      for (const limit of [20, 7]) {
        const { sql, values } = statementOf(search, limit);
        const plans = await inTenant(async () => [
          planned(await app.query(`explain (format json) ${sql}`, values as unknown[])),
          planned(await app.query(`explain (generic_plan, format json) ${sql}`)),
        ]);
        for (const nodes of plans) {
          const scans = nodes.filter((node) => node['Node Type'].includes('Scan') && node['Relation Name']);
          assert.ok(scans.length > 0);
          for (const scan of scans) {
            assert.match(scan['Node Type'], /^Index (?:Only )?Scan$/, JSON.stringify(scan));
            assert.match(scan['Index Cond'] ?? '', /tenant_id = /);
          }
        }
      }
    });
  }

  it('fetches a page of contacts, however many match, in the same plan for all words', async () => {
    for (const search of searches) {
      const { sql, values } = statementOf(search);
      const nodes = await inTenant(async () => {
        await app.query(planOnce.sql);
        await app.query(`prepare search as ${sql}`);
        const list = values.map((value) => pg.escapeLiteral(String(value))).join(', ');
        const plan = await app.query(
          `explain (analyze, format json) execute search${list === '' ? '' : `(${list})`}`,
        );
        await app.query('deallocate search');
        return planned(plan);
      });
      const fetched = nodes.find((node) => node['Relation Name'] === 'contacts')!;
      const rows = fetched['Actual Rows']! * fetched['Actual Loops']!;
      assert.ok(rows <= 21, `${JSON.stringify(search)}: ${rows}`);
      for (const { 'Index Cond': condition = '' } of nodes) assert.doesNotMatch(condition, /nombre|@|569/);
    }
  });

  it('answers a page of each in no time', async () => {
    for (const [q, tags] of searches) {
      const query = new URLSearchParams({
        ...(q !== undefined && { q }),
        ...(tags[0] !== undefined && { tag: tags[0] }),
      });
      const started = performance.now();
      const answer = await t.request(`GET /contacts?${query.toString()}`, { token: tenant.key });
      assert.equal(answer.status, 200);
      // Far above what it takes, far below what a walk through the whole book takes on a slow machine.
      assert.ok(performance.now() - started < 1_000, q);
    }
  });
});
