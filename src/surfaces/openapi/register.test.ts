import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { compileCatalogue } from '#kernel/compile.ts';
import { sampleOperations } from '#test/openapi/sample.ts';
import { registerDocs } from './register.ts';

const app = fastify();
registerDocs(app, {
  catalogue: compileCatalogue(sampleOperations),
  info: { version: '1.2.3', publicUrl: 'https://api.example.com' },
});

describe('GET /openapi.json', () => {
  it('answers the document, gzipped for who takes it', async () => {
    const plain = await app.inject('/openapi.json');
    assert.equal(plain.statusCode, 200);
    assert.match(plain.headers['content-type'] as string, /^application\/json/);
    assert.equal(plain.json<{ info: { version: string } }>().info.version, '1.2.3');
    const packed = await app.inject({ url: '/openapi.json', headers: { 'accept-encoding': 'br, gzip' } });
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(packed.rawPayload).toString(), plain.body);
    const refused = await app.inject({ url: '/openapi.json', headers: { 'accept-encoding': 'gzip;q=0' } });
    assert.equal(refused.headers['content-encoding'], undefined);
  });

  it('answers 304 to who has it already', async () => {
    const { headers } = await app.inject('/openapi.json');
    const etag = headers.etag as string;
    const again = await app.inject({ url: '/openapi.json', headers: { 'if-none-match': `"x", ${etag}` } });
    assert.equal(again.statusCode, 304);
    assert.equal(again.body, '');
    const other = await app.inject({ url: '/openapi.json', headers: { 'if-none-match': '"x"' } });
    assert.equal(other.statusCode, 200);
  });
});

describe('GET /docs', () => {
  it('lets no script run but its own, and names nothing outside', async () => {
    const { body, headers } = await app.inject('/docs');
    const policy = headers['content-security-policy'] as string;
    assert.match(policy, /default-src 'self'/);
    assert.doesNotMatch(policy, /script-src[^;]*unsafe/);
    const inline = /<script>(.*)<\/script>/s.exec(body)![1]!;
    assert.ok(policy.includes(`'sha256-${createHash('sha256').update(inline).digest('base64')}'`));
    assert.doesNotMatch(body.replace('http%3A%2F%2Fwww.w3.org', ''), /https?:/);
    assert.match(body, /<title>SmarterOS API<\/title>/);
  });

  it('serves the bundle that the page starts, to be kept for ever', async () => {
    const { body } = await app.inject('/docs');
    const url = /<script src="([^"]+)">/.exec(body)![1]!;
    const { statusCode, headers, rawPayload } = await app.inject({
      url,
      headers: { 'accept-encoding': 'gzip' },
    });
    assert.equal(statusCode, 200);
    assert.match(headers['content-type'] as string, /^text\/javascript/);
    assert.match(headers['cache-control'] as string, /immutable/);
    assert.match(gunzipSync(rawPayload).toString(), /createApiReference/);
  });
});
