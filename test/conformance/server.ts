import type { AddressInfo } from 'node:net';
import { keyAuthenticator } from '#app/authenticators.ts';
import { compileCatalogue } from '#kernel/compile.ts';
import { createKernel } from '#kernel/kernel.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool } from '#platform/db/pool.ts';
import { memoryLimiter } from '#platform/limits.ts';
import { FIXTURES } from '#test/conformance/fixtures.ts';
import { createFront, silent } from '#test/conformance/front.ts';
import { createTestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';

const NO_LIMIT = 1_000_000;

/** The real MCP surface over the real kernel and a real key, with the suite's tools instead of our operations. */
export async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const t = await createTestApi();
  const { key } = await t.tenant();
  const pool = (role: 'app' | 'operator' | 'identity') =>
    createPool({ url: t.database.url, secret: SECRET, role, max: 2 });
  const pools = { app: pool('app'), operator: pool('operator'), identity: pool('identity') };
  const limit = (name: string) => memoryLimiter(name, NO_LIMIT, 1);
  const kernel = createKernel({
    catalogue: compileCatalogue(FIXTURES),
    pools,
    authenticators: [keyAuthenticator(pools.app, () => {})],
    limits: { ip: limit('ip'), key: limit('key'), tenant: limit('tenant') },
    clock: systemClock,
    log: silent,
    capability: () => undefined,
    afterEvents: () => {},
    observe: () => {},
  });
  const app = createFront(kernel, { key });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async stop() {
      await app.close();
      await Promise.all(Object.values(pools).map((one) => one.end()));
      await t.stop();
    },
  };
}
