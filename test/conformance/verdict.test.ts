import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge, unknownEntries, type Check } from './verdict.ts';

const check = (id: string, status: Check['status']): Check => ({ id, status });
const [good, bad] = [check('good', 'SUCCESS'), check('bad', 'FAILURE')];

describe('verdict on a scenario', () => {
  const cases: [what: string, checks: Check[], baseline: string[], kind: string][] = [
    ['all well', [good, check('maybe', 'WARNING')], [], 'passed'],
    ['a failure nobody expected', [good, bad], [], 'failed'],
    ['a whole scenario that is expected to fail', [good, bad], ['s'], 'expected'],
    ['… and doesn’t', [good], ['s'], 'failed'],
    ['one check that is expected to fail', [good, bad], ['s:bad'], 'expected'],
    ['… and another that isn’t', [bad, check('worse', 'FAILURE')], ['s:bad'], 'failed'],
    ['… and doesn’t', [good], ['s:good'], 'failed'],
    ['… and never ran', [good, check('bad', 'SKIPPED')], ['s:bad', 's:absent'], 'passed'],
    ['nothing to try', [check('note', 'INFO')], [], 'idle'],
    ['an entry for a scenario with a longer name', [good, bad], ['s-more', 's-more:bad'], 'failed'],
  ];
  for (const [what, checks, baseline, kind] of cases) {
    it(what, () => assert.equal(judge('s', checks, baseline).kind, kind));
  }

  it('knows the entries that excuse nothing', () => {
    assert.deepEqual(unknownEntries(['s', 's:good', 't', 't:good'], new Set(['s'])), ['t', 't:good']);
  });
});
