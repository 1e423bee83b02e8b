/**
 * `./smarteros test [--coverage] [filter…]`: every check of the project, each a step with its time. With filters only
 * the test files whose path contains one of them run. `./smarteros test engines [name…]` is something else: the contracts
 * of connectors against real engines (test/engines/live/run.ts), and `./smarteros test console` is the console in a browser. Needs nothing of this machine but Node, the dependencies and, for
 * test/edge, Go or Caddy.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countsOf, excerptOf, summaryLine, type Counts } from '#test/harness/report.ts';

interface Step {
  readonly name: string;
  /** Arguments of node, from the project's folder. */
  readonly command: readonly string[];
  /** What to do when it fails. */
  readonly remedy?: string;
  /** What we allow ourselves; more is only remarked on, as machines differ. */
  readonly budgetSeconds?: number;
  /** The step exists when this file does. */
  readonly when?: string;
  /** STEP_LIMIT_MS where none is given. */
  readonly limitMs?: number;
}

const PROJECT = join(import.meta.dirname, '..');
const OUT = 'out/test';
const TEST_FILES = '{src,test,bench}/**/*.test.ts';
/** What mostly waits, for processes to start and end, runs beside what mostly computes. */
const WAITING = /^(?:src\/host|test\/jobs)\/|^test\/access\/revocation/;
/** Rules that hold for every operation on every surface, and simulations with thousands of calls. */
const SWEEPING = /^test\/(?:parity|kernel|isolation|malformed|otp|access)\b/;
/** What needs the real Caddy, which the first run builds: a minute of both cores, that others' times shouldn't show. */
const EDGE = /^test\/edge\//;
/** The tests, in processes of their own. */
const GROUPS = ['sweeps', 'tests', 'processes', 'edge'] as const;
const groupOf = (file: string): (typeof GROUPS)[number] => {
  if (WAITING.test(file)) return 'processes';
  if (EDGE.test(file)) return 'edge';
  return SWEEPING.test(file) ? 'sweeps' : 'tests';
};
const WORKERS = 2;
const STEP_LIMIT_MS = 10 * 60_000;
const TEST_LIMIT_MS = 30_000;
/** All that tests see of the user's environment: no SMARTEROS_*, DATABASE_URL or key of an engine gets in. */
const KEPT_ENVIRONMENT =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|LANG|LC_\w+|TZ|TERM|CI|NODE_COMPILE_CACHE)$/;

const { values, positionals: filters } = parseArgs({
  options: { coverage: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const FINDINGS = 'Each finding says what to do instead.';

/** `./smarteros test console`: ten minutes and more, so not among the others. */
const CONSOLE: Step = { ...suite('console', 'test/console/run.ts'), limitMs: 30 * 60_000 };

/** In this order, two at a time: the tests beside the static checks, then the slow suites. */
const STEPS: readonly Step[] = [
  tests('sweeps'),
  tests('tests'),
  tests('processes'),
  { name: 'format', command: ['node_modules/oxfmt/bin/oxfmt', '--check'], remedy: 'npx oxfmt writes it.' },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--format=unix'], remedy: FINDINGS },
  { name: 'tree', command: ['test/lint/tree.ts'], remedy: FINDINGS },
  { name: 'types', command: ['node_modules/typescript-native/bin/tsc'] },
  {
    name: 'unused',
    command: ['node_modules/knip/bin/knip.js', '--no-progress'],
    remedy: 'Remove what nobody uses, or drop the word export.',
  },
  tests('edge'),
  suite('openapi', 'test/openapi/run.ts'),
  suite('conformance', 'test/conformance/run.ts'),
  suite('faults', 'test/faults/run.ts'),
  suite('words', 'console/check/run.ts'),
];
const COVERAGE: Step = {
  name: 'coverage',
  command: ['--disable-warning=ExperimentalWarning', 'test/harness/coverage.ts', ...GROUPS.map(lcovOf)],
  remedy: 'Test the lines above, or remove them.',
};

interface Result extends Counts {
  readonly step: Step;
  readonly ok: boolean;
  readonly output: string;
}

const running = new Set<ChildProcess>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) kill(child);
    process.exit(130);
  });
}

process.chdir(PROJECT);
if (filters[0] === 'console' && filters.length === 1)
  process.exitCode = (await start(CONSOLE, (text) => process.stdout.write(text))).code;
else if (filters[0] === 'engines') process.exitCode = await runLive(filters.slice(1));
else process.exitCode = await (filters.length > 0 ? runMatching() : runAll());

async function runLive(engines: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['test/engines/live/run.ts', ...engines], { stdio: 'inherit' });
  running.add(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

async function runAll(): Promise<number> {
  if (!existsSync('node_modules/oxlint')) {
    console.log('The development packages are missing. Run: npm ci');
    return 1;
  }
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const queue = STEPS.filter((step) => !step.when || existsSync(step.when));
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await perform(step));
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  if (values.coverage) results.push(await perform(COVERAGE, true));
  for (const result of results) if (!result.ok) explain(result);
  console.log(`\n${summaryLine(results)}`);
  return results.every((result) => result.ok) ? 0 : 1;
}

async function runMatching(): Promise<number> {
  if (testFiles().length === 0) {
    console.log(`No test file's path contains ${filters.join(' or ')}.`);
    return 1;
  }
  const step = tests('tests');
  const { code, output } = await start(step, (text) => process.stdout.write(text));
  console.log(`\n${summaryLine([countsOf(output, code === 0)])}`);
  return code;
}

async function perform(step: Step, show = false): Promise<Result> {
  const began = performance.now();
  const { code, output } = await start(step);
  const seconds = (performance.now() - began) / 1000;
  const ok = code === 0;
  const late =
    seconds > (step.budgetSeconds ?? Infinity) ? `, more than the ${step.budgetSeconds} s allowed` : '';
  writeFileSync(join(OUT, `${step.name}.log`), output);
  console.log(`${ok ? '✔' : '✖'} ${step.name.padEnd(12)}${seconds.toFixed(1).padStart(6)} s${late}`);
  if (ok && show) console.log(output);
  return { step, ok, output, ...countsOf(output, ok) };
}

function explain({ step, output }: Result): void {
  const log = join(OUT, `${step.name}.log`);
  const remedy = step.remedy ?? `To repeat it alone: node ${step.command.join(' ')}`;
  console.log(`\n✖ ${step.name}\n\n${excerptOf(output, log)}\n\n→ ${remedy} (whole output: ${log})`);
}

/** A program that prints `N passed, N failed` as a line of its own, or that counts as one check. */
function suite(name: string, path: string): Step {
  return { name, command: [path], when: path };
}

function testFiles(): string[] {
  const all = globSync(TEST_FILES).toSorted();
  return filters.length > 0 ? all.filter((file) => filters.some((filter) => file.includes(filter))) : all;
}

function lcovOf(step: string): string {
  return `${OUT}/${step}.info`;
}

/** One process for all files: a thousand tests start in half a second instead of seven. */
function tests(name: string): Step {
  const coverage = [
    '--experimental-test-coverage',
    '--test-coverage-include=src/**',
    '--test-coverage-exclude=**/*.test.ts',
    '--test-reporter=lcov',
    `--test-reporter-destination=${lcovOf(name)}`,
  ];
  const command = [
    '--test',
    '--test-isolation=none',
    `--test-timeout=${TEST_LIMIT_MS}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    ...(values.coverage && filters.length === 0 ? coverage : []),
    ...testFiles().filter((file) => filters.length > 0 || groupOf(file) === name),
  ];
  return {
    name,
    command,
    remedy: './smarteros test <part of a path> runs the files that match.',
    budgetSeconds: 120,
  };
}

/** Runs a step as a process group of its own, so that nothing it started outlives it. */
async function start(step: Step, show?: (text: string) => void): Promise<{ code: number; output: string }> {
  const kept = Object.entries(process.env).filter(([name]) => KEPT_ENVIRONMENT.test(name));
  const child = spawn(process.execPath, step.command, {
    detached: true,
    env: Object.fromEntries(kept),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      show?.(text);
    });
  }
  const { limitMs = STEP_LIMIT_MS } = step;
  const limit = setTimeout(() => {
    output += `\n${step.name} still ran after ${limitMs / 60_000} minutes and was stopped: a test hangs, or left a server, timer or pool open.\n`;
    kill(child);
  }, limitMs);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

function kill(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
