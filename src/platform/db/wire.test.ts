import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bind } from './wire.ts';

/** Reads a Bind back the way PostgreSQL does (protocol 3.0). */
function read(text: string): { size: number; statement: string; values: (string | null)[] } {
  const message = Buffer.from(text, 'latin1');
  const end = message.indexOf(0, 6);
  let at = end + 5;
  const values = Array.from({ length: message.readUInt16BE(end + 3) }, () => {
    const length = message.readInt32BE(at);
    at += 4;
    if (length === -1) return null;
    at += length;
    return message.toString('utf8', at - length, at);
  });
  assert.equal(message.subarray(at).toString('hex'), '0000');
  return { size: message.readInt32BE(1), statement: message.toString('latin1', 6, end), values };
}

describe('a Bind', () => {
  it('says each value with its length in bytes', () => {
    const values = ['', 'Ana', null, 'ñandú 山田 😀', '\u0080', 'x'.repeat(255), 'ñ'.repeat(70_000)];
    const text = bind('name', values);
    assert.deepEqual(read(text), { size: text.length - 1, statement: 'name', values });
  });

  it('has room for as many values as a statement may take', () => {
    const values = Array.from({ length: 65_535 }, (_, i) => String(i));
    assert.deepEqual(read(bind('many', values)).values, values);
  });
});
