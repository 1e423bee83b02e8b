import type { AddressInfo } from 'node:net';
import { createApi } from '#app/api.ts';
import { loadConfig } from '#platform/config.ts';
import { createLogger } from '#platform/log.ts';
import { SECRET } from './database.ts';
import { announce } from './side.ts';

/** More than any bench asks for in its time. */
const NO_LIMIT = '1000000';

/** The product's API as `src/app/processes.ts` starts it: access log, metrics, limits (set high), everything on. */
export async function serveApi({
  url,
  home,
  secret = SECRET,
}: {
  url: string;
  home: string;
  secret?: string;
}): Promise<void> {
  const config = loadConfig({
    SMARTEROS_HOME: home,
    SMARTEROS_SECRET: secret,
    SMARTEROS_RATE_LIMIT_IP: NO_LIMIT,
    SMARTEROS_RATE_LIMIT_KEY: '10000000',
    SMARTEROS_RATE_LIMIT_TENANT: '100000000',
  });
  const log = createLogger({ level: config.logLevel, service: 'api' });
  const api = await createApi({ config, databaseUrl: url, log });
  await api.server.listen({ host: '127.0.0.1', port: 0 });
  announce((api.server.server.address() as AddressInfo).port, () => api.stop());
}
