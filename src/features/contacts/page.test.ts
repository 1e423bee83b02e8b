import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderPage } from './page.ts';
import { fields } from './schema.ts';

const ID = '01960000-0000-7000-8000-00000000000';
const row = (n: number, ...cells: string[]): string =>
  [`${ID}${n}`, ...cells, '2026-11-21 07:41:02.1+00', '3', ''].join('\u001f');
const render = (rows: readonly string[], limit = 20): unknown =>
  JSON.parse(renderPage({ page: rows.join('\u001e') }, limit));

describe('a page of contacts', () => {
  it('leaves out what a contact has not', () =>
    assert.deepEqual(render([row(1, 'Ana', '', '', '', '')]), {
      data: [{ id: `${ID}1`, name: 'Ana', tags: [], createdAt: '2026-11-21T07:41:02.100Z', version: 3 }],
      nextCursor: null,
    }));

  it('escapes what JSON escapes, wherever it stands on the page', () => {
    const rows = [
      row(1, 'Ana', '', '', '', 'a\u001db'),
      row(2, 'O"Hara \\', '"a"@b.cl', '', '', 'x"\u001d\\'),
    ];
    const { data } = render(rows) as { data: { name: string; email?: string; tags: string[] }[] };
    assert.deepEqual(
      data.map(({ name, email, tags }) => [name, email, tags]),
      [
        ['Ana', undefined, ['a', 'b']],
        ['O"Hara \\', '"a"@b.cl', ['x"', '\\']],
      ],
    );
  });

  it('says where the next page begins when there is one', () => {
    const rows = [1, 2, 3].map((n) => row(n, 'Ana', '', '', '', ''));
    const page = render(rows, 2) as { data: { id: string }[]; nextCursor: string };
    assert.deepEqual(
      page.data.map(({ id }) => id),
      [`${ID}1`, `${ID}2`],
    );
    assert.equal(Buffer.from(page.nextCursor, 'base64url').toString('hex'), `${ID}2`.replaceAll('-', ''));
    assert.equal((render(rows, 3) as { nextCursor: unknown }).nextCursor, null);
    assert.equal(renderPage({ page: null }, 2), '{"data":[],"nextCursor":null}');
  });

  it('is cut by characters that no input of a contact may hold, and refused when one does', () => {
    for (const separator of ['\u001d', '\u001e', '\u001f']) {
      const text = `a${separator}@b.cl`;
      for (const field of [fields.name, fields.email, fields.tags.element])
        assert.equal(field.safeParse(text).success, false);
      if (separator !== '\u001d') assert.throws(() => render([row(1, text, '', '', '', '')]), /separator/);
    }
  });
});
