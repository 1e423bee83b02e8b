import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { vault } from '#engines/vault/index.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { EngineWorld, type Company } from '#test/engines/world.ts';
import { VaultServer } from './stand-in.ts';

describe('secrets of a company in Vault', () => {
  const server = new VaultServer();
  let world: EngineWorld;
  let own: Company;
  let other: Company;
  before(async () => {
    world = await EngineWorld.build([vault]);
    [own, other] = [await world.company(), await world.company()];
    const url = await openStandIn((asked) => server.answer(asked));
    const { credentials } = server.example;
    const instance = await world.shared({ engine: 'vault', url, credentials, settings: { mount: 'secret' } });
    world.reconciler();
    await world.want(own, 'vault', instance);
    await world.reached(own, 'vault');
  });
  beforeEach(() => {
    server.reset();
    server.secrets.set(`smarteros/${own.slug}/own/bank`, { versions: [{ apiKey: 'k-1' }] });
    server.secrets.set(`smarteros/${own.slug}/odoo/tenant`, { versions: [{ password: 'kept for us' }] });
    server.secrets.set(`smarteros/${other.slug}/own/bank`, { versions: [{ apiKey: 'stranger' }] });
    server.asked.splice(0);
  });
  after(() => world.stop());

  const call = (name: string, body?: unknown, company = own) =>
    world.call(company, name === 'list' ? 'GET /vault/secrets' : `POST /vault/${name}`, body);

  it('are for roles that may, where Vault is connected', async () => {
    const narrow = await world.company(['contacts:read']);
    assert.equal((await call('read', { path: 'bank' }, narrow)).body.code, 'insufficient_scope');
    assert.equal((await call('read', { path: 'bank' }, other)).body.code, 'engine_not_connected');
  });

  it('stay below the company’s folder, however a path is written', async () => {
    const tries = [
      '..',
      '../bank',
      `../../${other.slug}/own/bank`,
      `bank/../../../${other.slug}/own/bank`,
      '..%2F..%2Fbank',
      '%2e%2e/bank',
      'a/./b',
      '/bank',
      'bank/',
      'a//b',
      'bank?version=1',
      'bank#x',
      'ba nk',
      'bänk',
      'bank\u0000',
      'bank\n',
      '\\..\\bank',
      '.hidden',
      'trailing.',
      '',
      'x/'.repeat(10) + 'x',
    ];
    for (const path of tries)
      for (const [name, body] of [
        ['read', { path }],
        ['write', { path, values: { a: 'b' } }],
        ['delete', { path, forever: true }],
      ] as const)
        assert.equal((await call(name, body)).body.code, 'invalid_input', `${name} ${JSON.stringify(path)}`);
    assert.deepEqual(server.asked, []);
    // What SmarterOS keeps for the company has no name there.
    assert.equal((await call('read', { path: 'odoo/tenant' })).body.code, 'engine_not_found');
    assert.deepEqual((await call('list')).body.data, ['bank']);
  });

  it('are listed, read, written and deleted; who read one stands in the audit', async () => {
    const made = await call('write', {
      path: 'shop/key',
      values: { id: 'a', secret: 'b' },
      ifSecretVersion: 0,
    });
    assert.deepEqual(made.body, { path: 'shop/key', version: 1 });
    const again = await call('write', { path: 'shop/key', values: { id: 'c' }, ifSecretVersion: 0 });
    assert.equal(again.body.code, 'engine_conflict');
    assert.deepEqual((await call('list')).body.data, ['bank', 'shop/']);
    const read = await call('read', { path: 'shop/key' });
    assert.deepEqual(read.body, { path: 'shop/key', version: 1, values: { id: 'a', secret: 'b' } });
    const rows = await world.api.sql<{ action: string; row: string }>(
      `select action, row_to_json(a)::text as row from core.audit a where tenant_id = $1 and operation = 'vault.read'
       order by id desc limit 2`,
      [own.id],
    );
    assert.deepEqual(rows.map(({ action }) => action).toSorted(), ['engine.called', 'vault.read']);
    assert.ok(rows.every(({ row }) => !row.includes('"b"')));
    await call('delete', { path: 'shop/key' });
    assert.equal((await call('read', { path: 'shop/key' })).body.code, 'engine_not_found');
    await call('delete', { path: 'shop/key', forever: true });
    assert.ok(!server.secrets.has(`smarteros/${own.slug}/own/shop/key`));
  });

  it('are read with a token that is renewed in time and fetched anew when it is gone', async () => {
    await call('read', { path: 'bank' });
    server.tokens.clear();
    assert.equal((await call('read', { path: 'bank' })).body.values.apiKey, 'k-1');
    const logins = () => server.asked.filter((one) => one.endsWith('approle/login')).length;
    const soFar = logins();
    await Promise.all(Array.from({ length: 5 }, () => call('read', { path: 'bank' })));
    assert.equal(logins(), soFar, 'a token that lives is used');
  });

  it('fail in words of ours when Vault is sealed, busy or says no', async () => {
    server.limited = true;
    assert.equal((await call('read', { path: 'bank' })).body.code, 'engine_rate_limited');
    server.limited = false;
    server.allowed = 'elsewhere/';
    assert.equal((await call('read', { path: 'bank' })).body.code, 'engine_forbidden');
    server.allowed = 'smarteros/';
    server.sealed = true;
    assert.equal((await call('read', { path: 'bank' })).body.code, 'engine_unreachable');
    server.sealed = false;
  });
});
