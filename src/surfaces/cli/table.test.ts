import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { table } from './table.ts';
import { plain } from './terminal.ts';
import { shellWord, truncate, width, wrap } from './text.ts';

const id = '01960000-0000-7000-8000-00000000000';
const rows = [
  {
    id: `${id}1`,
    name: 'Ana Pérez',
    email: 'ana@example.com',
    n: 5,
    note: null,
    at: '2026-03-01T12:00:00.000Z',
    version: 1,
  },
  {
    id: `${id}2`,
    name: 'Pedro Pablo Pérez Pereira',
    email: 'pedro.pablo.perez.pereira@una-empresa.cl',
    n: 12,
    note: null,
    at: null,
    version: 2,
  },
];

describe('table', () => {
  it('drops what matters least until the rest fits, and says so', () => {
    const { text, hidden } = table(rows, 80, plain);
    assert.equal(
      text,
      `ID                                    NAME                  EMAIL
${id}1  Ana Pérez             ana@example.com
${id}2  Pedro Pablo Pérez P…  pedro.pablo.perez.p…`,
    );
    assert.deepEqual(hidden, ['n', 'note', 'at']);
  });

  it('shares the room of a wider terminal among what was cut', () => {
    const { text, hidden } = table(rows, 120, plain);
    assert.equal(
      text,
      `ID                                    NAME                       EMAIL                         N  NOTE  AT (UTC)
${id}1  Ana Pérez                  ana@example.com               5  —     2026-03-01 12:00
${id}2  Pedro Pablo Pérez Pereira  pedro.pablo.perez.pereira@…  12  —     —`,
    );
    assert.deepEqual(hidden, []);
  });

  it('never cuts for a pipe', () => {
    const { text, hidden } = table(rows, Number.POSITIVE_INFINITY, plain);
    assert.match(text, /^ID +NAME +EMAIL +N +NOTE +AT \(UTC\) +VERSION$/m);
    assert.match(text, /pedro\.pablo\.perez\.pereira@una-empresa\.cl/);
    assert.deepEqual(hidden, []);
  });

  it('keeps identity however narrow the terminal is', () => {
    assert.match(table(rows, 30, plain).text, /^ID +NAME$/m);
  });

  it('stands in the order of the schema', () => {
    assert.match(
      table(
        [
          { id: 1, z: 2 },
          { id: 1, phone: 3, z: 4 },
        ],
        80,
        plain,
        ['id', 'phone', 'z'],
      ).text,
      /^ID +PHONE +Z$/m,
    );
  });
});

describe('text', () => {
  it('is measured in terminal columns', () => {
    assert.deepEqual(['abc', 'ñandú', '日本', '👩‍👩‍👧', 'é'].map(width), [3, 5, 4, 2, 1]);
    assert.equal(truncate('日本語です', 5), '日本…');
  });

  it('wraps at spaces and keeps long words whole', () => {
    assert.deepEqual(wrap('one two three-and-four', 7), ['one two', 'three-and-four']);
  });

  it('is quoted for a shell only where it must be', () => {
    assert.deepEqual(['a-b@c.cl', 'a b', "it's", '', '*'].map(shellWord), [
      'a-b@c.cl',
      "'a b'",
      String.raw`'it'\''s'`,
      "''",
      "'*'",
    ]);
  });
});
