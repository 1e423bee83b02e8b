import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { listOperations } from '#app/catalogue.ts';
import { describeOperation } from '#kernel/compile.ts';
import { listenOperation, runCli } from '#surfaces/cli/index.ts';
import { until } from '#test/jobs/company.ts';
import { createWorld, type World } from './world.ts';

describe('smarteros events listen', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
    await w.relay();
  });
  after(() => w.stop());

  function run(args: readonly string[], key: string) {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const shown = { out: '', err: '' };
    stdout.on('data', (chunk: Buffer) => (shown.out += chunk.toString()));
    stderr.on('data', (chunk: Buffer) => (shown.err += chunk.toString()));
    const code = runCli(args, {
      catalogue: { operations: [...listOperations(), listenOperation].map(describeOperation) },
      config: {
        url: `http://127.0.0.1:${w.port}`,
        key,
        home: '/nowhere',
        operatorKey: () => undefined,
        language: 'en',
      },
      stdout,
      stderr,
      stdin: new PassThrough(),
      isTTY: false,
    });
    return { code, shown };
  }

  it('prints a line per event, goes on after a break, and ends with the key', async () => {
    const own = await w.t.tenant();
    const { id, key } = await w.key(own, ['*']);
    const { code, shown } = run(['events', 'listen', '--after', '0', '--names', 'contact.created'], key);
    const lines = (): { name: string; data: { id: string } }[] =>
      shown.out
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { name: string; data: { id: string } });
    const first = await w.contact(own.key);
    await until('the first is printed', () => lines().length === 1);
    w.t.api.server.server.closeAllConnections();
    const second = await w.contact(own.key);
    await until('the second is printed', () => lines().length === 2);
    assert.deepEqual(
      lines().map(({ data }) => data.id),
      [first, second],
    );
    await w.t.request(`DELETE /keys/${id}`, { token: own.key });
    assert.equal(await code, 1);
    assert.match(shown.err, /A valid credential is needed/);
  });

  it('says why it can’t begin', async () => {
    const own = await w.t.tenant();
    const { key } = await w.key(own, ['contacts:read']);
    const { code, shown } = run(['events', 'listen'], key);
    assert.equal(await code, 1);
    assert.match(shown.err, /events:read/);
  });
});
