import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Client, StreamableHTTPClientTransport, type ClientOptions } from '@modelcontextprotocol/client';
import type { FastifyInstance } from 'fastify';
import { fakeKernel } from '#test/conformance/fake-kernel.ts';
import { createFront, SERVER } from '#test/conformance/front.ts';

describe('the official client', () => {
  let app: FastifyInstance;
  let url: URL;
  before(async () => {
    app = createFront(fakeKernel());
    await app.listen({ host: '127.0.0.1', port: 0 });
    url = new URL(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/mcp`);
  });
  after(() => app.close());

  async function connect(token: string, options: ClientOptions): Promise<Client> {
    const client = new Client({ name: 'test', version: '1' }, options);
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
    return client;
  }

  const ERAS = {
    '2026-07-28': { versionNegotiation: { mode: { pin: '2026-07-28' } } },
    '2025-11-25': { versionNegotiation: { mode: 'legacy' } },
    'whichever it finds': { versionNegotiation: { mode: 'auto' } },
  } satisfies Record<string, ClientOptions>;

  for (const [era, options] of Object.entries(ERAS)) {
    it(`lists and calls, speaking ${era}`, async () => {
      const client = await connect('writer', options);
      try {
        assert.deepEqual(client.getServerVersion(), SERVER);
        assert.deepEqual(client.getServerCapabilities(), { tools: {} });
        const { tools } = await client.listTools();
        assert.deepEqual(
          tools.map(({ name }) => name),
          ['notes_create', 'notes_list', 'notes_update', 'notes_wait'],
        );
        // The client checks structuredContent against the outputSchema that it has listed.
        const { structuredContent } = await client.callTool({
          name: 'notes_create',
          arguments: { title: 'Milk' },
        });
        assert.deepEqual(structuredContent, { id: 'n1', title: 'Milk', version: 3 });
        const failed = await client.callTool({ name: 'notes_create', arguments: {} });
        assert.equal(failed.isError, true);
        await assert.rejects(client.callTool({ name: 'nothing', arguments: {} }), /Unknown tool: nothing/);
      } finally {
        await client.close();
      }
    });
  }

  it('hears from a refusal which scope it lacks', async () => {
    const client = await connect('reader', ERAS['2026-07-28']);
    const call = client.callTool({ name: 'notes_create', arguments: { title: 'Milk' } });
    await assert.rejects(call, /InsufficientScopeError.*notes:write/);
    await client.close();
  });
});
