import assert from 'node:assert/strict';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fetchPublic as guarded } from '#app/oauth.ts';
import type { FetchPublic } from '#surfaces/oauth/clients.ts';
import type { Page } from './browser.ts';
import {
  authorizeUrl,
  createWorld,
  LOCAL_CLIENT,
  WEB_CLIENT,
  WEB_REDIRECT,
  type Person,
  type World,
} from './world.ts';

describe('the authorization endpoint', () => {
  let world: World;
  let person: Person;
  before(async () => {
    world = await createWorld();
    const tenant = await world.t.tenant();
    person = await world.person({ [tenant.id]: 'owner' });
  });
  after(() => world.stop());

  const ask = (changes: Record<string, string | undefined>): Promise<Page> =>
    world.browser(person).open(authorizeUrl(world.url, changes));

  /** Told to the person, on a page of ours: whoever stands behind that address hears nothing. */
  const staysHere = (page: Page, why: string): void => {
    assert.equal(page.status, 400, why);
    assert.equal(new URL(page.url).origin, world.url, why);
    assert.match(page.headers.get('content-security-policy')!, /frame-ancestors 'none'/);
    assert.doesNotMatch(page.text, /<form/);
  };

  it('sends nobody to an address that the client hasn’t declared to the letter', async () => {
    const tricks = [
      undefined,
      '',
      'https://evil.example/callback',
      'https://web.example.evil.example/callback',
      'https://web.example@evil.example/callback',
      'https://web.example:8443/callback',
      'http://web.example/callback',
      'https://WEB.example/callback',
      `${WEB_REDIRECT}/`,
      `${WEB_REDIRECT}/../other`,
      `${WEB_REDIRECT}?next=https://evil.example`,
      `${WEB_REDIRECT}#fragment`,
      `${WEB_REDIRECT} `,
      'https://web.example/%63allback',
      'https://web.example\\@evil.example/callback',
      '//web.example/callback',
      'javascript:alert(1)',
      'data:text/html,hello',
      'http://127.0.0.1:51234/callback',
    ];
    for (const redirect of tricks) staysHere(await ask({ redirect_uri: redirect }), String(redirect));
    const twice = `${authorizeUrl(world.url)}&redirect_uri=${encodeURIComponent('https://evil.example/')}`;
    staysHere(await world.browser(person).open(twice), 'twice');
  });

  it('lets a program on the person’s machine listen on any port, and nowhere else', async () => {
    for (const good of [
      'http://127.0.0.1:1/callback',
      'http://localhost:65535/callback',
      'http://127.0.0.1/callback',
    ])
      assert.equal((await ask({ client_id: LOCAL_CLIENT, redirect_uri: good })).status, 200, good);
    for (const bad of [
      'http://127.0.0.2:5000/callback',
      'http://127.0.0.1.evil.example/callback',
      'http://localhost.evil.example/callback',
      'http://127.0.0.1:5000/other',
      'http://127.0.0.1:5000@evil.example/callback',
      'https://localhost:5000/callback',
      'http://[::1]:5000/callback',
    ])
      staysHere(await ask({ client_id: LOCAL_CLIENT, redirect_uri: bad }), bad);
  });

  it('tells the client itself, with state and issuer, what else it has to do', async () => {
    const cases: [Record<string, string | undefined>, string][] = [
      [{ code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
      [{ code_challenge_method: 'plain' }, 'invalid_request'],
      [{ code_challenge_method: undefined }, 'invalid_request'],
      [{ code_challenge: 'short' }, 'invalid_request'],
      [{ response_type: 'token' }, 'invalid_request'],
      [{ response_type: 'code id_token' }, 'invalid_request'],
      [{ resource: 'https://other.example/mcp' }, 'invalid_target'],
      [{ resource: `${world.url}/mcp/` }, 'invalid_target'],
      [{ resource: `${world.url}/mcp#x` }, 'invalid_target'],
      [{ prompt: 'none' }, 'consent_required'],
      [{ request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
    ];
    for (const [changes, error] of cases) {
      const end = new URL((await ask(changes)).url);
      assert.equal(`${end.origin}${end.pathname}`, WEB_REDIRECT, JSON.stringify(changes));
      // Implicit flows are answered in the fragment, if at all.
      const told = end.hash === '' ? end.searchParams : new URLSearchParams(end.hash.slice(1));
      assert.equal(told.get('error'), error, JSON.stringify(changes));
      assert.equal(told.get('state'), 'state-1');
      assert.equal(told.get('iss'), world.url);
      assert.equal(told.get('code'), null);
    }
  });

  it('answers in the query only', async () => {
    for (const mode of ['fragment', 'form_post', 'web_message']) {
      const page = await ask({ response_mode: mode });
      assert.doesNotMatch(page.url, /[?#&]code=/);
      assert.notEqual(page.status, 200);
    }
  });

  it('never allows everything: `*` and scopes that nobody knows are not asked for', async () => {
    const page = await ask({ scope: '* nothing:read openid offline_access' });
    assert.doesNotMatch(page.text, /value="allow"/);
    const both = await ask({ scope: '* contacts:read' });
    assert.match(both.text, /See contacts/);
    // Left out, it means to look.
    const none = await ask({ scope: undefined });
    assert.match(none.text, /See contacts/);
    assert.doesNotMatch(none.text, /change|delete/);
  });

  it('asks who is there first, and comes back', async () => {
    const page = await world.browser().open(authorizeUrl(world.url));
    const login = new URL(page.url);
    assert.equal(login.pathname, '/login');
    assert.match(login.searchParams.get('next')!, /^\/oauth\/consent\/[\w-]+$/);
  });

  it('knows its own name from its settings, whatever the Host header or the request line say', async () => {
    const { port } = new URL(world.url);
    const location = await new Promise<string | undefined>((resolve, reject) => {
      const { pathname, search } = new URL(authorizeUrl(world.url));
      const headers = {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
      };
      request({ port, path: `http://evil.example${pathname}${search}`, headers }, (response) => {
        response.resume();
        resolve(response.headers.location);
      })
        .on('error', reject)
        .end();
    });
    assert.ok(location === undefined || location.startsWith(`${world.url}/`), location);
    const document = await world.t.request('GET /.well-known/oauth-authorization-server', {
      headers: { host: 'evil.example' },
    });
    assert.ok(!JSON.stringify(document.body).includes('evil'));
  });

  it('registers nobody by itself', async () => {
    const body = { client_name: 'X', redirect_uris: ['https://x.example/'], application_type: 'web' };
    assert.equal((await world.t.request('POST /oauth/register', { body })).status, 404);
  });
});

describe('client id metadata documents', () => {
  let world: World;
  let person: Person;
  let answer: (url: string) => { status: number; text: string };
  const asked: string[] = [];
  const fetchPublic: FetchPublic = async (url) => {
    asked.push(url);
    return answer(url);
  };
  before(async () => {
    world = await createWorld({ fetchPublic });
    const tenant = await world.t.tenant();
    person = await world.person({ [tenant.id]: 'owner' });
  });
  after(() => world.stop());

  const REDIRECT = 'https://agent.example/callback';
  let serial = 0;
  /** Asks as a client that nobody has seen before, whose document is `document` with its own address. */
  async function tryDocument(document: object | string, status = 200): Promise<Page> {
    const id = `https://agent.example/${(serial += 1)}.json`;
    answer = (url) => ({
      status,
      text: typeof document === 'string' ? document : JSON.stringify({ client_id: url, ...document }),
    });
    return world.browser(person).open(authorizeUrl(world.url, { client_id: id, redirect_uri: REDIRECT }));
  }

  it('are believed when they are in order', async () => {
    assert.equal((await tryDocument({ client_name: 'A', redirect_uris: [REDIRECT] })).status, 200);
  });

  it('are refused when they aren’t', async () => {
    const good = { client_name: 'A', redirect_uris: [REDIRECT] };
    const bad: [string, object | string, number?][] = [
      ['another client’s', { ...good, client_id: 'https://agent.example/other.json' }],
      ['a secret', { ...good, client_secret: 'x' }],
      ['a shared-secret login', { ...good, token_endpoint_auth_method: 'client_secret_basic' }],
      ['no redirects', { client_name: 'A' }],
      ['redirects that are no list', { client_name: 'A', redirect_uris: REDIRECT }],
      ['an http redirect', { ...good, redirect_uris: [REDIRECT, 'http://agent.example/callback'] }],
      ['a redirect of its own scheme', { ...good, redirect_uris: [REDIRECT, 'evil:/callback'] }],
      [
        'a script for a redirect',
        { ...good, application_type: 'native', redirect_uris: [REDIRECT, 'javascript:alert(1)'] },
      ],
      ['a redirect with a user', { ...good, redirect_uris: [REDIRECT, 'https://a@agent.example/'] }],
      ['not JSON', '<html>'],
      ['a list', '[]'],
      ['null', 'null'],
      ['too long', JSON.stringify({ ...good, tos_uri: `https://agent.example/${'x'.repeat(20_000)}` })],
      ['not found', good, 404],
      ['elsewhere', good, 302],
    ];
    for (const [name, document, status] of bad) {
      const page = await tryDocument(document, status);
      assert.ok(page.status >= 400 && page.status < 500, `${name}: ${page.status}`);
      assert.equal(new URL(page.url).origin, world.url, name);
    }
  });

  it('are fetched from https addresses with a path and nothing odd, and from nowhere else', async () => {
    answer = () => ({ status: 404, text: '' });
    asked.length = 0;
    for (const id of [
      'http://agent.example/c.json',
      'https://agent.example',
      'https://agent.example/',
      'https://agent.example/a/../b.json',
      'https://agent.example/%2e%2e/b.json',
      'https://user:pass@agent.example/c.json',
      'https://agent.example/c.json#x',
      'ftp://agent.example/c.json',
      'file:///etc/passwd',
      'agent',
    ])
      assert.ok(
        (await world.browser(person).open(authorizeUrl(world.url, { client_id: id }))).status >= 400,
        id,
      );
    assert.deepEqual(asked, []);
  });

  it('are asked for once for many who come at the same moment', async () => {
    asked.length = 0;
    const id = 'https://agent.example/popular.json';
    answer = (url) => ({ status: 200, text: JSON.stringify({ client_id: url, redirect_uris: [REDIRECT] }) });
    const pages = await Promise.all(
      Array.from({ length: 10 }, () =>
        world.browser(person).open(authorizeUrl(world.url, { client_id: id, redirect_uri: REDIRECT })),
      ),
    );
    assert.ok(pages.every(({ status }) => status === 200));
    assert.equal(asked.length, 1);
  });
});

describe('metadata documents at addresses that are nobody’s business', () => {
  it('are refused by the guarded door, and nothing inside hears of it', async () => {
    let connections = 0;
    const inside = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => inside.listen(0, resolve));
    const { port } = inside.address() as AddressInfo;
    const world = await createWorld({ fetchPublic: guarded });
    try {
      const person = await world.person({ [(await world.t.tenant()).id]: 'owner' });
      for (const host of [
        `127.0.0.1:${port}`,
        `localhost:${port}`,
        `[::1]:${port}`,
        `[::ffff:127.0.0.1]:${port}`,
        `2130706433:${port}`,
        `0x7f.1:${port}`,
        `0.0.0.0:${port}`,
        '10.0.0.1',
        '192.168.1.1',
        '169.254.169.254',
        '[fd00::1]',
      ]) {
        const page = await world
          .browser(person)
          .open(authorizeUrl(world.url, { client_id: `https://${host}/client.json` }));
        assert.ok(page.status >= 400 && page.status < 500, `${host}: ${page.status}`);
        assert.equal(new URL(page.url).origin, world.url);
        assert.ok(!page.text.includes(host));
      }
      assert.equal(connections, 0);
    } finally {
      inside.close();
      await world.stop();
    }
  });
});

describe('dynamic registration, where it is switched on', () => {
  let world: World;
  before(async () => (world = await createWorld({ settings: { SMARTEROS_OAUTH_REGISTRATION: 'true' } })));
  after(() => world.stop());

  const register = (body: object) => world.t.request('POST /oauth/register', { body });

  it('takes public clients with redirects in order, and refuses the others', async () => {
    const { body } = await world.t.request('GET /.well-known/oauth-authorization-server');
    assert.equal(body.registration_endpoint, `${world.url}/oauth/register`);
    const good = { client_name: 'X', redirect_uris: ['http://127.0.0.1/cb'], application_type: 'native' };
    for (const bad of [
      { ...good, redirect_uris: ['http://evil.example/cb'] },
      { ...good, redirect_uris: ['evil:/cb'] },
      { ...good, redirect_uris: [] },
      { ...good, token_endpoint_auth_method: 'client_secret_post' },
      { ...good, grant_types: ['client_credentials'] },
      { ...good, client_name: 7 },
      { ...good, redirect_uris: [7] },
    ])
      assert.equal((await register(bad)).status, 400, JSON.stringify(bad));
    const made = await register(good);
    assert.equal(made.status, 201);
    assert.equal(made.body.client_secret, undefined);
    const tenant = await world.t.tenant();
    const person = await world.person({ [tenant.id]: 'owner' });
    const page = await world
      .browser(person)
      .open(
        authorizeUrl(world.url, { client_id: made.body.client_id, redirect_uri: 'http://127.0.0.1:4000/cb' }),
      );
    assert.match(page.text, /Nobody vouches for this name/);
    assert.match(page.text, /Any program on this computer/);
  });

  it('doesn’t know the web client’s address for a registered one', async () => {
    assert.ok(world.fetched.every((url) => url !== WEB_CLIENT));
  });
});
