import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { envelope, inbound, META, signed, status } from '#test/stand-ins/graph.ts';
import { challenge, isSigned, readPayload } from './webhook.ts';

const AT = new Date('2026-03-02T12:00:00Z');
const read = (value: object, phoneId?: string) =>
  readPayload(Buffer.from(JSON.stringify(envelope(value, phoneId))), META.phoneId);

describe('WhatsApp’s signature', () => {
  const { body, signature } = signed(envelope(inbound('wamid.1', '56912345678', 'Hola 🌵 ñ', AT)));

  it('refuses everything but the very bytes with the very secret', () => {
    const other = Buffer.from(body.toString().replace('Hola', 'Chao'));
    const escaped = Buffer.from(body.toString().replace('🌵', '\\ud83c\\udf35'));
    assert.deepEqual(JSON.parse(escaped.toString()), JSON.parse(body.toString()), 'the same JSON');
    for (const [given, bytes, secret] of [
      [undefined, body, META.appSecret],
      ['', body, META.appSecret],
      [signature.slice(7), body, META.appSecret],
      [signature.slice(0, -2), body, META.appSecret],
      [`${signature}00`, body, META.appSecret],
      [signature.replace('sha256', 'sha1'), body, META.appSecret],
      [`sha256=${'0'.repeat(64)}`, body, META.appSecret],
      [`sha256=${'ñ'.repeat(64)}`, body, META.appSecret],
      [signature, other, META.appSecret],
      [signature, escaped, META.appSecret],
      [signature, Buffer.concat([body, Buffer.from(' ')]), META.appSecret],
      [signature, body, 'other'],
    ] as const) {
      assert.equal(isSigned(given, bytes, secret), false, String(given));
    }
  });

  it('takes what Meta signed, an emoji in it or not', () => {
    assert.equal(isSigned(signature, body, META.appSecret), true);
    // A vector from outside this project.
    const header = 'sha256=d3e4f9da0ce6c71ab3dba55929b8eeeee2455349e534924ead19f98d143e904f';
    const plain = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
    assert.equal(isSigned(header, plain, 'app-secret'), true);
  });
});

describe('WhatsApp’s handshake', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-me', 'hub.challenge': '11582' };

  it('is refused without our token', () => {
    for (const wrong of [
      {},
      { ...query, 'hub.mode': 'unsubscribe' },
      { ...query, 'hub.verify_token': 'verify-m' },
      { ...query, 'hub.verify_token': ['verify-me'] },
      { ...query, 'hub.challenge': undefined },
    ]) {
      assert.equal(challenge(wrong, META.verifyToken), undefined, JSON.stringify(wrong));
    }
  });

  it('is answered with its challenge', () => assert.equal(challenge(query, META.verifyToken), '11582'));
});

describe('WhatsApp’s payload', () => {
  it('is empty when it is about another number, another field, or no payload at all', () => {
    const empty = { messages: [], statuses: [], failures: [] };
    assert.deepEqual(read(inbound('wamid.1', '56912345678', 'x', AT), '999'), empty);
    const json = JSON.stringify(envelope(inbound('wamid.1', '56912345678', 'x', AT)));
    const odd = [json.replace('"field":"messages"', '"field":"account_update"'), '{}', 'null', '[]', '{', ''];
    for (const text of [...odd, '{"entry":[{"changes":[{"field":"messages"}]}]}', '{"entry":[null]}']) {
      assert.deepEqual(readPayload(Buffer.from(text), META.phoneId), empty, text);
    }
  });

  it('leaves out what it doesn’t understand, and keeps the rest', () => {
    const { messages, statuses } = read({
      messages: [
        { id: 'wamid.1', from: '56912345678', timestamp: 'soon', type: 'text' },
        { id: 'wamid.2', user_id: 'CL.1349120865', timestamp: '1772452800', type: 'text' },
        { id: 'wamid.3', from: '56912345678', timestamp: '1772452800', type: 'hologram', hologram: [] },
        null,
      ],
      statuses: [
        { id: 'wamid.4', status: 'pondered', timestamp: '1772452800' },
        { id: 'wamid.5', status: 'read', timestamp: '1772452800', errors: 'none' },
      ],
    });
    assert.deepEqual(
      messages.map(({ id, kind, text }) => [id, kind, text]),
      [['wamid.3', 'hologram', null]],
    );
    assert.deepEqual(
      statuses.map(({ id, status: name }) => [id, name]),
      [['wamid.5', 'read']],
    );
  });

  it('tells who wrote what and when', () => {
    assert.deepEqual(read(inbound('wamid.1', '56912345678', 'Hola 🌵', AT)).messages, [
      {
        id: 'wamid.1',
        from: '+56912345678',
        at: AT,
        kind: 'text',
        text: 'Hola 🌵',
      },
    ]);
    const kinds: [object, string | null][] = [
      [{ type: 'button', button: { text: 'Sí', payload: 'p' } }, 'Sí'],
      [{ type: 'interactive', interactive: { list_reply: { id: '1', title: 'Uno' } } }, 'Uno'],
      [{ type: 'interactive', interactive: { button_reply: { id: '1', title: 'Dos' } } }, 'Dos'],
      [{ type: 'image', image: { id: 'media', caption: 'Foto' } }, 'Foto'],
      [{ type: 'image', image: { id: 'media' } }, null],
    ];
    for (const [message, text] of kinds) {
      const common = { id: 'wamid.1', from: '56912345678', timestamp: '1772452800' };
      assert.equal(read({ messages: [{ ...common, ...message }] }).messages[0]!.text, text);
    }
  });

  it('tells what became of messages, and what is wrong with the account', () => {
    const { statuses } = read(status('wamid.1', 'failed', AT, { code: 131026, reference: 'r1' }));
    assert.deepEqual(statuses, [
      { id: 'wamid.1', status: 'failed', at: AT, reference: 'r1', failure: 'undeliverable', code: 131026 },
    ]);
    const [delivered] = read(status('wamid.1', 'delivered', AT)).statuses;
    assert.deepEqual([delivered!.failure, delivered!.code, delivered!.reference], [null, null, null]);
    assert.deepEqual(read({ errors: [{ code: 130429, title: 'x' }] }).failures, [
      { failure: 'rate', code: 130429 },
    ]);
  });
});
