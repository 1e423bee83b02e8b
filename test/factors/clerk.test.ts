import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createWorld, MINUTE, type Person, type World } from './world.ts';

const SECRET = `whsec_${Buffer.alloc(24, 'clerk').toString('base64')}`;
const ISSUER = 'https://clerk.example.com';
let next = 0;

const sign = (id: string, timestamp: string, payload: string, secret = SECRET): string =>
  createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.${payload}`)
    .digest('base64');

describe('messages of Clerk', () => {
  let w: World;
  before(async () => {
    w = await createWorld({
      CLERK_WEBHOOK_SECRET: SECRET,
      SMARTEROS_OIDC_ISSUERS: JSON.stringify([{ name: 'clerk', issuer: ISSUER, clientId: 'c' }]),
    });
  });
  after(() => w.stop());

  interface Sent {
    id?: string;
    age?: number;
    signature?: string;
    secret?: string;
    sent?: string;
    prefix?: string;
  }
  async function post(message: object, sent: Sent = {}) {
    const payload = JSON.stringify(message);
    const id = sent.id ?? `msg_${(next += 1)}`;
    const timestamp = String(Math.floor((w.clock.now().getTime() - (sent.age ?? 0)) / 1000));
    const prefix = sent.prefix ?? 'svix';
    const response = await w.t.api.server.inject({
      method: 'POST',
      url: '/webhooks/clerk',
      headers: {
        'content-type': 'application/json',
        [`${prefix}-id`]: id,
        [`${prefix}-timestamp`]: timestamp,
        [`${prefix}-signature`]: sent.signature ?? `v1,${sign(id, timestamp, payload, sent.secret)}`,
      },
      payload: sent.sent ?? payload,
    });
    return { status: response.statusCode, body: response.json() };
  }

  async function linked(): Promise<Person & { subject: string; federated: Person }> {
    const who = await w.person();
    const federated = await w.person(who.phone);
    const subject = `user_${(next += 1)}`;
    await w.rows(
      `insert into identity.identities (id, person_id, issuer, subject, created_at, used_at) values ($1, $2, $3, $4, now(), now())`,
      [w.clock.id(), who.ugid, ISSUER, subject],
    );
    await w.rows(
      `update identity.sessions set methods = '{oidc}' where id = (select id from identity.sessions where person_id = $1 order by id desc limit 1)`,
      [who.ugid],
    );
    return { ...who, subject, federated };
  }
  const identity = async (subject: string) =>
    (await w.rows('select email, disabled_at from identity.identities where subject = $1', [subject]))[0];

  it('are refused unsigned, wrongly signed, changed on the way, or old', async () => {
    const { subject } = await linked();
    const message = { type: 'user.deleted', data: { id: subject } };
    const other = `whsec_${Buffer.alloc(24, 'other').toString('base64')}`;
    for (const sent of [
      { signature: '' },
      { signature: 'v1,' },
      { signature: 'v1,AAAA' },
      { secret: other },
      { sent: `${JSON.stringify(message)} ` },
      { age: 6 * MINUTE },
      { age: -6 * MINUTE },
    ]) {
      const { status } = await post(message, sent);
      assert.ok(status === 401 || status === 400, `${JSON.stringify(sent)}: ${status}`);
    }
    const signature = sign('a', '1', JSON.stringify(message));
    assert.equal((await post(message, { signature: `v2,${signature}` })).status, 401);
    assert.ok(await identity(subject));
  });

  it('are read byte by byte, with either name of the headers and several signatures', async () => {
    const { subject } = await linked();
    const message = {
      type: 'user.updated',
      data: {
        id: subject,
        first_name: 'Ñandú 🦤',
        primary_email_address_id: 'b',
        email_addresses: [
          { id: 'a', email_address: 'old@example.com' },
          { id: 'b', email_address: 'New@Example.com' },
        ],
      },
    };
    assert.deepEqual((await post(message, { prefix: 'webhook' })).body, { repeated: false });
    assert.equal((await identity(subject))!['email'], 'new@example.com');
  });

  it('count once, though they come again', async () => {
    const { subject } = await linked();
    const message = { type: 'user.updated', data: { id: subject, banned: true } };
    const first = await Promise.all(Array.from({ length: 4 }, () => post(message, { id: 'msg_same' })));
    assert.equal(first.filter(({ body }) => body.repeated === false).length, 1, JSON.stringify(first));
    assert.deepEqual((await post(message, { id: 'msg_same' })).body, { repeated: true });
  });

  it('shut out whoever is banned there, and let them in again', async () => {
    const who = await linked();
    await post({ type: 'user.updated', data: { id: who.subject, banned: true } });
    assert.ok((await identity(who.subject))!['disabled_at']);
    assert.equal((await w.as(who.federated, 'POST /auth/logout')).status, 401);
    assert.equal((await w.as(who, 'GET /auth/me')).status, 200);
    await post({ type: 'user.updated', data: { id: who.subject, banned: false } });
    assert.equal((await identity(who.subject))!['disabled_at'], null);
  });

  it('unlink whoever is deleted there, end those logins, and nothing brings them back', async () => {
    const who = await linked();
    await post({ type: 'user.deleted', data: { id: who.subject } });
    await post({ type: 'user.updated', data: { id: who.subject, banned: false } });
    assert.equal(await identity(who.subject), undefined);
    assert.equal((await w.as(who.federated, 'POST /auth/logout')).status, 401);
  });

  it('about strangers, or of other kinds, change nothing', async () => {
    for (const type of ['user.created', 'user.deleted', 'session.created'])
      assert.equal((await post({ type, data: { id: 'user_unknown' } })).status, 200);
    assert.equal((await post({ hello: 'world' })).body.code, 'malformed_request');
  });
});

describe('without a secret', () => {
  it('there is no such address', async () => {
    const w = await createWorld();
    try {
      // Only outgoing ones stand there then, and none has that id.
      assert.equal((await w.t.request('POST /webhooks/clerk', { body: {} })).status, 405);
    } finally {
      await w.stop();
    }
  });
});
