import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EXAMPLE } from '#core/example.ts';
import { PLATFORM } from '#core/platform.ts';
import type { Answer } from '#test/harness/api.ts';
import { createWorld, type World } from '#test/isolation/world.ts';

describe('nobody gets more than they were given', () => {
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

  it('by making a key that holds more than its maker', async () => {
    const { token } = await world.key(['keys:write', 'contacts:read']);
    const make = (scopes: unknown[], by = token): Promise<Answer> =>
      ask('POST /keys', by, { name: 'more', scopes });
    assert.equal((await make(['contacts:read', 'keys:read'])).status, 201);
    for (const scopes of [
      ['*'],
      ['contacts:write'],
      ['keys:destroy'],
      ['contacts:read', '*'],
      ['operator'],
      ['*:*'],
      ['contacts:*'],
    ])
      assert.equal((await make(scopes)).body.code, 'invalid_input', scopes.join());
    for (const odd of [
      [' *'],
      ['* '],
      ['**'],
      ['＊'],
      ['contacts:read '],
      ['Contacts:read'],
      ['contacts:read,*'],
      [''],
      [['*']],
      [{}],
      [null],
    ])
      assert.equal((await make(odd)).body.code, 'invalid_input', JSON.stringify(odd));
    // Everything there is, one by one, is still not everything there will be.
    const all = await world.key(world.t.api.kernel.catalogue.scopes);
    assert.equal((await make(['*'], all.token)).body.code, 'invalid_input');
    const { token: reader } = await world.key(['keys:read', 'keys:destroy:write', 'keys']);
    assert.equal((await make(['keys:read'], reader)).body.code, 'insufficient_scope');
  });

  it('by a key that expires in a year that never comes', async () => {
    const make = (expiresAt: unknown): Promise<Answer> =>
      ask('POST /keys', world.own.key, { name: 'odd', scopes: ['contacts:read'], expiresAt });
    // oxfmt-ignore
    const refused = [
      '', ' ', 'never', 'infinity', '-infinity', 'now', 'tomorrow', 'null', null, 0, 4_102_444_800_000, true,
      [], {}, '2999-01-01', '2999-01-01T00:00Z', '2999-01-01T00:00:00', '2999-01-01T00:00:00+03:00',
      '2999-01-01 00:00:00Z', '2999-02-30T00:00:00Z', '2999-13-01T00:00:00Z', '2999-01-01T24:00:00Z',
      '2999-01-01T23:59:60Z', '+275760-09-13T00:00:00Z', '12999-01-01T00:00:00Z', '-000001-01-01T00:00:00Z',
      '2999-01-01t00:00:00z', '２999-01-01T00:00:00Z', '2999-01-01T00:00:00Z\n', '2999-W01-1T00:00:00Z',
      '0000-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2020-01-01T00:00:00Z',
      `2999-01-01T00:00:00.${'1'.repeat(100_000)}`,
    ];
    for (const expiresAt of refused) {
      const { status, body } = await make(expiresAt);
      assert.deepEqual(
        { status, field: body.errors?.[0].field },
        { status: 400, field: 'expiresAt' },
        JSON.stringify(expiresAt)?.slice(0, 60),
      );
    }
    for (const expiresAt of [
      '2999-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999Z',
      `2999-01-01T00:00:00.${'0'.repeat(500)}Z`,
    ]) {
      const { status, body } = await make(expiresAt);
      assert.equal(status, 201, expiresAt);
      assert.equal(body.expiresAt, new Date(expiresAt).toISOString());
      assert.equal((await ask('GET /contacts', body.key)).status, 200);
    }
  });

  it('by reaching the platform’s own tenant', async () => {
    const operator = world.t.operatorKey;
    for (const reference of [
      PLATFORM.id,
      PLATFORM.id.toUpperCase(),
      'platform',
      'PLATFORM',
      ' platform',
      'platform%20',
    ]) {
      const at = encodeURIComponent(reference);
      for (const token of [operator, world.own.key])
        assert.equal((await ask(`GET /tenants/${at}`, token)).status, 404, reference);
      assert.equal((await ask(`PATCH /tenants/${at}`, operator, { name: 'Mine' })).status, 404, reference);
      assert.equal((await ask(`POST /tenants/${at}/suspend`, operator)).status, 404, reference);
      assert.equal(
        (await ask('POST /grants', operator, { tenant: reference, reason: 'x' })).status,
        404,
        reference,
      );
    }
    const { data } = (await ask('GET /tenants?limit=200', operator)).body;
    assert.ok(data.length > 0 && data.every((one: { id: string }) => one.id !== PLATFORM.id));
    assert.equal(
      (await ask('POST /tenants', operator, { taxId: 'platform', name: 'P' })).body.code,
      'invalid_input',
    );
  });

  it('by using the operator’s key inside a company, or a grant outside of its own', async () => {
    const { t, own } = world;
    for (const route of ['GET /contacts', 'GET /keys', 'GET /forms', `GET /contacts/${EXAMPLE.contact.id}`])
      assert.equal((await ask(route, t.operatorKey)).body.code, 'forbidden', route);
    // The way that it points out is there.
    const hint = (await ask('GET /contacts', t.operatorKey)).body.detail as string;
    assert.ok(t.api.kernel.catalogue.find(/\b(\w+\.\w+)\.$/.exec(hint)![1]!), hint);
    const { token } = (await ask('POST /grants', t.operatorKey, { tenant: own.slug, reason: 'x' })).body;
    assert.equal((await ask('GET /contacts', token)).body.data.length, 1);
    assert.equal((await ask(`GET /contacts/${EXAMPLE.contact.id}`, token)).status, 404);
    for (const route of ['GET /tenants', `POST /tenants/${own.slug}/suspend`, 'GET /metrics'])
      assert.equal((await ask(route, token)).body.code, 'forbidden', route);
    assert.equal(
      (await ask('POST /grants', token, { tenant: EXAMPLE.tenant.slug, reason: 'x' })).body.code,
      'forbidden',
    );
    assert.equal(
      (await ask('POST /tenants', token, { taxId: '76.192.083-9', name: 'x' })).body.code,
      'forbidden',
    );
    for (const minutes of [61, 0, -1, 1.5, 1e9, '60'])
      assert.equal(
        (await ask('POST /grants', t.operatorKey, { tenant: own.slug, reason: 'x', minutes })).status,
        400,
      );
  });
});
