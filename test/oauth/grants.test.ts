import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createWorld, WEB_CLIENT, type Person, type World } from './world.ts';

describe('connected agents', () => {
  let world: World;
  let tenant: Awaited<ReturnType<World['t']['tenant']>>;
  let owner: Person;
  let member: Person;
  before(async () => {
    world = await createWorld();
    tenant = await world.t.tenant();
    owner = await world.person({ [tenant.id]: 'owner' });
    member = await world.person({ [tenant.id]: 'member' });
  });
  after(() => world.stop());

  const as = (person: Person, route: string) =>
    world.t.request(route, {
      headers: { cookie: `smarteros_session=${person.cookie}`, 'sec-fetch-site': 'same-origin' },
    });
  const mine = async (person: Person): Promise<{ id: string; revokedAt: string | null }[]> =>
    (await as(person, 'GET /oauth/grants')).body.data;

  it('are seen and ended by nobody else', async () => {
    const { access_token: token } = await world.connect(member);
    const [grant] = await mine(member);
    const stranger = await world.person({ [(await world.t.tenant()).id]: 'owner' });
    assert.deepEqual(await mine(stranger), []);
    assert.equal((await as(stranger, `DELETE /oauth/grants/${grant!.id}`)).status, 404);
    assert.equal((await as(member, 'GET /oauth/grants?of=company')).status, 403);
    assert.equal((await world.t.request('GET /oauth/grants')).status, 401);
    assert.equal((await world.t.request('GET /oauth/grants', { token: tenant.key })).status, 403);

    const { access_token: other } = await world.connect(owner);
    const [owners] = await mine(owner);
    assert.equal((await as(member, `DELETE /oauth/grants/${owners!.id}`)).status, 404);
    for (const one of [token, other])
      assert.equal((await world.t.request('GET /contacts', { token: one })).status, 200);
  });

  it('are ended at once by who let them in, and by the owner', async () => {
    for (const who of [member, owner]) {
      const { access_token: token } = await world.connect(member);
      assert.equal((await world.t.request('GET /contacts', { token })).status, 200);
      const [grant] = await mine(member);
      const answer = await as(who, `DELETE /oauth/grants/${grant!.id}`);
      assert.equal(answer.status, 200);
      assert.notEqual(answer.body.revokedAt, null);
      assert.equal((await world.t.request('GET /contacts', { token })).status, 401);
      assert.deepEqual((await as(who, `DELETE /oauth/grants/${grant!.id}`)).body, answer.body);
    }
    const { body } = await as(owner, 'GET /oauth/grants?of=company&limit=200');
    assert.ok(body.data.length > (await mine(owner)).length);
    assert.equal(body.data[0].clientId, WEB_CLIENT);
    const audit = await world.t.request('GET /audit?action=agent.revoked', { token: tenant.key });
    assert.ok(audit.body.data.length >= 2);
  });

  it('are listed page by page, each once, newest first', async () => {
    const person = await world.person({ [tenant.id]: 'owner' });
    for (let i = 0; i < 3; i += 1) await world.connect(person);
    const whole = await mine(person);
    assert.equal(whole.length, 3);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await as(person, `GET /oauth/grants?limit=1${query}`);
      paged.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    } while (cursor !== null);
    assert.deepEqual(
      paged,
      whole.map(({ id }) => id),
    );
    assert.deepEqual(paged, paged.toSorted().toReversed());
    assert.equal((await as(person, 'GET /oauth/grants?limit=201')).status, 400);
  });

  it('can’t be made by a call: the operation is on no surface', async () => {
    const body = { clientId: 'x', clientName: 'x', scopes: ['contacts:read'] };
    for (const token of [tenant.key, world.t.operatorKey]) {
      const { status } = await world.t.request('POST /oauth/grants', { token, body });
      assert.ok(status === 404 || status === 405);
    }
    assert.equal(world.t.api.kernel.catalogue.find('oauth.connect'), undefined);
    assert.equal(world.t.api.kernel.catalogue.find('oauth_disconnect'), undefined);
  });
});
