import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { cli, fakeApi, type Seen } from './fake-api.ts';

describe('a call', () => {
  it('sends flags as a JSON body, with the headers of the reserved inputs', async () => {
    await using api = await fakeApi({});
    const flags = [
      '--name',
      'Milk',
      '--price',
      '5',
      '--no-urgent',
      '--tags',
      'a,b',
      '--tags=c',
      '--place.street',
      'Sur',
    ];
    await cli(['notes', 'create', ...flags, '--idempotency-key', 'k-1'], { url: api.url });
    const [{ method, url, body, headers }] = api.seen as [Seen];
    assert.deepEqual([method, url], ['POST', '/notes']);
    assert.deepEqual(body, {
      name: 'Milk',
      price: 5,
      urgent: false,
      tags: ['a', 'b', 'c'],
      place: { street: 'Sur' },
    });
    assert.equal(headers.authorization, 'Bearer smk_test');
    assert.equal(headers['idempotency-key'], 'k-1');
    assert.equal(headers['accept-language'], 'en');
    assert.equal(headers['prefer'], undefined);
  });

  it('puts words into the path and the rest of a GET into the query', async () => {
    await using api = await fakeApi({});
    await cli(['notes', 'search-all', 'a/b', '7'], { url: api.url });
    await cli(['notes.search_all', '--id', 'x', '--line=-7'], { url: api.url });
    await cli(['notes', 'list', '--limit', '3', '--tags', 'a,b'], { url: api.url });
    assert.deepEqual(
      api.seen.map(({ url }) => url),
      ['/notes/a%2Fb/lines/7', '/notes/x/lines/-7', '/notes?limit=3&tags=a&tags=b'],
    );
  });

  it('knows an operation by all its names', async () => {
    await using api = await fakeApi({ 'GET /notes': { data: [], nextCursor: null } });
    for (const words of [
      ['notes', 'list'],
      ['notes.list'],
      ['notes_list'],
      ['core', 'notes'],
      ['core.notes'],
    ]) {
      assert.equal((await cli(words, { url: api.url })).code, 0, words.join(' '));
    }
    assert.equal(api.seen.length, 5);
  });

  it('makes an idempotency key for a write that has none, and none for a read', async () => {
    await using api = await fakeApi({});
    await cli(['notes', 'create', '--name', 'x'], { url: api.url });
    await cli(['notes', 'list'], { url: api.url });
    assert.match(String(api.seen[0]!.headers['idempotency-key']), /^[0-9a-f-]{36}$/);
    assert.equal(api.seen[1]!.headers['idempotency-key'], undefined);
  });

  it('takes common flags before the command, where they win over fields of the same name', async () => {
    await using api = await fakeApi({});
    const { code } = await cli([
      '--url',
      `${api.url}/`,
      'notes',
      '--json',
      'create',
      '--name',
      'x',
      '--url',
      'http://y',
    ]);
    assert.equal(code, 0);
    assert.deepEqual(api.seen[0]!.body, { name: 'x', url: 'http://y' });
  });
});

describe('the input', () => {
  it('comes from a file or a pipe, with flags on top', async () => {
    await using api = await fakeApi({});
    const file = join(api.home, 'in.json');
    await writeFile(file, '{"name":"file","place":{"street":"Sur","floor":1},"tags":["a"]}');
    await cli(['notes', 'create', '--input', file, '--place.floor', '2', '--clear', 'tax-id'], {
      url: api.url,
    });
    await cli(['notes', 'create', '--input', '-'], { url: api.url, piped: '{"name":"pipe"}' });
    assert.deepEqual(
      api.seen.map(({ body }) => body),
      [{ name: 'file', place: { street: 'Sur', floor: 2 }, tags: ['a'], taxId: null }, { name: 'pipe' }],
    );
  });

  const mistakes: [args: string, message: RegExp][] = [
    ['notez list', /^Error: There is no command `notez`\.\nDid you mean `smarteros notes list`\?\n/],
    ['stats', /Did you mean `smarteros status`\?/],
    ['health', /Did you mean `smarteros core health`\?/],
    [
      'notes remove',
      /^Error: `notes` has no command `remove`\.\nDid you mean `smarteros notes delete`\?\nIt has: create, /,
    ],
    ['notes create', /^Error: `notes create` needs --name <text>\.\nHelp: smarteros notes create --help\n$/],
    ['keys create', /^Error: `keys create` needs --name <text> and --scopes <text>,…\./],
    ['notes create --name x --place.floor 1', /needs --place\.street <text>/],
    ['notes create --nme x', /^Error: `notes create` has no flag --nme\.\nDid you mean --name\?\n/],
    ['notes create --all', /^Error: --all has no meaning for `notes create`\./],
    ['--all notes create --name x', /^Error: --all has no meaning for `notes create`\./],
    ['notes create --name', /^Error: --name needs a value\./],
    [
      'notes create --name --price 1',
      /^Error: --name needs a value\.\nIf --price is the value, write --name=--price\n/,
    ],
    ['notes create --name x --price 1.5', /^Error: --price must be a whole number, not `1\.5`\./],
    ['notes create --name x --colour pink', /^Error: --colour must be red or blue, not `pink`\./],
    ['notes create --name x --urgent=si', /^Error: --urgent must be true or false, not `si`\./],
    ['notes create --name x --values 1', /^Error: --values must be a JSON object/],
    [
      'notes create --name x --clear name',
      /^Error: --clear name: this field always has a value\.\nFields that can be cleared: tax-id\n/,
    ],
    ['notes create --name x --clear taxid', /Did you mean --clear tax-id\?/],
    ['notes create --name x y', /^Error: `notes create` takes no words: `y` is one too many\./],
    ['notes delete a b --yes', /^Error: `notes delete` takes only <id>: `b` is one too many\./],
    ['notes delete a --id b --yes', /^Error: id is given twice/],
    ['notes delete a --yes --if-version x', /^Error: --if-version must be a whole number/],
    ['notes create --input /nowhere.json', /^Error: --input \/nowhere\.json: there is no such file\./],
    ['notes create --input -', /^Error: --input standard input: not JSON/],
    ['notes list --url localhost:8000', /^Error: --url must begin with http:\/\/ or https:\/\//],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses \`${args}\` before anything is sent`, async () => {
      const { code, out, err } = await cli(args.split(' '));
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, message);
    });
  }
});

describe('destroying', () => {
  it('asks on a terminal and takes only a clear yes', async () => {
    await using api = await fakeApi({});
    const no = await cli(['notes', 'delete', 'n-1'], { url: api.url, typed: '\n' });
    assert.deepEqual([no.code, api.seen.length], [1, 0]);
    assert.equal(
      no.err,
      '! Throw a note away.\n  smarteros notes delete n-1\nDo it? [y/N] Nothing was done.\n',
    );
    assert.equal((await cli(['notes', 'delete', 'n-1'], { url: api.url, typed: '' })).code, 1);
    assert.equal((await cli(['notes', 'delete', 'n-1'], { url: api.url, typed: 'y\n' })).code, 0);
    assert.deepEqual([api.seen[0]!.method, api.seen[0]!.url], ['DELETE', '/notes/n-1']);
  });

  it('needs --yes without a terminal, and nothing for a dry run', async () => {
    await using api = await fakeApi({});
    const refused = await cli(['notes', 'delete', 'n-1'], { url: api.url });
    assert.deepEqual(
      [refused.code, refused.err],
      [2, 'Error: `notes delete` destroys something: add --yes to confirm it.\n'],
    );
    assert.equal(
      (await cli(['notes', 'delete', 'n-1', '--yes', '--if-version', '3'], { url: api.url })).code,
      0,
    );
    assert.equal(api.seen[0]!.headers['if-match'], '"3"');
    assert.equal((await cli(['notes', 'delete', 'n-1', '--dry-run'], { url: api.url })).code, 0);
  });
});
