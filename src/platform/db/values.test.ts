import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { openLab, reason, type Lab } from '#test/db/lab.ts';
import type { Pool } from './pool.ts';
import { statement } from './statement.ts';

const RUNS = 200;
/** What PostgreSQL can hold: no NUL, no half of a surrogate pair. */
const text = fc.string({ unit: 'binary', maxLength: 12 }).map((value) => value.replaceAll('\0', ''));
const TRICKY = [
  '',
  ' ',
  'NULL',
  'null',
  '"',
  '\\',
  '\\"',
  "'",
  '{',
  '}',
  '{}',
  ',',
  'a,b',
  '\n',
  '\t',
  'ñ',
  '👩‍🚀',
  '\u{10FFFF}',
  '$1',
];

describe('values through a batch', () => {
  let lab: Lab;
  let pool: Pool;
  before(async () => {
    lab = await openLab();
    pool = lab.pool();
  });
  after(() => lab.stop());

  const throughAll = async (type: string, values: readonly unknown[]): Promise<unknown[]> => {
    const rows = await pool.batch(
      values.map((value) => statement<{ v: unknown }>(`select $1::${type} as v`, [value])),
    );
    return rows.map(([row]) => row!.v);
  };
  const through = async (type: string, value: unknown): Promise<unknown> =>
    (await throughAll(type, [value]))[0];
  const refused = (type: string, value: unknown): Promise<Error> => reason(through(type, value));

  it('text', async () => {
    const values = [...TRICKY, ...fc.sample(text, RUNS)];
    assert.deepEqual(await throughAll('text', values), values);
  });

  it('text that PostgreSQL can’t hold is the caller’s error', async () => {
    const error = (await refused('text', 'a\0b')) as Error & { code?: string };
    assert.equal(error.code, 'invalid_input');
  });

  it('arrays of text, with quotes, commas, braces and NULL', async () => {
    const item = fc.oneof(text, fc.constantFrom(null, ...TRICKY));
    const values = [[], [null], ['*'], TRICKY, ...fc.sample(fc.array(item, { maxLength: 6 }), RUNS)];
    assert.deepEqual(await throughAll('text[]', values), values);
  });

  it('arrays of ids', async () => {
    const ids = ['0196f0a0-0000-7000-8000-000000000001', '0196f0a0-0000-7000-8000-000000000002'];
    assert.deepEqual(await through('uuid[]', ids), ids);
    assert.deepEqual(await through('uuid[]', [null, undefined]), [null, null]);
  });

  it('refuses arrays of arrays instead of flattening them', async () => {
    assert.match((await refused('text[]', '{{a},{b}}')).message, /not a plain array/);
    assert.match((await refused('text[]', '[0:1]={a,b}')).message, /not a plain array/);
  });

  it('JSON', async () => {
    const value = { text: TRICKY, deep: [{ a: null, b: [1.5, true, 'ñ'] }] };
    for (const type of ['json', 'jsonb']) {
      assert.deepEqual(await through(type, value), value);
      assert.deepEqual(await through(type, JSON.stringify([1, 2])), [1, 2]);
      assert.equal(await through(type, 'null'), null);
    }
  });

  it('times: UTC, cut to milliseconds', async () => {
    const cases = {
      '2026-11-21T07:41:02Z': '2026-11-21T07:41:02.000Z',
      '2026-11-21T07:41:02.1Z': '2026-11-21T07:41:02.100Z',
      '2026-11-21T07:41:02.999999Z': '2026-11-21T07:41:02.999Z',
      '2026-11-21T04:41:02.5-03:00': '2026-11-21T07:41:02.500Z',
      '1969-12-31T23:59:59.999999Z': '1969-12-31T23:59:59.999Z',
      '0001-01-01T00:00:00.000001Z': '0001-01-01T00:00:00.000Z',
      '9999-12-31T23:59:59.999Z': '9999-12-31T23:59:59.999Z',
    };
    assert.deepEqual(await throughAll('timestamptz', Object.keys(cases)), Object.values(cases));
    const dates = [new Date(0), new Date(-1), new Date('1900-03-01T12:00:00.007Z')];
    assert.deepEqual(
      await throughAll('timestamptz', dates),
      dates.map((date) => date.toISOString()),
    );
  });

  it('refuses times that no ISO text could say', async () => {
    for (const value of ['infinity', '0044-03-15 12:00:00+00 BC', '12000-01-01T00:00:00Z']) {
      assert.match((await refused('timestamptz', value)).message, /is not a time/, value);
    }
    assert.deepEqual(await through('text', 'the next one'), 'the next one');
  });

  it('bytes come out as hexadecimal text', async () => {
    const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    assert.deepEqual(await through('bytea', every), every);
    assert.deepEqual(await through('bytea', Buffer.alloc(0)), Buffer.alloc(0));
  });

  it('booleans and null', async () => {
    assert.deepEqual(await throughAll('boolean', [true, false, null, undefined]), [true, false, null, null]);
  });

  it('numbers', async () => {
    const { MAX_SAFE_INTEGER: max } = Number;
    assert.deepEqual(await throughAll('bigint', [0, -1, max, -max, BigInt(max)]), [0, -1, max, -max, max]);
    assert.deepEqual(await throughAll('integer', [2 ** 31 - 1, -(2 ** 31)]), [2 ** 31 - 1, -(2 ** 31)]);
    const floats = [0.1, -1e-300, Number.MAX_VALUE, Infinity, NaN];
    assert.deepEqual(await throughAll('float8', floats), floats);
    // Exact, so as text: a number would lose digits.
    assert.equal(
      await through('numeric', '123456789012345678901234567890.12'),
      '123456789012345678901234567890.12',
    );
  });

  it('refuses a bigint that a number would round', async () => {
    assert.match((await refused('bigint', 2n ** 53n)).message, /too large/);
  });

  it('refuses an invalid Date before anything is sent', async () => {
    assert.equal((await refused('timestamptz', new Date(Number.NaN))).name, 'RangeError');
    assert.equal(await through('integer', 1), 1);
  });
});
