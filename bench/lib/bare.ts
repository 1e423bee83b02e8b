import fastify, { type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { SECRET } from './database.ts';
import { announce } from './side.ts';
import type { BenchTenant } from './seed.ts';

/** As many as src/app/api.ts gives the real one. */
const CONNECTIONS = 12;

export interface BareData {
  readonly url: string;
  readonly tenants: readonly BenchTenant[];
}

/** The floor: Fastify without hooks, limits or log, over the same driver. `register` adds its one route. */
export async function serveBare(
  { url, tenants }: BareData,
  register: (app: FastifyInstance, pool: Pool, byToken: ReadonlyMap<string, BenchTenant>) => void,
): Promise<void> {
  const pool = createPool({ url, secret: Buffer.from(SECRET), role: 'app', max: CONNECTIONS });
  const app = fastify({ logger: false });
  register(app, pool, new Map(tenants.map((tenant) => [`Bearer ${tenant.key}`, tenant])));
  await app.listen({ host: '127.0.0.1', port: 0 });
  announce((app.server.address() as AddressInfo).port, async () => {
    await app.close();
    await pool.end();
  });
}
