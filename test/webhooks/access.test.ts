import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { Receiver } from './receiver.ts';
import { World } from './world.ts';

/** Written in every way that somebody might try; none may be reached. */
const INSIDE = [
  'http://example.com/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://168.63.129.16/',
  'https://100.64.0.1/',
  'https://0.0.0.0/',
  'https://[::]/',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[64:ff9b::a00:1]/',
  'https://[2002:a00:1::]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://user:password@example.com/',
  'ftp://example.com/',
  'not an address',
];

describe('webhooks', () => {
  let world: World;
  before(async () => {
    world = await World.build();
  });
  after(() => world[Symbol.asyncDispose]());

  it('go to no address inside, nor to a name that leads there', async () => {
    const company = await world.company();
    for (const url of INSIDE) {
      const body = { url, events: ['*'] };
      const answer = await world.api.request('POST /webhooks', { token: company.key, body });
      assert.equal(answer.status, 400, url);
      assert.equal(answer.body.errors[0].field, 'url', url);
    }
    const spanish = await world.api.request('POST /webhooks', {
      token: company.key,
      body: { url: 'https://10.0.0.1/', events: ['*'] },
      headers: { 'accept-language': 'es' },
    });
    assert.match(spanish.body.errors[0].message, /internet pública/);
  });

  it('bring nobody what he may not see: not by name, not by pattern, not by taking one over', async () => {
    await using receiver = await Receiver.open();
    const company = await world.company();
    const key = await world.call(company, 'POST /keys', {
      name: 'narrow',
      scopes: ['webhooks:destroy', 'messages:read'],
    });
    const narrow = { ...company, key: key.key };
    for (const [events, code] of [
      [['contact.created'], 'not_held'],
      [['contact.*'], 'not_held'],
      [['whatsapp.token_endangered'], 'unknown'],
      [['nothing.*'], 'unknown'],
      [['webhook.test'], 'unknown'],
    ] as const) {
      const answer = await world.api.request('POST /webhooks', {
        token: narrow.key,
        body: { url: receiver.url, events },
      });
      assert.equal(answer.body.errors?.[0].code, code, events[0]);
    }
    const wide = await world.hook(company, receiver.url, ['*']);
    const own = await world.hook(narrow, receiver.url, ['*']);
    // Its address is his now, so it brings what he may see: messages, and no contacts.
    await world.call(narrow, `PATCH /webhooks/${wide.id}`, { url: `${receiver.url}?his` });
    const sender = await world.sender();
    const [id] = await world.contacts(company, 1);
    const fair = await world.hook(company, receiver.url, ['contact.created']);
    await world.call(company, `POST /webhooks/${fair.id}/redeliver`, { eventId: id });
    await until('the fair one got it', () => receiver.all.length === 1);
    for (const { id: other } of [wide, own])
      await until('the others looked', async () => {
        const { position } = await world.call(company, `GET /webhooks/${other}`);
        return position >= (await world.call(company, `GET /webhooks/${fair.id}`)).position;
      });
    assert.equal(receiver.all.length, 1);
    const log = `GET /webhooks/${fair.id}/deliveries/${id}?wait=10`;
    assert.ok((await world.call(company, log)).request.body.includes('contact.created'));
    assert.equal((await world.call(narrow, log)).request.body, null);
    await sender.stop();
  });

  it('of another company are not there', async () => {
    await using receiver = await Receiver.open();
    const [mine, other] = [await world.company(), await world.company()];
    const hook = await world.hook(mine, receiver.url);
    const [id] = await world.contacts(mine, 1);
    const theirs = await world.hook(other, receiver.url);
    for (const [route, body] of [
      [`GET /webhooks/${hook.id}`],
      [`PATCH /webhooks/${hook.id}`, { enabled: false }],
      [`POST /webhooks/${hook.id}/secret`],
      [`POST /webhooks/${hook.id}/test`],
      [`POST /webhooks/${hook.id}/redeliver`, { fromPosition: 1 }],
      [`GET /webhooks/${hook.id}/deliveries`],
      [`DELETE /webhooks/${hook.id}`],
      [`POST /webhooks/${theirs.id}/redeliver`, { eventId: id }],
    ] as const) {
      const answer = await world.api.request(route, { token: other.key, ...(body && { body }) });
      assert.equal(answer.status, 404, route);
    }
  });
});
