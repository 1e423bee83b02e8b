import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MESSAGE_FAILURES, MessageError } from '#core/messaging.ts';
import { GraphStandIn, META } from '#test/stand-ins/graph.ts';
import { pickLanguage } from './send.ts';
import { whatsapp } from './index.ts';

const TO = '+56912345678';
const connect = (graph: GraphStandIn, more: Record<string, string> = {}) =>
  whatsapp.connect!({ ...graph.settings, ...more }).whatsapp!;

const refusal = async (attempt: Promise<unknown>): Promise<MessageError> => {
  const error = await attempt.then(
    () => assert.fail('it was accepted'),
    (reason: unknown) => reason,
  );
  assert(error instanceof MessageError, String(error));
  return error;
};

/** Facts, chile.md §5: every code of the table, and how it is taken. */
const TABLE: Readonly<Record<string, readonly number[]>> = {
  token: [0, 190],
  permission: [3, 10, 200, 230, 299],
  rate: [4, 80007, 130429, 131048, 131056],
  parameters: [100, 131008, 131009],
  transient: [2, 131000, 131016],
  same_number: [131021],
  undeliverable: [131026],
  locked: [368, 131031],
  billing: [131042],
  window_closed: [131047],
  withheld: [131049],
  unsupported: [131051, 131053],
  template: [132000, 132001, 132005, 132007, 132012, 132015, 132016],
  not_registered: [133010],
};

describe('WhatsApp refuses', () => {
  for (const [failure, codes] of Object.entries(TABLE)) {
    it(`with ${failure}: ${codes.join(', ')}`, async () => {
      await using graph = await GraphStandIn.start();
      for (const code of codes) {
        // Titles lie: nothing may depend on them.
        graph.fail({ code, title: 'Rate limit hit, token expired, recipient invalid' });
        const error = await refusal(connect(graph).sendText({ to: TO, text: 'Hola' }));
        assert.deepEqual([error.failure, error.code], [failure, code]);
        assert.equal(error.retryAfterSeconds !== undefined, failure === 'rate');
      }
      assert.equal(graph.accepted.length, 0);
    });
  }

  it('with codes of tomorrow, judged by the HTTP status', async () => {
    await using graph = await GraphStandIn.start();
    for (const [status, failure] of [
      [401, 'token'],
      [403, 'permission'],
      [500, 'transient'],
      [400, 'unknown'],
    ] as const) {
      graph.fail({ code: 999_999, status });
      assert.equal((await refusal(connect(graph).sendText({ to: TO, text: 'x' }))).failure, failure);
    }
  });

  it('for as long as it says, else for as long as we know', async () => {
    await using graph = await GraphStandIn.start();
    graph.fail({ code: 131056, headers: { 'retry-after': '90' } }, { code: 131056 }, { code: 131048 });
    const waits = [];
    for (let i = 0; i < 3; i++)
      waits.push((await refusal(connect(graph).sendText({ to: TO, text: 'x' }))).retryAfterSeconds);
    assert.deepEqual(waits, [90, 6, 3600]);
  });

  it('without a word of number, text, token or code in the error', async () => {
    await using graph = await GraphStandIn.start();
    graph.fail({ code: 131009, details: 'Parameter 987654 for 56912345678 is wrong', title: 'EAAGtoken' });
    const error = await refusal(connect(graph).sendCode({ to: TO, code: '987654', language: 'es' }));
    const all = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
    assert.doesNotMatch(all, /987654|56912345678|EAAG/);
  });

  it('a wrong token, a bad number, a long code, an unknown template and too many parameters', async () => {
    await using graph = await GraphStandIn.start();
    const sender = connect(graph);
    const attempts: [Promise<unknown>, string][] = [
      [connect(graph, { WHATSAPP_TOKEN: 'x' }).sendText({ to: TO, text: 'x' }), 'token'],
      [sender.sendText({ to: '+1', text: 'x' }), 'undeliverable'],
      [sender.sendText({ to: TO, text: 'x'.repeat(4097) }), 'parameters'],
      [sender.sendCode({ to: TO, code: '1'.repeat(16), language: 'es' }), 'template'],
      [sender.sendTemplate({ to: TO, name: 'nada', language: 'es' }), 'template'],
      [sender.sendTemplate({ to: TO, name: 'recordatorio', language: 'es' }), 'template'],
      [
        sender.sendTemplate({ to: TO, name: 'recordatorio', language: 'es_CL', parameters: ['1'] }),
        'template',
      ],
    ];
    for (const [attempt, failure] of attempts) assert.equal((await refusal(attempt)).failure, failure);
  });

  it('when nobody is there, or something that isn’t Meta', async () => {
    const gone = await GraphStandIn.start();
    await gone[Symbol.asyncDispose]();
    assert.equal((await refusal(connect(gone).sendText({ to: TO, text: 'x' }))).failure, 'transient');
    await using graph = await GraphStandIn.start();
    graph.loseAnswers = 1;
    assert.equal((await refusal(connect(graph).sendText({ to: TO, text: 'x' }))).failure, 'transient');
    assert.equal(graph.accepted.length, 1, 'a message that may have gone is not sent again from here');
  });

  it('only in ways that somebody reacts to', () => {
    for (const failure of Object.keys(TABLE)) assert.ok(MESSAGE_FAILURES.includes(failure as never), failure);
  });
});

describe('WhatsApp takes', () => {
  it('a code, in body and button', async () => {
    await using graph = await GraphStandIn.start();
    const { id } = await connect(graph).sendCode({ to: TO, code: '123456', language: 'en', reference: 'r1' });
    const [asked] = graph.accepted;
    assert.equal(asked!.id, id);
    assert.deepEqual(asked!.body, {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '56912345678',
      biz_opaque_callback_data: 'r1',
      type: 'template',
      template: {
        name: META.template,
        language: { code: 'es' },
        components: [
          { type: 'body', parameters: [{ type: 'text', text: '123456' }] },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] },
        ],
      },
    });
    assert.equal(graph.paths[0], `POST /v24.0/${META.phoneId}/messages`);
  });

  it('templates and text', async () => {
    await using graph = await GraphStandIn.start();
    const sender = connect(graph, { WHATSAPP_API_VERSION: 'v25.0' });
    await sender.sendTemplate({ to: TO, name: 'recordatorio', language: 'es_CL', parameters: ['a', 'b'] });
    await sender.sendText({ to: TO, text: 'Hola 🌵' });
    assert.deepEqual(
      graph.accepted.map(({ type }) => type),
      ['template', 'text'],
    );
    assert.deepEqual(graph.accepted[1]!.body.text, { body: 'Hola 🌵', preview_url: false });
    assert.match(graph.paths[0]!, /v25\.0/);
  });

  it('after a refusal that says nothing was done', async () => {
    await using graph = await GraphStandIn.start();
    graph.fail({ code: 4, status: 429 });
    await connect(graph).sendText({ to: TO, text: 'x' });
    assert.equal(graph.accepted.length, 1);
  });

  it('the language that fits, or the first there is', () => {
    assert.equal(pickLanguage(undefined, 'en'), 'es');
    assert.equal(pickLanguage('es_CL, en_US', 'en'), 'en_US');
    assert.equal(pickLanguage('es_CL,en_US', 'fr'), 'es_CL');
  });
});

describe('WhatsApp’s token', () => {
  it('is dead when it can’t even ask', async () => {
    await using graph = await GraphStandIn.start();
    graph.tokenDead = true;
    assert.equal((await refusal(connect(graph).tokenHealth())).failure, 'token');
  });

  it('tells when it expires and what it lacks', async () => {
    await using graph = await GraphStandIn.start();
    const health = () => connect(graph).tokenHealth();
    assert.deepEqual(await health(), { valid: true, expiresAt: null, missing: [] });
    graph.tokenExpiresAt = 1_772_452_800;
    graph.tokenScopes = ['whatsapp_business_messaging'];
    assert.deepEqual(await health(), {
      valid: true,
      expiresAt: new Date('2026-03-02T12:00:00Z'),
      missing: ['whatsapp_business_management'],
    });
  });
});
