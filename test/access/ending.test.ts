import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { systemClock } from '#platform/clock.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

const DAY = 24 * 3_600_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** What ends soon is found among all, not among the newest. */
describe('lists that are asked for what matters', () => {
  let t: TestApi;
  let company: Awaited<ReturnType<TestApi['tenant']>>;
  before(async () => {
    t = await createTestApi();
    company = await t.tenant();
    const other = await t.tenant();
    for (const { id } of [company, other])
      await t.sql(
        `insert into core.api_keys (tenant_id, id, name, prefix, hash, scopes, created_at, expires_at, revoked_at)
         select $1::uuid, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Clave ' || n, 'smk_' || lpad(n::text, 8, '0'),
           sha256(($1::uuid::text || n)::bytea), '{contacts:read}', now(),
           case n when 1 then now() + interval '1 day' when 2 then now() - interval '1 day' when 3 then now() + interval '1 day'
             when 4 then now() + interval '90 days' end,
           case n when 3 then now() end
         from generate_series(1, 300) n`,
        [id],
      );
    await t.sql(
      `update core.api_keys set name = '50% _de_ \\todo' where tenant_id = $1 and name = 'Clave 7'`,
      [company.id],
    );
    await t.sql(
      `insert into core.invitations (tenant_id, id, recipient, role, hash, language, inviter, created_at, expires_at, revoked_at, accepted_at)
       select $1, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'p' || n || '@example.cl', 'member', sha256(n::text::bytea),
         'es', 'Ana', now(), now() + case when n <= 3 then interval '1 day' else interval '7 days' end,
         case n when 2 then now() end, case n when 3 then now() end
       from generate_series(1, 120) n`,
      [company.id],
    );
  });
  after(() => t.stop());

  const names = async (query: string, token = company.key): Promise<string[]> => {
    const { status, body } = await t.request(`GET /keys?${query}`, { token });
    assert.equal(status, 200, JSON.stringify(body));
    return body.data.map(({ name }: { name: string }) => name);
  };

  it('refuse who may not see them, and what is no question', async () => {
    const narrow = await t.request('POST /keys', {
      token: company.key,
      body: { name: 'x', scopes: ['contacts:read'] },
    });
    for (const path of ['/keys?state=active', '/invitations?pending=true', '/accounts?disabled=false'])
      assert.equal((await t.request(`GET ${path}`, { token: narrow.body.key })).status, 403, path);
    for (const path of ['/keys?state=all', '/keys?expiresBefore=soon', '/keys?q=', '/keys?accountId=1'])
      assert.equal((await t.request(`GET ${path}`, { token: company.key })).status, 400, path);
  });

  it('find the old key that ends tomorrow', async () => {
    assert.deepEqual(await names(`state=active&expiresBefore=${inDays(14)}&limit=5`), ['Clave 1']);
    assert.deepEqual(await names('state=expired'), ['Clave 2']);
    assert.deepEqual(await names('state=revoked'), ['Clave 3']);
    assert.deepEqual(await names(`expiresBefore=${inDays(100)}`), [
      'Clave 4',
      'Clave 3',
      'Clave 2',
      'Clave 1',
    ]);
  });

  it('find keys by name and beginning, taken by the letter', async () => {
    assert.deepEqual(await names('q=clave%20299'), ['Clave 299']);
    assert.deepEqual(await names('q=smk_00000298'), ['Clave 298']);
    for (const part of ['0%', '_de_', '\\todo'])
      assert.deepEqual(await names(`q=${encodeURIComponent(part)}&limit=5`), ['50% _de_ \\todo'], part);
    const first = await t.request('GET /keys?q=clave&limit=200', { token: company.key });
    const rest = await names(`q=clave&limit=200&cursor=${first.body.nextCursor}`);
    assert.equal(first.body.data.length + rest.length, 299);
  });

  it('find invitations that nobody has answered', async () => {
    const { body } = await t.request(`GET /invitations?pending=true&expiresBefore=${inDays(2)}&limit=5`, {
      token: company.key,
    });
    assert.deepEqual(
      body.data.map(({ to }: { to: string }) => to),
      ['p1@example.cl'],
    );
  });

  it('find accounts and their keys', async () => {
    const [one, two] = await Promise.all(
      ['Uno', 'Dos'].map(async (name) => {
        const made = await t.request('POST /accounts', {
          token: company.key,
          body: { name, scopes: ['contacts:read'] },
        });
        const key = await t.request('POST /keys', {
          token: company.key,
          body: { name: `De ${name}`, scopes: ['contacts:read'], accountId: made.body.id },
        });
        assert.equal(key.status, 201, JSON.stringify(key.body));
        return made.body as { id: string };
      }),
    );
    assert.deepEqual(await names(`accountId=${one!.id}`), ['De Uno']);
    assert.deepEqual(await names(`accountId=${systemClock.id()}`), []);
    await t.request(`POST /accounts/${two!.id}/disable`, { token: company.key });
    const accounts = async (disabled: boolean): Promise<string[]> =>
      (await t.request(`GET /accounts?disabled=${disabled}`, { token: company.key })).body.data.map(
        ({ name }: { name: string }) => name,
      );
    assert.deepEqual([await accounts(false), await accounts(true)], [['Uno'], ['Dos']]);
  });
});
