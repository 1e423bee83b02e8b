import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hooks } from './hooks.ts';
import { redact } from './redact.ts';
import { fill, TEMPLATES } from './template.ts';

const VALUES = {
  company: 'Sur',
  marker: '0196:starter',
  path: 'p',
  token: 't',
  webhookId: 'p',
  hookUrl: 'https://api.example.cl/hooks',
  hookToken: 'h',
};

describe('templates of n8n', () => {
  it('keep what somebody typed out of expressions', () => {
    for (const company of ['={{ $env.SECRET }}', '==={{ 1 }}', '%token%', '{{ $json.headers }}']) {
      const text = JSON.stringify(fill('starter', { ...VALUES, company }));
      const strings = [...text.matchAll(/"(=(?:[^"\\]|\\.)*)"/g)].map(([, one]) => one!);
      const before = [...JSON.stringify(TEMPLATES.starter).matchAll(/"(=(?:[^"\\]|\\.)*)"/g)].map(
        ([, one]) => one!,
      );
      assert.deepEqual(strings, before, company);
      // A name that looks like a placeholder is a name.
      assert.equal(text.split('"rightValue":"t"').length, 2);
    }
  });

  it('leave no placeholder', () => {
    assert.doesNotMatch(JSON.stringify(fill('starter', VALUES)), /%[a-zA-Z]+%/);
  });
});

describe('what runs of n8n tell', () => {
  it('holds no header, no credential and no trace', () => {
    const kept = redact({
      headers: { cookie: 'a=1' },
      webhookUrl: 'http://x/webhook/secret',
      body: {
        api_key: 'k',
        'Access-Token': 't',
        password: 'p',
        nombre: 'Ana',
        deep: [{ client_secret: 's' }],
      },
      parameters: [
        { name: 'Authorization', value: 'Bearer x' },
        { name: 'color', value: 'rojo' },
      ],
      error: { message: 'no', stack: 'Error: at /home' },
    });
    assert.deepEqual(kept, {
      body: { nombre: 'Ana', deep: [{}] },
      parameters: [{ name: 'Authorization' }, { name: 'color', value: 'rojo' }],
      error: { message: 'no' },
    });
  });

  it('is bounded', () => {
    let deep: object = {};
    for (let i = 0; i < 10_000; i++) deep = { deep };
    assert.ok(JSON.stringify(redact(deep)).length < 500);
    assert.equal((redact(Array.from({ length: 1_000 }, () => 1)) as unknown[]).length, 50);
  });
});

describe('hooks of n8n', () => {
  const link = { secrets: { hook: 'of the company' }, version: null };
  const request = (token: string | undefined, body: unknown) => ({
    headers: { 'x-smarteros-token': token },
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    query: {},
  });
  const now = new Date(0);
  const ran = { event: 'workflow_ran', executionId: '7', data: { correlationId: 'c' } };

  it('are nobody’s without the company’s token', () => {
    for (const token of [undefined, '', 'of another', 'of the company '])
      assert.equal(hooks.verify(request(token, ran), link, now), undefined);
    assert.equal(hooks.verify(request('', ran), { ...link, secrets: { hook: '' } }, now), undefined);
    assert.equal(hooks.verify(request('undefined', ran), { ...link, secrets: {} }, now), undefined);
  });

  it('are known by run and event, and read as events', () => {
    assert.deepEqual(hooks.verify(request('of the company', ran), link, now), {
      id: '7:workflow_ran',
      kind: 'workflow_ran',
    });
    assert.deepEqual(hooks.read('workflow_ran', ran), [
      { what: 'event', name: 'workflow_ran', id: '7', data: { correlationId: 'c' } },
    ]);
  });

  it('mean nothing when they are something else', () => {
    for (const odd of ['', '[]', '{', 'null', { event: 'No such Name' }, { event: 5 }])
      assert.equal(hooks.verify(request('of the company', odd), link, now), undefined);
    assert.deepEqual(hooks.read('x', { event: 'x', data: { long: 'a'.repeat(5_000) } }), []);
  });
});
