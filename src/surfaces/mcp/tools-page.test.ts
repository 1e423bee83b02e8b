import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { buildCatalogue } from '#app/catalogue.ts';
import { fakeKernel } from '#test/conformance/fake-kernel.ts';
import { createFront } from '#test/conformance/front.ts';
import { toolsDocument } from './tools-page.ts';

interface Page {
  categories: {
    name: string;
    tools: { name: string; operation: string; inputSchema: object; outputSchema: object }[];
  }[];
  count: number;
}

describe('GET /tools', () => {
  let app: FastifyInstance;
  before(() => {
    app = createFront(fakeKernel());
  });
  after(() => app.close());

  it('shows the whole catalogue to everybody, with schemas', async () => {
    const { statusCode, headers, body } = await app.inject({ method: 'GET', url: '/tools' });
    assert.equal(statusCode, 200);
    assert.match(String(headers['content-type']), /^application\/json/);
    assert.match(String(headers['cache-control']), /^public/);
    const { categories, count } = JSON.parse(body) as Page;
    assert.deepEqual(
      categories.map(({ name }) => name),
      ['notes', 'server'],
    );
    assert.equal(count, 6);
    const create = categories[0]!.tools.find(({ name }) => name === 'notes_create');
    assert.deepEqual(Object.keys(create!.inputSchema), [
      'type',
      'properties',
      'required',
      'additionalProperties',
    ]);
    assert.ok(create!.outputSchema);
  });

  it('need not be sent twice', async () => {
    const { headers } = await app.inject({ method: 'GET', url: '/tools' });
    const again = await app.inject({
      method: 'GET',
      url: '/tools',
      headers: { 'if-none-match': String(headers['etag']) },
    });
    assert.deepEqual([again.statusCode, again.body], [304, '']);
  });

  it('can be made of the real catalogue: no input is called like a reserved one', () => {
    const catalogue = buildCatalogue();
    assert.equal((toolsDocument(catalogue) as Page).count, catalogue.operations.length);
  });
});
