import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answer } from '#test/harness/api.ts';
import { CLIENT, startIssuer, type TestIssuer } from './issuer.ts';
import { cookieOf, createWorld, freshPhone, MINUTE, withTotp, type World } from './world.ts';

const OURS = 'http://localhost:8000';
const callbackOf = (name: string): string => `${OURS}/auth/oidc/${name}/callback`;

describe('a login at another issuer', () => {
  let w: World;
  let issuer: TestIssuer;

  before(async () => {
    issuer = await startIssuer([callbackOf('open'), callbackOf('closed')]);
    const settings = { ...CLIENT, issuer: issuer.url };
    w = await createWorld({
      SMARTEROS_OIDC_ISSUERS: JSON.stringify([
        { ...settings, name: 'open', signUp: true },
        { ...settings, name: 'closed' },
        { ...settings, name: 'away', issuer: 'http://127.0.0.1:9' },
      ]),
    });
  });
  after(async () => {
    await w.stop();
    await issuer.stop();
  });

  const setOut = (name = 'open', next?: string): Promise<Answer> =>
    w.t.request(
      `GET /auth/oidc/${name}/start${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`,
    );
  const bindingOf = ({ headers }: Answer): string =>
    /smarteros_oidc=[^;]*/.exec([headers['set-cookie']].flat().join())![0];
  const comeBack = (url: URL, cookie?: string): Promise<Answer> =>
    w.t.request(`GET ${url.pathname}${url.search}`, { headers: cookie === undefined ? {} : { cookie } });
  const there = (answer: Answer): Promise<URL> => issuer.visit(answer.headers['location'] as string);

  async function through(name = 'open', next?: string): Promise<Answer> {
    const out = await setOut(name, next);
    assert.equal(out.status, 302, JSON.stringify(out.body));
    return comeBack(await there(out), bindingOf(out));
  }

  it('makes a new person once, and knows them again', async () => {
    issuer.account = { id: 'nueva', email: 'nueva@example.com' };
    const first = await through('open', '/contacts?x=1');
    assert.equal(first.status, 303, JSON.stringify(first.body));
    assert.equal(first.headers['location'], '/contacts?x=1');
    const me = await w.as({ token: cookieOf(first) }, 'GET /auth/me');
    assert.equal(me.body.name, 'Señora nueva');
    assert.equal(me.body.phone, null);
    const again = await through();
    assert.equal((await w.as({ token: cookieOf(again) }, 'GET /auth/me')).body.ugid, me.body.ugid);
    assert.ok((await w.audit(me.body.ugid)).includes('login.succeeded'));
  });

  it('never becomes somebody who has the same mail address', async () => {
    const victim = await w.person();
    await w.rows('update identity.people set email = $2 where id = $1', [victim.ugid, 'victim@example.com']);
    issuer.account = { id: 'attacker', email: 'victim@example.com' };
    const refused = await through('closed');
    assert.deepEqual([refused.status, refused.body.code], [403, 'identity_unknown']);
    const other = await through('open');
    const me = await w.as({ token: cookieOf(other) }, 'GET /auth/me');
    assert.notEqual(me.body.ugid, victim.ugid);
    assert.equal(me.body.email, null);
  });

  it('sends the browser with state, nonce and PKCE, and binds it by a cookie', async () => {
    const out = await setOut();
    const { searchParams } = new URL(out.headers['location'] as string);
    assert.equal(searchParams.get('code_challenge_method'), 'S256');
    assert.equal(searchParams.get('redirect_uri'), callbackOf('open'));
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.ok(searchParams.get(name)!.length >= 43, name);
    assert.match(String(out.headers['set-cookie']), /Max-Age=600; Path=\/; HttpOnly; SameSite=Lax/);
    const head = await w.t.api.server.inject({ method: 'HEAD', url: '/auth/oidc/open/start' });
    assert.equal(head.statusCode, 404);
  });

  it('is refused to another browser, twice, too late, and with a state of nobody’s', async () => {
    issuer.account = { id: 'ana', email: 'ana@example.com' };
    const [mine, theirs] = [await setOut(), await setOut()];
    const back = await there(mine);
    // Login CSRF: the attacker's return in the victim's browser, which has set out itself or not at all.
    for (const cookie of [undefined, bindingOf(theirs), `${bindingOf(mine)}; ${bindingOf(theirs)}`])
      assert.equal((await comeBack(back, cookie)).body.code, 'federation_failed', cookie);
    const once = await comeBack(back, bindingOf(mine));
    assert.equal(once.status, 303);
    assert.match(String(once.headers['set-cookie']), /smarteros_oidc=; Max-Age=0/);
    assert.equal((await comeBack(back, bindingOf(mine))).body.code, 'federation_failed');
    const forged = new URL(back);
    forged.searchParams.set('state', 'login.abc');
    assert.equal((await comeBack(forged, bindingOf(theirs))).body.code, 'federation_failed');
    const late = await setOut();
    const lateBack = await there(late);
    w.clock.advance(10 * MINUTE);
    assert.equal((await comeBack(lateBack, bindingOf(late))).body.code, 'federation_failed');
  });

  it('is opened once, though the browser comes back five times at once', async () => {
    const out = await setOut();
    const back = await there(out);
    const answers = await Promise.all(Array.from({ length: 5 }, () => comeBack(back, bindingOf(out))));
    assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  });

  it('is refused with another’s code, another issuer’s return, another iss, or a refusal there', async () => {
    const [mine, theirs] = [await setOut(), await setOut()];
    const [myReturn, theirReturn] = [await there(mine), await there(theirs)];
    const injected = new URL(myReturn);
    injected.searchParams.set('code', theirReturn.searchParams.get('code')!);
    assert.equal((await comeBack(injected, bindingOf(mine))).body.code, 'federation_failed');
    const mixed = new URL(theirReturn);
    mixed.pathname = mixed.pathname.replace('open', 'closed');
    assert.equal((await comeBack(mixed, bindingOf(theirs))).body.code, 'federation_failed');
    const otherIss = new URL(theirReturn);
    otherIss.searchParams.set('iss', 'https://evil.example');
    assert.equal((await comeBack(otherIss, bindingOf(theirs))).body.code, 'federation_failed');
    const denied = await setOut();
    const state = new URL(denied.headers['location'] as string).searchParams.get('state')!;
    const url = new URL(`${callbackOf('open')}?error=access_denied&state=${state}`);
    assert.equal((await comeBack(url, bindingOf(denied))).body.code, 'federation_failed');
  });

  it('goes on to a path of ours, and nowhere else', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      'http:evil.example',
      'javascript:alert(1)',
      '/..//evil.example',
      '/.//evil.example',
      `${OURS}.evil.example/`,
      'contacts',
      ' //evil.example',
    ]) {
      const { status, body } = await setOut('open', next);
      assert.deepEqual([status, body.code], [400, 'invalid_input'], next);
    }
    assert.equal((await through('open', '/a/../b#c')).headers['location'], '/b#c');
  });

  it('says when an issuer is unknown or away', async () => {
    assert.equal((await setOut('nobody')).status, 404);
    const away = await setOut('away');
    assert.deepEqual([away.status, away.body.code], [503, 'unavailable']);
    assert.ok(!JSON.stringify(away.body).includes('127.0.0.1'));
    const { body } = await w.t.request('GET /auth/oidc');
    assert.deepEqual(body, { data: [{ name: 'open' }, { name: 'closed' }, { name: 'away' }] });
  });

  it('begins anew with a session that has ended', async () => {
    const out = await w.t.request('GET /auth/oidc/open/start', {
      headers: { cookie: `smarteros_session=sms_${'x'.repeat(43)}` },
    });
    assert.equal(out.status, 302);
  });

  it('asks for the second factor of whoever always wants it', async () => {
    issuer.account = { id: 'doble', email: 'doble@example.com' };
    const session = { token: cookieOf(await through()) };
    const { show } = await withTotp(w, session);
    assert.equal((await w.as(session, 'PUT /auth/always-ask', { on: true })).status, 200);
    const asked = await through();
    assert.equal(asked.body.code, 'second_factor_required');
    const body = { ticket: asked.body.data.ticket, totp: show() };
    assert.equal((await w.t.request('POST /auth/second-factor', { body })).status, 200);
  });

  describe('linked to a person', () => {
    const link = async (who: { token: string }) =>
      w.as(who, 'POST /auth/oidc/link', { issuer: 'closed', next: '/me' });
    const finish = (url: URL, who?: { token: string }) =>
      comeBack(url, who && `smarteros_session=${who.token}`);

    it('needs a recent proof, and the session that set out', async () => {
      issuer.account = { id: 'vinculada', email: 'v@example.com' };
      const [who, other] = [await w.person(), await w.person()];
      assert.equal((await w.t.request('POST /auth/oidc/link', { body: { issuer: 'closed' } })).status, 401);
      const begun = await link(who);
      assert.match(begun.body.url, /prompt=login/);
      const back = await issuer.visit(begun.body.url);
      for (const wrong of [undefined, other]) assert.notEqual((await finish(back, wrong)).status, 303);
      // Nor can it be turned into a login.
      const asLogin = { issuer: 'closed', state: back.searchParams.get('state'), code: 'x', binding: 'x' };
      assert.equal(
        (await w.t.request('POST /auth/oidc/finish', { body: asLogin })).body.code,
        'federation_failed',
      );
      const done = await finish(back, who);
      assert.deepEqual([done.status, done.headers['location']], [303, '/me']);
      const login = await through('closed');
      assert.equal((await w.as({ token: cookieOf(login) }, 'GET /auth/me')).body.ugid, who.ugid);
      // It is no step-up for somebody with a phone.
      assert.equal((await w.as({ token: cookieOf(login) }, 'POST /auth/totp')).body.code, 'step_up_required');
      w.clock.advance(11 * MINUTE);
      assert.equal((await link(who)).body.code, 'step_up_required');
    });

    it('belongs to nobody else, is listed, and unlinked by its person with a recent proof', async () => {
      issuer.account = { id: 'unica', email: 'unica@example.com' };
      const [who, thief] = [await w.person(), await w.person()];
      assert.equal((await finish(await issuer.visit((await link(who)).body.url), who)).status, 303);
      const taken = await finish(await issuer.visit((await link(thief)).body.url), thief);
      assert.deepEqual([taken.status, taken.body.code], [409, 'conflict']);
      const [row] = (await w.as(who, 'GET /auth/identities')).body.data;
      assert.deepEqual([row.issuer, row.email], [issuer.url, 'unica@example.com']);
      assert.equal((await w.as(thief, `DELETE /auth/identities/${row.id}`)).status, 404);
      assert.equal((await w.as(who, `DELETE /auth/identities/${row.id}`)).status, 200);
      assert.equal((await through('closed')).body.code, 'identity_unknown');
    });

    it('isn’t unlinked when there is no other way in', async () => {
      issuer.account = { id: 'sola', email: 'sola@example.com' };
      const session = { token: cookieOf(await through('open')) };
      const [row] = (await w.as(session, 'GET /auth/identities')).body.data;
      assert.equal((await w.as(session, `DELETE /auth/identities/${row.id}`)).body.code, 'conflict');
      const me = (await w.as(session, 'GET /auth/me')).body;
      await w.rows('update identity.people set phone = $2 where id = $1', [me.ugid, freshPhone()]);
      assert.equal((await w.as(session, `DELETE /auth/identities/${row.id}`)).status, 200);
    });
  });
});
