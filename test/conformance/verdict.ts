import { z } from 'zod';

/** One line of a scenario's `checks.json`. */
export const Check = z.object({
  id: z.string(),
  status: z.enum(['SUCCESS', 'FAILURE', 'WARNING', 'SKIPPED', 'INFO']),
  errorMessage: z.string().optional(),
});
export type Check = z.infer<typeof Check>;

export interface Verdict {
  readonly scenario: string;
  /** `idle`: the suite found nothing to try on a server like ours. */
  readonly kind: 'passed' | 'expected' | 'failed' | 'idle';
  readonly checks: { readonly passed: number; readonly failed: number };
  /** What went wrong, one line each. */
  readonly problems: readonly string[];
}

/**
 * Judges one scenario against the baseline by the suite's own rules (its README, "Expected Failures"): whoever fails
 * must stand in it, and whoever stands in it must fail. A baselined check that never ran is let off, since what it
 * builds upon failed and says so itself.
 */
export function judge(scenario: string, checks: readonly Check[], baseline: readonly string[]): Verdict {
  const failures = checks.filter(({ status }) => status === 'FAILURE');
  const counts = {
    passed: checks.filter(({ status }) => status === 'SUCCESS').length,
    failed: failures.length,
  };
  const failed = new Set(failures.map(({ id }) => id));
  const verdict = (problems: readonly string[]): Verdict => {
    const fine = failures.length > 0 ? 'expected' : counts.passed > 0 ? 'passed' : 'idle';
    return { scenario, kind: problems.length > 0 ? 'failed' : fine, checks: counts, problems };
  };

  if (baseline.includes(scenario)) {
    return verdict(
      failures.length > 0 ? [] : ['passes, although it is expected to fail: take it out of the list'],
    );
  }
  const excused = baseline
    .filter((entry) => entry.startsWith(`${scenario}:`))
    .map((entry) => entry.slice(scenario.length + 1));
  const ran = new Set(checks.filter(({ status }) => status !== 'SKIPPED').map(({ id }) => id));
  return verdict([
    ...failures
      .filter(({ id }) => !excused.includes(id))
      .map(({ id, errorMessage }) => `${id}: ${errorMessage ?? 'failed'}`),
    ...excused
      .filter((id) => ran.has(id) && !failed.has(id))
      .map((id) => `${id} passes, although it is expected to fail: take it out of the list`),
  ]);
}

/** Entries of the baseline that speak of no scenario in this run: a typing error would excuse nothing for ever. */
export const unknownEntries = (baseline: readonly string[], scenarios: ReadonlySet<string>): string[] =>
  baseline.filter((entry) => !scenarios.has(entry.split(':', 1)[0]!));
