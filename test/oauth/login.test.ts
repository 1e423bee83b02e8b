import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestApi } from '#test/harness/api.ts';
import { authorizeUrl, createWorld, type World } from './world.ts';

describe('the login page', () => {
  let world: World;
  before(async () => (world = await createWorld()));
  after(() => world.stop());

  it('is one file of markup and one of script, and talks to nobody else', async () => {
    const page = await world.browser().open(`${world.url}/login?next=/oauth/consent/abc`);
    assert.equal(page.status, 200);
    assert.match(page.text, /data-next="\/oauth\/consent\/abc"/);
    const policy = page.headers.get('content-security-policy')!;
    assert.match(policy, /default-src 'none'.*script-src 'self'; connect-src 'self'.*frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|https?:/);
    const script = await fetch(`${world.url}/login.js`);
    assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
    const spanish = await world
      .browser()
      .open(`${world.url}/login`, { headers: { 'accept-language': 'es-CL' } });
    assert.match(spanish.text, /<html lang="es">[\s\S]*Enviar código/);
  });

  it('sends whoever is logged in on, and nobody to another site', async () => {
    const person = await world.person();
    const headers = { cookie: `smarteros_session=${person.cookie}` };
    for (const [next, place] of [
      ['/oauth/consent/abc', '/oauth/consent/abc'],
      ['https://evil.example', '/docs'],
      ['//evil.example', '/docs'],
      ['/%5Cevil.example', '/%5Cevil.example'],
      ['/\\evil.example', '/docs'],
    ] as const) {
      const answer = await world.t.request(`GET /login?next=${encodeURIComponent(next)}`, { headers });
      assert.equal(answer.status, 303);
      assert.equal(answer.headers['location'], place);
      const stranger = await world.t.request(`GET /login?next=${encodeURIComponent(next)}`);
      assert.ok(stranger.body.includes(`data-next="${place}"`), next);
    }
    const twice = await world.t.request('GET /login?next=/a&next=//evil.example', { headers });
    assert.equal(twice.headers['location'], '/docs');
  });
});

describe('an installation behind TLS', () => {
  it('gives its cookies to nobody without it', async () => {
    const url = 'https://api.example.cl';
    const t = await createTestApi({
      settings: { SMARTEROS_PUBLIC_URL: url },
      fetchPublic: async (address) => ({
        status: 200,
        text: JSON.stringify({ client_id: address, redirect_uris: ['https://web.example/callback'] }),
      }),
    });
    try {
      const { headers } = await t.request(`GET ${authorizeUrl(url).slice(url.length)}`);
      assert.match(String(headers['location']), /^https:\/\/api\.example\.cl\/oauth\/consent\//);
      const cookies = [headers['set-cookie']].flat() as string[];
      assert.ok(cookies.length > 0);
      for (const cookie of cookies) {
        assert.match(cookie, /; secure/);
        assert.match(cookie, /; httponly/);
        assert.match(cookie, /; samesite=lax/);
      }
    } finally {
      await t.stop();
    }
  });
});
