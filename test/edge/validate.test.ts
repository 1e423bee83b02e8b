import assert from 'node:assert/strict';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { after, before, describe, it } from 'node:test';
import { ROLE_SCOPES } from '#core/roles.ts';
import { tenantOfHost } from '#surfaces/edge/hosts.ts';
import { loginOf } from '#surfaces/edge/login.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { addPerson, asAdmin, type TestPerson } from './people.ts';

const NAMES = ['ugid', 'tenant', 'roles', 'scopes'].map((name) => `x-smarteros-${name}`);
const ISSUER = 'https://api.example.cl';

describe('GET /validate', () => {
  let t: TestApi;
  let a: { id: string; slug: string; key: string; keyId: string };
  let b: { id: string; slug: string; key: string };
  let owner: TestPerson;
  let both: TestPerson;

  const ask = (query = '', headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
    t.request(`${method} /validate${query}`, { headers });
  const withKey = (key: string, query = '', more: Record<string, string> = {}): Promise<Answer> =>
    ask(query, { authorization: `Bearer ${key}`, ...more });
  const names = ({ headers }: Answer): unknown[] => NAMES.map((name) => headers[name]);

  before(async () => {
    t = await createTestApi({
      settings: {
        SMARTEROS_TRUSTED_PROXIES: '127.0.0.1',
        SMARTEROS_PUBLIC_URL: ISSUER,
        SMARTEROS_DOMAIN: 'example.cl',
        SMARTEROS_CORS_ORIGINS: 'https://www.example.cl',
      },
    });
    a = await t.tenant();
    b = await t.tenant();
    owner = await addPerson(t.database.url, [{ tenantId: a.id, role: 'accountant' }]);
    both = await addPerson(t.database.url, [
      { tenantId: a.id, role: 'member' },
      { tenantId: b.id, role: 'owner' },
    ]);
  });
  after(() => t.stop());

  it('refuses strangers by every method, a page of a listed site included', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await ask('', {}, method);
      assert.equal(answer.status, 401, method);
      assert.match(String(answer.headers['www-authenticate']), /^Bearer/);
      for (const name of NAMES) assert.equal(answer.headers[name], undefined);
    }
    assert.equal((await t.api.server.inject({ method: 'HEAD', url: '/validate' })).statusCode, 401);
    const preflight = { origin: 'https://www.example.cl', 'access-control-request-method': 'POST' };
    assert.equal((await ask('', preflight, 'OPTIONS')).status, 401);
  });

  it('refuses every credential that is none', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer ',
      'Bearer x',
      'Basic YTpi',
      'Bearer smk_wrong',
      'bearer eyJ.e30.',
      `Bearer ${'x'.repeat(9000)}`,
    ])
      assert.equal((await ask('', { authorization })).status, 401, authorization);
    assert.equal((await ask('', { cookie: '__Host-smarteros_session=sms_wrong' })).status, 401);
    assert.equal((await ask('', { cookie: `${owner.cookie}; ${owner.cookie}` })).status, 401);
    assert.equal((await ask('', { cookie: owner.cookie.replace('__Host-', '') })).status, 401);
  });

  it('answers with every header, empty where nothing is known, by every method', async () => {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
      const answer = await ask('', { authorization: `Bearer ${a.key}` }, method);
      assert.equal(answer.status, 200, method);
      assert.deepEqual(names(answer), ['', a.slug, '', '*'], method);
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.equal(answer.body, '');
    }
    assert.deepEqual(names(await ask('', { authorization: `Bearer ${t.operatorKey}` })), [
      '',
      '',
      'operator',
      '',
    ]);
    const person = await ask('', { cookie: owner.cookie });
    assert.deepEqual(names(person), [owner.id, a.slug, 'accountant', ROLE_SCOPES.accountant.join(',')]);
    assert.deepEqual(names(await ask('', { cookie: both.cookie })), [both.id, '', '', '']);
  });

  it('reads no body', async () => {
    const headers = { authorization: `Bearer ${a.key}`, 'content-type': 'text/evil' };
    const answer = await t.api.server.inject({
      method: 'POST',
      url: '/validate',
      headers,
      payload: 'x'.repeat(2e6),
    });
    assert.equal(answer.statusCode, 200);
  });

  it('refuses a demand that it cannot read, whoever asks', async () => {
    for (const query of [
      '?scope=',
      '?scope=,',
      '?scope=contacts',
      '?scope=contacts:reed',
      '?scope=*',
      '?scope=contacts:read,nothing:read',
      '?engine=',
      '?engine=odo',
      '?engine=__proto__',
      '?tenant=',
      '?tenant=../x',
      `?tenant=${'1'.repeat(60)}`,
      '?tenant=1&tenant=2',
      '?service=',
      '?service=a&service=a',
      '?service=ODOO',
      '?scopes=contacts:read',
      '?Scope=contacts:read',
      '?scope[]=contacts:read',
      '?x',
      `?scope=${'contacts:read,'.repeat(200)}`,
    ])
      for (const key of [a.key, 'smk_wrong']) assert.equal((await withKey(key, query)).status, 400, query);
    assert.equal((await withKey(a.key, '', { 'x-smarteros-tenant': 'No such' })).status, 400);
  });

  it('asks for scopes, all of them, and for engines', async () => {
    const { key } = await t
      .request('POST /keys', { token: a.key, body: { name: 'n', scopes: ['contacts:write'] } })
      .then(({ body }) => body as { key: string });
    for (const query of [
      '?scope=contacts:read',
      '?scope=contacts:read&scope=contacts:write',
      '?scope=contacts:read,contacts:write',
      '?scope=contacts:read+contacts:write',
    ])
      assert.equal((await withKey(key, query)).status, 200, query);
    for (const query of [
      '?scope=contacts:destroy',
      '?scope=contacts:read&scope=keys:read',
      '?scope=contacts:read,keys:read',
      '?engine=odoo',
      '?scope=contacts:read&engine=odoo',
    ]) {
      const { status, body } = await withKey(key, query);
      assert.deepEqual([status, body.code], [403, 'insufficient_scope'], query);
    }
    for (const query of ['?engine=odoo', '?engine=odoo&engine=n8n', '?engine=odoo,chatwoot&scope=keys:read'])
      assert.equal((await withKey(a.key, query)).status, 200, query);
    assert.equal((await withKey(t.operatorKey, '?scope=contacts:read')).status, 403);
    assert.equal((await ask('?scope=contacts:read', { cookie: both.cookie })).body.code, 'tenant_required');
  });

  it('knows what somebody was allowed a moment ago', async () => {
    const person = await addPerson(t.database.url, [{ tenantId: a.id, role: 'guest' }]);
    const may = (): Promise<Answer> => ask('?scope=contacts:read', { cookie: person.cookie });
    assert.equal((await may()).status, 403);
    await asAdmin(t.database.url, `update core.memberships set role = 'member' where person_id = $1`, [
      person.id,
    ]);
    assert.equal((await may()).status, 200);
  });

  it('takes the company from query, host or header, and refuses two of them', async () => {
    const cookie = both.cookie;
    const slugOf = async (query: string, headers: Record<string, string>): Promise<unknown> => {
      const answer = await ask(query, { cookie, ...headers });
      return answer.status === 200 ? answer.headers['x-smarteros-tenant'] : answer.status;
    };
    const host = `${b.slug}.example.cl`;
    assert.equal(await slugOf(`?tenant=${a.slug}`, {}), a.slug);
    assert.equal(await slugOf('', { 'x-smarteros-tenant': a.slug }), a.slug);
    assert.equal(await slugOf('', { host }), b.slug);
    assert.equal(await slugOf('', { 'x-forwarded-host': host }), b.slug);
    assert.equal(await slugOf(`?tenant=${b.slug}`, { host, 'x-smarteros-tenant': b.slug }), b.slug);
    assert.equal(await slugOf('', { host: 'api.example.cl' }), '');
    assert.equal(await slugOf('', { 'x-smarteros-tenant': '' }), '');
    assert.equal(await slugOf(`?tenant=${a.slug}`, { host }), 403);
    assert.equal(await slugOf('', { host, 'x-smarteros-tenant': a.slug }), 403);
    assert.equal(await slugOf(`?tenant=${a.slug}`, { 'x-smarteros-tenant': b.slug }), 403);
    assert.equal(await slugOf('?tenant=999999999', {}), 403);
    assert.equal(await slugOf('', { host: 'nobody.example.cl' }), 403);
    for (const key of [a.key, t.operatorKey]) {
      assert.equal((await withKey(key, `?tenant=${b.slug}`)).status, 403);
      assert.equal((await withKey(key, '', { host })).status, 403);
      assert.equal((await withKey(key, '', { 'x-smarteros-tenant': b.slug })).status, 403);
    }
  });

  it('asks the database whether company and credential are live', async () => {
    const c = await t.tenant();
    await t.request(`POST /tenants/${c.slug}/suspend`, { token: t.operatorKey, body: {} });
    const { status, body } = await withKey(c.key);
    assert.deepEqual([status, body.code], [403, 'tenant_suspended']);
    const person = await addPerson(t.database.url, [{ tenantId: a.id, role: 'owner' }]);
    await asAdmin(t.database.url, 'update identity.people set disabled_at = now() where id = $1', [
      person.id,
    ]);
    assert.equal((await ask('', { cookie: person.cookie })).status, 401);
  });

  it('sends browsers to the login, on their own host only', async () => {
    const page = { accept: 'text/html' };
    const to = async (headers: Record<string, string>, method = 'GET'): Promise<unknown> => {
      const answer = await ask('?engine=odoo', { ...page, ...headers }, method);
      return answer.status === 302 ? answer.headers['location'] : answer.status;
    };
    assert.equal(await to({}), '/login');
    assert.equal(await to({ 'x-forwarded-uri': '/web?a=1&b=/x' }), '/login?next=%2Fweb%3Fa%3D1%26b%3D%2Fx');
    assert.equal(await to({ cookie: '__Host-smarteros_session=sms_ended' }), '/login');
    assert.equal(await to({ 'x-forwarded-method': 'POST' }), 401);
    assert.equal(await to({ 'sec-fetch-mode': 'cors' }), 401);
    assert.equal(await to({ authorization: 'Bearer smk_wrong' }), 401);
    assert.equal(await to({ 'x-vault-token': 's.abcdefghijklmn' }), 401);
    assert.equal(await to({ accept: 'application/json' }), 401);
    assert.equal(await to({ cookie: owner.cookie }), 403);
  });

  it('never redirects to another host', () => {
    const odd = [
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n//evil.example',
      'https://evil.example/',
      'javascript:alert(1)',
      '/..//evil.example',
      '/.//evil.example',
      '/%2f/evil.example',
      '@evil.example',
      '',
      'x',
      `/${'a'.repeat(3000)}`,
    ];
    for (const uri of odd) {
      const location = loginOf(uri);
      assert.ok(location === '/login' || location.startsWith('/login?next=%2F'), location);
      const next = new URL(location, 'https://here.example').searchParams.get('next') ?? '/';
      for (const base of ['https://here.example', 'https://here.example/login'])
        assert.equal(new URL(next, base).origin, 'https://here.example', uri);
      assert.ok(!/^[/\\]{2}/.test(next), next);
    }
  });

  it('counts no cookie that another site sends', async () => {
    const foreign = { cookie: owner.cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    assert.equal((await ask('', foreign)).status, 200);
    for (const more of [
      { 'x-forwarded-method': 'POST' },
      { 'x-forwarded-method': 'get' },
      { 'x-forwarded-method': '' },
      { upgrade: 'websocket' },
      { 'sec-websocket-key': 'x' },
    ])
      assert.equal((await ask('', { ...foreign, ...more })).status, 403, JSON.stringify(more));
    assert.equal((await ask('', { ...foreign, 'x-forwarded-method': 'GET' }, 'POST')).status, 403);
    const own = { ...foreign, origin: ISSUER, 'sec-fetch-site': 'same-origin', 'x-forwarded-method': 'POST' };
    assert.equal((await ask('', own)).status, 200);
  });

  describe('the assertion', () => {
    const verify = async (answer: Answer, audience: string) => {
      const jwks = (await t.request('GET /.well-known/jwks.json')).body as JSONWebKeySet | string;
      const keys = typeof jwks === 'string' ? (JSON.parse(jwks) as JSONWebKeySet) : jwks;
      const options = { issuer: ISSUER, audience, algorithms: ['ES256'], typ: 'smarteros-assertion+jwt' };
      return jwtVerify(String(answer.headers['x-smarteros-assertion']), createLocalJWKSet(keys), options);
    };

    it('says the same as the headers, to one service, for half a minute', async () => {
      const answer = await ask('?service=odoo', { cookie: owner.cookie });
      const { payload } = await verify(answer, 'odoo');
      assert.equal(payload.sub, owner.id);
      assert.deepEqual(
        [payload['kind'], payload['tenant'], payload['roles'], payload['scope']],
        ['person', a.slug, ['accountant'], ROLE_SCOPES.accountant.join(' ')],
      );
      assert.equal(payload.exp! - payload.iat!, 30);
      await assert.rejects(verify(answer, 'n8n'), { claim: 'aud' });
      assert.equal((await verify(await withKey(a.key, '?service=n8n'), 'n8n')).payload.sub, `key:${a.keyId}`);
    });

    it('is for the host where no service is named', async () => {
      const answer = await withKey(a.key, '', { 'x-forwarded-host': 'ODOO.example.cl:8443' });
      assert.equal((await verify(answer, 'odoo.example.cl')).payload['tenant'], a.slug);
    });

    it('is no credential', async () => {
      const token = String(
        (await ask('', { cookie: owner.cookie, host: 'api.example.cl' })).headers['x-smarteros-assertion'],
      );
      assert.equal(decodeProtectedHeader(token).typ, 'smarteros-assertion+jwt');
      for (const route of ['GET /validate', 'GET /auth/me', 'GET /contacts'])
        assert.equal((await t.request(route, { token })).status, 401, route);
    });

    it('outlives no credential', async () => {
      const expiresAt = new Date(Date.now() + 10_000).toISOString();
      const made = await t.request('POST /keys', {
        token: a.key,
        body: { name: 'n', scopes: ['*'], expiresAt },
      });
      const { payload } = await verify(
        await withKey((made.body as { key: string }).key, '?service=odoo'),
        'odoo',
      );
      assert.ok(payload.exp! - payload.iat! <= 11);
    });
  });

  it('carries a role of any name', async () => {
    const name = 'Bodega ñandú, "norte"\r\nX-Evil: 1';
    const id = '01960000-0000-7000-8000-0000000000aa';
    await asAdmin(
      t.database.url,
      `insert into core.roles (tenant_id, id, name, scopes, created_at, updated_at) values ($1, $2, $3, '{contacts:read}', now(), now())`,
      [a.id, id, name],
    );
    const person = await addPerson(t.database.url, [{ tenantId: a.id, role: 'guest' }]);
    await asAdmin(
      t.database.url,
      `update core.memberships set role = 'custom', role_id = $2 where person_id = $1`,
      [person.id, id],
    );
    const answer = await ask('', { cookie: person.cookie });
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['x-smarteros-roles']), /^[\w.%-]+$/);
    assert.equal(answer.headers['x-smarteros-scopes'], 'contacts:read');
  });

  it('lets nobody in while the database is away', async () => {
    const lost = await createTestApi();
    const { key } = await lost.tenant();
    const known = await lost.request('GET /validate', { token: key });
    assert.equal(known.status, 200);
    const [name] = /test_\w+/.exec(lost.database.url)!;
    const elsewhere = lost.database.url.replace(name, 'postgres');
    await asAdmin(elsewhere, `alter database ${name} with allow_connections false`);
    await asAdmin(elsewhere, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      name,
    ]);
    const unknown = await lost.request('GET /validate', { token: `${key.slice(0, -1)}_` });
    assert.equal(unknown.status, 503);
    assert.equal(unknown.headers['x-smarteros-scopes'], undefined);
    const page = await lost.request('GET /validate', {
      headers: { accept: 'text/html', cookie: 'smarteros_session=sms_x' },
    });
    assert.equal(page.status, 503);
    await lost.stop();
  });
});

describe('the company of a host', () => {
  it('is its first name under our domain, unless that is a service', () => {
    assert.equal(tenantOfHost('761920839.example.cl', 'example.cl'), '761920839');
    assert.equal(tenantOfHost('a.b.example.cl', 'example.cl'), 'a.b');
    for (const host of [
      'example.cl',
      'odoo.example.cl',
      'api.example.cl',
      'evilexample.cl',
      '761920839.example.cl.evil.example',
    ])
      assert.equal(tenantOfHost(host, 'example.cl'), undefined, host);
    assert.equal(tenantOfHost('761920839.example.cl', undefined), undefined);
  });
});
