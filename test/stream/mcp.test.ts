import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { until } from '#test/jobs/company.ts';
import { createWorld, type World } from './world.ts';

const ALL = 'smarteros://events';
const CREATED = `${ALL}/contact.created`;
const UPDATED = `${ALL}/contact.updated`;

describe('events for agents', () => {
  let w: World;
  let own: Awaited<ReturnType<World['t']['tenant']>>;
  let other: typeof own;
  before(async () => {
    w = await createWorld();
    await w.relay();
    own = await w.t.tenant();
    other = await w.t.tenant();
  });
  after(() => w.stop());

  async function connect(token: string, world = w) {
    const heard: string[] = [];
    const client = new Client(
      { name: 'test', version: '1' },
      { versionNegotiation: { mode: { pin: '2026-07-28' } } },
    );
    client.setNotificationHandler(
      'notifications/resources/updated',
      ({ params }) => void heard.push(params.uri),
    );
    client.setNotificationHandler('notifications/tools/list_changed', () => void heard.push('tools'));
    const url = new URL(`http://127.0.0.1:${world.port}/mcp`);
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
    return { client, heard, [Symbol.asyncDispose]: () => client.close() };
  }

  const read = async (
    client: Client,
    uri: string,
  ): Promise<{ data: { name: string }[]; position: number }> => {
    const { contents } = await client.readResource({ uri });
    return JSON.parse((contents[0] as { text: string }).text) as {
      data: { name: string }[];
      position: number;
    };
  };

  it('don’t exist for a key that may not see them', async () => {
    for (const scopes of [['contacts:read'], ['events:read']]) {
      const { key } = await w.key(own, scopes);
      await using agent = await connect(key);
      const { resources } = await agent.client.listResources();
      assert.equal(
        resources.some(({ uri }) => uri === CREATED),
        false,
      );
      await assert.rejects(agent.client.readResource({ uri: CREATED }), { code: -32602 });
    }
    await using agent = await connect(own.key);
    for (const uri of [
      'smarteros://contacts',
      `${ALL}/whatsapp.token_endangered`,
      `${ALL}?after=x`,
      `${ALL}?before=1`,
    ])
      await assert.rejects(agent.client.readResource({ uri }), { code: -32602 });
  });

  it('are listed, and read: the newest, or what came after a position', async () => {
    await using agent = await connect(own.key);
    const { client } = agent;
    assert.deepEqual(client.getServerCapabilities()?.resources, { subscribe: true, listChanged: true });
    const { resources } = await client.listResources();
    assert.deepEqual(resources[0]!.uri, ALL);
    assert.ok(resources.some(({ uri }) => uri === CREATED));
    const { resourceTemplates } = await client.listResourceTemplates();
    assert.deepEqual(
      resourceTemplates.map(({ uriTemplate }) => uriTemplate),
      [`${ALL}{?after}`],
    );
    const id = await w.contact(own.key);
    await until('it is published', async () => (await read(client, CREATED)).data.length > 0);
    const { position } = await read(client, ALL);
    await w.t.request(`PATCH /contacts/${id}`, { token: own.key, body: { name: 'B' } });
    await until(
      'the change is published',
      async () => (await read(client, `${ALL}?after=${position}`)).data.length > 0,
    );
    const { data } = await read(client, `${ALL}?after=${position}`);
    assert.deepEqual(
      data.map(({ name }) => name),
      ['contact.updated'],
    );
    assert.deepEqual((await read(client, `${CREATED}?after=${position}`)).data, []);
  });

  it('are told of as they happen, to whoever may see them', async () => {
    const narrow = await w.key(own, ['events:read', 'keys:read']);
    await using agent = await connect(own.key);
    await using stranger = await connect(other.key);
    await using blind = await connect(narrow.key);
    const filter = { resourceSubscriptions: [ALL, UPDATED], toolsListChanged: true };
    for (const { client } of [agent, stranger, blind]) await client.listen(filter);
    const id = await w.contact(own.key);
    await until('it was told', () => agent.heard.length > 0);
    assert.deepEqual(agent.heard, [ALL]);
    await w.t.request(`PATCH /contacts/${id}`, { token: own.key, body: { name: 'B' } });
    await until('the change was told', () => agent.heard.includes(UPDATED));
    // Whatever would have come to them is there by the time their own comes.
    await w.contact(other.key);
    await until('the stranger’s own came', () => stranger.heard.length > 0);
    assert.deepEqual([stranger.heard, blind.heard], [[ALL], []]);
  });

  it('tell when the caller may do less, and end when the key is revoked', async () => {
    const account = await w.t.request('POST /accounts', {
      token: own.key,
      body: { name: 'A', scopes: ['contacts:write', 'events:read'] },
    });
    assert.equal(account.status, 201);
    const made = await w.t.request('POST /keys', {
      token: own.key,
      body: { name: 'k', scopes: ['contacts:write', 'events:read'], accountId: account.body.id },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    await using agent = await connect(made.body.key as string);
    const subscription = await agent.client.listen({ toolsListChanged: true });
    await w.t.sql(`update core.service_accounts set scopes = '{contacts:read,events:read}' where id = $1`, [
      account.body.id,
    ]);
    await until('the change was told', () => agent.heard.includes('tools'));
    await w.t.request(`DELETE /keys/${made.body.id}`, { token: own.key });
    let closed = false;
    void subscription.closed.then(() => (closed = true));
    await until('it ended', () => closed);
  });

  it('end with the process, at once', async () => {
    const beside = await createWorld({ beside: w.t });
    await using agent = await connect(own.key, beside);
    await agent.client.listen({ resourceSubscriptions: [ALL] });
    const began = performance.now();
    await beside.stop();
    assert.ok(performance.now() - began < 2_000);
  });

  it('are only read by clients of older revisions', async () => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'legacy' } });
    const requestInit = { headers: { authorization: `Bearer ${own.key}` } };
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${w.port}/mcp`), { requestInit }),
    );
    assert.deepEqual(client.getServerCapabilities(), { tools: {}, resources: {} });
    assert.ok((await read(client, ALL)).data.length > 0);
    await client.close();
  });
});
