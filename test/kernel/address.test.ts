import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { addPerson } from '#test/harness/people.ts';

describe('the address that others reach us by', () => {
  let answer = '';
  // 127.0.0.2 is this machine, and yet not what the settings call so by default.
  const proxy = createServer((_, reply) => reply.end(answer));
  let t: TestApi;
  before(async () => {
    proxy.listen(0, '127.0.0.2');
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    t = await createTestApi({ settings: { SMARTEROS_PUBLIC_URL: `http://127.0.0.2:${port}` } });
  });
  after(async () => {
    proxy.close();
    await t.stop();
  });
  const state = async (): Promise<string> =>
    (await t.request('GET /address', { token: t.operatorKey })).body.state;

  it('is no business of strangers, keys and people', async () => {
    assert.equal((await t.request('GET /address')).status, 401);
    const { key } = await t.tenant();
    assert.equal((await t.request('GET /address', { token: key })).status, 403);
    const { token } = await addPerson(t);
    assert.equal((await t.request('GET /address', { token })).status, 403);
  });

  it('tells ours from another page, and from silence', async () => {
    answer = JSON.stringify({ name: 'SmarterOS', version: '0' });
    assert.equal(await state(), 'answers');
    for (const other of ['<h1>Hello</h1>', '{"name":"Other"}', 'null']) {
      answer = other;
      assert.equal(await state(), 'other', other);
    }
    proxy.closeAllConnections();
    await new Promise((closed) => proxy.close(closed));
    assert.equal(await state(), 'silent');
  });
});
