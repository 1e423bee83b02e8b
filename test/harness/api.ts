import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createApi, type Api, type ApiOptions } from '#app/api.ts';
import { loadConfig } from '#platform/config.ts';
import { createLogger } from '#platform/log.ts';
import { operatorKey } from '#platform/secrets.ts';
import { reach, SECRETS_KEY } from '#test/engines/stand-ins.ts';
import { createDatabase, SECRET, type TestDatabase } from '#test/harness/cluster.ts';

/** What a request answered, with its body parsed. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  // A test knows what it asked for; asserting says the rest.
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  readonly body: any;
}

export interface TestApi {
  readonly api: Api;
  readonly database: TestDatabase;
  readonly home: string;
  readonly operatorKey: string;
  /** One request without a socket. `token` goes into the Authorization header. */
  request(route: string, options?: RequestOptions): Promise<Answer>;
  /** A new tenant with a key of all scopes (or those given), made through the API as the operator would. */
  tenant(options?: {
    taxId?: string;
    name?: string;
    scopes?: string[];
  }): Promise<{ id: string; slug: string; key: string; keyId: string }>;
  /** Past the API, as the database's superuser. */
  sql<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  stop(): Promise<void>;
}

interface RequestOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Enough for any test that isn't about limits. */
const NO_LIMIT = '1000000';
/** Of `sql`: as many statements of a test run at once. */
const ADMIN_CONNECTIONS = 4;

let nextBody = 50_000_000;

/** A Chilean tax id that no other tenant of this process has. */
export function freshTaxId(): string {
  const body = String((nextBody += 1));
  const sum = [...body].toReversed().reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  return `${body}-${'0123456789K0'[(11 - (sum % 11)) % 11]}`;
}

/** The real API over a database of its own, or as another process beside one: same database, same home. */
export async function createTestApi(
  options: Partial<
    Pick<
      ApiOptions,
      'clock' | 'monotonic' | 'fetchPublic' | 'streams' | 'engines' | 'engineOperations' | 'engineCalls'
    >
  > & {
    settings?: Record<string, string>;
    beside?: TestApi;
  } = {},
): Promise<TestApi> {
  const { settings, beside, ...rest } = options;
  const database = beside?.database ?? (await createDatabase());
  const home = beside?.home ?? mkdtempSync(join(tmpdir(), 'smarteros-api-'));
  if (!beside) writeFileSync(join(home, 'secrets.key'), SECRETS_KEY, { mode: 0o600 });
  const config = loadConfig({
    SMARTEROS_HOME: home,
    SMARTEROS_SECRET: SECRET.toString(),
    SMARTEROS_RATE_LIMIT_IP: NO_LIMIT,
    SMARTEROS_RATE_LIMIT_KEY: NO_LIMIT,
    SMARTEROS_RATE_LIMIT_TENANT: NO_LIMIT,
    ...settings,
  });
  const log = createLogger({ level: 'silent', service: 'test' });
  const made = await createApi({ config, databaseUrl: database.url, log, engineCalls: { reach }, ...rest });
  const operator = operatorKey(home);
  // A connection for each statement would take PostgreSQL longer than most statements.
  const admin = new pg.Pool({
    connectionString: database.url,
    max: ADMIN_CONNECTIONS,
    allowExitOnIdle: true,
  });
  // A test that plays an outage cuts these off as well.
  admin.on('error', () => {});
  let stopped: Promise<unknown> | undefined;
  const api: Api = {
    ...made,
    stop: async () => void (await (stopped ??= Promise.all([made.stop(), admin.end()]))),
  };

  async function request(route: string, { token, body, headers }: RequestOptions = {}): Promise<Answer> {
    const [method, url] = route.split(' ') as ['GET', string];
    const response = await api.server.inject({
      method,
      url,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    const parsed: unknown = response.headers['content-type']?.toString().includes('json')
      ? response.json()
      : response.body;
    return { status: response.statusCode, headers: response.headers, body: parsed };
  }

  async function sql<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await admin.query(text, values as unknown[])).rows as R[];
  }

  const must = async (route: string, token: string, body: unknown): Promise<Answer['body']> => {
    const answer = await request(route, { token, body });
    if (answer.status >= 300) throw new Error(`${route}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  return {
    api,
    database,
    home,
    operatorKey: operator,
    request,
    sql,
    async tenant({
      taxId = freshTaxId(),
      name = `Tenant ${randomBytes(3).toString('hex')}`,
      scopes = ['*'],
    } = {}) {
      const tenant = await must('POST /tenants', operator, { taxId, name });
      const grant = await must('POST /grants', operator, { tenant: tenant.slug, reason: 'test' });
      const key = await must('POST /keys', grant.token, { name: 'test', scopes });
      // As an owner would have made it: the operator's own would end after 90 days.
      await sql('update core.api_keys set expires_at = null where id = $1', [key.id]);
      return { id: tenant.id, slug: tenant.slug, key: key.key, keyId: key.id };
    },
    async stop() {
      await api.stop();
      if (beside) return;
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
