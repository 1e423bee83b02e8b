import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { tokenHash } from '#platform/db/lookups.ts';
import {
  authorizeUrl,
  createWorld,
  LOCAL_CLIENT,
  pkce,
  WEB_CLIENT,
  WEB_REDIRECT,
  type Person,
  type World,
} from './world.ts';

describe('the token endpoint', () => {
  let world: World;
  let person: Person;
  let tenant: Awaited<ReturnType<World['t']['tenant']>>;
  before(async () => {
    world = await createWorld();
    tenant = await world.t.tenant();
    person = await world.person({ [tenant.id]: 'owner' });
  });
  after(() => world.stop());

  async function approvedCode(): Promise<Record<string, string>> {
    const { verifier, challenge } = pkce();
    const browser = world.browser(person);
    const page = await browser.open(authorizeUrl(world.url, { code_challenge: challenge }));
    const end = await browser.submit(page, { decision: 'allow' });
    return {
      grant_type: 'authorization_code',
      client_id: WEB_CLIENT,
      redirect_uri: WEB_REDIRECT,
      code: new URL(end.url).searchParams.get('code')!,
      code_verifier: verifier,
    };
  }
  const refresh = (token: string, client = WEB_CLIENT) =>
    world.exchange({ grant_type: 'refresh_token', client_id: client, refresh_token: token });
  const works = async (token: string): Promise<boolean> =>
    (await world.t.request('GET /contacts', { token })).status === 200;
  const auditOf = async (action: string): Promise<number> => {
    const { body } = await world.t.request(`GET /audit?action=${action}&limit=200`, { token: tenant.key });
    return body.data.length;
  };

  it('refuses a code that isn’t accompanied by all that belongs to it', async () => {
    const good = await approvedCode();
    const changes: Record<string, string>[] = [
      { code_verifier: pkce().verifier },
      { code_verifier: '' },
      { redirect_uri: `${WEB_REDIRECT}/` },
      { redirect_uri: '' },
      { client_id: LOCAL_CLIENT },
      { client_id: 'https://web.example/other.json' },
      { resource: 'https://other.example/mcp' },
      { code: good['code']!.replace(/.$/, (last) => (last === '_' ? '-' : '_')) },
      { grant_type: 'password' },
      { grant_type: 'client_credentials' },
    ];
    for (const change of changes) {
      // A code is spoilt by none of these but the wrong resource, which is noticed last.
      const parameters = 'resource' in change ? await approvedCode() : good;
      const { status, body } = await world.exchange({ ...parameters, ...change });
      assert.ok(status === 400 || status === 401, JSON.stringify(change));
      assert.equal(body['access_token'], undefined);
    }
    assert.equal((await world.exchange(good)).status, 200);
  });

  it('refuses an expired code', async () => {
    const good = await approvedCode();
    await world.admin.query(
      `update identity.oauth_records set expires_at = now() - interval '1 second' where hash = $1`,
      [tokenHash(good['code']!)],
    );
    assert.equal((await world.exchange(good)).body['error'], 'invalid_grant');
  });

  it('ends everything when a code comes a second time', async () => {
    const good = await approvedCode();
    const { body } = await world.exchange(good);
    assert.ok(await works(body['access_token']!));
    const earlier = await auditOf('agent.disconnected');
    const again = await world.exchange(good);
    assert.equal(again.body['error'], 'invalid_grant');
    assert.ok(!(await works(body['access_token']!)));
    assert.equal((await refresh(body['refresh_token']!)).body['error'], 'invalid_grant');
    assert.equal(await auditOf('agent.disconnected'), earlier + 1);
  });

  it('gives one code to one of many who come at the same moment, and then to nobody', async () => {
    const good = await approvedCode();
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.exchange(good)));
    const lucky = answers.filter(({ status }) => status === 200);
    assert.ok(lucky.length <= 1);
    for (const { body } of lucky) assert.ok(!(await works(body['access_token']!)));
  });

  it('renews with a new refresh token each time, of short life and no wider', async () => {
    const first = await world.connect(person, { scope: 'contacts:write' });
    assert.ok(first.expires_in <= 600);
    const { body } = await refresh(first.refresh_token);
    assert.notEqual(body['refresh_token'], first.refresh_token);
    assert.equal(body['scope'], 'contacts:write');
    assert.ok(await works(body['access_token']!));
    const wider = await world.exchange({
      grant_type: 'refresh_token',
      client_id: WEB_CLIENT,
      refresh_token: body['refresh_token']!,
      scope: 'contacts:destroy',
    });
    assert.equal(wider.body['error'], 'invalid_scope');
  });

  it('ends the whole family when a refresh token comes a second time', async () => {
    const first = await world.connect(person);
    const { body } = await refresh(first.refresh_token);
    assert.ok(await works(body['access_token']!));
    assert.equal((await refresh(first.refresh_token)).body['error'], 'invalid_grant');
    assert.ok(!(await works(body['access_token']!)));
    assert.ok(!(await works(first.access_token)));
    assert.equal((await refresh(body['refresh_token']!)).body['error'], 'invalid_grant');
  });

  it('lets no two renew with one refresh token at the same moment', async () => {
    const first = await world.connect(person);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(first.refresh_token)));
    const lucky = answers.filter(({ status }) => status === 200);
    assert.ok(lucky.length <= 1);
    for (const { body } of lucky) assert.ok(!(await works(body['access_token']!)));
  });

  it('takes a refresh token from nobody but its client', async () => {
    const first = await world.connect(person);
    assert.equal((await refresh(first.refresh_token, LOCAL_CLIENT)).status, 400);
    assert.equal((await refresh(first.refresh_token)).status, 200);
  });

  it('revokes for the client itself (RFC 7009), and says the same of tokens that it doesn’t know', async () => {
    const revoke = (token: string, client = WEB_CLIENT) =>
      fetch(`${world.url}/oauth/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token, client_id: client }),
      });
    for (const kind of ['access_token', 'refresh_token'] as const) {
      const tokens = await world.connect(person);
      assert.ok(await works(tokens.access_token));
      assert.equal((await revoke(tokens[kind], LOCAL_CLIENT)).status, 200);
      assert.ok(await works(tokens.access_token));
      assert.equal((await revoke(tokens[kind])).status, 200);
      assert.ok(!(await works(tokens.access_token)));
      assert.equal((await refresh(tokens.refresh_token)).body['error'], 'invalid_grant');
    }
    assert.equal((await revoke('sma_unknown')).status, 200);
  });

  it('refuses large and odd bodies', async () => {
    const send = async (body: string, type = 'application/x-www-form-urlencoded') => {
      const headers = { 'content-type': type };
      const { status } = await fetch(`${world.url}/oauth/token`, { method: 'POST', body, headers });
      return status;
    };
    assert.equal(await send(`code=${'x'.repeat(100_000)}`), 400);
    assert.equal(await send('{}', 'application/json'), 400);
    assert.equal(await send('client_id=a&client_id=b&grant_type=authorization_code'), 400);
    assert.equal(await send('%'.repeat(1_000)), 400);
    assert.equal(await send('', 'text/plain'), 400);
    assert.equal((await fetch(`${world.url}/oauth/token`)).status, 404);
  });
});
