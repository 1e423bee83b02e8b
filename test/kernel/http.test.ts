import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

const ORIGIN = 'https://www.example.cl';

describe('the manners of every answer', () => {
  let t: TestApi;
  let key: string;
  const ask = async (method: string, url: string, headers: Record<string, string> = {}) => {
    const {
      statusCode: status,
      headers: answered,
      body,
    } = await t.api.server.inject({ method: method as 'GET', url, headers });
    return { status, headers: answered, body };
  };
  before(async () => {
    t = await createTestApi({ settings: { SMARTEROS_CORS_ORIGINS: `${ORIGIN},https://other.example` } });
    ({ key } = await t.tenant());
  });
  after(() => t.stop());

  it('echo a harmless request id and make one otherwise', async () => {
    for (const url of ['/health', '/contacts', '/nothing', '/contacts/%zz']) {
      const given = await ask('GET', url, { 'x-request-id': 'trace-1.A_b' });
      assert.equal(given.headers['x-request-id'], 'trace-1.A_b', url);
      if (given.status >= 400)
        assert.equal((JSON.parse(given.body) as { requestId: string }).requestId, 'trace-1.A_b');
      for (const odd of ['', 'a b', 'x'.repeat(65), '"quoted"', 'a,b', '<x>', 'ñ', '../x']) {
        const made = String((await ask('GET', url, { 'x-request-id': odd })).headers['x-request-id']);
        assert.match(made, /^[0-9a-f-]{36}$/, odd);
      }
    }
  });

  it('write that id into the audit', async () => {
    await t.request('POST /forms', {
      token: key,
      body: { name: 'Web', consentText: 'x' },
      headers: { 'x-request-id': 'from-afar' },
    });
    assert.equal((await t.request('GET /audit', { token: key })).body.data[0].requestId, 'from-afar');
  });

  it('are kept by nobody and guessed by no browser', async () => {
    const auth = { authorization: `Bearer ${key}` };
    for (const [url, headers] of [
      ['/contacts', auth],
      ['/contacts', {}],
      ['/keys', auth],
      ['/nothing', {}],
      ['/%', {}],
    ] as const) {
      const answer = await ask('GET', url, headers);
      assert.equal(answer.headers['cache-control'], 'no-store', url);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff', url);
    }
  });

  it('send people to the docs and programs to the data', async () => {
    const page = await ask('GET', '/', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    assert.deepEqual([page.status, page.headers['location']], [302, '/docs']);
    for (const accept of ['application/json', '*/*', ''])
      assert.equal((await ask('GET', '/', { accept })).status, 200);
  });

  it('speak the language that is asked for', async () => {
    for (const [accept, language, title] of [
      ['es-CL,es;q=0.9,en;q=0.8', 'es', 'Se necesita una credencial válida.'],
      ['en, es', 'en', 'A valid credential is needed.'],
      ['fr', 'en', 'A valid credential is needed.'],
      ['', 'en', 'A valid credential is needed.'],
    ] as const) {
      const answer = await ask('GET', '/contacts', { 'accept-language': accept });
      assert.equal(answer.headers['content-language'], language);
      assert.equal((JSON.parse(answer.body) as { title: string }).title, title);
    }
  });

  it('are without body for HEAD, and with the same head', async () => {
    const auth = { authorization: `Bearer ${key}` };
    const [head, get] = [await ask('HEAD', '/contacts', auth), await ask('GET', '/contacts', auth)];
    assert.deepEqual([head.status, head.body], [200, '']);
    assert.equal(head.headers['content-length'], get.headers['content-length']);
    assert.equal((await ask('HEAD', '/contacts')).status, 401);
  });

  it('name the methods that there are', async () => {
    for (const [method, url, allow] of [
      ['DELETE', '/contacts', 'GET, HEAD, POST'],
      ['PUT', '/contacts/x', 'DELETE, GET, HEAD, PATCH'],
      ['PATCH', '/grants', 'GET, HEAD, POST'],
    ] as const) {
      const { status, headers } = await ask(method, url);
      assert.deepEqual([status, String(headers['allow']).split(', ').toSorted().join(', ')], [405, allow]);
    }
  });

  it('let listed web sites in, and no other', async () => {
    const preflight = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    };
    const allowed = await ask('OPTIONS', '/contact', { origin: ORIGIN, ...preflight });
    assert.deepEqual(
      [allowed.status, allowed.headers['access-control-allow-origin'], allowed.body],
      [204, ORIGIN, ''],
    );
    assert.match(String(allowed.headers['access-control-allow-headers']), /Authorization.*Idempotency-Key/);
    assert.equal(allowed.headers['vary'], 'Origin');
    const posted = await ask('GET', '/contact', { origin: ORIGIN });
    assert.deepEqual(
      [posted.headers['access-control-allow-origin'], posted.headers['access-control-allow-credentials']],
      [ORIGIN, undefined],
    );
    const others = [
      'https://evil.example',
      'null',
      'http://www.example.cl',
      `${ORIGIN}.evil.example`,
      `${ORIGIN}:444`,
      'https://WWW.example.cl',
      'https://example.cl',
      `${ORIGIN}, https://evil.example`,
      '',
    ];
    for (const origin of others) {
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await ask(method, '/contact', { origin, ...(method === 'OPTIONS' && preflight) });
        const told = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
        assert.deepEqual(told, [], `${method} ${origin}`);
      }
    }
    // A refusal is no reason to show the answer to everybody either.
    assert.equal(
      (await ask('GET', '/contacts', { origin: 'https://evil.example' })).headers[
        'access-control-allow-origin'
      ],
      undefined,
    );
    assert.equal(
      (await ask('GET', '/contacts', { origin: ORIGIN })).headers['access-control-allow-origin'],
      ORIGIN,
    );
  });
});
