import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { cli, fakeApi, problem, type Seen } from './fake-api.ts';

describe('credentials', () => {
  const grants = (tokens: string[], minutes = 60) => ({
    'POST /grants': () => ({
      id: 'g',
      token: tokens.shift(),
      expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
    }),
  });
  const tokens = (seen: readonly Seen[]) =>
    seen.map(({ url, headers }) => `${url} ${headers.authorization?.slice(7)}`);
  const list = ['notes', 'list', '--tenant', '111'];

  it('open a grant with the operator key once, and use it until it is about to expire', async () => {
    await using api = await fakeApi(grants(['smg_1', 'smg_2', 'smg_3']));
    const at = { url: api.url, home: api.home, key: undefined, operatorKey: 'smo_1' };
    await cli(list, at);
    await cli(['--tenant', '111', 'notes', 'list'], at);
    await cli(['notes', 'list', '--tenant', '222'], at);
    assert.deepEqual(tokens(api.seen), [
      '/grants smo_1',
      '/notes smg_1',
      '/notes smg_1',
      '/grants smo_1',
      '/notes smg_2',
    ]);
    assert.deepEqual(api.seen[0]!.body, { tenant: '111', reason: 'command line' });
    const file = join(api.home, 'grants.json');
    assert.equal((await stat(file)).mode & 0o777, 0o600);

    const expired = (await readFile(file, 'utf8')).replaceAll(
      /"expiresAt":"[^"]+"/g,
      `"expiresAt":"${new Date(Date.now() + 50_000).toISOString()}"`,
    );
    await writeFile(file, expired);
    await cli(list, at);
    assert.deepEqual(tokens(api.seen).slice(-2), ['/grants smo_1', '/notes smg_3']);
  });

  it('open a new grant when the kept one was closed, and survive a broken cache', async () => {
    await using api = await fakeApi({
      ...grants(['smg_1', 'smg_2', 'smg_3']),
      'GET /notes': ({ headers }: Seen, reply) =>
        headers.authorization === 'Bearer smg_1' && closed
          ? problem(reply, 401, 'unauthenticated')
          : { data: [], nextCursor: null },
    });
    let closed = false;
    const at = { url: api.url, home: api.home, key: undefined, operatorKey: 'smo_1' };
    await cli(list, at);
    closed = true;
    assert.equal((await cli(list, at)).code, 0);
    await writeFile(join(api.home, 'grants.json'), '{"broken');
    assert.equal((await cli(list, at)).code, 0);
    assert.deepEqual(tokens(api.seen), [
      '/grants smo_1',
      '/notes smg_1',
      '/notes smg_1',
      '/grants smo_1',
      '/notes smg_2',
      '/grants smo_1',
      '/notes smg_3',
    ]);
  });

  it('never borrow a grant that another key has opened', async () => {
    await using api = await fakeApi(grants(['smg_1', 'smg_2']));
    await cli(list, { url: api.url, home: api.home, key: undefined, operatorKey: 'smo_1' });
    await cli(list, { url: api.url, home: api.home, key: 'smo_2' });
    assert.deepEqual(tokens(api.seen).slice(-2), ['/grants smo_2', '/notes smg_2']);
  });

  it('work without a home to keep grants in', async () => {
    await using api = await fakeApi(grants(['smg_1']));
    const file = join(api.home, 'file');
    await writeFile(file, '');
    const { code } = await cli(list, {
      url: api.url,
      home: file,
      key: undefined,
      operatorKey: 'smo_1',
    });
    assert.equal(code, 0);
  });

  it('tell why a grant was refused', async () => {
    await using api = await fakeApi({
      'POST /grants': ({ headers }: Seen, reply) =>
        headers.authorization === 'Bearer smk_1'
          ? problem(reply, 403, 'forbidden')
          : problem(reply, 404, 'not_found'),
    });
    const unknown = await cli(list, { url: api.url, home: api.home, key: undefined, operatorKey: 'smo_1' });
    assert.deepEqual(
      [unknown.code, unknown.err],
      [1, 'Error: It is not_found.\nCompanies: smarteros tenants list\nnot_found · request r-1\n'],
    );
    const foreign = await cli(list, { url: api.url, home: api.home, key: 'smk_1' });
    assert.match(foreign.err, /Only the operator enters companies; a company's own key needs no --tenant\./);
  });

  it('give --tenant to the operation when it is the operator that speaks about a tenant', async () => {
    await using api = await fakeApi({});
    const at = { url: api.url, home: api.home, key: undefined, operatorKey: 'smo_1' };
    await cli(['grants', 'open', '--tenant', '111', '--reason', 'look'], at);
    assert.deepEqual([api.seen.length, api.seen[0]!.body], [1, { tenant: '111', reason: 'look' }]);
    const before = await cli(['--tenant', '111', 'grants', 'open', '--reason', 'look'], at);
    assert.deepEqual(
      [before.code, before.err],
      [2, 'Error: `grants open` is about a company, not inside one: write --tenant after the command.\n'],
    );
  });

  it('say what is missing before anything is sent', async () => {
    const nobody = await cli(['notes', 'list'], { key: undefined });
    assert.match(nobody.err, /^Error: `notes list` needs a key\.\nGive one with --key or SMARTEROS_KEY\.\n/);
    const operator = await cli(['notes', 'list'], { key: undefined, operatorKey: 'smo_1' });
    assert.match(
      operator.err,
      /^Error: `notes list` works inside a company: say which with --tenant SLUG\.\n/,
    );
    assert.deepEqual([nobody.code, operator.code], [2, 2]);
  });

  it('of the operator never leave the machine', async () => {
    const { code, err } = await cli(list, {
      url: 'https://smarteros.invalid',
      key: undefined,
      operatorKey: 'smo_1',
    });
    assert.equal(code, 2);
    assert.match(err, /This machine's operator key is never sent to another machine\./);
  });

  it('are none for public operations', async () => {
    await using api = await fakeApi({ 'GET /health': { status: 'healthy' } });
    await cli(['core', 'health'], { url: api.url, key: undefined, operatorKey: 'smo_1' });
    assert.equal(api.seen[0]!.headers.authorization, undefined);
  });
});
