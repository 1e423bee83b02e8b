import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { cli, fakeApi, problem, type Seen } from './fake-api.ts';

const uploaded = { 'POST /uploads': { id: 'u-1' }, 'POST /uploads/{id}/parts': { id: 'u-1' } };
const sent = (seen: readonly Seen[]): string =>
  seen
    .map(({ body }) => Buffer.from((body as { content: string }).content, 'base64').toString('latin1'))
    .join('');

describe('--file', () => {
  it('uploads a file in parts, byte by byte, under its name', async () => {
    await using api = await fakeApi(uploaded);
    const file = join(api.home, 'clientes.csv');
    const text = 'Nombre;Ciudad\r\nJos\u00e9;\u00d1u\u00f1oa\r\n';
    await writeFile(file, text, 'latin1');
    const { code, out } = await cli(['files', 'upload', '--file', file], { url: api.url });
    assert.deepEqual([code, out], [0, 'Id  u-1\n']);
    assert.equal(sent(api.seen), text);
    const others = api.seen.map(({ url, body }) => [url, { ...(body as object), content: 0 }]);
    assert.deepEqual(others, [
      ['/uploads', { fileName: 'clientes.csv', base64: true, content: 0 }],
      ['/uploads/u-1/parts', { part: 2, base64: true, content: 0 }],
      ['/uploads/u-1/parts', { part: 3, base64: true, content: 0 }],
    ]);
    // One key for several requests would make the second a repeat of the first.
    assert.equal(new Set(api.seen.flatMap(({ headers }) => headers['idempotency-key'] ?? [])).size, 1);
  });

  it('reads standard input, and a dry run sends no more than the first part', async () => {
    await using api = await fakeApi(uploaded);
    const piped = 'BEGIN:VCARD\nFN:Ana\nEND:VCARD\n';
    const { code } = await cli(['files', 'upload', '--file', '-', '--file-name', 'a.vcf'], {
      url: api.url,
      piped,
    });
    assert.equal(code, 0);
    assert.equal(sent(api.seen), piped);
    assert.equal((api.seen[0]!.body as { fileName: string }).fileName, 'a.vcf');
    await cli(['files', 'upload', '--file', '-', '--dry-run'], { url: api.url, piped });
    assert.equal(api.seen.filter(({ headers }) => headers['prefer'] === 'dry-run').length, 1);
  });

  it('tells the part that the API refuses, and sends no more', async () => {
    await using api = await fakeApi({
      ...uploaded,
      'POST /uploads/{id}/parts': (_, reply) => problem(reply, 409, 'conflict'),
    });
    const { code, err } = await cli(['files', 'upload', '--file', '-'], {
      url: api.url,
      piped: 'x'.repeat(40),
    });
    assert.equal(code, 1);
    assert.match(err, /It is conflict/);
    assert.equal(api.seen.length, 2);
  });

  it('says in plain words what can’t be sent, and sends nothing', async () => {
    await using api = await fakeApi(uploaded);
    const at = (name: string): string => join(api.home, name);
    await mkdir(at('folder'));
    for (const [name, content] of [
      ['empty.csv', ''],
      ['large.csv', 'x'.repeat(41)],
      ['book.xlsx', 'PK\u0003\u0004'],
      ['noise.csv', 'ab\0\0cd'],
    ] as const)
      await writeFile(at(name), content);
    for (const [name, words] of [
      ['missing.csv', /missing\.csv: there is no such file/],
      ['folder', /it is a folder/],
      ['empty.csv', /it is empty/],
      ['large.csv', /it has more than 40 bytes, the most there can be/],
      ['book.xlsx', /save it as CSV first/],
      ['noise.csv', /it is no text/],
    ] as const) {
      const { code, err } = await cli(['files', 'upload', '--file', at(name)], { url: api.url });
      assert.equal(code, 2, name);
      assert.match(err, words);
    }
    const both = await cli(['files', 'upload', '--file', at('large.csv'), '--content', 'x'], {
      url: api.url,
    });
    assert.match(both.err, /give one of them/);
    // UTF-16 has zeros too.
    await writeFile(at('utf16.csv'), Buffer.from('a;b\n', 'utf16le'));
    assert.equal((await cli(['files', 'upload', '--file', at('utf16.csv')], { url: api.url })).code, 0);
    assert.equal(api.seen.length, 1);
    const other = await cli(['files', 'export', '--file', 'x'], { url: api.url });
    assert.match(other.err, /has no meaning|has no flag/);
  });
});

describe('an answer that is a file', () => {
  it('is written as it is, its pages behind each other', async () => {
    await using api = await fakeApi({
      'GET /files/export': ({ url }) =>
        url.includes('cursor') ? { text: 'b\r\n', nextCursor: null } : { text: 'a\t"\r\n', nextCursor: 'x' },
    });
    const one = await cli(['files', 'export'], { url: api.url });
    assert.equal(one.out, 'a\t"\r\n');
    assert.match(one.err, /There is more: smarteros files export --all/);
    const all = await cli(['files', 'export', '--all'], { url: api.url });
    assert.deepEqual([all.out, all.err], ['a\t"\r\nb\r\n', '']);
    // A terminal must not be moved about by other people's data.
    const shown = await cli(['files', 'export', '--all'], { url: api.url, isTTY: true });
    assert.equal(shown.out, 'a "\nb\n');
  });
});
