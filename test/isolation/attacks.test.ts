import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EXAMPLE } from '#core/example.ts';
import { PLATFORM, PLATFORM_FORM_ID } from '#core/platform.ts';
import type { Answer } from '#test/harness/api.ts';
import { createWorld, type World } from '#test/isolation/world.ts';
import { EXAMPLE_KEY } from '#test/parity/seed.ts';

const EXAMPLE_FORM = '01960000-0000-7000-8000-000000000031';

describe('what an attacker would try next', () => {
  let world: World;
  const ask = (
    route: string,
    token?: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer> =>
    world.t.request(route, {
      ...(token !== undefined && { token }),
      ...(body && { body }),
      ...(headers && { headers }),
    });
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('name another tenant in headers, query or body', async () => {
    const mine = await ask('GET /contacts', world.own.key);
    assert.equal(mine.body.data.length, 1);
    const { id, slug } = EXAMPLE.tenant;
    for (const name of [
      'x-smarteros-tenant',
      'x-tenant',
      'x-tenant-id',
      'tenant',
      'x-forwarded-tenant',
      'x-user-tenant',
      'x-original-url',
    ])
      for (const value of [id, slug]) {
        const answer = await ask('GET /contacts', world.own.key, undefined, { [name]: value });
        assert.deepEqual(answer.body, mine.body, name);
      }
    for (const name of ['tenant', 'tenantId', 'tenant_id', 'X-Smarteros-Tenant'])
      assert.equal(
        (await ask(`GET /contacts?${name}=${id}`, world.own.key)).body.code,
        'invalid_input',
        name,
      );
    for (const name of ['tenant', 'tenantId', 'tenant_id', 'id', 'version', 'createdAt'])
      assert.equal(
        (await ask('POST /contacts', world.own.key, { name: 'X', [name]: id })).body.code,
        'invalid_input',
        name,
      );
  });

  it('hide the token elsewhere, or two in one header', async () => {
    const { server } = world.t.api;
    const key = EXAMPLE_KEY;
    const strangers: readonly Record<string, string>[] = [
      { 'x-api-key': key },
      { 'proxy-authorization': `Bearer ${key}` },
      { 'x-authorization': `Bearer ${key}` },
      { 'x-forwarded-authorization': `Bearer ${key}` },
      { cookie: `authorization=Bearer ${key}; token=${key}; session=${key}` },
      { authorization: '' },
      { authorization: key },
      { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
      { authorization: `Token ${key}` },
      { authorization: `Bearer: ${key}` },
      { authorization: `Bearer\t${key}` },
      { authorization: `Bearer "${key}"` },
      { authorization: `Bearer ${key}, Bearer ${world.own.key}` },
      { authorization: `Bearer ${key} ${world.own.key}` },
      { authorization: `Bearer ${key},${world.own.key}` },
      { authorization: `Bearer ${key.toUpperCase()}` },
      { authorization: `Bearer ${key.slice(0, -1)}` },
      { authorization: `Bearer smk_${'x'.repeat(5_000)}` },
      { authorization: `Bearer smo_${'x'.repeat(43)}` },
      { authorization: `Bearer smg_${'x'.repeat(43)}` },
      { authorization: `Bearer ${world.t.operatorKey}x` },
    ];
    for (const headers of strangers) {
      const answer = await server.inject({ method: 'GET', url: '/contacts', headers });
      assert.equal(answer.statusCode, 401, JSON.stringify(headers));
      assert.match(String(answer.headers['www-authenticate']), /^Bearer/);
    }
    for (const name of ['token', 'access_token', 'key', 'api_key', 'authorization']) {
      const answer = await server.inject({ method: 'GET', url: `/contacts?${name}=${key}` });
      assert.ok([400, 401].includes(answer.statusCode), name);
      const posted = await server.inject({
        method: 'POST',
        url: '/contacts',
        payload: { name: 'X', [name]: key },
      });
      assert.ok([400, 401].includes(posted.statusCode), name);
    }
    // A list of values is no credential either, whatever an agent in between makes of it.
    const headers: Record<string, unknown> = { authorization: ['Bearer a', `Bearer ${key}`] };
    const twice = await server.inject({
      method: 'GET',
      url: '/contacts',
      headers: headers as Record<string, string>,
    });
    assert.equal(twice.statusCode, 401);
  });

  it('ask by another method than the one that is guarded', async () => {
    for (const route of ['HEAD /contacts', 'HEAD /tenants', `HEAD /contacts/${EXAMPLE.contact.id}`])
      assert.equal(
        (await world.t.api.server.inject({ method: 'HEAD', url: route.slice(5) })).statusCode,
        401,
        route,
      );
    const override = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    await ask(`POST /contacts/${EXAMPLE.contact.id}?_method=DELETE`, EXAMPLE_KEY, {}, override);
    assert.equal(
      (await ask(`GET /contacts/${EXAMPLE.contact.id}`, EXAMPLE_KEY, undefined, override)).status,
      200,
    );
    assert.equal((await ask(`GET /contacts/${EXAMPLE.contact.id}`, EXAMPLE_KEY)).status, 200);
  });

  it('page on with another tenant’s cursor', async () => {
    for (let i = 0; i < 3; i++) await ask('POST /contacts', EXAMPLE_KEY, { name: `Suyo ${i}` });
    const { nextCursor } = (await ask('GET /contacts?limit=1', EXAMPLE_KEY)).body;
    const page = await ask(`GET /contacts?cursor=${nextCursor}`, world.own.key);
    assert.equal(page.status, 200);
    assert.ok(page.body.data.every((one: { name: string }) => one.name === 'Eva Mala'));
    const audit = (await ask('GET /audit?limit=1', EXAMPLE_KEY)).body.nextCursor;
    const entries = (await ask(`GET /audit?cursor=${audit}`, world.own.key)).body.data;
    assert.ok(entries.every((entry: { actor: { id: string } }) => entry.actor.id !== EXAMPLE.keyId));
  });

  it('name their own company in other ways, or another one in the same', async () => {
    const { own } = world;
    assert.equal((await ask(`GET /tenants/${own.slug.toUpperCase()}`, own.key)).body.id, own.id);
    assert.equal((await ask(`GET /tenants/${own.id.toUpperCase()}`, own.key)).body.id, own.id);
    const theirs = [
      EXAMPLE.tenant.id,
      EXAMPLE.tenant.id.toUpperCase(),
      EXAMPLE.tenant.slug,
      EXAMPLE.tenant.taxId,
      `${own.slug}\0`,
    ];
    const odd = [
      '%',
      '_',
      `${own.slug} `,
      `${own.slug}'--`,
      `{${EXAMPLE.tenant.id}}`,
      EXAMPLE.tenant.id.replaceAll('-', ''),
    ];
    for (const reference of [...theirs, ...odd]) {
      const answer = await ask(`GET /tenants/${encodeURIComponent(reference)}`, own.key);
      assert.ok([400, 404].includes(answer.status), `${reference}: ${answer.status}`);
    }
  });

  it('send a message as somebody of another company', async () => {
    const message = {
      form: EXAMPLE_FORM,
      name: 'Eva',
      email: 'eva@example.com',
      message: 'Hola',
      consent: true,
    };
    const headers = { 'idempotency-key': 'eva-1' };
    assert.equal((await ask('POST /contact', world.own.key, message, headers)).status, 200);
    const [entry] = (await ask('GET /audit?action=contact.message_received', EXAMPLE_KEY)).body.data;
    // Their key's name and id are nobody else's business.
    assert.deepEqual(entry.actor, { kind: 'anonymous', id: null, name: 'anonymous' });
    const rows = await world.query<{ actor: string }>('select actor from core.idempotency where key = $1', [
      'eva-1',
    ]);
    assert.deepEqual(rows, [{ actor: 'anonymous:127.0.0.1' }]);
    const own = await ask('POST /contact', EXAMPLE_KEY, { ...message, form: EXAMPLE_FORM });
    assert.equal(own.status, 200);
    assert.equal(
      (await ask('GET /audit?action=contact.message_received', EXAMPLE_KEY)).body.data[0].actor.kind,
      'key',
    );
  });

  it('call what everybody may call, as anybody', async () => {
    for (const token of [undefined, world.own.key, world.t.operatorKey]) {
      for (const route of [
        'GET /',
        'GET /health',
        'GET /registry.json',
        'GET /contact',
        `GET /contact?form=${EXAMPLE_FORM}`,
      ])
        assert.equal((await ask(route, token)).status, 200, route);
      const body = { name: 'Luis', email: 'luis@example.com', message: 'Hola', consent: true };
      assert.equal((await ask('POST /contact', token, body)).status, 200);
    }
    const messages = await world.query('select form_id from app.held_messages where tenant_id = $1', [
      PLATFORM.id,
    ]);
    assert.deepEqual(new Set(messages.map((row) => row['form_id'])), new Set([PLATFORM_FORM_ID]));
    assert.equal((await ask(`GET /contact?form=${crypto.randomUUID()}`)).status, 404);
    assert.equal((await ask('GET /metrics')).status, 401);
    assert.equal((await ask('GET /metrics', world.own.key)).status, 403);
  });
});
