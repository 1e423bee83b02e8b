import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import type { Compiled } from '#kernel/types.ts';
import { deliver } from '#test/harness/deliveries.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { fillRegisters } from '#test/harness/registers.ts';
import { addPerson, logIn, type TestPerson } from '#test/harness/people.ts';

const CONTACTS = 45;

interface Page {
  readonly data: readonly unknown[];
  readonly nextCursor: string | null;
}

/** Lists of one thing's own, and files in pages: the tests that put theirs together. */
const ELSEWHERE = new Map([
  ['contacts.export', 'test/contacts/merges.test.ts'],
  ['contacts.duplicates', 'test/contacts/merges.test.ts'],
  ['contacts.timeline', 'test/contacts/timeline.test.ts'],
  ['imports.errors', 'test/contacts/imports.test.ts'],
  ['imports.error_file', 'test/contacts/imports.test.ts'],
  ['imports.conflicts', 'test/contacts/imports.test.ts'],
  ['audit.export', 'test/audit/export.test.ts'],
  ['audit.checkpoints', 'test/audit/seal.test.ts'],
]);

/** Lists of companies and of the operator; a person's own are looked at where people are (test/oauth/grants.test.ts). */
/** An engine's own pages are walked by the engine's tests. */
const hasPages = ({ inputSchema, operation: { access, name, outside } }: Compiled): boolean =>
  outside === undefined &&
  Object.hasOwn(inputSchema['properties'] ?? {}, 'cursor') &&
  !ELSEWHERE.has(name) &&
  access !== 'public' &&
  access.some((rule) => !('person' in rule));

describe('pages', () => {
  let t: TestApi;
  let key: string;
  /** Of lists that are about the person who asks. */
  let session: string;
  let webhook: string;
  let ids: string[] = [];
  const ask = (route: string, token = key): Promise<Answer> => t.request(route, { token });

  before(async () => {
    t = await createTestApi();
    const own = await t.tenant();
    ({ key } = own);
    ({ token: session } = await fillAccess(own));
    for (let i = 0; i < CONTACTS; i++) {
      const made = await t.request('POST /contacts', {
        token: key,
        body: { name: `Person ${i}`, tags: ['all'] },
      });
      ids.push(made.body.id);
    }
    for (const id of ids.slice(0, 4)) await fillRegisters(t, key, id);
    // Two of the same millisecond stand in any order, but always in the same.
    ids = ids.toSorted().toReversed();
    for (let i = 0; i < 3; i++) await t.tenant();
    const template = { name: 'hola', language: 'es' };
    for (let i = 0; i < 5; i++)
      await t.request('POST /messages', { token: key, body: { to: '+56912345678', template } });
    await t.sql(
      `select graphile_worker.add_job('things.do', json_build_object('tenantId', $1::text)) from generate_series(1, 5)`,
      [own.id],
    );
    const consent = { name: 'Web', consentText: 'Acepto.' };
    const form = (await t.request('POST /forms', { token: key, body: consent })).body.id;
    const stranger = { form, name: 'Luis', email: 'luis@example.com', message: 'Hola', consent: true };
    for (let i = 0; i < 5; i++) {
      await t.request('POST /contact', { body: stranger });
      await t.request('POST /imports', {
        token: key,
        body: { fileName: `lista-${i}.csv`, content: 'Nombre\nAna\n' },
      });
    }
    for (let i = 0; i < 7; i++)
      await t.request('POST /keys', { token: key, body: { name: `Key ${i}`, scopes: ['*'] } });
    for (let i = 0; i < 5; i++) {
      const body = { url: `http://127.0.0.1:9/${i}`, events: ['*'] };
      webhook = (await t.request('POST /webhooks', { token: key, body })).body.id;
    }
    for (let i = 0; i < 5; i++) await t.request(`POST /webhooks/${webhook}/test`, { token: key });
    await deliver(t, key, 5);
    // As the relay would; there is none here.
    await t.sql('update core.events set position = seq');
  });
  after(() => t.stop());

  /** Some of everything else that has a list. */
  async function fillAccess({ id, slug }: { id: string; slug: string }): Promise<TestPerson> {
    const other = await t.tenant();
    const owner = await addPerson(t, { in: [{ tenantId: id, role: 'owner' }] });
    for (let i = 0; i < 4; i++) {
      await logIn(t, owner.ugid);
      const { token } = await addPerson(t, { in: [{ tenantId: id, role: 'member' }] });
      const [tenant] = await t.sql<{ tax_id: string }>('select tax_id from core.tenants where id = $1', [
        other.id,
      ]);
      const claim = { taxId: tenant!.tax_id, evidence: 'Es mía' };
      await t.request('POST /tenants/claim', { token, body: claim });
      const account = { name: `Agent ${i}`, scopes: ['contacts:read'] };
      await t.request('POST /accounts', { token: owner.token, body: account });
      const invitation = { phone: `+5695555100${i}`, role: 'guest' };
      await t.request('POST /invitations', { token: owner.token, body: invitation });
      await t.request('POST /grants', { token: t.operatorKey, body: { tenant: slug, reason: 'x' } });
    }
    return owner;
  }

  const pathOf = ({ path }: Compiled): string => path.replace('{id}', webhook);
  const tokenFor = ({ operation }: Compiled): string =>
    ({ key, person: session, operator: t.operatorKey, anonymous: key })[operation.examples[0]!.as ?? 'key'];

  /** Page after page to the end; each full but the last. */
  async function walk(path: string, limit: number, token = key): Promise<unknown[]> {
    const all: unknown[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor !== null && { cursor }) });
      const answer = await ask(`GET ${path}${path.includes('?') ? '&' : '?'}${query.toString()}`, token);
      assert.equal(answer.status, 200);
      const page: Page = answer.body;
      assert.ok(page.nextCursor === null ? page.data.length <= limit : page.data.length === limit);
      all.push(...page.data);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return all;
  }

  for (const limit of [1, 7, 15, 44, 45, 46, 200]) {
    it(`of ${limit} show each of ${CONTACTS} contacts once, newest first`, async () => {
      for (const path of ['/contacts', '/contacts?q=person', '/contacts?tag=all']) {
        const found = (await walk(path, limit)) as { id: string }[];
        assert.deepEqual(
          found.map((one) => one.id),
          ids,
          path,
        );
      }
    });
  }

  for (const compiled of buildCatalogue().operations.filter(hasPages)) {
    it(`of ${compiled.operation.name} put together are the whole list`, async () => {
      const token = tokenFor(compiled);
      const path = pathOf(compiled);
      const whole = await walk(path, 200, token);
      assert.ok(whole.length > 3);
      assert.deepEqual(await walk(path, 2, token), whole);
    });

    it(`of ${compiled.operation.name} can’t be larger than it says`, async () => {
      const token = tokenFor(compiled);
      const path = pathOf(compiled);
      const { maximum } = (compiled.inputSchema['properties'] as Record<string, { maximum: number }>)[
        'limit'
      ]!;
      assert.equal((await ask(`GET ${path}?limit=${maximum}`, token)).status, 200);
      for (const limit of [maximum + 1, 0, -1])
        assert.equal((await ask(`GET ${path}?limit=${limit}`, token)).status, 400);
    });
  }

  it('go on where they were when rows come and go meanwhile', async () => {
    const first: Page = (await ask('GET /contacts?limit=10')).body;
    await t.request('POST /contacts', { token: key, body: { name: 'Newcomer' } });
    await ask(`DELETE /contacts/${(first.data.at(-1) as { id: string }).id}`);
    const second: Page = (await ask(`GET /contacts?limit=10&cursor=${first.nextCursor}`)).body;
    assert.deepEqual(
      (second.data as { id: string }[]).map((one) => one.id),
      ids.slice(10, 20),
    );
  });
});
