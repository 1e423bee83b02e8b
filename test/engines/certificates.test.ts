import assert from 'node:assert/strict';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { after, before, describe, it } from 'node:test';
import { PLATFORM } from '#core/platform.ts';
import { systemClock } from '#platform/clock.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { makeCertificate, tlsServer } from '#test/stand-ins/certificates.ts';

const DAY = 24 * 3_600_000;
const inDays = (days: number): Date => new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY);
const authority = makeCertificate({ name: 'Autoridad', notBefore: inDays(-99), notAfter: inDays(99) });
const issued = (days: number) =>
  makeCertificate({
    name: 'Servidor',
    host: 'localhost',
    issuer: authority,
    notBefore: inDays(-90),
    notAfter: inDays(days),
  });

describe('certificates that people depend on', () => {
  let t: TestApi;
  let address: Awaited<ReturnType<typeof tlsServer>>;
  const usual = getCACertificates('default');
  before(async () => {
    setDefaultCACertificates([...usual, authority.cert]);
    address = await tlsServer(issued(60));
    t = await createTestApi({ settings: { SMARTEROS_PUBLIC_URL: address.url } });
  });
  after(async () => {
    setDefaultCACertificates(usual);
    await t.stop();
    await address[Symbol.asyncDispose]();
  });

  const connect = (tenantId: string, url: string, trusted: boolean, engine = 'n8n') =>
    t.sql(
      `insert into core.engine_instances (tenant_id, id, engine, name, kind, url, trusted, settings, secret_path, capabilities, created_at, updated_at)
       values ($1, $2::uuid, $3, $2::uuid::text, 'connected', $4, $5, '{}', $3, '{}', now(), now())`,
      [tenantId, systemClock.id(), engine, url, trusted],
    );

  it('are the operator’s to see, and those of a company its own', async () => {
    const { key } = await t.tenant();
    assert.equal((await t.request('GET /instances/certificates')).status, 401);
    assert.equal((await t.request('GET /instances/certificates', { token: key })).status, 403);
    assert.equal((await t.request('GET /engines/certificates')).status, 401);
    const narrow = await t.request('POST /keys', {
      token: key,
      body: { name: 'Contactos', scopes: ['contacts:write'] },
    });
    const refused = await t.request('GET /engines/certificates', { token: narrow.body.key });
    assert.equal(refused.status, 403);
    const own = await t.tenant();
    await connect(own.id, 'https://own.invalid', false);
    await connect(own.id, 'http://plain.invalid', false, 'odoo');
    const { body } = await t.request('GET /engines/certificates', { token: own.key });
    assert.deepEqual(body.data, [
      {
        engine: 'n8n',
        title: 'n8n',
        host: 'own.invalid',
        issuer: null,
        notAfter: null,
        state: 'unreachable',
      },
    ]);
    assert.deepEqual((await t.request('GET /engines/certificates', { token: key })).body.data, []);
    const all = await t.request('GET /instances/certificates', { token: t.operatorKey });
    assert.ok(!JSON.stringify(all.body).includes('own.invalid'));
  });

  it('are not looked for in this network on a company’s word', async () => {
    await using inside = await tlsServer(issued(60));
    const { id, key } = await t.tenant();
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      await connect(id, `https://${host}:${inside.port}`, false);
    const { body } = await t.request('GET /engines/certificates', { token: key });
    assert.deepEqual(
      body.data.map(({ state }: { state: string }) => state),
      ['unreachable', 'unreachable', 'unreachable'],
    );
    assert.equal(inside.shown(), 0);
  });

  it('tell of the public address and of shared engines how long they last', async () => {
    const selfSigned = makeCertificate({
      name: 'Yo',
      host: 'localhost',
      notBefore: inDays(-1),
      notAfter: inDays(300),
    });
    await using soon = await tlsServer(issued(13));
    await using over = await tlsServer(issued(-1));
    await using own = await tlsServer(selfSigned);
    for (const { url } of [soon, over, own]) await connect(PLATFORM.id, url, true, 'odoo');
    await connect(PLATFORM.id, 'https://localhost:1', true, 'chatwoot');
    const { body } = await t.request('GET /instances/certificates', { token: t.operatorKey });
    const brief = (body.data as { engine: string | null; state: string; issuer: string | null }[]).map(
      ({ engine, state, issuer }) => `${engine} ${state} ${issuer}`,
    );
    assert.deepEqual(brief.toSorted(), [
      'chatwoot unreachable null',
      'null ok Autoridad',
      'odoo expired Autoridad',
      'odoo expiring Autoridad',
      'odoo untrusted Yo',
    ]);
    const found = body.data.find((one: { state: string }) => one.state === 'expiring');
    assert.deepEqual([found.notAfter, found.host], [inDays(13).toISOString(), new URL(soon.url).host]);
  });
});
