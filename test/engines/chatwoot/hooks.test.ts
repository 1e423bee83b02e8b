import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { hooks } from '#engines/chatwoot/hooks.ts';
import { inAccount } from '#engines/chatwoot/client.ts';
import type { Delivery } from './data.ts';
import { play, TestCompany } from './company.ts';

const requestOf = ({ headers, body }: Delivery) => ({ headers, body: Buffer.from(body), query: {} });
const MINUTE = 60_000;

describe('what Chatwoot tells', () => {
  let signed: Delivery[];
  let unsigned: Delivery[];
  let secret: string;
  before(async () => {
    const deliveries = async (version: string) => {
      const played = await play(version);
      const company = new TestCompany(played);
      await company.converge();
      const body = { inbox_id: company.state['inboxId'], name: 'Ana', email: 'Ana@example.cl' };
      const made = await inAccount<{
        payload: { contact: { id: number }; contact_inbox: { source_id: string } };
      }>(company.ctx(), { method: 'POST', path: '/contacts', body });
      await inAccount(company.ctx(), {
        method: 'POST',
        path: '/conversations',
        body: { source_id: made.payload.contact_inbox.source_id, message: { content: 'Clave: 1234' } },
      });
      return { told: played.server.deliveries, secret: company.secrets['hook'] };
    };
    const newer = await deliveries('4.13.0');
    signed = newer.told;
    secret = newer.secret!;
    const older = await deliveries('4.3.0');
    unsigned = older.told;
    assert.equal(older.secret, undefined);
  });

  it('isn’t believed unsigned, forged, stale or of tomorrow where there is a secret', () => {
    const link = { secrets: { hook: secret }, version: null };
    const now = new Date();
    const [first] = signed;
    const good = requestOf(first!);
    const bad = [
      requestOf(unsigned[0]!),
      { ...good, body: Buffer.from(first!.body.replace('Ana', 'Eva')) },
      { ...good, headers: { ...good.headers, 'x-chatwoot-signature': undefined } },
      { ...good, headers: { ...good.headers, 'x-chatwoot-signature': 'sha256=' } },
      { ...good, headers: { ...good.headers, 'x-chatwoot-timestamp': undefined } },
      {
        ...good,
        headers: { ...good.headers, 'x-chatwoot-timestamp': String(Math.floor(now.getTime() / 1_000) + 1) },
      },
    ];
    for (const one of bad) assert.equal(hooks.verify(one, link, now), undefined);
    assert.equal(hooks.verify(good, { ...link, secrets: { hook: `${secret}x` } }, now), undefined);
    for (const minutes of [-6, 6])
      assert.equal(hooks.verify(good, link, new Date(now.getTime() + minutes * MINUTE)), undefined);
    assert.equal(hooks.verify(good, link, now)?.kind, 'contact_created');
  });

  it('is known again under another delivery id', () => {
    const link = { secrets: { hook: secret }, version: null };
    const good = requestOf(signed[0]!);
    const again = { ...good, headers: { ...good.headers, 'x-chatwoot-delivery': 'another' } };
    const ids = [good, again].map((one) => hooks.verify(one, link, new Date())!.id);
    assert.ok(ids[0]);
    assert.equal(ids[0], ids[1]);
  });

  it('is believed by the address alone where versions sign nothing', () => {
    const link = { secrets: {}, version: null };
    assert.deepEqual(hooks.verify(requestOf(unsigned[0]!), link, new Date()), {
      id: undefined,
      kind: 'contact_created',
    });
    for (const body of ['', 'null', '[]', '{', '{"event":5}', '{"event":"../x"}'])
      assert.equal(
        hooks.verify({ headers: {}, query: {}, body: Buffer.from(body) }, link, new Date()),
        undefined,
      );
  });

  it('is a contact, or a small event without what was said', () => {
    const told = signed.map(({ body }) => {
      const parsed = JSON.parse(body) as { event: string };
      return hooks.read(parsed.event, parsed);
    });
    assert.deepEqual(told, [
      [
        {
          what: 'contact',
          id: '1',
          gone: false,
          name: 'Ana',
          email: 'ana@example.cl',
          phone: null,
          taxId: null,
          ours: null,
        },
      ],
      [
        {
          what: 'event',
          name: 'message_created',
          id: '1',
          data: { messageId: '1', conversationId: '1', inboxId: '1', type: 'outgoing', private: false },
        },
      ],
      [
        {
          what: 'event',
          name: 'conversation_created',
          id: '1',
          data: { conversationId: '1', inboxId: '1', status: 'open', contactId: '1' },
        },
      ],
    ]);
    for (const kind of ['conversation_typing_on', 'webwidget_triggered', 'inbox_created', 'contact_deleted'])
      assert.deepEqual(hooks.read(kind, { id: 1 }), []);
    for (const odd of [null, 5, [], { id: 'x' }, { id: 1.5 }])
      for (const kind of ['contact_updated', 'message_created', 'conversation_created'])
        assert.deepEqual(hooks.read(kind, odd), []);
  });
});
