import { join, resolve } from 'node:path';
import { type ConfigProblem, readSettingsFile } from '#platform/config-file.ts';
import {
  engineSettingsSchema,
  type EngineSettings,
  expectation,
  type SettingName,
  settingNames,
  type Settings,
  settingsSchema,
} from '#platform/config-settings.ts';
import { nearestName } from '#platform/config-suggest.ts';

export type { ConfigProblem } from '#platform/config-file.ts';

export type Config = Readonly<{
  home: string;
  /** The settings file, whether it exists or not. */
  file: string;
  port: number;
  host: string;
  /** Where people and programs outside reach the API; without a closing slash. */
  publicUrl: string;
  /** For the CLI: the server to talk to, and the key to show it. */
  url?: string;
  key?: string;
  secret?: string;
  logLevel: Settings['SMARTEROS_LOG_LEVEL'];
  corsOrigins: readonly string[];
  trustedProxies: readonly string[];
  /** Requests per minute. */
  rateLimitIp: number;
  rateLimitKey: number;
  rateLimitTenant: number;
  /** One-time codes: to numbers of which countries, and how many a day at the most. */
  otp: Readonly<{ countries: readonly string[]; dailySends: number }>;
  workerConcurrency: number;
  /** Where a worker answers Prometheus; nowhere when unset. */
  workerMetricsPort?: number;
  /** The collector of traces (OTLP over HTTP). */
  otlp?: Readonly<{ endpoint: string; headers: Readonly<Record<string, string>>; ratio: number }>;
  databaseUrl?: string;
  /** Past a pooler, for workers and migrations; the same as `databaseUrl` when unset. */
  databaseDirectUrl?: string;
  nodeEnv: Settings['NODE_ENV'];
  enableMcp: boolean;
  /** Whether the console is built and served under /app. */
  console: boolean;
  /** Companies have the hosts `{slug}.<domain>`. */
  domain?: string;
  /** HashiCorp Vault or OpenBao, whose tokens are accepted as our policies say. */
  vault?: Readonly<{
    address: string;
    namespace?: string;
    /** File with the authority of its certificate (PEM). */
    caFile?: string;
    policies: Settings['VAULT_POLICIES'];
    /** Where the KV version 2 is mounted, and our AppRole there: with it Vault keeps our secrets. */
    mount: string;
    role?: Readonly<{ roleId: string; secretId: string }>;
  }>;
  /** Which store of secrets is used: Vault's once it is set up, unless said otherwise. */
  secrets: 'embedded' | 'vault';
  /** Whether strangers' programs may register themselves as OAuth clients. */
  oauthRegistration: boolean;
  /** Whether people may log in with a password. */
  passwords: boolean;
  /** Where else people may log in (OpenID Connect). */
  issuers: Settings['SMARTEROS_OIDC_ISSUERS'];
  /** Of the person at the terminal, by LC_ALL and LANG. */
  language: 'en' | 'es';
  engines: Readonly<EngineSettings>;
}>;

/** All unknown and invalid settings at once. Its message names settings, never their values. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ name, message, from }) => `  ${name} (${from}): ${message}`);
    super(['The configuration has problems:', ...lines].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const FROM_ENVIRONMENT = 'environment';
const OWN_PREFIX = 'SMARTEROS_';
const PROJECT = resolve(import.meta.dirname, '../..');

/** The folder of data, keys and logs. It works even when other settings are broken. */
export function homeFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env['SMARTEROS_HOME'] || join(PROJECT, '.smarteros'));
}

const isKnown = (name: string): name is SettingName => (settingNames as readonly string[]).includes(name);

function unknown(name: string, from: string): ConfigProblem {
  const suggestion = nearestName(name, settingNames);
  const hint = suggestion ? `did you mean ${suggestion}?` : 'smarteros.example.yaml lists all of them';
  return { name, message: `unknown setting; ${hint}`, from };
}

type Given = {
  values: Partial<Record<SettingName, string>>;
  sources: Map<string, string>;
  problems: ConfigProblem[];
};

/** The file's values overridden by the environment's. An empty value counts as not given. */
function collect(env: NodeJS.ProcessEnv, path: string): Given {
  const file = readSettingsFile(path);
  const given: Given = { values: {}, sources: new Map(), problems: [...file.problems] };
  const take = (name: string, value: string | undefined, from: string): void => {
    if (!value || !isKnown(name)) return;
    given.values[name] = value;
    given.sources.set(name, from);
  };
  for (const [name, value] of Object.entries(file.values)) {
    if (!isKnown(name)) given.problems.push(unknown(name, path));
    else if (name !== 'SMARTEROS_HOME') take(name, value, path);
    else
      given.problems.push({
        name,
        message: "can't be set in a file that lies inside it; set it in the environment",
        from: path,
      });
  }
  for (const [name, value] of Object.entries(env)) {
    if (name.startsWith(OWN_PREFIX) && !isKnown(name)) given.problems.push(unknown(name, FROM_ENVIRONMENT));
    take(name, value, FROM_ENVIRONMENT);
  }
  return given;
}

function parse(given: Given): Settings {
  const result = settingsSchema.safeParse(given.values);
  const invalid = (result.error?.issues ?? []).map((issue): ConfigProblem => {
    const name = String(issue.path[0]);
    const message = isKnown(name) ? expectation(name) : issue.message;
    return { name, message, from: given.sources.get(name) ?? FROM_ENVIRONMENT };
  });
  const problems = [...given.problems, ...invalid];
  if (result.success && result.data.SMARTEROS_SECRETS === 'vault' && !hasVault(result.data))
    problems.push({
      name: 'SMARTEROS_SECRETS',
      message: 'vault needs VAULT_ADDR, VAULT_ROLE_ID and VAULT_SECRET_ID',
      from: given.sources.get('SMARTEROS_SECRETS') ?? FROM_ENVIRONMENT,
    });
  if (problems.length > 0 || !result.success) throw new ConfigError(problems);
  return result.data;
}

/** Drops keys without a value, so that optional settings are absent instead of undefined. */
function present<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

const vaultOf = (settings: Settings, address: string): NonNullable<Config['vault']> =>
  Object.freeze({
    address: address.replace(/\/+$/, ''),
    policies: settings.VAULT_POLICIES,
    mount: settings.VAULT_MOUNT,
    ...(settings.VAULT_ROLE_ID !== undefined &&
      settings.VAULT_SECRET_ID !== undefined && {
        role: Object.freeze({ roleId: settings.VAULT_ROLE_ID, secretId: settings.VAULT_SECRET_ID }),
      }),
    ...present({ namespace: settings.VAULT_NAMESPACE, caFile: settings.VAULT_CACERT }),
  });

const hasVault = ({ VAULT_ADDR, VAULT_ROLE_ID, VAULT_SECRET_ID }: Settings): boolean =>
  VAULT_ADDR !== undefined && VAULT_ROLE_ID !== undefined && VAULT_SECRET_ID !== undefined;

const otlpOf = (settings: Settings, endpoint: string): NonNullable<Config['otlp']> =>
  Object.freeze({
    endpoint,
    ratio: settings.OTEL_TRACES_SAMPLER_ARG,
    headers: Object.fromEntries(
      (settings.OTEL_EXPORTER_OTLP_HEADERS ?? '')
        .split(',')
        .map((pair) => /^\s*([\w-]+)=(.*?)\s*$/.exec(pair))
        .filter((pair) => pair !== null)
        // Percent-encoded, says the specification.
        .map(([, name, value]) => [name, decodeURIComponent(value!)]),
    ),
  });

/** What is wrong with settings that somebody means to use; nothing is read but what is given. */
export function checkSettings(
  settings: Readonly<Record<string, string>>,
): { name: string; message: string }[] {
  const given: Given = { values: {}, sources: new Map(), problems: [] };
  for (const [name, value] of Object.entries(settings)) {
    if (!isKnown(name)) given.problems.push(unknown(name, FROM_ENVIRONMENT));
    else if (value) given.values[name] = value;
  }
  try {
    parse(given);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ name, message }) => ({ name, message }));
  }
}

/**
 * The settings of `$SMARTEROS_HOME/smarteros.yaml`, overridden by the environment.
 * @throws ConfigError naming every unknown and invalid setting
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const home = homeFolder(env);
  const file = join(home, 'smarteros.yaml');
  const given = collect(env, file);
  const settings = parse(given);
  return Object.freeze({
    home,
    file,
    port: settings.SMARTEROS_PORT,
    host: settings.SMARTEROS_HOST,
    publicUrl: (settings.SMARTEROS_PUBLIC_URL ?? `http://localhost:${settings.SMARTEROS_PORT}`).replace(
      /\/+$/,
      '',
    ),
    logLevel: settings.SMARTEROS_LOG_LEVEL,
    corsOrigins: Object.freeze(settings.SMARTEROS_CORS_ORIGINS),
    trustedProxies: Object.freeze(settings.SMARTEROS_TRUSTED_PROXIES),
    rateLimitIp: settings.SMARTEROS_RATE_LIMIT_IP,
    rateLimitKey: settings.SMARTEROS_RATE_LIMIT_KEY,
    rateLimitTenant: settings.SMARTEROS_RATE_LIMIT_TENANT,
    otp: Object.freeze({
      countries: Object.freeze(settings.SMARTEROS_OTP_COUNTRIES),
      dailySends: settings.SMARTEROS_OTP_DAILY_SENDS,
    }),
    workerConcurrency: settings.SMARTEROS_WORKER_CONCURRENCY,
    nodeEnv: settings.NODE_ENV,
    enableMcp: settings.ENABLE_MCP,
    console: settings.SMARTEROS_CONSOLE,
    passwords: settings.SMARTEROS_PASSWORD_LOGIN,
    issuers: Object.freeze(settings.SMARTEROS_OIDC_ISSUERS) as Settings['SMARTEROS_OIDC_ISSUERS'],
    oauthRegistration: settings.SMARTEROS_OAUTH_REGISTRATION,
    language: (env['LC_ALL'] || env['LANG'] || '').startsWith('es') ? 'es' : 'en',
    secrets: settings.SMARTEROS_SECRETS ?? (hasVault(settings) ? 'vault' : 'embedded'),
    engines: Object.freeze(present(engineSettingsSchema.parse(given.values))),
    ...(settings.SMARTEROS_WORKER_METRICS_PORT !== undefined && {
      workerMetricsPort: settings.SMARTEROS_WORKER_METRICS_PORT,
    }),
    ...(settings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined && {
      otlp: otlpOf(settings, settings.OTEL_EXPORTER_OTLP_ENDPOINT),
    }),
    ...(settings.VAULT_ADDR !== undefined && { vault: vaultOf(settings, settings.VAULT_ADDR) }),
    ...present({
      domain: settings.SMARTEROS_DOMAIN,
      url: settings.SMARTEROS_URL,
      key: settings.SMARTEROS_KEY,
      secret: settings.SMARTEROS_SECRET,
      databaseUrl: settings.DATABASE_URL,
      databaseDirectUrl: settings.DATABASE_DIRECT_URL,
    }),
  });
}

/**
 * The environment for a process we start: our own, with the home and the compile cache set. `extra` wins; an
 * undefined value removes a variable.
 */
export function childEnv(config: Pick<Config, 'home'>, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const all: NodeJS.ProcessEnv = {
    ...process.env,
    SMARTEROS_HOME: config.home,
    NODE_COMPILE_CACHE: join(config.home, 'cache', 'compile'),
    ...extra,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** All that npm and a compiler need of our environment: where things are, how to reach the network, no secret of ours. */
const TOOLS =
  /^(?:PATH|HOME|USER|LANG|LC_\w+|TMPDIR|TZ|XDG_\w+|(?:https?|no|all)_proxy|npm_config_\w+|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR))$/i;

/** The environment for programs that aren't ours and build something. */
export const toolEnv = (env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => TOOLS.test(name)));
