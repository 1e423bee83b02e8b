import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { after, before, describe, it } from 'node:test';
import { tokenHash } from '#platform/db/lookups.ts';
import { callTool } from '#test/harness/mcp.ts';
import { createWorld, WEB_CLIENT, type Person, type World } from './world.ts';

const LIST = { scope: 'contacts:read' };

describe('an agent’s token', () => {
  let world: World;
  let person: Person;
  let tenant: Awaited<ReturnType<World['t']['tenant']>>;
  before(async () => {
    world = await createWorld();
    tenant = await world.t.tenant();
    person = await world.person({ [tenant.id]: 'owner' });
  });
  after(() => world.stop());

  const list = (token?: string) => callTool(world.url, token, 'contacts_list', {});
  const refused = async (token: string): Promise<void> => {
    const { status, headers } = await list(token);
    assert.equal(status, 401);
    assert.match(headers.get('www-authenticate')!, /^Bearer error="invalid_token", resource_metadata="/);
    assert.equal((await world.t.request('GET /contacts', { token })).status, 401);
  };

  it('is asked for by a 401 that names where to get it, and what stands there is the same', async () => {
    const { status, headers } = await list();
    assert.equal(status, 401);
    const challenge = headers.get('www-authenticate')!;
    const where = /resource_metadata="([^"]+)"/.exec(challenge)![1]!;
    assert.equal(where, `${world.url}/.well-known/oauth-protected-resource/mcp`);
    assert.match(challenge, /scope="[^"]*contacts:read[^"]*"/);
    assert.doesNotMatch(challenge, /offline_access|:write|:destroy|\*/);
    const get = async (address: string) => (await (await fetch(address)).json()) as Record<string, string[]>;
    const resource = await get(where);
    assert.equal(resource['resource'], `${world.url}/mcp`);
    assert.deepEqual(resource['authorization_servers'], [world.url]);
    const offered = resource['scopes_supported']!;
    assert.ok(!offered.includes('offline_access') && !offered.includes('*'));
    assert.deepEqual(await get(`${world.url}/.well-known/oauth-protected-resource`), resource);
    for (const name of ['oauth-authorization-server', 'openid-configuration']) {
      const server: Record<string, unknown> = await get(`${world.url}/.well-known/${name}`);
      assert.equal(server['issuer'], world.url);
      assert.deepEqual(server['code_challenge_methods_supported'], ['S256']);
      assert.equal(server['authorization_response_iss_parameter_supported'], true);
      assert.equal(server['client_id_metadata_document_supported'], true);
      assert.equal(server['registration_endpoint'], undefined);
    }
    const rest = await world.t.request('GET /contacts');
    assert.equal(rest.headers['www-authenticate'], challenge);
  });

  it('is nothing when it stands in the query', async () => {
    const { access_token: token } = await world.connect(person, LIST);
    const response = await fetch(`${world.url}/mcp?access_token=${token}`, { method: 'POST' });
    assert.equal(response.status, 401);
    // An input that the operation doesn't know, before anybody asks who calls.
    assert.equal((await world.t.request(`GET /contacts?access_token=${token}`)).status, 400);
  });

  it('is refused once it has expired', async () => {
    const { access_token: token } = await world.connect(person, LIST);
    await world.admin.query(
      `update identity.oauth_records set expires_at = now() - interval '1 second' where hash = $1`,
      [tokenHash(token)],
    );
    await refused(token);
  });

  it('is refused when it was issued for another audience', async () => {
    const { access_token: token } = await world.connect(person, LIST);
    await world.admin.query(
      `update identity.oauth_records set audience = 'https://other.example/mcp' where hash = $1`,
      [tokenHash(token)],
    );
    await refused(token);
  });

  it('is refused when another issuer made it, or nobody', async () => {
    const other = await createWorld();
    try {
      const there = await other.t.tenant();
      const { access_token: token } = await other.connect(await other.person({ [there.id]: 'owner' }), LIST);
      await refused(token);
    } finally {
      await other.stop();
    }
    await refused(`sma_${'A'.repeat(43)}`);
    await refused('sma_');
  });

  it('is the access token only: neither the refresh token nor a code opens anything', async () => {
    const { refresh_token: token } = await world.connect(person, LIST);
    await refused(token);
  });

  it('opens what its scopes say, with what they include, and says what else is needed', async () => {
    const { access_token: reader } = await world.connect(person, LIST);
    assert.equal((await list(reader)).status, 200);
    const { status, headers } = await callTool(world.url, reader, 'contacts_create', { name: 'Ana' });
    assert.equal(status, 403);
    assert.equal(
      headers.get('www-authenticate'),
      `Bearer error="insufficient_scope", scope="contacts:write", resource_metadata="${world.url}/.well-known/oauth-protected-resource/mcp"`,
    );
    const rest = await world.t.request('POST /contacts', { token: reader, body: { name: 'Ana' } });
    assert.equal(rest.status, 403);
    assert.equal(rest.headers['www-authenticate'], headers.get('www-authenticate'));

    const { access_token: owner } = await world.connect(person, { scope: 'contacts:destroy' });
    assert.equal((await list(owner)).status, 200);
    const made = await callTool(world.url, owner, 'contacts_create', { name: 'Ana' });
    const { id } = made.message.result!.structuredContent as { id: string };
    assert.equal((await world.t.request(`DELETE /contacts/${id}`, { token: owner })).status, 200);
    assert.equal((await world.t.request('GET /audit', { token: owner })).status, 403);
  });

  it('opens one company, whatever the request says', async () => {
    const other = await world.t.tenant();
    const theirs = await world.t.request('POST /contacts', { token: other.key, body: { name: 'Berta' } });
    const both = await world.person({ [tenant.id]: 'owner', [other.id]: 'owner' });
    const { access_token: token } = await world.connect(both, {
      scope: 'contacts:destroy',
      company: tenant.slug,
    });
    const headers = { 'x-smarteros-tenant': other.slug };
    assert.equal((await world.t.request(`GET /contacts/${theirs.body.id}`, { token, headers })).status, 404);
    const { body } = await world.t.request('GET /contacts', { token, headers });
    assert.ok(body.data.every(({ id }: { id: string }) => id !== theirs.body.id));
  });

  it('never may do more than its person still may, and ends with them', async () => {
    const staff = await world.person({ [tenant.id]: 'member' });
    const change = (sql: string) => world.admin.query(sql, [staff.id]);
    const connect = async () => (await world.connect(staff, { scope: 'contacts:write' })).access_token;
    const demoted = await connect();
    await change(`update core.memberships set role = 'accountant' where person_id = $1`);
    assert.equal(
      (await world.t.request('POST /contacts', { token: demoted, body: { name: 'Ana' } })).status,
      403,
    );
    assert.equal((await world.t.request('GET /contacts', { token: demoted })).status, 403);
    await change(`update core.memberships set role = 'member' where person_id = $1`);

    const token = await connect();
    assert.equal((await world.t.request('GET /contacts', { token })).status, 200);
    for (const [away, back] of [
      [
        'update core.memberships set disabled_at = now() where person_id = $1',
        'update core.memberships set disabled_at = null where person_id = $1',
      ],
      [
        'update identity.people set disabled_at = now() where id = $1',
        'update identity.people set disabled_at = null where id = $1',
      ],
    ]) {
      await change(away!);
      // The token itself is still believed for some seconds; the database isn't entered.
      assert.equal((await world.t.request('GET /contacts', { token })).status, 401);
      await change(back!);
      assert.equal((await world.t.request('GET /contacts', { token })).status, 200);
    }
  });

  it('is nobody’s substitute: no person’s operation, no key, no operator', async () => {
    const { access_token: token, scope } = await world.connect(person, {
      scope: 'contacts:read keys:destroy keys:write keys:read *',
    });
    assert.deepEqual(scope.split(' ').toSorted(), ['contacts:read', 'keys:read']);
    const key = { name: 'mine', scopes: ['contacts:read'] };
    assert.equal((await world.t.request('POST /keys', { token, body: key })).status, 403);
    for (const route of ['GET /oauth/grants', 'GET /tenants', 'GET /metrics'])
      assert.equal((await world.t.request(route, { token })).status, 403, route);
  });

  it('stays at the door: nothing that an operation gets, and so could send on, holds it', async () => {
    const { access_token: token } = await world.connect(person, LIST);
    const caller = await world.t.api.kernel.admit({ ip: '127.0.0.1', token });
    assert.equal(caller.actor.kind, 'agent');
    assert.ok(!inspect(caller, { depth: null }).includes(token));
  });

  it('is kept as a hash, and nothing of it or of the request can be read in the database', async () => {
    const tokens = await world.connect(person, LIST);
    const { rows } = await world.admin.query('select r::text from identity.oauth_records r');
    const text = rows.map((row) => row.r as string).join('\n');
    const readable = [...text.matchAll(/\\\\x([0-9a-f]+)/g)].map(([, hex]) =>
      Buffer.from(hex!, 'hex').toString('latin1'),
    );
    for (const secret of [tokens.access_token, tokens.refresh_token, 'state-1', WEB_CLIENT])
      assert.ok(![text, ...readable].some((one) => one.includes(secret)));
    assert.ok(text.length > 0 && readable.length > 0);
  });
});
