import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
import { VaultServer } from '#test/engines/vault/stand-in.ts';
import { createVaultClient, type VaultClient } from './client.ts';

describe('a token of Vault', () => {
  let server: VaultServer;
  let client: VaultClient;
  let now: number;
  beforeEach(() => {
    now = 1_000_000;
    server = new VaultServer();
    server.now = () => now;
    server.leaseSeconds = 60;
    server.secrets.set('smarteros/x/own/a', { versions: [{ k: 'v' }] });
    client = createVaultClient(
      randomUUID(),
      async ({ method, path, headers = {}, body }) => {
        const url = new URL(path, 'http://vault');
        const said = server.answer({
          method,
          path: url.pathname,
          query: url.searchParams,
          headers: { ...headers },
          text: '',
          body,
        });
        // oxlint-disable-next-line typescript/no-explicit-any -- its caller names the shape
        return { status: said.status, headers: {}, text: '', json: (): any => said.body };
      },
      { ...server.example.credentials, mount: 'secret' },
      () => now,
    );
  });
  const asked = (what: string): number => server.asked.filter((one) => one.endsWith(what)).length;

  it('is fetched once for many that ask at once, and used until two thirds of its life', async () => {
    await Promise.all(Array.from({ length: 10 }, () => client.read('smarteros/x/own/a')));
    now += 39_000;
    await client.read('smarteros/x/own/a');
    assert.equal(asked('login'), 1);
    assert.equal(asked('renew-self'), 0);
  });

  it('is renewed by one of them then, and fetched anew once it has ended or a renewal gives no time', async () => {
    await client.read('smarteros/x/own/a');
    now += 41_000;
    await Promise.all(Array.from({ length: 10 }, () => client.read('smarteros/x/own/a')));
    assert.deepEqual([asked('login'), asked('renew-self')], [1, 1]);
    now += 61_000;
    await client.read('smarteros/x/own/a');
    assert.deepEqual([asked('login'), asked('renew-self')], [2, 1]);
    now += 41_000;
    // The end of what its role allows.
    server.leaseSeconds = 19;
    await client.read('smarteros/x/own/a');
    assert.deepEqual([asked('login'), asked('renew-self')], [3, 2]);
  });

  it('that was revoked is replaced; what a policy forbids stays forbidden', async () => {
    await client.read('smarteros/x/own/a');
    server.tokens.clear();
    assert.equal((await client.read('smarteros/x/own/a'))?.version, 1);
    await assert.rejects(client.read('elsewhere/a'), { code: 'engine_forbidden' });
    assert.equal(asked('login'), 3);
  });

  it('that is not given leaves nothing behind that would last', async () => {
    const { credentials } = server.example;
    Object.assign(server.example, { credentials: { ...credentials, secretId: 'changed' } });
    await assert.rejects(client.read('smarteros/x/own/a'), { code: 'engine_rejected_credentials' });
    Object.assign(server.example, { credentials });
    assert.deepEqual((await client.read('smarteros/x/own/a'))?.data, { k: 'v' });
  });

  it('reads what was deleted as nothing', async () => {
    await client.remove('smarteros/x/own/a');
    assert.equal(await client.read('smarteros/x/own/a'), null);
    assert.equal(await client.read('smarteros/x/own/never'), null);
  });
});
