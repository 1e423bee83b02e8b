import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { ACTORS, fakeKernel, type FakeKernel } from '#test/conformance/fake-kernel.ts';
import { createFront, modern, send, type Answer } from '#test/conformance/front.ts';

interface Result {
  readonly content: readonly { readonly type: string; readonly text: string }[];
  readonly structuredContent?: unknown;
  readonly isError?: boolean;
  readonly _meta: Readonly<Record<string, unknown>>;
}

const resultOf = ({ rpc }: Answer): Result => {
  assert.ok(rpc.result, JSON.stringify(rpc));
  return rpc.result as unknown as Result;
};

/** The problem document that a failed call's text holds. */
const problem = (answer: Answer): Record<string, unknown> => {
  const { isError, structuredContent, content } = resultOf(answer);
  assert.equal(isError, true);
  assert.equal(structuredContent, undefined, 'a problem is not what outputSchema promises');
  return JSON.parse(content[0]!.text) as Record<string, unknown>;
};

describe('tools/call', () => {
  let kernel: FakeKernel;
  let app: FastifyInstance;
  beforeEach(() => {
    kernel = fakeKernel();
    app = createFront(kernel);
  });
  afterEach(() => app.close());

  const call = (name: string, args?: unknown, token?: string): Promise<Answer> =>
    send(
      app,
      modern('tools/call', {
        params: { name, ...(args !== undefined && { arguments: args }) },
        ...(token && { token }),
      }),
    );

  it('answers the operation’s JSON twice: as data, and as text for older clients', async () => {
    const answer = await call('notes_create', { title: 'Brot & "Öl" \u2028' });
    assert.equal(answer.statusCode, 200);
    const { structuredContent, content, _meta } = resultOf(answer);
    assert.deepEqual(structuredContent, { id: 'n1', title: 'Brot & "Öl" \u2028', version: 3 });
    assert.equal(content[0]!.type, 'text');
    assert.deepEqual(JSON.parse(content[0]!.text), structuredContent);
    assert.equal(_meta['io.smarteros/version'], 3);
  });

  it('accepts the dotted name and the alias', async () => {
    for (const name of ['notes.list', 'notes.all', 'notes_all']) {
      assert.deepEqual(resultOf(await call(name)), resultOf(await call('notes_list', {})));
    }
  });

  it('fills defaults in and gives the kernel caller, id and signal', async () => {
    const { headers } = await call('notes_list');
    assert.deepEqual(resultOf(await call('notes_list')).structuredContent, {
      data: [{ id: 'n1', title: 'Milk', version: 3 }],
      limit: 20,
    });
    const [seen] = kernel.calls;
    assert.equal(seen?.caller.actor, ACTORS['writer']);
    assert.ok(seen?.requestId);
    assert.ok(seen?.signal instanceof AbortSignal);
    assert.match(String(headers['ratelimit']), /"key";r=99/);
  });

  it('takes the reserved inputs out of the arguments', async () => {
    const answer = await call('notes_update', {
      id: 'n1',
      dryRun: true,
      idempotencyKey: 'again',
      ifVersion: 3,
    });
    const [{ input, dryRun, idempotencyKey, ifVersion } = {} as never] = kernel.calls;
    assert.deepEqual(
      { input, dryRun, idempotencyKey, ifVersion },
      {
        input: { id: 'n1' },
        dryRun: true,
        idempotencyKey: 'again',
        ifVersion: 3,
      },
    );
    assert.equal(resultOf(answer)._meta['io.smarteros/replayed'], true);
  });

  it('ignores them on reads', async () => {
    await call('notes_list', { limit: 5, idempotencyKey: 'k', dryRun: true });
    assert.deepEqual(kernel.calls[0]!.input, { limit: 5 });
    assert.equal(kernel.calls[0]!.idempotencyKey, undefined);
  });

  it('names the reserved input that is wrong', async () => {
    const cases: [name: string, args: object, field: string][] = [
      ['notes_create', { title: 'a', dryRun: 'yes' }, 'dryRun'],
      ['notes_create', { title: 'a', idempotencyKey: '' }, 'idempotencyKey'],
      ['notes_create', { title: 'a', idempotencyKey: 'x'.repeat(256) }, 'idempotencyKey'],
      ['notes_create', { title: 'a', idempotencyKey: 7 }, 'idempotencyKey'],
      ['notes_create', { title: 'a', ifVersion: 3 }, 'ifVersion'],
      ['notes_update', { id: 'n1', ifVersion: '3' }, 'ifVersion'],
      ['notes_update', { id: 'n1', ifVersion: 0 }, 'ifVersion'],
    ];
    for (const [name, args, field] of cases) {
      const { code, errors } = problem(await call(name, args)) as {
        code: string;
        errors: { field: string }[];
      };
      assert.deepEqual([code, errors[0]!.field], ['invalid_input', field]);
    }
    assert.deepEqual(kernel.calls, []);
  });

  it('tells the model what went wrong with a call that ran', async () => {
    const invalid = problem(await call('notes_create', { title: 'x'.repeat(21) }));
    assert.deepEqual([invalid['status'], invalid['code']], [400, 'invalid_input']);
    assert.deepEqual(invalid['errors'], [
      { field: 'title', code: 'maxLength', message: 'must have at most 20 characters' },
    ]);
    assert.ok(invalid['requestId']);
    assert.equal(problem(await call('notes_create', {}))['code'], 'invalid_input');
    assert.equal(problem(await call('notes_create', { title: 'a', more: 1 }))['code'], 'invalid_input');
    assert.equal(problem(await call('notes_update', { id: 'n1', ifVersion: 2 }))['code'], 'version_conflict');
  });

  it('keeps the cause of our own faults to itself', async () => {
    const answer = await call('notes_delete', { id: 'n1' }, 'all');
    assert.equal(problem(answer)['code'], 'internal');
    assert.doesNotMatch(answer.body, /secret/);
  });

  it('refuses unknown tools and malformed calls in the protocol’s terms', async () => {
    for (const params of [
      { name: 'notes_burn' },
      { name: 'constructor' },
      { name: '' },
      { name: 7 },
      {},
      { name: 'notes_list', arguments: [] },
      { name: 'notes_list', arguments: 'limit=5' },
      { name: 'notes_list', arguments: null },
    ]) {
      const { statusCode, rpc } = await send(app, modern('tools/call', { id: 'x', params }));
      assert.deepEqual([statusCode, rpc.error?.code, rpc.id], [200, -32602, 'x'], JSON.stringify(params));
    }
    assert.deepEqual(kernel.calls, []);
  });

  it('challenges a key without the scope as RFC 6750 says, naming what is needed', async () => {
    const { statusCode, headers, body } = await call('notes_update', { id: 'n1' }, 'reader');
    assert.equal(statusCode, 403);
    assert.equal(headers['www-authenticate'], 'Bearer error="insufficient_scope", scope="notes:write"');
    assert.equal(JSON.parse(body).code, 'insufficient_scope');
  });

  it('lets a higher level do what a lower one may', async () => {
    assert.equal((await call('notes_list', {}, 'writer')).statusCode, 200);
    assert.equal((await call('notes_list', {}, 'all')).statusCode, 200);
  });

  it('says that an operator’s tool is not for keys, and the other way round', async () => {
    assert.equal(problem(await call('server_status', {}, 'all'))['code'], 'forbidden');
    assert.equal(problem(await call('notes_list', {}, 'operator'))['code'], 'forbidden');
  });
});
