import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { childEnv, type Config, ConfigError, homeFolder, loadConfig } from '#platform/config.ts';
import { nearestName } from '#platform/config-suggest.ts';

const home = mkdtempSync(join(tmpdir(), 'smarteros-config-'));
const file = join(home, 'smarteros.yaml');

function load(env: Record<string, string> = {}, yaml = ''): Config {
  writeFileSync(file, yaml);
  return loadConfig({ SMARTEROS_HOME: home, ...env });
}

function problemsOf(env: Record<string, string>, yaml = ''): ConfigError {
  try {
    load(env, yaml);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return error;
  }
  return assert.fail('the configuration was accepted');
}

describe('configuration', () => {
  after(() => rmSync(home, { recursive: true, force: true }));

  it('has a default for everything', () => {
    assert.deepEqual(load(), {
      home,
      file,
      port: 8000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8000',
      logLevel: 'info',
      language: 'en',
      corsOrigins: [],
      trustedProxies: [],
      rateLimitIp: 100,
      rateLimitKey: 6000,
      rateLimitTenant: 30_000,
      otp: { countries: ['CL', 'AR', 'PE'], dailySends: 1000 },
      workerConcurrency: 10,
      nodeEnv: 'development',
      oauthRegistration: false,
      passwords: true,
      issuers: [],
      enableMcp: true,
      console: true,
      secrets: 'embedded',
      engines: {},
    });
  });

  it('reads the file, and lets the environment win', () => {
    const yaml = 'SMARTEROS_PORT: 9000\nSMARTEROS_HOST: 0.0.0.0\nODOO_DB: acme\nENABLE_MCP: no\n';
    const config = load({ SMARTEROS_PORT: '9001' }, yaml);
    assert.equal(config.port, 9001);
    assert.equal(config.host, '0.0.0.0');
    assert.equal(config.enableMcp, false);
    assert.deepEqual(config.engines, { ODOO_DB: 'acme' });
    assert.equal(config.publicUrl, 'http://localhost:9001');
  });

  it('takes lists from both, and keeps a leading zero', () => {
    const yaml = 'SMARTEROS_CORS_ORIGINS:\n  - https://a.cl\n  - https://b.cl\nCHATWOOT_ACCOUNT_ID: 0123\n';
    const config = load({ SMARTEROS_TRUSTED_PROXIES: '10.0.0.0/8, ::1' }, yaml);
    assert.deepEqual(config.corsOrigins, ['https://a.cl', 'https://b.cl']);
    assert.deepEqual(config.trustedProxies, ['10.0.0.0/8', '::1']);
    assert.equal(config.engines.CHATWOOT_ACCOUNT_ID, '0123');
  });

  it('treats an empty value as not given', () => {
    assert.equal(load({ DATABASE_URL: '' }, 'ODOO_URL:\nADMIN_EMAIL: ""\n').databaseUrl, undefined);
  });

  it('names every problem at once, and where it comes from', () => {
    const yaml = 'SMARTEROS_PROT: 1\nODOO_URL: acme\nADMIN_EMAIL: me\nODOO_DB: {a: 1}\n';
    const { problems } = problemsOf(
      { SMARTEROS_PORT: '80a', SMARTEROS_LOG_LEVEL: 'loud', SMARTEROS_NOPE: '1' },
      yaml,
    );
    assert.deepEqual(
      problems.map(({ name, from }) => `${name} ${from === file ? 'file' : from}`).toSorted(),
      [
        'ADMIN_EMAIL file',
        'ODOO_DB file',
        'ODOO_URL file',
        'SMARTEROS_LOG_LEVEL environment',
        'SMARTEROS_NOPE environment',
        'SMARTEROS_PORT environment',
        'SMARTEROS_PROT file',
      ],
    );
    const messages = Object.fromEntries(problems.map(({ name, message }) => [name, message]));
    assert.equal(messages['SMARTEROS_PROT'], 'unknown setting; did you mean SMARTEROS_PORT?');
    assert.equal(messages['SMARTEROS_PORT'], 'expected a whole number from 0 to 65535');
    assert.match(messages['SMARTEROS_NOPE'] ?? '', /smarteros\.example\.yaml/);
  });

  it('never repeats a value', () => {
    const yaml = 'DATABASE_URL: mysql://me:hunter2@db/x\nOPENAI_API_KEY: {hunter2: hunter2}\n';
    const error = problemsOf({ SMARTEROS_SECRET: 'hunter2', SMARTEROS_PUBLIC_URL: 'hunter2' }, yaml);
    assert.equal(error.problems.length, 4);
    assert.doesNotMatch(`${error.message}${JSON.stringify(error)}`, /hunter2/);
  });

  for (const [name, value] of [
    ['SMARTEROS_PORT', '65536'],
    ['SMARTEROS_PORT', '-1'],
    ['SMARTEROS_CORS_ORIGINS', 'https://a.cl/'],
    ['SMARTEROS_CORS_ORIGINS', '*'],
    ['SMARTEROS_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['SMARTEROS_TRUSTED_PROXIES', 'localhost'],
    ['SMARTEROS_PUBLIC_URL', 'ftp://a.cl'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SMARTEROS_OTP_COUNTRIES', 'Chile'],
    ['SMARTEROS_OTP_DAILY_SENDS', '0'],
    ['SMARTEROS_OTP_DAILY_SENDS', '50001'],
    ['SMARTEROS_DOMAIN', 'https://a.cl'],
    ['VAULT_ADDR', 'vault:8200'],
    ['VAULT_MOUNT', '/secret/../sys'],
    ['SMARTEROS_SECRETS', 'vault'],
    ['VAULT_POLICIES', 'reader'],
    ['VAULT_POLICIES', 'reader=1 contacts'],
    ['VAULT_POLICIES', 'reader=1'],
    ['VAULT_POLICIES', 'reader=1 contacts:read, writer=1 *'],
    ['NODE_ENV', 'staging'],
    ['ENABLE_MCP', 'perhaps'],
  ] as const) {
    it(`refuses ${name}=${value}`, () => {
      assert.deepEqual(
        problemsOf({ [name]: value }).problems.map((problem) => problem.name),
        [name],
      );
    });
  }

  it('says in which line a broken file is broken', () => {
    const [problem] = problemsOf({}, 'ODOO_DB: a\nODOO_URL: "hunter2\n').problems;
    assert.match(problem?.name ?? '', /^line [23]$/);
    assert.equal(problem?.from, file);
    assert.match(problem?.message ?? '', /smarteros\.example\.yaml/);
    assert.doesNotMatch(problem?.message ?? '', /hunter2/);
    assert.equal(problemsOf({}, '- a\n- b\n').problems[0]?.name, 'line 1');
  });

  it('refuses a home inside the home', () => {
    assert.equal(problemsOf({}, 'SMARTEROS_HOME: /elsewhere\n').problems[0]?.name, 'SMARTEROS_HOME');
  });

  it('says so when the file is unreadable', () => {
    // Root reads whatever mode a file has, but no folder in its place.
    const odd = join(home, 'odd');
    mkdirSync(join(odd, basename(file)), { recursive: true });
    assert.throws(() => loadConfig({ SMARTEROS_HOME: odd }), /can't be read \(EISDIR\)/);
  });

  it('works without a file, and without a home', () => {
    const empty = join(home, 'none');
    assert.equal(loadConfig({ SMARTEROS_HOME: empty }).home, empty);
    assert.match(homeFolder({}), /\.smarteros$/);
    mkdirSync(empty);
    assert.equal(loadConfig({ SMARTEROS_HOME: empty }).port, 8000);
  });

  it('is frozen', () => {
    const config = load({ SMARTEROS_CORS_ORIGINS: 'https://a.cl' });
    assert.throws(() => Object.assign(config, { port: 1 }), TypeError);
    assert.throws(() => Object.assign(config.corsOrigins, { 0: 'x' }), TypeError);
  });

  it('gives children the home, and takes away what is undefined', () => {
    const env = childEnv(load(), { DATABASE_URL: 'postgres://x', PATH: undefined });
    assert.equal(env['SMARTEROS_HOME'], home);
    assert.equal(env['DATABASE_URL'], 'postgres://x');
    assert.equal('PATH' in env, false);
  });
});

describe('suggestions', () => {
  const known = ['SMARTEROS_HOME', 'SMARTEROS_PORT', 'SMARTEROS_CORS_ORIGINS', 'ODOO_DB'];
  for (const [typed, meant] of [
    ['SMARTEROS_PROT', 'SMARTEROS_PORT'],
    ['smarteros_port', 'SMARTEROS_PORT'],
    ['SMARTEROS_CORS_ORIGN', 'SMARTEROS_CORS_ORIGINS'],
    ['ODO_DB', 'ODOO_DB'],
    ['SMARTEROS_WEATHER', undefined],
    ['SMARTEROS_', undefined],
  ] as const) {
    it(`${typed} → ${meant ?? 'nothing'}`, () => assert.equal(nearestName(typed, known), meant));
  }
});
