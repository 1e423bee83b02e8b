/** Reads what checks print: node's test runner, or any program whose last line is `N passed, N failed`. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const EXCERPT_LINES = 200;
const HEAD_LINES = 150;

/** A step without tests of its own counts as one; one that failed counts at least one failure. */
export function countsOf(output: string, ok: boolean): Counts {
  const counts = ofRunner(output) ?? ofPlainLine(output);
  if (!counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  return ok ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

function ofRunner(output: string): Counts | undefined {
  const last = (name: string): number | undefined => {
    const found = [...output.matchAll(new RegExp(`^ℹ ${name} (\\d+)$`, 'gm'))].at(-1)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const passed = last('pass');
  if (passed === undefined) return undefined;
  const failed = (last('fail') ?? 0) + (last('cancelled') ?? 0);
  return { passed, failed, skipped: (last('skipped') ?? 0) + (last('todo') ?? 0) };
}

function ofPlainLine(output: string): Counts | undefined {
  const line = output.match(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m);
  return line
    ? { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3] ?? 0) }
    : undefined;
}

/** The closing line that CI reads. */
export function summaryLine(all: readonly Counts[]): string {
  const sum = (pick: (counts: Counts) => number): number => all.reduce((total, one) => total + pick(one), 0);
  const skipped = sum((one) => one.skipped);
  const line = `${sum((one) => one.passed)} passed, ${sum((one) => one.failed)} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** The part of a failed step's output that matters, bounded: of node's runner only the failures. */
export function excerptOf(output: string, log: string): string {
  const failures = output.lastIndexOf('✖ failing tests:');
  const lines = (failures >= 0 ? output.slice(failures) : output).replace(/^\n+/, '').trimEnd().split('\n');
  if (lines.length <= EXCERPT_LINES) return lines.join('\n');
  const tail = lines.slice(HEAD_LINES - EXCERPT_LINES);
  const left = lines.length - EXCERPT_LINES;
  return [...lines.slice(0, HEAD_LINES), `… ${left} lines more in ${log} …`, ...tail].join('\n');
}
