import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Operation } from '#core/operation.ts';
import { fakeKernel, NOTES, type FakeKernel } from '#test/conformance/fake-kernel.ts';
import { createFront, legacy, modern, send, type Answer } from '#test/conformance/front.ts';
import { ofCategories } from './views.ts';

/** The notes' operations under so many names that nobody wants them all in a list. */
const ROUNDS = 15;
const MANY: readonly Operation[] = [
  ...NOTES,
  ...Array.from({ length: ROUNDS }, (_, round) =>
    NOTES.filter(({ name }) => name !== 'server.status').map(
      ({ alias: _alias, ...operation }): Operation => ({
        ...operation,
        name: operation.name.replace('notes.', `notes${round}.`),
        route: operation.route.replace(' /', ` /round${round}/`),
      }),
    ),
  ).flat(),
];

interface Found {
  readonly tools: readonly { readonly name: string; readonly inputSchema: object }[];
}
interface Result {
  readonly content: { readonly text: string }[];
  readonly structuredContent?: unknown;
  readonly isError?: boolean;
  readonly tools: { readonly name: string; readonly description: string }[];
}
const resultOf = ({ rpc }: Answer): Result => {
  assert.ok(rpc.result, JSON.stringify(rpc));
  return rpc.result as unknown as Result;
};
const problemOf = (answer: Answer) => {
  assert.equal(resultOf(answer).isError, true, answer.body);
  return JSON.parse(resultOf(answer).content[0]!.text) as { code: string; errors?: { field: string }[] };
};

describe('find_tools and call_tool', () => {
  let kernel: FakeKernel;
  let app: FastifyInstance;
  before(() => {
    kernel = fakeKernel(MANY);
    app = createFront(kernel, {
      views: [
        ofCategories({ name: 'desk', title: 'Desk', description: 'Two drawers.' }, ['notes1', 'notes2']),
      ],
    });
  });
  after(() => app.close());

  const at = (url: string, request: ReturnType<typeof modern>) => send(app, { ...request, url });
  const names = async (token: string, url = '/mcp') =>
    resultOf(await at(url, modern('tools/list', { token }))).tools.map(({ name }) => name);
  const call = (name: string, args: unknown, token = 'writer', url = '/mcp') =>
    at(url, modern('tools/call', { params: { name, arguments: args }, token }));
  const find = async (query: string, token = 'writer', more: object = {}, url = '/mcp') =>
    (resultOf(await call('find_tools', { query, ...more }, token, url)).structuredContent as Found).tools;

  it('show only what the caller may use, and call nothing else', async () => {
    const seen = await find('burn a note', 'reader', { limit: 20 });
    assert.ok(seen.length > 0);
    assert.deepEqual(new Set(seen.map(({ name }) => name.split('_')[1])), new Set(['list', 'wait']));
    assert.deepEqual(await find('installation status'), [], 'an operator’s');
    const direct = await call('notes1_delete', { id: 'n1' });
    const through = await call('call_tool', { name: 'notes1_delete', arguments: { id: 'n1' } });
    const told = ({ body }: Answer) => ({ ...(JSON.parse(body) as object), requestId: '' });
    assert.deepEqual(told(through), told(direct));
    assert.equal(through.statusCode, 403);
    assert.equal(through.headers['www-authenticate'], direct.headers['www-authenticate']);
    for (const name of ['find_tools', 'call_tool']) {
      const { statusCode } = await at('/mcp', modern('tools/call', { token: 'wrong', params: { name } }));
      assert.equal(statusCode, 401, name);
    }
    assert.deepEqual(
      kernel.calls.map(({ operation }) => operation.operation.name),
      ['notes1.delete', 'notes1.delete'],
    );
  });

  it('stand in the list above fifty tools, which nothing that they do ever changes', async () => {
    const list = () => at('/mcp', modern('tools/list', { token: 'all' }));
    const first = await list();
    assert.deepEqual(
      resultOf(first).tools.map(({ name }) => name),
      ['call_tool', 'find_tools'],
    );
    assert.match(resultOf(first).tools[1]!.description, /^- notes9: /m);
    await find('write a note', 'all');
    await call('call_tool', { name: 'notes3_create', arguments: { title: 'x' } }, 'all');
    assert.equal((await list()).body, first.body);
    assert.ok(first.body.length < 8_000, String(first.body.length));
  });

  it('stand in no list of fifty or less, nor in the whole one', async () => {
    assert.deepEqual(await names('nobody'), []);
    assert.equal((await names('reader')).length, 32);
    const whole = await names('all', '/mcp/all');
    assert.equal(whole.length, 5 * (ROUNDS + 1));
    assert.ok(!whole.includes('find_tools'));
  });

  it('give whole definitions, and no more than are wanted', async () => {
    const [first] = await find('burn note', 'all', { limit: 1 });
    const listed = resultOf(await at('/mcp/all', modern('tools/list', { token: 'all' }))).tools;
    const { outputSchema: _, ...rest } = listed.find(({ name }) => name === first!.name) as unknown as Record<
      string,
      unknown
    >;
    assert.deepEqual(first, rest);
    assert.equal((await find('note', 'all')).length, 5);
    assert.equal((await find('note', 'all', { limit: 20 })).length, 20);
  });

  it('find a tool by its name in either spelling, and nothing by what says nothing', async () => {
    assert.equal((await find('notes7.wait', 'all'))[0]!.name, 'notes7_wait');
    assert.equal((await find('please use notes7_wait', 'all'))[0]!.name, 'notes7_wait');
    for (const query of ['qwertyuiop', '…', '日本', ' - '])
      assert.deepEqual(await find(query, 'all'), [], query);
    assert.ok((await find('note '.repeat(99), 'all')).length > 0);
  });

  it('call like tools/call: names, reserved inputs, answers, problems', async () => {
    for (const name of ['notes4.update', 'notes4_update']) {
      const args = { id: 'n1', title: 'Milk', dryRun: true, idempotencyKey: 'again', ifVersion: 3 };
      const direct = await call(name, args);
      const through = await call('call_tool', { name, arguments: args });
      assert.equal(through.body, direct.body);
      const { operation: _o, caller: _c, requestId: _r, signal: _s, ...seen } = kernel.calls.at(-1)!;
      assert.deepEqual(seen, {
        input: { id: 'n1', title: 'Milk' },
        dryRun: true,
        idempotencyKey: 'again',
        ifVersion: 3,
      });
    }
    const wrong = await call('call_tool', { name: 'notes4_create', arguments: { title: 7 } });
    assert.deepEqual([problemOf(wrong).code, problemOf(wrong).errors![0]!.field], ['invalid_input', 'title']);
    assert.deepEqual(resultOf(await call('call_tool', { name: 'notes4_list' })).isError, undefined);
  });

  it('serve clients of 2025-11-25 alike', async () => {
    const ask = (name: string, args: object) =>
      send(app, legacy('tools/call', { params: { name, arguments: args }, token: 'all' }));
    const { tools } = resultOf(await ask('find_tools', { query: 'list notes' })).structuredContent as Found;
    const answer = resultOf(await ask('call_tool', { name: tools[0]!.name, arguments: {} }));
    assert.equal(answer.isError, undefined);
    const listed = resultOf(await send(app, legacy('tools/list', { token: 'all' })));
    assert.deepEqual(
      listed.tools.map(({ name }) => name),
      ['call_tool', 'find_tools'],
    );
  });

  it('tell a model what is wrong with a call of theirs', async () => {
    const cases: [name: string, args: object, code: string, field?: string][] = [
      ['find_tools', {}, 'invalid_input', 'query'],
      ['find_tools', { query: ' ' }, 'invalid_input', 'query'],
      ['find_tools', { query: 'x'.repeat(501) }, 'invalid_input', 'query'],
      ['find_tools', { query: 7 }, 'invalid_input', 'query'],
      ['find_tools', { query: 'note', limit: 0 }, 'invalid_input', 'limit'],
      ['find_tools', { query: 'note', limit: 21 }, 'invalid_input', 'limit'],
      ['find_tools', { query: 'note', limit: 1.5 }, 'invalid_input', 'limit'],
      ['find_tools', { query: 'note', more: 1 }, 'invalid_input', 'more'],
      ['call_tool', {}, 'invalid_input', 'name'],
      ['call_tool', { name: 7 }, 'invalid_input', 'name'],
      ['call_tool', { name: 'notes_list', arguments: '{}' }, 'invalid_input', 'arguments'],
      ['call_tool', { name: 'notes_list', limit: 3 }, 'invalid_input', 'limit'],
      ['call_tool', { name: 'notes_burn' }, 'not_found'],
      ['call_tool', { name: 'constructor' }, 'not_found'],
      ['call_tool', { name: 'call_tool', arguments: { name: 'notes_list' } }, 'not_found'],
    ];
    for (const [name, args, code, field] of cases) {
      const { code: told, errors } = problemOf(await call(name, args));
      assert.deepEqual([told, errors?.[0]!.field], [code, field], JSON.stringify([name, args]));
    }
  });

  it('keep to the part of the catalogue that an address is for', async () => {
    const url = '/mcp/desk';
    const few = ['create', 'list', 'update', 'wait'].flatMap((verb) => [`notes1_${verb}`, `notes2_${verb}`]);
    assert.deepEqual(
      await names('writer', url),
      few.toSorted((a, b) => (a < b ? -1 : 1)),
    );
    const found = await find('note', 'all', { limit: 20 }, url);
    assert.ok(found.every(({ name }) => /^notes[12]_/.test(name)));
    assert.equal((await call('notes3_list', {}, 'all', url)).rpc.error?.code, -32602);
    assert.equal(problemOf(await call('call_tool', { name: 'notes3_list' }, 'all', url)).code, 'not_found');
    assert.equal(resultOf(await call('notes1_list', {}, 'all', url)).isError, undefined);
    const { rpc } = await at(url, modern('server/discover'));
    const meta = rpc.result!['_meta'] as Record<string, { name: string }>;
    assert.equal(meta['io.modelcontextprotocol/serverInfo']!.name, 'desk');
    assert.deepEqual(rpc.result!['capabilities'], { tools: {} });
  });
});
