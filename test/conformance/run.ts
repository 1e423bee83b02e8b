/**
 * The official conformance suite against the real MCP surface and kernel, for both revisions that we serve, each
 * with everything that the revision requires and what it runs without scoring. Fails when something fails that isn't
 * expected to, or the other way round. Ends with the sum of all checks; those that fail as expected are `skipped`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { startServer } from '#test/conformance/server.ts';
import { Check, judge, unknownEntries, type Verdict } from '#test/conformance/verdict.ts';

const REVISIONS = ['2026-07-28', '2025-11-25'] as const;
const SUITE = join(import.meta.dirname, '../../node_modules/@modelcontextprotocol/conformance');
const SCENARIO_LIMIT_MS = 8_000;
const RUN_LIMIT_MS = 80_000;
/** `server-<scenario>-<time of the run>` */
const RESULT_FOLDER = /^server-(.+)-\d{4}-\d\d-\d\dT[\d-]+Z$/;
const Baseline = z.strictObject({ server: z.array(z.string()) });
const Requirements = z.object({
  server: z.array(z.string()),
  not_scored: z.array(z.object({ scenario: z.string(), leg: z.string() })),
});

const SIGNS = { passed: '✔', expected: '○', failed: '✖', idle: '·' } as const;
const NOTES = { passed: '', expected: ', as expected', failed: '', idle: ', nothing to try' } as const;

const readYaml = <T>(schema: z.ZodType<T>, path: string): T =>
  schema.parse(parse(readFileSync(path, 'utf8')));

async function runSuite(url: string, revision: string, out: string): Promise<string> {
  const args = ['server', '--url', url, '--requirements', revision];
  const limits = ['--timeout', String(SCENARIO_LIMIT_MS), '--output-dir', out];
  const child = spawn(process.execPath, [join(SUITE, 'dist/index.js'), ...args, ...limits], {
    timeout: RUN_LIMIT_MS,
  });
  const [stdout, stderr] = await Promise.all([child.stdout.toArray(), child.stderr.toArray()]);
  return Buffer.concat([...stdout, ...stderr] as Buffer[]).toString();
}

async function verdictsOf(url: string, revision: string): Promise<Verdict[]> {
  const out = mkdtempSync(join(tmpdir(), 'smarteros-conformance-'));
  try {
    const output = await runSuite(url, revision, out);
    const baseline = readYaml(
      Baseline,
      join(import.meta.dirname, `expected-failures-${revision}.yaml`),
    ).server;
    const required = readYaml(Requirements, join(SUITE, `requirements/${revision}.yaml`));
    const verdicts = readdirSync(out).map((folder) => {
      const scenario = RESULT_FOLDER.exec(folder)?.[1] ?? folder;
      const text = readFileSync(join(out, folder, 'checks.json'), 'utf8');
      return judge(scenario, z.array(Check).parse(JSON.parse(text)), baseline);
    });
    const ran = new Set(verdicts.map(({ scenario }) => scenario));
    const unscored = required.not_scored
      .filter(({ leg }) => leg === 'server')
      .map(({ scenario }) => scenario);
    const missing = [...required.server, ...unscored].filter((scenario) => !ran.has(scenario));
    if (missing.length > 0) throw new Error(`the suite didn't run ${missing.join(', ')}:\n${output}`);
    const unknown = unknownEntries(baseline, ran);
    if (unknown.length > 0) throw new Error(`no scenario of ${revision} is called ${unknown.join(', ')}`);
    return verdicts;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function report(revision: string, verdicts: readonly Verdict[]): void {
  console.log(`\n${revision}`);
  for (const { scenario, kind, checks, problems } of verdicts) {
    console.log(
      `${SIGNS[kind]} ${scenario.padEnd(46)} ${checks.passed} passed, ${checks.failed} failed${NOTES[kind]}`,
    );
    for (const problem of problems) console.log(`    ${problem}`);
  }
  const count = (kind: Verdict['kind']): number => verdicts.filter((verdict) => verdict.kind === kind).length;
  const fine = `${count('passed')} pass, ${count('expected')} fail as expected, ${count('idle')} have nothing to try`;
  console.log(`Scenarios: ${fine}, ${count('failed')} go wrong`);
}

const server = await startServer();
try {
  // At the same time: the eras share one path, and no request may depend on the one before it.
  const all = await Promise.all(REVISIONS.map((revision) => verdictsOf(server.url, revision)));
  all.forEach((verdicts, i) => report(REVISIONS[i]!, verdicts));
  const sum = (count: (verdict: Verdict) => number): number =>
    all.flat().reduce((total, one) => total + count(one), 0);
  const failed = sum(({ problems }) => problems.length);
  const passed = sum(({ checks }) => checks.passed);
  const excused = sum(({ kind, checks }) => (kind === 'failed' ? 0 : checks.failed));
  console.log(`\n${passed} passed, ${failed} failed, ${excused} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await server.stop();
}
