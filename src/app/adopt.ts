import { readFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';
import type { EngineDefinition, Secrets, State } from '#core/engine.ts';
import { ERRORS, toAppError, type Language } from '#core/errors.ts';
import { PLATFORM } from '#core/platform.ts';
import { systemClock } from '#platform/clock.ts';
import { loadConfig } from '#platform/config.ts';
import { settingNames } from '#platform/config-settings.ts';
import { createEngineCalls, type EngineCallsOptions } from '#platform/engines/call.ts';
import { HttpError, httpRequest } from '#platform/http.ts';
import { existingOperatorKey } from '#platform/secrets.ts';
import { ENGINES } from './engines.ts';

const HELP = `Usage: smarteros adopt --env FILE [--apply]

Takes over the engines of an existing installation, from the names in its env file (.env.production).

  --env FILE   the file; it is only read
  --apply      connect what was found; without it, only show it

What is connected already stays as it is. Exit code: 1 when something that the file names can't be used.`;

const EXIT_USAGE = 2;
const LOOK_MS = 15_000;
const NAME = 'main';

/** What the file says of an engine, and what became of it. Nothing in it is secret. */
interface Finding {
  readonly engine: string;
  readonly words: string;
  readonly bad: boolean;
}

interface Adoption {
  readonly url: string;
  readonly credentials: Secrets;
  readonly settings: State;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The API of this installation, as the operator. */
interface Operator {
  /** Engines that have a shared instance already; undefined when nobody can say. */
  readonly connected: () => Promise<ReadonlySet<string> | undefined>;
  /** @returns undefined when it was connected, else why not */
  readonly connect: (engine: string, adoption: Adoption) => Promise<string | undefined>;
}

/** Asks the engine itself: whether it is there, takes the credentials, and what it is. @returns its version */
async function look(
  { connector }: EngineDefinition,
  { url, credentials, settings }: Adoption,
  options: EngineCallsOptions,
): Promise<string> {
  const calls = createEngineCalls(options);
  const link = {
    instanceId: systemClock.id(),
    url: url.replace(/\/+$/, ''),
    trusted: true,
    shared: true,
    version: null,
    settings: connector!.settings.parse(settings) as State,
    credentials: connector!.credentials.parse(credentials) as Secrets,
    state: {},
    secrets: {},
  };
  const { ctx } = calls.open({
    link,
    tenant: PLATFORM,
    requestId: systemClock.id(),
    changes: false,
    timeoutMs: LOOK_MS,
    signal: AbortSignal.timeout(LOOK_MS),
    clock: systemClock,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  return (await connector!.discover(ctx)).version;
}

function wordsOf(error: unknown, language: Language): string {
  const { code, options } = toAppError(error);
  const title = ERRORS[code].title[language];
  const detail = options.detail?.[language];
  return detail === undefined ? title : `${title} ${detail}`;
}

async function adoptOne(
  engine: EngineDefinition,
  env: Env,
  options: { operator: Operator; apply: boolean; language: Language; calls: EngineCallsOptions },
): Promise<Finding | undefined> {
  const { name, title, settings, connector } = engine;
  const finding = (words: string, bad = false): Finding => ({ engine: title, words, bad });
  const given = settings.filter((one) => env[one]);
  if (!connector?.adopt || given.length === 0) return undefined;
  const adoption = connector.adopt(env);
  if (!adoption) {
    const missing = settings.filter((one) => !env[one]);
    return finding(`incomplete: ${missing.join(', ') || 'a name'} is missing. Skipped.`, true);
  }
  const { operator, apply, language, calls } = options;
  const origin = URL.parse(adoption.url)?.origin;
  if (!origin?.startsWith('http')) return finding('its address is no web address. Skipped.', true);
  const connected = await operator.connected();
  if (connected?.has(name)) return finding(`${origin}: connected already; it stays as it is. Skipped.`);
  let version: string;
  try {
    version = await look(engine, adoption, calls);
  } catch (error) {
    return finding(`${origin}: ${wordsOf(error, language)} Skipped.`, true);
  }
  const found = `${origin}: version ${version}, reachable, credentials accepted.`;
  if (!apply) return finding(`${found} Would be connected.`);
  const trouble = await operator.connect(name, adoption);
  return trouble === undefined
    ? finding(`${found} Connected.`)
    : finding(`${found} Not connected: ${trouble}`, true);
}

/** Names that are no engine's to connect: settings of SmarterOS itself, and what nobody here knows. */
function others(env: Env): string[] {
  const used = new Set(
    ENGINES.filter(({ connector }) => connector?.adopt).flatMap(({ settings }) => settings),
  );
  const names = Object.keys(env).filter((name) => env[name] && !used.has(name));
  const own = names.filter((name) => (settingNames as readonly string[]).includes(name));
  const unknown = names.length - own.length;
  return [
    ...(own.length > 0 ? [`Settings to copy into smarteros.yaml: ${own.join(', ')}.`] : []),
    ...(unknown > 0 ? [`${unknown} other names mean nothing here; they were left alone.`] : []),
  ];
}

/** Lines to print, without any value of the file but addresses; and whether all went well. */
export async function adopt(
  env: Env,
  options: { operator: Operator; apply: boolean; language: Language; calls?: EngineCallsOptions },
): Promise<{ lines: string[]; ok: boolean }> {
  const all = { calls: {}, ...options };
  const findings: Finding[] = [];
  for (const engine of ENGINES) {
    const finding = await adoptOne(engine, env, all);
    if (finding) findings.push(finding);
  }
  const lines = findings.map(({ engine, words, bad }) => `${bad ? '✗' : '✓'} ${engine}  ${words}`);
  if (findings.length === 0) lines.push('The file names no engine that can be connected.');
  if (!options.apply && findings.some(({ bad }) => !bad))
    lines.push('Nothing was changed. Connect with --apply.');
  return { lines: [...lines, ...others(env)], ok: findings.every(({ bad }) => !bad) };
}

/** The running API, at which the key file of this host speaks. */
export function operatorApi(url: string, key: string): Operator {
  const ask = (method: 'GET' | 'POST', path: string, body?: unknown) =>
    httpRequest({
      method,
      url: url + path,
      timeoutMs: 2 * LOOK_MS,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    connected: async () => {
      try {
        const { status, text } = await ask('GET', '/instances');
        if (status !== 200) return undefined;
        const { data } = JSON.parse(text) as { data: { engine: string }[] };
        return new Set(data.map(({ engine }) => engine));
      } catch (error) {
        if (error instanceof HttpError) return undefined;
        throw error;
      }
    },
    connect: async (engine, adoption) => {
      try {
        const { status, text } = await ask('POST', '/instances', { engine, name: NAME, ...adoption });
        if (status < 300) return undefined;
        const problem = JSON.parse(text) as { title?: string; detail?: string };
        return problem.detail ?? problem.title ?? `the API answered ${status}.`;
      } catch (error) {
        if (error instanceof HttpError) return 'the API can’t be reached. Is it running? ./smarteros status';
        throw error;
      }
    },
  };
}

const fail = (words: string): number => {
  process.stderr.write(`Error: ${words}\n`);
  return EXIT_USAGE;
};

/** `smarteros adopt --env FILE`. Answers the exit code. */
export async function runAdopt(args: string[]): Promise<number> {
  let values: { env?: string; apply: boolean; help: boolean };
  try {
    ({ values } = parseArgs({
      args,
      options: {
        env: { type: 'string' },
        apply: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${HELP}`);
  }
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (values.env === undefined) return fail(`give the file by --env\n\n${HELP}`);
  let env: Env;
  try {
    env = parseEnv(readFileSync(values.env, 'utf8'));
  } catch {
    return fail(`${values.env} can’t be read.`);
  }
  const config = loadConfig();
  const key = config.key ?? existingOperatorKey(config.home);
  if (key === undefined) return fail('SmarterOS has not been started here yet. Run: ./smarteros up');
  const operator = operatorApi(config.url ?? `http://127.0.0.1:${config.port}`, key);
  const { lines, ok } = await adopt(env, { operator, apply: values.apply, language: config.language });
  process.stdout.write(`${lines.join('\n')}\n`);
  return ok ? 0 : 1;
}
