import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeLines, missedLines, ranges } from '#test/harness/coverage.ts';

describe('coverage', () => {
  it('counts only lines whose code can run', () => {
    const source = [
      '/** A doc',
      ' * comment. */',
      'interface Shape {',
      '  side: number;',
      '}',
      '',
      '// Why.',
      'export const area = ({ side }: Shape): number => {',
      '  return side * side; // square',
      '};',
    ];
    assert.deepEqual(codeLines(source.join('\n')), [8, 9]);
    assert.deepEqual(codeLines('export type A = string;\n'), []);
  });

  it('reads which lines never ran, per file', () => {
    const lcov = 'SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\nSF:src/b.ts\nDA:1,3\nend_of_record\n';
    assert.deepEqual(
      [...missedLines(lcov)],
      [
        ['src/a.ts', new Set([2])],
        ['src/b.ts', new Set()],
      ],
    );
  });

  it('joins missed lines over lines without code', () => {
    assert.equal(ranges([1, 2, 4, 7, 8, 9], new Set([2, 4, 8])), '2-4, 8');
    assert.equal(ranges([1, 2], new Set()), '');
  });
});
