import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import { freshTaxId, type Answer } from '#test/harness/api.ts';
import { createOtpWorld, network, type OtpWorld } from '#test/otp/world.ts';

const COOKIE = 'smarteros_session';
const HTTPS_COOKIE = `__Host-${COOKIE}`;
const OURS = { origin: 'http://localhost:8000', 'sec-fetch-site': 'same-origin' };
const PUBLIC_URL = 'https://os.example.cl';

interface Login {
  readonly cookie: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly setCookie: string;
}

let people = 0;

async function logIn(world: OtpWorld, headers: Record<string, string> = {}): Promise<Login> {
  const phone = `+5697${String((people += 1)).padStart(3, '0')}${String(people).padStart(4, '0')}`;
  assert.equal((await world.send(phone, network(people))).status, 200);
  const code = (await world.codeOf(phone))!;
  const {
    status,
    body,
    headers: answered,
  } = await world.t.request('POST /auth/otp/verify', {
    body: { phone, code },
    headers,
  });
  assert.equal(status, 200, JSON.stringify(body));
  const setCookie = String(answered['set-cookie']);
  return { ...body, setCookie, cookie: /=([^;]*)/.exec(setCookie)![1]! };
}

describe('a session under attack', () => {
  let world: OtpWorld;
  before(async () => {
    world = await createOtpWorld();
  });
  after(() => world.stop());

  const me = (headers: Record<string, string>): Promise<Answer> =>
    world.t.request('GET /auth/me', { headers });
  const withCookie = (value: string, more = {}): Record<string, string> => ({
    cookie: `${COOKIE}=${value}`,
    ...more,
  });
  const refresh = (refreshToken: string): Promise<Answer> =>
    world.t.request('POST /auth/refresh', { body: { refreshToken } });
  const post = (route: string, headers: Record<string, string>, body: unknown = {}): Promise<Answer> =>
    world.t.request(`POST ${route}`, { headers, body });

  describe('by its refresh token', () => {
    it('dies whole when one is used twice: cookie, access token, both refresh tokens', async () => {
      const login = await logIn(world);
      const next = await refresh(login.refreshToken);
      assert.equal(next.status, 200);
      assert.equal((await me({ authorization: `Bearer ${next.body.accessToken}` })).status, 200);
      const again = await refresh(login.refreshToken);
      assert.deepEqual([again.status, again.body.code], [401, 'refresh_invalid']);
      assert.equal((await refresh(next.body.refreshToken)).status, 401);
      for (const token of [login.accessToken, next.body.accessToken])
        assert.equal((await me({ authorization: `Bearer ${token}` })).status, 401);
      assert.equal((await me(withCookie(login.cookie))).status, 401);
      const [audit] = await world.query<{ n: number }>(
        `select count(*)::int as n from core.audit where action = 'session.reuse_detected'`,
      );
      assert.equal(audit!.n, 1);
    });

    it('gives one pair at the most to 20 who come at once, and dies', async () => {
      const login = await logIn(world);
      const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(login.refreshToken)));
      const won = answers.filter(({ status }) => status === 200);
      assert.equal(won.length, 1);
      assert.ok(answers.every(({ status }) => status === 200 || status === 401));
      assert.equal((await refresh(won[0]!.body.refreshToken)).status, 401);
      assert.equal((await me({ authorization: `Bearer ${won[0]!.body.accessToken}` })).status, 401);
    });

    it('keeps others alive', async () => {
      const [mine, theirs] = [await logIn(world), await logIn(world)];
      await refresh(mine.refreshToken);
      await refresh(mine.refreshToken);
      assert.equal((await refresh(theirs.refreshToken)).status, 200);
    });

    it('never serves as something else', async () => {
      const { refreshToken, cookie, accessToken } = await logIn(world);
      assert.equal((await me({ authorization: `Bearer ${refreshToken}` })).status, 401);
      assert.equal((await me(withCookie(refreshToken))).status, 401);
      for (const other of [cookie, accessToken.slice(0, 100), '', ' ', refreshToken.toUpperCase()])
        assert.ok((await refresh(other)).status >= 400);
    });
  });

  describe('after it has ended', () => {
    it('is refused at once: a stolen cookie, an access token, a refresh token', async () => {
      const login = await logIn(world);
      const stolen = { ...login };
      const out = await post('/auth/logout', withCookie(login.cookie, OURS));
      assert.equal(out.status, 200);
      assert.match(String(out.headers['set-cookie']), new RegExp(`^${COOKIE}=; Max-Age=0; Path=/;`));
      assert.equal((await me(withCookie(stolen.cookie))).status, 401);
      assert.equal((await me({ authorization: `Bearer ${stolen.accessToken}` })).status, 401);
      assert.equal((await refresh(stolen.refreshToken)).status, 401);
    });

    it('does not keep its browser from logging in again', async () => {
      const { cookie } = await logIn(world);
      await post('/auth/logout', withCookie(cookie, OURS));
      const again = await logIn(world, withCookie(cookie, OURS));
      assert.notEqual(again.cookie, cookie);
      assert.equal((await me(withCookie(again.cookie))).status, 200);
    });

    it('ends by itself when nobody uses it for 7 days, and lives on while somebody does', async () => {
      const [idle, used] = [await logIn(world), await logIn(world)];
      const age = (days: number): Promise<object[]> =>
        world.query(`update identity.sessions set seen_at = seen_at - make_interval(days => $1)`, [days]);
      await age(6);
      assert.equal((await me(withCookie(used.cookie))).status, 200);
      const seen = async (): Promise<boolean> =>
        (
          await world.query<{ n: number }>(
            `select count(*)::int as n from identity.sessions where seen_at > now() - interval '1 day'`,
          )
        )[0]!.n > 0;
      while (!(await seen())) await new Promise((resolve) => setImmediate(resolve));
      await age(2);
      assert.equal((await me(withCookie(used.cookie))).status, 200);
      assert.equal((await me(withCookie(idle.cookie))).status, 401);
      assert.equal((await me({ authorization: `Bearer ${idle.accessToken}` })).status, 401);
      assert.equal((await refresh(idle.refreshToken)).status, 401);
    });

    it('stays alive by its refresh token alone', async () => {
      const login = await logIn(world);
      const age = (): Promise<object[]> =>
        world.query(`update identity.sessions set seen_at = seen_at - interval '5 days'`);
      await age();
      const next = await refresh(login.refreshToken);
      assert.equal(next.status, 200);
      await age();
      assert.equal((await refresh(next.body.refreshToken)).status, 200);
    });

    it('ends after 30 days, however busy', async () => {
      const login = await logIn(world);
      await world.query(
        `update identity.sessions set expires_at = expires_at - interval '30 days' where expires_at < now() + interval '31 days'`,
      );
      assert.equal((await me(withCookie(login.cookie))).status, 401);
      assert.equal((await me({ authorization: `Bearer ${login.accessToken}` })).status, 401);
    });
  });

  describe('from another site', () => {
    const FOREIGN: Readonly<Record<string, Record<string, string>>> = {
      'a foreign Origin': { origin: 'https://evil.example' },
      'a foreign Origin, cross-site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      'a subdomain, same-site': { origin: 'http://x.localhost:8000', 'sec-fetch-site': 'same-site' },
      'another port': { origin: 'http://localhost:8001' },
      'another scheme': { origin: 'https://localhost:8000' },
      'an Origin that begins like ours': { origin: 'http://localhost:8000.evil.example' },
      'Origin null (sandboxed frame, data: page)': { origin: 'null' },
      'Origin null, cross-site': { origin: 'null', 'sec-fetch-site': 'cross-site' },
      'an empty Origin': { origin: '' },
      'no header at all': {},
      'only a Referer of ours': { referer: 'http://localhost:8000/' },
      'our Origin, yet cross-site': { ...OURS, 'sec-fetch-site': 'cross-site' },
      'our Origin, yet same-site': { ...OURS, 'sec-fetch-site': 'same-site' },
      'typed in by hand, with a foreign Origin': { origin: 'https://evil.example', 'sec-fetch-site': 'none' },
      'typed in by hand, without Origin': { 'sec-fetch-site': 'none' },
      'a Sec-Fetch-Site that nobody knows': { ...OURS, 'sec-fetch-site': 'Same-Origin ' },
    };
    for (const [name, headers] of Object.entries(FOREIGN)) {
      it(`changes nothing: ${name}`, async () => {
        const { cookie } = await logIn(world);
        for (const [route, body] of [
          ['/auth/logout', {}],
          ['/tenants', { taxId: freshTaxId(), name: 'Robada' }],
        ] as const) {
          const answer = await post(route, withCookie(cookie, headers), body);
          assert.deepEqual([answer.status, answer.body.code], [403, 'origin_not_allowed'], route);
          assert.equal(answer.headers['set-cookie'], undefined);
        }
        assert.equal((await me(withCookie(cookie))).status, 200);
        assert.deepEqual((await me(withCookie(cookie))).body.tenants, []);
      });
    }

    it('is told from our own pages', async () => {
      for (const headers of [OURS, { origin: OURS.origin }, { ...OURS, 'sec-fetch-site': 'none' }]) {
        const { cookie } = await logIn(world);
        assert.equal((await post('/auth/logout', withCookie(cookie, headers))).status, 200);
      }
    });

    it('cannot speak in forms', async () => {
      const { cookie } = await logIn(world);
      for (const type of [
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'text/plain',
        'text/plain; application/json',
        'application/json-patch',
      ]) {
        const answer = await world.t.api.server.inject({
          method: 'POST',
          url: '/tenants',
          headers: { ...withCookie(cookie, OURS), 'content-type': type },
          payload: JSON.stringify({ taxId: freshTaxId(), name: 'Robada' }),
        });
        assert.equal(answer.statusCode, 415, type);
      }
    });

    it('cannot log a visitor in as somebody else by a form', async () => {
      const phone = '+56987651111';
      await world.send(phone);
      const code = (await world.codeOf(phone))!;
      const answer = await world.t.api.server.inject({
        method: 'POST',
        url: '/auth/otp/verify',
        headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
        payload: JSON.stringify({ phone, code }),
      });
      assert.equal(answer.statusCode, 415);
      assert.equal(answer.headers['set-cookie'], undefined);
      const preflight = await world.t.api.server.inject({
        method: 'OPTIONS',
        url: '/auth/otp/verify',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      assert.equal(preflight.headers['access-control-allow-origin'], undefined);
      assert.equal(preflight.headers['access-control-allow-credentials'], undefined);
    });

    it('changes nothing by GET, HEAD or another method’s name in a header', async () => {
      for (const { operation } of buildCatalogue().operations)
        if (operation.route.startsWith('GET ')) assert.equal(operation.effect, 'read', operation.name);
      const { cookie } = await logIn(world);
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'] as const) {
        const answer = await world.t.api.server.inject({
          method,
          url: '/auth/logout',
          headers: withCookie(cookie, { 'x-http-method-override': 'POST', origin: 'https://evil.example' }),
        });
        assert.ok(answer.statusCode >= 400, method);
      }
      assert.equal((await me(withCookie(cookie, { 'x-http-method-override': 'POST' }))).status, 200);
    });
  });

  describe('by its cookie', () => {
    it('never becomes a login when somebody planted it', async () => {
      const planted = `sms_${'A'.repeat(43)}`;
      const login = await logIn(world, withCookie(planted, OURS));
      assert.notEqual(login.cookie, planted);
      assert.equal((await me(withCookie(planted))).status, 401);
    });

    it('of another person stays theirs when somebody logs in over it', async () => {
      const attacker = await logIn(world);
      const victim = await logIn(world, withCookie(attacker.cookie, OURS));
      assert.notEqual(victim.cookie, attacker.cookie);
      const [a, v] = [await me(withCookie(attacker.cookie)), await me(withCookie(victim.cookie))];
      assert.notEqual(a.body.ugid, v.body.ugid);
    });

    it('counts only once, whichever comes first', async () => {
      const [mine, theirs] = [await logIn(world), await logIn(world)];
      for (const [a, b] of [
        [mine.cookie, theirs.cookie],
        [theirs.cookie, mine.cookie],
        [mine.cookie, mine.cookie],
        [mine.cookie, ''],
      ])
        assert.equal((await me({ cookie: `${COOKIE}=${a}; ${COOKIE}=${b}` })).status, 401);
    });

    it('is made of 256 random bits', async () => {
      const cookies = await Promise.all([logIn(world), logIn(world), logIn(world)]);
      const secrets = cookies.map(({ cookie }) => Buffer.from(cookie.slice('sms_'.length), 'base64url'));
      assert.deepEqual(
        secrets.map((secret) => secret.length),
        [32, 32, 32],
      );
      for (let i = 0; i <= 28; i++)
        assert.ok(new Set(secrets.map((secret) => secret.subarray(i, i + 4).toString('hex'))).size === 3);
    });

    it('is read under its own name only', async () => {
      const { cookie } = await logIn(world);
      for (const name of ['Smarteros_session', `x${COOKIE}`, `${COOKIE}x`, HTTPS_COOKIE, 'session'])
        assert.equal((await me({ cookie: `${name}=${cookie}` })).status, 401, name);
      assert.equal((await me({ cookie: `other=1; ${COOKIE}=${cookie}; last=2` })).status, 200);
    });

    it('works in the Cookie header alone: not in the address, not in the body', async () => {
      const { cookie, accessToken } = await logIn(world);
      for (const query of [
        `access_token=${accessToken}`,
        `token=${cookie}`,
        `${COOKIE}=${cookie}`,
        `authorization=Bearer%20${accessToken}`,
      ]) {
        const answer = await world.t.request(`GET /auth/me?${query}`);
        // Some are refused for being there, before anybody asks who it is.
        assert.ok([400, 401].includes(answer.status), query);
        assert.doesNotMatch(JSON.stringify(answer.body), /eyJ|sms_/);
      }
      const inBody = await post('/auth/logout', {}, { access_token: accessToken });
      assert.ok([400, 401].includes(inBody.status));
      assert.equal((await me({ 'x-access-token': accessToken, 'x-api-key': cookie })).status, 401);
    });

    it('has the attributes of its place', async () => {
      const { setCookie } = await logIn(world);
      assert.match(
        setCookie,
        /^smarteros_session=sms_[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
      );
      const https = await createOtpWorld({ SMARTEROS_PUBLIC_URL: PUBLIC_URL });
      try {
        const login = await logIn(https);
        assert.match(
          login.setCookie,
          /^__Host-smarteros_session=sms_[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
        );
        const status = async (headers: Record<string, string>): Promise<number> =>
          (await https.t.request('GET /auth/me', { headers })).status;
        assert.equal(await status({ cookie: `${HTTPS_COOKIE}=${login.cookie}` }), 200);
        // A page of http://os.example.cl, or of a subdomain, can plant this one.
        assert.equal(await status(withCookie(login.cookie)), 401);
        for (const [origin, expected] of [
          ['http://os.example.cl', 403],
          ['https://evil.example.cl', 403],
          [PUBLIC_URL, 200],
        ] as const) {
          const headers = { cookie: `${HTTPS_COOKIE}=${login.cookie}`, origin };
          const answer = await https.t.request('POST /auth/logout', { headers, body: {} });
          assert.equal(answer.status, expected, origin);
        }
      } finally {
        await https.stop();
      }
    });
  });

  it('opens no company that its person does not belong to, in the same words as one that is not there', async () => {
    const [mine, theirs] = [await logIn(world), await logIn(world)];
    const make = async (login: Login, name: string): Promise<string> => {
      const answer = await post('/tenants', withCookie(login.cookie, OURS), { taxId: freshTaxId(), name });
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      return answer.body.slug;
    };
    const [own, other] = [await make(mine, 'Propia'), await make(theirs, 'Ajena')];
    const contacts = (tenant: string, token: string) =>
      world.t.request('GET /contacts', { token, headers: { 'x-smarteros-tenant': tenant } });
    assert.equal((await contacts(own, mine.accessToken)).status, 200);
    const strip = ({ status, body }: Answer): object => ({ status, body: { ...body, requestId: null } });
    const nobody = strip(await contacts('nobody', mine.accessToken));
    for (const slug of [other, other.toUpperCase(), ` ${other}`, `${own},${other}`, `${other}' or 1=1`, '']) {
      const answer = await contacts(slug, mine.accessToken);
      assert.ok([401, 403].includes(answer.status), `${slug}: ${answer.status}`);
      if (slug === other) assert.deepEqual(strip(answer), nobody);
    }
  });
});
