import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { defineOperation } from '#core/operation.ts';
import { compileCatalogue } from '#kernel/compile.ts';
import { ACTORS, fakeKernel, NOTES, type FakeKernel } from '#test/conformance/fake-kernel.ts';
import { createFront, modern, send, SERVER } from '#test/conformance/front.ts';
import { createToolList } from './list.ts';
import { listTools, type Tool } from './tools.ts';
import { MAIN } from './views.ts';

const READER = ['notes_list', 'notes_wait'];
const WRITER = ['notes_create', 'notes_list', 'notes_update', 'notes_wait'];

describe('tools/list', () => {
  let kernel: FakeKernel;
  let app: FastifyInstance;
  beforeEach(() => {
    kernel = fakeKernel();
    app = createFront(kernel);
  });
  afterEach(() => app.close());

  const list = async (token: string): Promise<readonly Tool[]> =>
    (await send(app, modern('tools/list', { token }))).rpc.result?.['tools'] as Tool[];
  const names = async (token: string): Promise<string[]> => (await list(token)).map(({ name }) => name);

  it('shows what the key opens, by name, and nothing else', async () => {
    assert.deepEqual(await names('writer'), WRITER);
    assert.deepEqual(await names('reader'), READER);
    assert.deepEqual(await names('nobody'), []);
    assert.deepEqual(await names('all'), [...WRITER, 'notes_delete'].toSorted());
    assert.deepEqual(await names('operator'), ['server_status']);
    assert.deepEqual(await names('writer'), WRITER, 'earlier lists change nothing');
  });

  it('is private to the caller and says how long it lasts', async () => {
    const { result } = (await send(app, modern('tools/list'))).rpc;
    assert.equal(result?.['cacheScope'], 'private');
    assert.ok(Number.isInteger(result?.['ttlMs']) && (result?.['ttlMs'] as number) > 0);
  });

  it('gives the same bytes at every asking, but for the id', async () => {
    const [first, second] = [
      await send(app, modern('tools/list', { id: 1 })),
      await send(app, modern('tools/list', { id: 2 })),
    ];
    assert.equal(first.body, second.body.replace('"id":2', '"id":1'));
    assert.equal(first.headers['ratelimit'], '"key";r=99;t=60', 'headers set on the way are kept');
  });

  it('describes a read', async () => {
    const tool = (await list('reader'))[0];
    assert.deepEqual(tool, {
      name: 'notes_list',
      description: 'List notes.\n\nNewest first.',
      inputSchema: kernel.catalogue.find('notes.list')!.inputSchema,
      outputSchema: kernel.catalogue.find('notes.list')!.outputSchema,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    });
  });

  it('gives writes their reserved inputs and hints', async () => {
    const tools = new Map((await list('all')).map((tool) => [tool.name, tool]));
    const inputs = (name: string): string[] =>
      Object.keys(tools.get(name)!.inputSchema['properties'] as object);
    assert.deepEqual(inputs('notes_create'), ['title', 'dryRun', 'idempotencyKey']);
    assert.deepEqual(inputs('notes_update'), ['id', 'title', 'dryRun', 'idempotencyKey', 'ifVersion']);
    assert.equal(tools.get('notes_create')!.annotations['readOnlyHint'], false);
    assert.equal(tools.get('notes_create')!.annotations['idempotentHint'], false);
    assert.equal(tools.get('notes_delete')!.annotations['destructiveHint'], true);
    assert.equal(tools.get('notes_delete')!.annotations['idempotentHint'], true);
  });

  it('holds to the rules for names and schemas', async () => {
    for (const { name, inputSchema, outputSchema } of await list('all')) {
      assert.match(name, /^[A-Za-z0-9_.-]{1,128}$/);
      assert.deepEqual([inputSchema['type'], outputSchema['type']], ['object', 'object']);
      assert.equal(inputSchema['additionalProperties'], false);
      assert.doesNotMatch(
        JSON.stringify({ inputSchema, outputSchema }),
        /"\$ref":"(?!#)/,
        'nothing to fetch',
      );
    }
  });

  it('is one page: a cursor can’t be ours', async () => {
    for (const cursor of ['abc', '', 3]) {
      const { rpc } = await send(app, modern('tools/list', { params: { cursor } }));
      assert.equal(rpc.error?.code, -32602);
    }
  });

  it('comes compressed for those who like it, with the same content', async () => {
    for (const id of [1, 'ä'.repeat(300), 'x'.repeat(70_000)]) {
      const headers = { 'accept-encoding': 'br, gzip' };
      const plain = await app.inject(modern('tools/list', { id }));
      const packed = await app.inject(modern('tools/list', { id, headers }));
      const fits = String(id).length < 65_000;
      assert.equal(packed.headers['content-encoding'], fits ? 'gzip' : undefined);
      assert.equal(packed.headers['content-length'], String(packed.rawPayload.byteLength));
      const body = fits ? gunzipSync(packed.rawPayload).toString() : packed.body;
      assert.equal(body, plain.body);
    }
    for (const encoding of ['gzip;q=0', 'br', 'identity', '']) {
      const { headers } = await app.inject(
        modern('tools/list', { headers: { 'accept-encoding': encoding } }),
      );
      assert.equal(headers['content-encoding'], undefined, encoding);
    }
  });

  it('is logged and measured like any other answer', async () => {
    const seen: number[] = [];
    const watched = createFront(kernel, {
      onResponse: (status) => seen.push(status),
    });
    await send(watched, modern('tools/list'));
    await watched.close();
    assert.deepEqual(seen, [200]);
  });

  it('keeps no more lists than its memory allows', () => {
    const many = createToolList({
      kernel,
      serverInfo: SERVER,
      view: MAIN,
      whole: false,
      listed: () => listTools(kernel.catalogue),
    });
    const actor = (i: number) => ({
      ...ACTORS['writer']!,
      scopes: new Set(['notes:write', `other${i}:read`]),
    });
    for (let i = 0; i < 50; i += 1) {
      const { parts } = many({ actor: actor(i), era: 'modern', id: i, acceptEncoding: '' });
      assert.match(Buffer.concat(parts).toString(), /notes_update/);
    }
  });

  const withInput = (input: z.ZodType) =>
    compileCatalogue([
      defineOperation({
        name: 'notes.odd',
        route: 'POST /odd',
        summary: 'Be odd.',
        effect: 'write',
        audit: 'note.odd',
        access: 'public',
        input,
        output: z.object({}),
        examples: [],
        run: async () => ({}),
      }),
    ]);

  it('refuses operations that name an input of their own like a reserved one', () => {
    const catalogue = withInput(z.strictObject({ dryRun: z.string() }));
    assert.throws(() => listTools(catalogue), /notes\.odd: the input dryRun is reserved/);
  });

  it('refuses operations that are called like what finds and calls the others', () => {
    const [operation] = NOTES;
    const catalogue = compileCatalogue([{ ...operation!, name: 'find.tools' }]);
    assert.throws(() => listTools(catalogue), /find\.tools: the name is reserved/);
  });

  it('never asks for a parameter as a header, which nobody would compare with the body', () => {
    const region = z.string().meta({ 'x-mcp-header': 'Region' });
    const { operations } = withInput(z.strictObject({ region }));
    // Each operation's own is made in the tests of its examples.
    assert.throws(() => operations.map((one) => one.validateInput), /x-mcp-header/);
  });
});
