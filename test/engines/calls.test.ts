import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { example } from './example/engine.ts';
import { ExampleServer } from './example/stand-in.ts';
import { EngineWorld, type Company } from './world.ts';

describe('calls of an engine', () => {
  let world: EngineWorld;
  let server: ExampleServer;
  let company: Company;
  before(async () => {
    server = await ExampleServer.open();
    world = await EngineWorld.build([example]);
    company = await world.company();
    const instance = await world.shared({
      engine: 'example',
      url: server.url,
      credentials: { key: server.key },
    });
    world.reconciler();
    await world.want(company, 'example', instance);
    await world.reached(company, 'example');
  });
  after(async () => {
    await world.stop();
    await server[Symbol.asyncDispose]();
  });

  const write = (text: string, key?: string) =>
    world.call(company, 'POST /example/notes', { text }, key ? { 'idempotency-key': key } : {});
  const texts = (): string[] =>
    [...server.accounts.values()].flatMap(({ notes }) => notes.map((n) => n.text));
  const audit = async (): Promise<string[]> => {
    const rows = await world.api.sql<{ action: string }>(
      `select action from core.audit where tenant_id = $1 and operation = 'example.write' order by id desc limit 2`,
      [company.id],
    );
    return rows.map(({ action }) => action).toSorted();
  };

  it('are refused without login, scope, or an engine', async () => {
    const stranger = await world.company();
    const narrow = await world.company(['contacts:read']);
    assert.equal((await world.api.request('GET /example/notes')).status, 401);
    assert.equal((await world.call(narrow, 'GET /example/notes')).body.code, 'insufficient_scope');
    assert.equal((await world.call(stranger, 'GET /example/notes')).body.code, 'engine_not_connected');
  });

  it('read, and write with an audit of what began and what came of it, and its cost', async () => {
    const answer = await write('hola');
    assert.equal(answer.status, 200);
    const { body } = await world.call(company, 'GET /example/notes');
    assert.deepEqual(body.data.at(-1), answer.body);
    assert.deepEqual(await audit(), ['engine.called', 'example.written']);
    const [cost] = await world.api.sql<{ requests: number; outcome: string }>(
      'select requests, outcome from core.engine_calls where tenant_id = $1 order by id desc limit 1',
      [company.id],
    );
    assert.deepEqual({ ...cost }, { requests: 1, outcome: 'ok' });
  });

  it('show their cost in the audit, failures too, to their own company only', async () => {
    const at = (await write('dear')).headers['x-request-id'];
    const failedAt = (await write('')).headers['x-request-id'];
    const list = async (requestId: unknown) =>
      (await world.call(company, `GET /audit?requestId=${String(requestId)}`)).body.data as {
        action: string;
        cost?: Record<string, unknown>;
      }[];
    const entries = [...(await list(at)), ...(await list(failedAt))];
    const costs = new Map(entries.map(({ action, cost }) => [action, cost]));
    assert.equal(costs.get('engine.called'), undefined, 'what was only begun cost nothing yet');
    const { ms, ...cost } = costs.get('example.written')!;
    assert.ok(typeof ms === 'number' && ms > 0, String(ms));
    assert.deepEqual(
      [cost['requests'], cost['outcome'], cost['bytesOut']],
      [1, 'ok', JSON.stringify({ text: 'dear' }).length],
    );
    assert.ok((cost['bytesIn'] as number) > 0);
    assert.equal(costs.get('engine.failed')!['outcome'], 'engine_invalid');
    const stranger = await world.company();
    assert.deepEqual((await world.call(stranger, `GET /audit?requestId=${String(at)}`)).body.data, []);
  });

  it('with a key happen once, also when they come together', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => write('once', 'k1')));
    assert.deepEqual(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.equal(texts().filter((text) => text === 'once').length, 1);
    assert.equal((await write('other', 'k1')).body.code, 'idempotency_key_reused');
  });

  it('that fail for good leave the key free, and tell the engine’s words without its paths', async () => {
    const refused = await write('', 'k2');
    assert.deepEqual([refused.status, refused.body.code], [422, 'engine_invalid']);
    assert.equal(refused.body.detail, 'text is empty');
    assert.deepEqual(await audit(), ['engine.called', 'engine.failed']);
    assert.equal((await write('now', 'k2')).body.text, 'now');
  });

  it('whose outcome nobody knows are not done again', async () => {
    server.mood = 'does it and hangs up';
    const lost = await write('lost', 'k3');
    server.mood = 'well';
    assert.deepEqual([lost.status, lost.body.code], [504, 'engine_outcome_unknown']);
    assert.deepEqual(await audit(), ['engine.called', 'engine.unknown']);
    assert.equal((await write('lost', 'k3')).body.code, 'engine_outcome_unknown');
    assert.equal(texts().filter((text) => text === 'lost').length, 1);
  });

  it('can’t be rehearsed', async () => {
    const answer = await world.call(company, 'POST /example/notes', { text: 'x' }, { prefer: 'dry-run' });
    assert.equal(answer.body.code, 'dry_run_impossible');
    assert.ok(!texts().includes('x'));
  });
});
