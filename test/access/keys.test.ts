import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createWorld, ended, type World } from '#test/access/world.ts';

const DAY_MS = 24 * 3_600_000;

describe('keys and service accounts', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('hold no more than the person who makes them', async () => {
    const { ask, owner, admin, member } = world;
    const role = await ask('POST /roles', owner, { name: 'Llaves', scopes: ['keys:write', 'contacts:read'] });
    const maker = await member('custom', { roleId: role.body.id });
    const make = (scopes: string[], by = maker): ReturnType<typeof ask> =>
      ask('POST /keys', by, { name: 'k', scopes });
    for (const scopes of [['*'], ['contacts:write'], ['keys:destroy'], ['ownership:read']])
      assert.equal(ended(await make(scopes)), '400 invalid_input', scopes.join());
    assert.equal((await make(['contacts:read', 'keys:read'])).status, 201);
    assert.equal(ended(await make(['ownership:write'], admin)), '400 invalid_input');
    assert.equal(
      ended(await ask('POST /accounts', admin, { name: 'a', scopes: ['ownership:read'] })),
      '400 invalid_input',
    );
    // `*` of an owner's key is not the owners' own.
    const star = await make(['*'], owner);
    assert.equal(
      ended(await ask('POST /owners', star.body.key, { id: maker.ugid })),
      '403 insufficient_scope',
    );
  });

  it('of an account may do what both hold, whichever is narrowed', async () => {
    const { ask, owner } = world;
    const account = await ask('POST /accounts', owner, { name: 'Agente', scopes: ['contacts:write'] });
    const accountId: string = account.body.id;
    const make = (scopes: string[]): ReturnType<typeof ask> =>
      ask('POST /keys', owner, { name: 'uno', scopes, accountId });
    for (const scopes of [['*'], ['contacts:destroy'], ['keys:read']])
      assert.equal(ended(await make(scopes)), '400 invalid_input', scopes.join());
    const { key } = (await make(['contacts:write'])).body;
    assert.equal((await ask('POST /contacts', key, { name: 'X' })).status, 201);
    const [entry] = (await ask('GET /audit?action=contact.created', owner)).body.data;
    assert.deepEqual([entry.actor.kind, entry.actor.name], ['key', 'Agente / uno']);

    await ask(`PATCH /accounts/${accountId}`, owner, { scopes: ['contacts:read'] });
    const second = (await make(['contacts:read'])).body.key;
    assert.equal(ended(await ask('POST /contacts', second, { name: 'X' })), '403 insufficient_scope');
    // A process that hasn't seen the first key yet.
    const fresh = await world.t.api.kernel.admit({ ip: '127.0.0.1', token: key, tenant: 'anew' });
    assert.deepEqual([...fresh.actor.scopes], ['contacts:read']);

    assert.equal((await ask(`POST /accounts/${accountId}/disable`, owner, {})).body.disabled, true);
    for (const token of [key, second])
      assert.equal(ended(await ask('GET /contacts', token)), '401 unauthenticated');
    assert.equal(ended(await make(['contacts:read'])), '400 invalid_input');
  });

  it('belong to accounts of their own company only', async () => {
    const { t, ask, owner } = world;
    const strangers = await t.tenant();
    const account = await ask('POST /accounts', strangers.key, { name: 'A', scopes: ['*'] });
    const body = { name: 'k', scopes: ['contacts:read'], accountId: account.body.id };
    assert.equal(ended(await ask('POST /keys', owner, body)), '400 invalid_input');
    assert.equal(
      ended(await ask(`PATCH /accounts/${account.body.id}`, owner, { name: 'x' })),
      '404 not_found',
    );
    assert.equal(ended(await ask(`POST /accounts/${account.body.id}/disable`, owner, {})), '404 not_found');
  });

  it('never outlive what made them', async () => {
    const { t, ask, owner, company } = world;
    const grant = await ask('POST /grants', t.operatorKey, { tenant: company.slug, reason: 'x' });
    const make = (by: string, expiresAt?: string): ReturnType<typeof ask> =>
      ask('POST /keys', by, { name: 'k', scopes: ['*'], ...(expiresAt !== undefined && { expiresAt }) });
    const ofGrant = await make(grant.body.token);
    const days = (Date.parse(ofGrant.body.expiresAt) - Date.now()) / DAY_MS;
    assert.ok(days > 89.9 && days <= 90, String(days));
    const late = new Date(Date.now() + 91 * DAY_MS).toISOString();
    assert.equal(ended(await make(grant.body.token, late)), '400 invalid_input');
    // Nor does a key of a key of it.
    assert.equal((await make(ofGrant.body.key)).body.expiresAt, ofGrant.body.expiresAt);
    assert.equal(ended(await make(ofGrant.body.key, late)), '400 invalid_input');
    // Only somebody of the company makes one that stays.
    const stays = await ask('POST /keys', owner, { name: 'k', scopes: ['*'] });
    assert.equal(stays.body.expiresAt, null);
  });
});
