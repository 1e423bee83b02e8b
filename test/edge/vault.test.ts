import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { lookupSelf } from '#engines/vault/tokens.ts';
import { freshTaxId, createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { systemClock } from '#platform/clock.ts';
import { type FakeVault, startVault } from './vault.ts';

let count = 0;
/** Admission believes a token for some real seconds, so that each case takes one of its own. */
const fresh = (prefix = 'hvs.'): string => `${prefix}CAESIJ${String((count += 1)).padStart(20, '0')}`;

describe('Vault tokens', () => {
  let t: TestApi;
  let vault: FakeVault;
  let now = Date.now();
  let slugs: string[];
  let ids: string[];
  const validate = (headers: Record<string, string>, query = ''): Promise<Answer> =>
    t.request(`GET /validate${query}`, { headers });
  const bearer = (token: string, query = ''): Promise<Answer> =>
    validate({ authorization: `Bearer ${token}` }, query);

  before(async () => {
    vault = await startVault();
    const taxIds = [freshTaxId(), freshTaxId(), freshTaxId()];
    slugs = taxIds.map((id) => id.replace('-', '').toLowerCase());
    t = await createTestApi({
      clock: { now: () => new Date(now), id: () => systemClock.id() },
      settings: {
        VAULT_ADDR: vault.address,
        VAULT_NAMESPACE: 'shops/norte',
        VAULT_POLICIES: `reader=${slugs[0]} contacts:read; writer=${slugs[0]} contacts:write; other=${slugs[1]} *; ghost=nobody *; off=${slugs[2]} *`,
      },
    });
    ids = [];
    for (const taxId of taxIds) ids.push((await t.tenant({ taxId })).id);
    const suspended = await t.request(`POST /tenants/${slugs[2]}/suspend`, {
      token: t.operatorKey,
      body: {},
    });
    assert.ok(suspended.status < 300, JSON.stringify(suspended.body));
  });
  after(async () => {
    await t.stop();
    await vault.close();
  });
  beforeEach(() => {
    vault.trouble = undefined;
    vault.asked.splice(0);
  });

  it('are refused when Vault does not know them', async () => {
    for (const prefix of ['hvs.', 'hvb.', 'hvr.', 's.', 'b.', 'r.'])
      assert.equal((await bearer(fresh(prefix))).status, 401, prefix);
    assert.deepEqual(new Set(vault.asked), new Set(['shops/norte']));
  });

  it('of another form never get as far as Vault', async () => {
    for (const token of [
      'hvs.',
      'hvs.short',
      'x.CAESIJ00000000000000',
      `hvs.${'a'.repeat(3000)}`,
      'hvs.aaaaaaaaaa\u00e9',
    ]) {
      assert.equal((await validate({ 'x-vault-token': token })).status, 401, token);
    }
    assert.equal(vault.asked.length, 0);
  });

  it('of a policy that nobody mapped open nothing, root included', async () => {
    for (const policies of [['root'], ['default'], [], ['READER'], ['reader '], ['ghost']]) {
      const token = fresh();
      vault.tokens.set(token, { policies, ttl: 0 });
      assert.equal((await bearer(token)).status, 403, policies.join());
      assert.equal((await t.request('GET /contacts', { token })).status, 403);
    }
  });

  it('of a suspended company open nothing', async () => {
    const token = fresh();
    vault.tokens.set(token, { policies: ['off'] });
    const { status, body } = await bearer(token);
    assert.deepEqual([status, body.code], [403, 'tenant_suspended']);
  });

  it('are what their policies say, on /validate and everywhere', async () => {
    const token = fresh('s.');
    vault.tokens.set(token, { policies: ['default', 'reader'], identityPolicies: ['writer'] });
    for (const answer of [await bearer(token), await validate({ 'x-vault-token': token })]) {
      assert.equal(answer.status, 200);
      assert.equal(answer.headers['x-smarteros-tenant'], slugs[0]);
      assert.equal(answer.headers['x-smarteros-scopes'], 'contacts:read,contacts:write');
      assert.equal(answer.headers['x-smarteros-ugid'], '');
      assert.equal(answer.headers['x-smarteros-roles'], '');
    }
    assert.equal((await bearer(token, '?scope=contacts:destroy')).status, 403);
    assert.equal((await t.request('GET /contacts', { token })).status, 200);
    assert.equal((await t.request('GET /keys', { token })).status, 403);
    assert.equal(vault.asked.length, 1);
  });

  it('stand in the audit as what they are', async () => {
    const token = fresh();
    vault.tokens.set(token, { policies: ['other'] });
    assert.equal((await t.request('POST /contacts', { token, body: { name: 'Ana' } })).status, 201);
    const { body } = await t.request('GET /audit', { token });
    const [row] = body.data as { actor: { kind: string; id: string; name: string } }[];
    assert.equal(row!.actor.kind, 'vault');
    assert.equal(row!.actor.name, 'approle-ci');
    assert.match(row!.actor.id, /^[0-9a-f-]{36}$/);
    assert.ok(!JSON.stringify(body).includes(token));
  });

  it('of several companies need a choice', async () => {
    const token = fresh();
    vault.tokens.set(token, { policies: ['reader', 'other'] });
    assert.equal((await bearer(token)).body.code, 'tenant_required');
    const picked = await validate({ authorization: `Bearer ${token}`, 'x-smarteros-tenant': slugs[1]! });
    assert.equal(picked.headers['x-smarteros-scopes'], '*');
    assert.equal((await bearer(token, `?tenant=${slugs[0]}`)).headers['x-smarteros-scopes'], 'contacts:read');
    assert.equal((await bearer(token, `?tenant=${slugs[2]}`)).status, 403);
  });

  const TROUBLES: Readonly<Record<string, FakeVault['trouble']>> = {
    sealed: (_, response) => response.writeHead(503).end('{"errors":["Vault is sealed"]}'),
    standby: (_, response) => response.writeHead(429).end('{"errors":[]}'),
    broken: (_, response) => response.writeHead(500).end('{"errors":["internal error"]}'),
    moved: (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    'another program': (_, response) => response.end('<html>Welcome</html>'),
    'an empty answer': (_, response) => response.end('{}'),
    'policies that are no list': (_, response) =>
      response.end('{"data":{"accessor":"a","policies":"reader","ttl":60}}'),
    'a lifetime that is none': (_, response) =>
      response.end('{"data":{"accessor":"a","policies":["reader"],"ttl":-1}}'),
    'no lifetime': (_, response) => response.end('{"data":{"accessor":"a","policies":["reader"]}}'),
    'a wrong path': (_, response) => response.writeHead(404).end('{"errors":[]}'),
    'a hang-up': (request) => request.socket.destroy(),
    silence: () => {},
  };
  for (const [name, trouble] of Object.entries(TROUBLES)) {
    it(`open nothing while Vault is in trouble: ${name}`, async () => {
      const token = fresh();
      vault.tokens.set(token, { policies: ['reader'] });
      vault.trouble = trouble;
      const { status, body, headers } = await bearer(token);
      assert.deepEqual([status, body.code], [503, 'unavailable']);
      assert.equal(headers['x-smarteros-scopes'], undefined);
      // Trouble is not remembered: the next call asks again.
      vault.trouble = undefined;
      assert.equal((await bearer(token)).status, 200);
    });
  }

  it('end with their own lifetime', async () => {
    const token = fresh();
    vault.tokens.set(token, { policies: ['reader'], ttl: 3 });
    assert.equal((await bearer(token)).status, 200);
    now += 3_000;
    assert.equal((await bearer(token)).status, 401);
  });

  it('that were revoked are asked about again within 25 s', async () => {
    const token = fresh();
    vault.tokens.set(token, { policies: ['reader', 'other'] });
    // The choice of a company is part of what admission believes, so each of these gets past it.
    assert.equal((await bearer(token, `?tenant=${slugs[0]}`)).status, 200);
    vault.tokens.delete(token);
    now += 23_000;
    assert.equal((await bearer(token, `?tenant=${slugs[1]}`)).status, 200);
    now += 1_000;
    assert.equal((await bearer(token)).status, 401);
    assert.equal(vault.asked.length, 2);
  });

  it('guessed by the hundred lock the guesser out', async () => {
    const limited = await createTestApi({
      settings: { VAULT_ADDR: vault.address, SMARTEROS_RATE_LIMIT_IP: '3' },
    });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++)
      statuses.push((await limited.request('GET /validate', { token: fresh() })).status);
    await limited.stop();
    assert.deepEqual(statuses, [401, 401, 401, 429, 429, 429]);
    assert.equal(vault.asked.length, 3);
  });

  it('are no credential without Vault', async () => {
    const without = await createTestApi();
    assert.equal((await without.request('GET /validate', { token: fresh() })).status, 401);
    await without.stop();
  });

  it('go over TLS to the authority that was named, and to no other', async () => {
    const pem = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
    const server = createServer({ key: pem('vault-key.pem'), cert: pem('vault-cert.pem') }, (_, response) =>
      response.end('{"data":{"accessor":"a","policies":[],"ttl":60}}'),
    );
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await assert.rejects(lookupSelf({ address }, fresh()), { code: 'unavailable' });
    const found = await lookupSelf({ address, ca: pem('vault-cert.pem') }, fresh());
    assert.equal(found?.accessor, 'a');
    server.closeAllConnections();
    server.close();
  });
});
