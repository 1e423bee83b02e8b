import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { packSite, scriptSources } from '#host/console/pack.ts';
import { consoleStateFile, type ConsoleState } from '#platform/console-site.ts';
import { sendProblem, toHttpError } from '#surfaces/rest/problems.ts';
import { createConsole, registerConsole } from './index.ts';

const PAGE = `<!doctype html><title>Inicio</title><script>self.a=1</script><script src="/app/_next/static/a.js"></script>${'.'.repeat(400)}`;
const folder = mkdtempSync(join(tmpdir(), 'smarteros-site-'));

function put(path: string, text: string): void {
  mkdirSync(join(folder, 'out', path, '..'), { recursive: true });
  writeFileSync(join(folder, 'out', path), text);
}

function newHome(state?: ConsoleState): string {
  const home = mkdtempSync(join(folder, 'home-'));
  mkdirSync(join(home, 'run'));
  if (state) tell(home, state);
  return home;
}
const tell = (home: string, state: ConsoleState): void =>
  writeFileSync(consoleStateFile(home), JSON.stringify(state));

function serve(state?: ConsoleState, home = newHome(state)): FastifyInstance {
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, toHttpError(error)));
  registerConsole(app, createConsole(home), []);
  return app;
}

put('index.html', PAGE);
put('contacts/view.html', PAGE);
put('404.html', PAGE);
put('_next/static/a.js', `export const a = '${'a'.repeat(400)}';`);
writeFileSync(join(folder, 'secret.html'), 'not ours to show');
packSite(join(folder, 'out'), join(folder, 'site'));
const app = serve({ status: 'ready', site: join(folder, 'site') });

describe('the console', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows nothing that lies beside it', async () => {
    for (const path of [
      '../secret',
      '..%2fsecret.html',
      '%2e%2e/secret.html',
      'manifest.json',
      'toString',
      '_next/static/b.js',
    ])
      assert.notEqual((await app.inject(`/app/${path}`)).statusCode, 200, path);
  });

  it('is a page at each of its addresses, with a policy that knows its scripts only', async () => {
    for (const path of ['', '/', '/contacts/view', '/contacts/view/', '/contacts/view?id=1']) {
      const { statusCode, headers, body } = await app.inject(`/app${path}`);
      assert.equal(statusCode, 200, path);
      assert.equal(body, PAGE);
      const policy = String(headers['content-security-policy']);
      assert.match(policy, /script-src 'self' 'sha256-[\w+/]{43}=';/);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/);
      assert.match(policy, /default-src 'none';.*frame-ancestors 'none'/);
      assert.equal(headers['cache-control'], 'no-cache');
    }
    assert.equal(scriptSources(PAGE).length, 1);
  });

  it('says so where there is no page', async () => {
    const { statusCode, body } = await app.inject('/app/nothing');
    assert.deepEqual([statusCode, body], [404, PAGE]);
  });

  it('is packed as the browser takes it, and kept for as long as it stays the same', async () => {
    const get = (accept: string) =>
      app.inject({ url: '/app/_next/static/a.js', headers: { 'accept-encoding': accept } });
    const [br, gzip, plain] = await Promise.all([get('gzip, br'), get('gzip, br;q=0'), get('')]);
    assert.equal(br.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body);
    assert.equal(gunzipSync(gzip.rawPayload).toString(), plain.body);
    assert.match(String(plain.headers['cache-control']), /immutable/);
    const again = await app.inject({
      url: '/app',
      headers: { 'if-none-match': `W/${String((await app.inject('/app')).headers.etag)}` },
    });
    assert.deepEqual([again.statusCode, again.body], [304, '']);
  });

  it('tells who comes early, and has no secrets of the builder to tell', async () => {
    const early = await serve({ status: 'building' }).inject({
      url: '/app',
      headers: { 'accept-language': 'es' },
    });
    assert.deepEqual([early.statusCode, early.headers['refresh']], [503, '3']);
    assert.match(early.body, /La consola se está preparando/);
    const failed = await serve({ status: 'failed', reason: '/srv/secret: disk' }).inject('/app');
    assert.match(failed.body, /could not be prepared/);
    assert.doesNotMatch(failed.body, /secret/);
    assert.equal((await serve().inject('/app')).statusCode, 404);
  });

  it('is the one that was built last, also when the builder begins after what it had told before', async () => {
    const home = newHome({ status: 'ready', site: join(folder, 'site') });
    const late = serve(undefined, home);
    const answers = async (fits: (status: number, body: string) => boolean): Promise<void> => {
      for (let { statusCode, body } = await late.inject('/app'); !fits(statusCode, body); await sleep(50))
        ({ statusCode, body } = await late.inject('/app'));
    };
    await answers((status) => status === 200);
    tell(home, { status: 'building' });
    await answers((status) => status === 503);
    put('index.html', `${PAGE}anew`);
    packSite(join(folder, 'out'), join(folder, 'site2'));
    tell(home, { status: 'ready', site: join(folder, 'site2') });
    await answers((status, body) => status === 200 && body.endsWith('anew'));
  });

  describe('a dashboard in a frame', () => {
    const framed = fastify();
    let asked: Record<string, unknown> = {};
    framed.post<{ Params: { id: string } }>('/reports/:id/embed', (request, reply) => {
      asked = request.headers;
      if (request.params.id !== '31') return reply.code(404).send({ title: 'Not <b>here</b>' });
      return reply.send({ url: 'https://bi.example.cl/embed/dashboard/x#titled=true"onload="x' });
    });
    registerConsole(framed, createConsole(folder), ['POST /reports/{id}/embed']);
    const ask = (url: string, site = 'same-origin') =>
      framed.inject({ url, headers: { cookie: 'smarteros_session=s', 'sec-fetch-site': site } });

    it('may hold the address that the API gave, in the name of who asks, and no other', async () => {
      const { headers, body, statusCode } = await ask('/app/frame/reports/31/embed?company=norte');
      assert.equal(statusCode, 200);
      assert.match(String(headers['content-security-policy']), /frame-src https:\/\/bi\.example\.cl;/);
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'self'/);
      assert.doesNotMatch(body, /"onload="/);
      assert.equal(asked['cookie'], 'smarteros_session=s');
      assert.equal(asked['x-smarteros-tenant'], 'norte');
    });

    it('says as text why there is none', async () => {
      const { headers, body, statusCode } = await ask('/app/frame/reports/32/embed?company=norte');
      assert.equal(statusCode, 404);
      assert.match(String(headers['content-security-policy']), /frame-src 'none'/);
      assert.match(body, /Not &lt;b&gt;here/);
    });

    it('is nothing for other sites, and for what is no id', async () => {
      asked = {};
      assert.equal((await ask('/app/frame/reports/31/embed', 'cross-site')).statusCode, 404);
      assert.equal((await ask('/app/frame/reports/..%2F..%2Fauth%2Flogout/embed')).statusCode, 404);
      assert.deepEqual(asked, {});
    });
  });
});
