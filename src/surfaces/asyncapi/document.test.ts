import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { z } from 'zod';
import { defineEvent } from '#core/event.ts';
import { EVENTS } from '#app/events.ts';
import { bodyOf, signedHeaders } from '#features/webhooks/rules.ts';
import { asyncApiDocument } from './document.ts';

const INFO = { version: '1.2.3', publicUrl: 'https://api.example.com' };

/** What the AsyncAPI Initiative publishes as the schema of its documents. */
function validator() {
  const schema = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(schema);
}

describe('the AsyncAPI document', () => {
  const document = asyncApiDocument(EVENTS, INFO);

  it('is valid by the official schema', () => {
    const validate = validator();
    assert.ok(validate(document), JSON.stringify(validate.errors?.slice(0, 5)));
    // A schema that accepts everything proves nothing.
    assert.equal(validate({ ...document, channels: { stream: { address: 3 } } }), false);
    assert.equal(validate({ ...document, channles: {} }), false);
  });

  it('has every event that leaves SmarterOS, and no other', () => {
    const { messages } = document['components'] as { messages: Record<string, unknown> };
    const outgoing = EVENTS.filter(({ scope }) => scope !== null).map(({ name }) => name);
    assert.deepEqual(Object.keys(messages), outgoing);
    assert.ok(outgoing.length < EVENTS.length);
  });

  it('has no reference that leads nowhere', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!);
    assert.ok(refs.length > EVENTS.length);
    for (const ref of refs) {
      const found = ref
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document);
      assert.ok(found, ref);
    }
  });

  it('says what a webhook looks like: headers and body as they are sent', () => {
    const { webhook } = document['channels'] as {
      webhook: {
        messages: Record<string, { headers: { required: string[] }; payload: { required: string[] } }>;
      };
    };
    const outgoing = EVENTS.filter(({ scope }) => scope !== null).map(({ name }) => name);
    assert.deepEqual(Object.keys(webhook.messages), outgoing);
    const event = { id: 'x', name: 'x', version: 1, position: 1, occurredAt: 'x', data: {} };
    const body = bodyOf(event);
    const headers = signedHeaders('x', body, [createSecretKey(Buffer.alloc(32))], new Date());
    for (const { headers: said, payload } of Object.values(webhook.messages)) {
      assert.deepEqual(payload.required, Object.keys(JSON.parse(body) as object));
      for (const name of said.required) assert.ok(name in headers, name);
    }
  });

  it('says what a message looks like', () => {
    const born = defineEvent({
      name: 'cat.born',
      version: 2,
      summary: 'A cat was born.',
      scope: 'cats:read',
      data: z.object({ id: z.uuid() }),
    });
    const { messages } = asyncApiDocument([born], INFO)['components'] as {
      messages: Record<
        string,
        { payload: { properties: Record<string, unknown> } } & Record<string, unknown>
      >;
    };
    const message = messages['cat.born']!;
    assert.deepEqual([message['name'], message['x-scope']], ['cat.born', 'cats:read']);
    assert.deepEqual(message.payload.properties['version'], { const: 2 });
    assert.deepEqual((message.payload.properties['data'] as { required: string[] }).required, ['id']);
  });
});
