import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cli, fakeApi, problem, type Seen } from './fake-api.ts';

const MILK = {
  id: 'n-1',
  name: 'Milk',
  price: 990,
  tags: ['shop', 'soon'],
  dueAt: '2026-03-04T05:06:07.890Z',
};

describe('the answer', () => {
  it('is a table for lists; a pipe gets every column in full', async () => {
    await using api = await fakeApi({
      'GET /notes': {
        data: [MILK, { ...MILK, id: 'n-2', price: 1, tags: [], dueAt: null }],
        nextCursor: null,
      },
    });
    assert.deepEqual(await cli(['notes', 'list'], { url: api.url }), {
      code: 0,
      out: `ID   NAME  PRICE  TAGS        DUE (UTC)
n-1  Milk    990  shop, soon  2026-03-04 05:06
n-2  Milk      1  —           —
`,
      err: '',
    });
  });

  it('is name and value for one object, with what was done above it on a terminal', async () => {
    await using api = await fakeApi({});
    assert.deepEqual(await cli(['notes', 'create', '--name', 'Milk'], { url: api.url, isTTY: true }), {
      code: 0,
      out: 'Id      n-1\nName    Milk\nPrice   990\nTags    shop, soon\nDue at  2026-03-04 05:06:07 UTC\n',
      err: '✓ Note created.\n',
    });
  });

  it('is a failure to scripts when it says no', async () => {
    await using api = await fakeApi({ 'GET /notes': { ok: false, broken: { number: 7 } } });
    const { code, out } = await cli(['notes', 'list'], { url: api.url });
    assert.equal(code, 1);
    assert.match(out, /Number {2}7/);
  });

  it('names a list that has no pages as a table, and who by the name', async () => {
    await using api = await fakeApi({ 'GET /notes': { data: [{ actor: { id: 'k-1', name: 'web' } }] } });
    assert.equal((await cli(['notes', 'list'], { url: api.url })).out, 'ACTOR\nweb\n');
  });

  it('is, with --json, what the API sent to the byte', async () => {
    const text = '{"data": [ {"id":"ñ"} ],\n"nextCursor":null}';
    await using api = await fakeApi({ 'GET /notes': text });
    assert.deepEqual(await cli(['notes', 'list', '--json'], { url: api.url }), {
      code: 0,
      out: `${text}\n`,
      err: '',
    });
  });

  it('never lets data speak to the terminal', async () => {
    await using api = await fakeApi({
      'GET /notes': { data: [{ ...MILK, name: 'a\u001B[31m\u202Eb\nc' }], nextCursor: null },
    });
    assert.match((await cli(['notes', 'list'], { url: api.url })).out, /a�\[31m�b c/);
  });

  it('says when there is nothing, and how to get more', async () => {
    await using api = await fakeApi({
      'GET /notes': ({ url }: Seen) => ({
        data: url.includes('limit') ? [] : [MILK],
        nextCursor: url.includes('limit') ? null : 'c2',
      }),
    });
    assert.equal(
      (await cli(['notes', 'list'], { url: api.url })).err,
      'There is more: smarteros notes list --all, or --cursor c2\n',
    );
    assert.deepEqual(await cli(['notes', 'list', '--limit', '1'], { url: api.url }), {
      code: 0,
      out: '',
      err: 'Nothing found.\n',
    });
  });

  it('follows all pages with --all, in the largest steps', async () => {
    await using api = await fakeApi({
      'GET /notes': ({ url }: Seen) =>
        url.includes('cursor')
          ? { data: [{ id: 'b' }], nextCursor: null }
          : { data: [{ id: 'a' }], nextCursor: 'c2' },
    });
    const json = await cli(['notes', 'list', '--all', '--json'], { url: api.url });
    assert.equal(json.out, '{"data":[{"id":"a"},{"id":"b"}],"nextCursor":null}\n');
    assert.deepEqual(
      api.seen.map(({ url }) => url),
      ['/notes?limit=200', '/notes?limit=200&cursor=c2'],
    );
    assert.equal((await cli(['notes', 'list', '--all', '--limit', '5'], { url: api.url })).out, 'ID\na\nb\n');
    assert.equal(api.seen[2]!.url, '/notes?limit=5');
  });

  it('says clearly that a dry run has changed nothing', async () => {
    await using api = await fakeApi({});
    const { code, err } = await cli(['notes', 'create', '--name', 'x', '--dry-run'], {
      url: api.url,
      isTTY: true,
    });
    assert.deepEqual([code, err], [0, 'Dry run: nothing was changed. The answer would be:\n']);
    assert.equal(api.seen[0]!.headers['prefer'], 'dry-run');
    assert.equal(api.seen[0]!.headers['idempotency-key'], undefined);
  });

  it('reminds of secrets that are shown once, and tells a repeat', async () => {
    await using api = await fakeApi({
      'POST /keys': ({ headers }: Seen, reply) =>
        headers['idempotency-key'] === 'again'
          ? (reply.header('idempotency-replayed', 'true'), { id: 'k', key: null })
          : { id: 'k', key: 'smk_1' },
    });
    const create = ['keys', 'create', '--name', 'N', '--scopes', '*'];
    assert.deepEqual(await cli(create, { url: api.url }), {
      code: 0,
      out: 'Id   k\nKey  smk_1\n',
      err: 'Keep the key now: it is never shown again.\n',
    });
    assert.equal((await cli([...create, '--json'], { url: api.url })).out, '{"id":"k","key":"smk_1"}\n');
    assert.equal(
      (await cli([...create, '--idempotency-key', 'again'], { url: api.url })).err,
      'Done before with the same key: this is that answer again.\n',
    );
  });
});

describe('an error answer', () => {
  it('names what failed, the flags, what to do and the request, and ends with 1', async () => {
    const errors = [
      { field: 'taxId', code: 'check', message: 'the check digit must be 5' },
      { field: 'place.streetName', code: 'required', message: 'is required' },
    ];
    await using api = await fakeApi({
      'POST /notes': (_: Seen, reply) =>
        problem(reply, 400, 'invalid_input', { detail: 'Look again.', errors }),
    });
    assert.deepEqual(await cli(['notes', 'create', '--name', 'x'], { url: api.url }), {
      code: 1,
      out: '',
      err: `Error: It is invalid_input.
Look again.
  --tax-id: the check digit must be 5
  --place.street-name: is required
Help: smarteros notes create --help
invalid_input · request r-1
`,
    });
  });

  it('is the problem document on stdout with --json', async () => {
    await using api = await fakeApi({ 'POST /notes': (_: Seen, reply) => problem(reply, 409, 'conflict') });
    const { code, out, err } = await cli(['notes', 'create', '--name', 'x', '--json'], { url: api.url });
    assert.deepEqual([code, (JSON.parse(out) as { code: string }).code, err], [1, 'conflict', '']);
  });

  it('says when to try again', async () => {
    await using api = await fakeApi({
      'GET /notes': (_: Seen, reply) => problem(reply.header('retry-after', '7'), 429, 'rate_limited'),
    });
    assert.match((await cli(['notes', 'list'], { url: api.url })).err, /^Try again in 7 s\.$/m);
  });

  it('is told apart from the answer of somebody else', async () => {
    await using api = await fakeApi({
      'GET /notes': (_: Seen, reply) => (
        reply.code(502).header('content-type', 'text/html'),
        '<h1>Bad gateway</h1>'
      ),
    });
    const { code, err } = await cli(['notes', 'list', '--json'], { url: api.url });
    assert.equal(code, 1);
    assert.match(err, /isn't SmarterOS's \(status 502\)/);
  });

  it('may be a full answer, as that of an unhealthy system', async () => {
    await using api = await fakeApi({
      'GET /health': (_: Seen, reply) => (reply.code(503), { status: 'unhealthy' }),
    });
    assert.deepEqual(await cli(['core', 'health'], { url: api.url }), {
      code: 1,
      out: 'Status  unhealthy\n',
      err: '',
    });
  });

  it('of a closed door says how to open it, and ends with 3', async () => {
    const { url, [Symbol.asyncDispose]: close } = await fakeApi({});
    await close();
    const { code, err } = await cli(['notes', 'list'], { url });
    assert.deepEqual(
      [code, err],
      [3, `Error: SmarterOS isn't running at ${url}: start it with ./smarteros up\n`],
    );
  });

  it('that got lost says how to repeat the command safely', async () => {
    await using api = await fakeApi({
      'POST /notes': (_: Seen, reply) => {
        reply.raw.destroy();
        return undefined;
      },
    });
    const { code, err } = await cli(['notes', 'create', '--name', 'x', '--idempotency-key', 'k-9'], {
      url: api.url,
    });
    assert.equal(code, 3);
    assert.match(err, /It may have been done all the same\. Repeat the command with --idempotency-key k-9/);
  });
});
