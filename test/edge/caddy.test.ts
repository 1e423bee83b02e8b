import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { CADDY_TIMEOUT_MS } from '#test/harness/caddy.ts';
import { addPerson, type TestPerson } from './people.ts';
import { API_HOST, type Edge, ODOO_HOST, raw, startEdge, startUpstream } from './world.ts';

const PAGE = 'Accept: text/html,application/xhtml+xml';
const SOCKET = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];
/** How long a session may still open doors after its end. */
const REVOKED_MS = 5_000;
const SLACK_MS = 1_000;

describe('an engine behind a real Caddy, SmarterOS asked by forward_auth', () => {
  let t: TestApi;
  let edge: Edge;
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  let key: string;
  let narrow: string;
  let tenant: { id: string; slug: string };
  let owner: TestPerson;
  const ask = (lines: readonly string[], more: { method?: string; path?: string } = {}) =>
    raw(edge.odooPort, { lines, ...more });
  const sees = (name: string): string | undefined =>
    upstream.seen.at(-1)?.headers.find(([header]) => header.toLowerCase() === name)?.[1];
  const refused = (status: number, expected: number, what?: string): void => {
    assert.equal(status, expected, what);
    assert.equal(upstream.seen.length, 0, what);
  };

  before(
    async () => {
      t = await createTestApi({
        settings: { SMARTEROS_TRUSTED_PROXIES: '127.0.0.1', SMARTEROS_PUBLIC_URL: `https://${API_HOST}` },
      });
      await t.api.server.listen({ host: '127.0.0.1', port: 0 });
      upstream = await startUpstream();
      edge = await startEdge((t.api.server.server.address() as AddressInfo).port, upstream.port);
      const made = await t.tenant();
      tenant = made;
      key = `Authorization: Bearer ${made.key}`;
      narrow = `Authorization: Bearer ${(await t.tenant({ scopes: ['contacts:read'] })).key}`;
      owner = await addPerson(t.database.url, [{ tenantId: made.id, role: 'owner' }]);
    },
    { timeout: CADDY_TIMEOUT_MS },
  );
  after(async () => {
    await edge.stop();
    await upstream.close();
    await t.stop();
  });
  beforeEach(() => void upstream.seen.splice(0));

  it('refuses strangers, whatever they try to open', async () => {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE', 'PROPFIND', 'TRACE'])
      refused((await ask([], { method })).status, 401, method);
    const preflight = ['Origin: https://evil.example', 'Access-Control-Request-Method: POST'];
    refused((await ask(preflight, { method: 'OPTIONS' })).status, 401);
    refused((await ask(['Authorization: Bearer smk_wrong'])).status, 401);
    refused((await ask(SOCKET)).status, 401);
  });

  it('sends a browser to the login of the same host, and nowhere else', async () => {
    const page = await ask([PAGE], { path: '/web?debug=1#x' });
    refused(page.status, 302);
    assert.equal(page.headers['location'], '/login?next=%2Fweb%3Fdebug%3D1');
    const spoofed = await ask([PAGE, 'X-Forwarded-Uri: //evil.example', 'X-Forwarded-Host: evil.example'], {
      path: '/a',
    });
    assert.equal(spoofed.headers['location'], '/login?next=%2Fa');
    const picture = await ask([PAGE, 'Sec-Fetch-Mode: no-cors'], { path: '/logo.png' });
    refused(picture.status, 401);
    refused((await ask([PAGE], { method: 'POST' })).status, 401);
  });

  it('lets in who may use the engine, and tells it who that is', async () => {
    assert.equal((await ask([key])).status, 200);
    assert.equal(sees('x-smarteros-tenant'), tenant.slug);
    assert.equal(sees('x-smarteros-scopes'), '*');
    assert.equal(sees('x-smarteros-ugid'), undefined);
    assert.match(sees('x-smarteros-assertion') ?? '', /^eyJ/);
    assert.equal((await ask([`Cookie: ${owner.cookie}`])).status, 200);
    assert.equal(sees('x-smarteros-ugid'), owner.id);
    assert.equal(sees('x-smarteros-roles'), 'owner');
  });

  it('refuses who may not use the engine', async () => {
    const { status, headers } = await ask([narrow]);
    refused(status, 403);
    assert.match(headers['www-authenticate'] ?? '', /insufficient_scope.*odoo:read/);
  });

  it('keeps every credential of ours from the engine', async () => {
    const cookies = `Cookie: a=1; ${owner.cookie}; session_id=odoo`;
    assert.equal((await ask([cookies, 'X-Vault-Token;: x'])).status, 400);
    assert.equal((await ask([cookies])).status, 200);
    assert.equal(sees('cookie'), 'a=1; session_id=odoo');
    assert.equal((await ask([key.replace('Bearer', 'bEARER'), 'X-Vault-Token: s.abcdefghijkl'])).status, 200);
    const all = JSON.stringify(upstream.seen);
    assert.ok(!all.includes('smk_') && !all.includes('sms_') && !all.includes('s.abcdefghijkl'), all);
  });

  it('judges a cookie by what the browser did, not by how the proxy asks', async () => {
    const cookie = `Cookie: ${owner.cookie}`;
    const own = `http://${ODOO_HOST}:${edge.odooPort}`;
    for (const lines of [
      ['Origin: https://evil.example', 'Sec-Fetch-Site: cross-site'],
      ['Origin: https://other.example.cl', 'Sec-Fetch-Site: same-site'],
      ['Origin: null'],
      ['X-Forwarded-Method: GET'],
      ['X-HTTP-Method-Override: GET'],
      ['Connection: close, X-Forwarded-Method'],
    ])
      refused((await ask([cookie, ...lines], { method: 'POST' })).status, 403, lines.join());
    assert.equal((await ask([cookie, `Origin: ${own}`], { method: 'POST' })).status, 200);
    upstream.seen.splice(0);
    refused((await ask([cookie, 'Origin: https://evil.example', ...SOCKET])).status, 403);
    assert.equal((await ask([cookie, `Origin: ${own}`, ...SOCKET])).status, 101);
    assert.equal(sees('x-smarteros-ugid'), owner.id);
  });

  it('opens WebSockets for programs', async () => {
    assert.equal((await ask([key, ...SOCKET])).status, 101);
    assert.equal(sees('authorization'), undefined);
  });

  it('takes the company that a person picks, if it is theirs', async () => {
    const other = await t.tenant();
    const both = await addPerson(t.database.url, [
      { tenantId: tenant.id, role: 'member' },
      { tenantId: other.id, role: 'owner' },
    ]);
    const cookie = `Cookie: ${both.cookie}`;
    refused((await ask([cookie])).status, 403);
    assert.equal((await ask([cookie, `X-Smarteros-Tenant: ${other.slug}`])).status, 200);
    assert.equal(sees('x-smarteros-tenant'), other.slug);
    upstream.seen.splice(0);
    for (const picks of [[tenant.slug], ['999999999'], [other.slug, other.slug], [other.slug, tenant.slug]]) {
      const { status } = await ask([cookie, ...picks.map((slug) => `X-Smarteros-Tenant: ${slug}`)]);
      refused(status, picks.length > 1 ? 400 : 403, picks.join());
    }
    refused((await ask([key, `X-Smarteros-Tenant: ${other.slug}`])).status, 403);
  });

  it('is not confused by paths and sizes', async () => {
    for (const path of [
      '/login/../web',
      '/login/%2e%2e/web',
      '//web',
      '/./web',
      '/auth/..%2fweb',
      '/LOGIN/../web',
      '/validate',
      '*',
      'http://odoo.example.cl/web',
    ]) {
      const { status } = await ask([], { path });
      assert.ok(status >= 400, `${path}: ${status}`);
      assert.equal(upstream.seen.length, 0, path);
    }
    const { status } = await ask([`X-Big: ${'x'.repeat(60_000)}`, key]);
    assert.ok(status >= 400, String(status));
    assert.equal(upstream.seen.length, 0);
    assert.equal(
      (await ask([key, `X-Big: ${'x'.repeat(8_000)}`], { path: `/${'a'.repeat(3000)}` })).status,
      200,
    );
  });

  it('shows nobody outside the validator itself', async () => {
    for (const path of [
      '/validate',
      '/validate/',
      '/VALIDATE',
      '/%76alidate',
      '/x/../validate',
      '//validate',
      '/validate?scope=contacts:read',
    ]) {
      const { status, headers } = await raw(edge.apiPort, { host: API_HOST, path, lines: [key] });
      assert.equal(status, 404, path);
      assert.equal(headers['x-smarteros-assertion'], undefined);
    }
    assert.equal((await raw(edge.apiPort, { host: API_HOST, path: '/health' })).status, 200);
  });

  it('lets nobody in with a session 5 s after its end', async () => {
    const person = await addPerson(t.database.url, [{ tenantId: tenant.id, role: 'owner' }]);
    assert.equal((await ask([`Cookie: ${person.cookie}`])).status, 200);
    const logout = await t.request('POST /auth/logout', {
      headers: { cookie: person.cookie, 'sec-fetch-site': 'same-origin' },
      body: {},
    });
    assert.equal(logout.status, 200);
    const ended = performance.now();
    while ((await ask([`Cookie: ${person.cookie}`])).status === 200) {
      assert.ok(performance.now() - ended < REVOKED_MS + SLACK_MS, 'the session still opens the door');
      await sleep(50);
    }
    upstream.seen.splice(0);
    const page = await ask([`Cookie: ${person.cookie}`, PAGE]);
    refused(page.status, 302);
  });
});
