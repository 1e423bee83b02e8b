import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CODE_TRIES, newCode } from '#features/identity/codes.ts';
import { NUMBER_FAILURES, NUMBER_SENDS, tierOf, TIERS } from '#features/identity/otp/budget.ts';
import { slotsAt } from '#features/identity/otp/slots.ts';
import { MAX_DAILY_SENDS } from '#platform/config-settings.ts';

const GOAL = 1e-3;
const DAY_MS = 24 * 3_600_000;

describe('the chance that guessing takes over any account of the platform in a day', () => {
  /**
   * A code of d digits is uniform over 10^d, so each look at it is right with 10^-d, whatever was guessed before; by
   * the union bound n looks find any code with n · 10^-d at the most. A look happens only while fewer than `failures`
   * wrong ones are counted, so `failures` bounds the looks up to and including the first right one.
   */
  it('is at most 10⁻³, by the figures the code uses', () => {
    // The longest codes have no budget. In 24 h there are those sent in them and in the 5 minutes before.
    const longest = 2 * MAX_DAILY_SENDS * CODE_TRIES;
    const chance = TIERS.reduce(
      (sum, { digits, failures }) => sum + Math.min(failures, longest) / 10 ** digits,
      0,
    );
    assert.ok(chance <= GOAL, `${chance}`);
    assert.ok(chance > GOAL / 10, 'the bound is about these figures, not about none');
  });

  it('is far below that at one number', () => {
    const day = NUMBER_SENDS.day * CODE_TRIES;
    assert.ok(day / 10 ** TIERS[0].digits <= 5e-5);
    assert.ok(NUMBER_FAILURES[0] <= 100, 'NIST SP 800-63B-4');
  });

  it('counts hours that cover the last 24 h at any minute', () => {
    for (let minute = 0; minute < 60; minute += 1) {
      const now = new Date(Date.UTC(2026, 0, 5, 13, minute, 59, 999));
      assert.ok(slotsAt(now).since.getTime() <= now.getTime() - DAY_MS);
    }
  });
});

describe('the tier of a code', () => {
  for (const [platform, number, tier] of [
    [[0, 0, 0], 0, 0],
    [[499, 0, 0], 99, 0],
    [[500, 0, 0], 0, 1],
    [[0, 0, 0], 100, 1],
    [[500, 40_000, 0], 0, 2],
    [[0, 40_000, 0], 0, 0],
    [[0, 40_000, 0], 100, 2],
    [[0, 0, 0], 1000, 2],
    [[1e9, 1e9, 1e9], 1e9, 2],
  ] as const) {
    it(`is ${tier} after ${platform.join(', ')} wrong guesses, ${number} of them at the number`, () =>
      assert.equal(tierOf(platform, number), tier));
  }

  it('makes codes of its length, every one as likely', () => {
    for (const { digits } of TIERS) {
      const first = Array.from({ length: 10 }, () => 0);
      for (let i = 0; i < 20_000; i += 1) {
        const code = newCode(digits);
        assert.match(code, new RegExp(`^\\d{${digits}}$`));
        first[Number(code[0])]! += 1;
      }
      // Six standard deviations of a tenth of 20,000.
      for (const n of first) assert.ok(Math.abs(n - 2000) < 6 * 42.5, `${digits}: ${first.join(' ')}`);
    }
  });
});
