import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runCommand } from '#host/command.ts';
import {
  checkClock,
  checkDependencies,
  checkDisk,
  checkHome,
  checkKeys,
  checkMemory,
  checkNode,
  checkPort,
  checkVersion,
  embeddedVersion,
  fail,
  type Finding,
  ok,
  warn,
} from '#host/doctor-checks.ts';
import { MAIN_ENTRY } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';
import { summarise } from '#host/log-lines.ts';
import { paint, print } from '#host/output.ts';
import { adoptPostgres, locatePostgres, postgresUrl } from '#host/postgres.ts';
import { superuserPassword } from '#host/postgres-password.ts';
import { masterSecret } from '#platform/secrets.ts';
import { statusReport } from '#host/status.ts';
import { childEnv, type Config, ConfigError, homeFolder, loadConfig } from '#platform/config.ts';

const HELP = `Usage: smarteros doctor

Looks at everything SmarterOS needs on this machine. Exit code: 1 when something must be mended.`;

const CHECK_TIMEOUT_MS = 20_000;
/** How `main.ts migrate --check` tells (beside its exit code 1) that it reached the database. */
const PENDING = /^Pending:/m;

type Schema = { code: number | null; output: string };

async function askSchema(config: Config, entry: string, url: string): Promise<Schema> {
  const env = childEnv(config, { DATABASE_URL: url, DATABASE_DIRECT_URL: config.databaseDirectUrl ?? url });
  const child = spawn(process.execPath, [entry, 'migrate', '--check'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: CHECK_TIMEOUT_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** `known` is the server's version when we know it without asking. */
function judgeSchema({ code, output }: Schema, known?: number): Finding[] {
  const reported = /"serverVersionNum":\s*"?(\d{6})/.exec(output)?.[1];
  const number = known ?? (reported ? Number(reported) : undefined);
  const version = number === undefined ? [] : [checkVersion(number)];
  if (code === 0) return [...version, ok('Database: reachable, schema up to date')];
  if (PENDING.test(output)) {
    return [
      ...version,
      warn('Database: reachable, but migrations are waiting.', 'They run at the next ./smarteros up.'),
    ];
  }
  const said = summarise(output.split('\n')) || 'no answer';
  return [
    ...version,
    fail(`Database: ${said}`, 'Check DATABASE_URL, and that the server runs and accepts this login.'),
  ];
}

async function checkDatabase(config: Config, entry: string): Promise<Finding[]> {
  if (config.databaseUrl) return judgeSchema(await askSchema(config, entry, config.databaseUrl));
  const place = locatePostgres(config.home);
  const version = embeddedVersion(config.home);
  if (adoptPostgres(place)) {
    const url = postgresUrl(place, superuserPassword(masterSecret(config)));
    return judgeSchema(await askSchema(config, entry, url), version);
  }
  return [checkVersion(version), ok('Database: embedded, not running now')];
}

function checkRunning(home: string): Finding {
  const { status, errors } = statusReport(home);
  if (status === 'degraded')
    return fail(`SmarterOS is degraded: ${errors?.join('; ')}`, 'See ./smarteros logs.');
  return ok(`SmarterOS is ${status}`);
}

async function checkConfigured(home: string, entry: string): Promise<Finding[]> {
  try {
    const config = loadConfig();
    return [
      ok('Configuration'),
      await checkPort(config),
      ...(await checkDatabase(config, entry)),
      checkRunning(home),
    ];
  } catch (error) {
    if (error instanceof HostError) return [fail(error.message, error.remedy)];
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ name, message, from }) => {
      return fail(
        `${name}: ${message}`,
        `Correct it in ${from === 'environment' ? 'the environment' : from}.`,
      );
    });
  }
}

const MARKS = { ok: ['green', '✓'], warn: ['yellow', '!'], fail: ['red', '✗'] } as const;

function show(finding: Finding): void {
  const [colour, mark] = MARKS[finding.level];
  print(`${paint(colour, mark)} ${finding.text}`);
  if (finding.level !== 'ok') print(`  ${paint('dim', '→')} ${finding.remedy}`);
}

async function examine(home: string, entry: string): Promise<Finding[]> {
  const usable = checkHome(home);
  const always = [checkNode(), checkDependencies(), checkMemory(), checkClock(), usable];
  if (usable.level !== 'ok') return always;
  return [...always, checkDisk(home), ...checkKeys(home), ...(await checkConfigured(home, entry))];
}

/** `smarteros doctor`. `entry` is another program than ours in tests only. */
export function doctor(args: string[], entry: string = MAIN_ENTRY): Promise<number> {
  return runCommand(args, {
    help: HELP,
    options: {},
    onFailure: 1,
    async run() {
      const findings = await examine(homeFolder(), entry);
      for (const finding of findings) show(finding);
      const count = (level: Finding['level']): number =>
        findings.filter((finding) => finding.level === level).length;
      print(`\n${count('fail')} to mend, ${count('warn')} to watch, ${count('ok')} fine.`);
      return count('fail') > 0 ? 1 : 0;
    },
  });
}
