import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countsOf, excerptOf, summaryLine } from '#test/harness/report.ts';

const RUNNER = 'ℹ tests 7\nℹ suites 1\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ todo 0\n';

describe('the report of a test run', () => {
  it('counts what the test runner counted; a cancelled test has failed', () => {
    assert.deepEqual(countsOf(RUNNER, false), { passed: 4, failed: 2, skipped: 1 });
  });

  it('counts a plain closing line', () => {
    assert.deepEqual(countsOf('…\n12 passed, 0 failed, 3 skipped\n', true), {
      passed: 12,
      failed: 0,
      skipped: 3,
    });
  });

  it('counts any other check as one', () => {
    assert.deepEqual(countsOf('', true), { passed: 1, failed: 0, skipped: 0 });
    assert.deepEqual(countsOf('no', false), { passed: 0, failed: 1, skipped: 0 });
  });

  it('never reports a failed step without a failure', () => {
    assert.equal(countsOf('3 passed, 0 failed\nthen it crashed', false).failed, 1);
  });

  it('sums up in one line', () => {
    const counts = [countsOf(RUNNER, false), countsOf('', true)];
    assert.equal(summaryLine(counts), '5 passed, 2 failed, 1 skipped');
    assert.equal(summaryLine([countsOf('', true)]), '1 passed, 0 failed');
  });

  it('shows of a test run only the failures', () => {
    assert.equal(excerptOf('✔ fine\n✖ failing tests:\n\n✖ this\n', 'x.log'), '✖ failing tests:\n\n✖ this');
  });

  it('is bounded, and says where the rest stands', () => {
    const lines = excerptOf('line\n'.repeat(10_000), 'out/x.log').split('\n');
    assert.equal(lines.length, 201);
    assert.equal(lines[150], '… 9800 lines more in out/x.log …');
  });
});
