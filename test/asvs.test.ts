import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { page, stateOf, testExists, writtenPage } from './asvs/generate.ts';
import { MAP } from './asvs/map.ts';
import { RULES } from './asvs/rules.ts';

/** As many rules of level 1 and 2 as the standard has in each chapter. */
const COUNTS = { 6: 35, 7: 18, 8: 7, 9: 7, 10: 29 };

describe('the map of OWASP ASVS', () => {
  it('knows every rule of its chapters, each once', () => {
    const numbers = RULES.map(([rule]) => rule);
    assert.equal(new Set(numbers).size, numbers.length);
    for (const [chapter, count] of Object.entries(COUNTS))
      assert.equal(numbers.filter((rule) => rule.startsWith(`${chapter}.`)).length, count, `V${chapter}`);
  });

  it('answers every rule, and no other', () => {
    assert.deepEqual(Object.keys(MAP).toSorted(), RULES.map(([rule]) => rule).toSorted());
    for (const [rule, evidence] of Object.entries(MAP)) {
      const given = Object.values(evidence).filter((part) => part.length > 0);
      assert.ok(given.length > 0, rule);
    }
  });

  it('names tests that exist', () => {
    const missing = Object.entries(MAP).flatMap(([rule, { tests = [] }]) =>
      tests.filter((test) => !testExists(test)).map((test) => `${rule}: ${test}`),
    );
    assert.deepEqual(missing, []);
  });

  it('would notice one that does not', () => {
    assert.ok(!testExists('test/asvs.test.ts › names tests that'));
    assert.ok(!testExists('test/nothing.test.ts › names tests that exist'));
    assert.equal(stateOf({ tests: ['test/nothing.test.ts › x'] }), 'open');
    assert.equal(stateOf({}), 'open');
  });

  it('is docs/asvs.md (node test/asvs/generate.ts writes it)', () => {
    assert.equal(writtenPage(), page());
  });
});
