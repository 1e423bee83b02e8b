/**
 * Line coverage of src from the lcov report of node's test runner, which merges the children that tests start. Only
 * lines with code count (no comments, types or blank lines), and a file that no test loads counts as uncovered.
 */
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const REQUIRED_PERCENT = 90;
const FILES_SHOWN = 15;
const RANGES_SHOWN = 8;

interface FileCoverage {
  readonly path: string;
  /** Numbers of the lines with code, and which of them never ran. */
  readonly lines: readonly number[];
  readonly missed: ReadonlySet<number>;
}

/** Per file the lines that ran in none of the reports. */
export function missedLines(...reports: readonly string[]): Map<string, Set<number>> {
  const missed = new Map<string, Set<number>>();
  for (const record of reports.flatMap((lcov) => lcov.split('end_of_record'))) {
    const path = record.match(/^SF:(.+)$/m)?.[1];
    if (!path) continue;
    const here = new Set([...record.matchAll(/^DA:(\d+),0$/gm)].map(([, line]) => Number(line)));
    missed.set(path, missed.get(path)?.intersection(here) ?? here);
  }
  return missed;
}

/** Numbers of the lines that hold code which can run. */
export function codeLines(source: string): number[] {
  const bare = stripTypeScriptTypes(source).replaceAll(/\/\*[\s\S]*?\*\//g, (comment) =>
    comment.replaceAll(/[^\n]/g, ''),
  );
  return bare
    .split('\n')
    .flatMap((line, index) => (/^\s*(?:\/\/.*|[\s)\]};,]*)$/.test(line) ? [] : [index + 1]));
}

function measure(path: string, missed: ReadonlyMap<string, ReadonlySet<number>>): FileCoverage {
  const lines = codeLines(readFileSync(path, 'utf8'));
  const never = missed.get(path);
  return { path, lines, missed: new Set(never ? lines.filter((line) => never.has(line)) : lines) };
}

/** `3-7, 12`: a range ends where a line with code did run. */
export function ranges(lines: readonly number[], missed: ReadonlySet<number>): string {
  const found: string[] = [];
  let first: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (!missed.has(line)) continue;
    first ??= line;
    if (missed.has(lines[index + 1] ?? 0)) continue;
    found.push(first === line ? `${line}` : `${first}-${line}`);
    first = undefined;
  }
  return found.length > RANGES_SHOWN ? `${found.slice(0, RANGES_SHOWN).join(', ')} …` : found.join(', ');
}

if (import.meta.main) {
  const missed = missedLines(...process.argv.slice(2).map((report) => readFileSync(report, 'utf8')));
  const paths = globSync('src/**/*.ts', { exclude: ['**/*.test.ts', '**/*.gen.ts', '**/fixtures/**'] });
  const files = paths.map((path) => measure(path, missed));
  const total = files.reduce((sum, file) => sum + file.lines.length, 0);
  const never = files.reduce((sum, file) => sum + file.missed.size, 0);
  const percent = total === 0 ? 100 : (100 * (total - never)) / total;
  const worst = files
    .filter((file) => file.missed.size > 0)
    .toSorted((a, b) => b.missed.size - a.missed.size);
  for (const { path, lines, missed: lacking } of worst.slice(0, FILES_SHOWN)) {
    const covered = `${Math.round((100 * (lines.length - lacking.size)) / lines.length)} %`;
    console.log(`${covered.padStart(5)}  ${path}: ${ranges(lines, lacking)}`);
  }
  console.log(
    `line coverage of src: ${percent.toFixed(1)} % of ${total} lines, ${REQUIRED_PERCENT} % required`,
  );
  process.exitCode = percent < REQUIRED_PERCENT ? 1 : 0;
}
