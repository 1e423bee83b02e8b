import type { AddressInfo } from 'node:net';
import { startRelay } from '#kernel/relay.ts';
import { roleUrl } from '#platform/db/pool.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { listen, type Listener } from './client.ts';

export type Relay = ReturnType<typeof startRelay>;

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The API on a port, and the relay that publishes its events. */
export interface World {
  readonly t: TestApi;
  readonly port: number;
  listen(options?: Parameters<typeof listen>[1]): Promise<Listener>;
  contact(token: string, name?: string): Promise<string>;
  key(of: { key: string }, scopes: readonly string[]): Promise<{ id: string; key: string }>;
  relay(): Promise<Relay>;
  stop(): Promise<void>;
}

export async function createWorld(options: Parameters<typeof createTestApi>[0] = {}): Promise<World> {
  const t = await createTestApi(options);
  await t.api.server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = t.api.server.server.address() as AddressInfo;
  const relays: Relay[] = [];
  const relay = async (): Promise<Relay> => {
    const url = roleUrl(t.database.url, SECRET, 'relay');
    const started = startRelay({ url, subscriptions: [], log: silent, standbyMs: 20 });
    relays.push(started);
    await started.ready;
    return started;
  };
  return {
    t,
    port,
    listen: (asked) => listen(port, asked),
    async contact(token, name = 'Ana') {
      const { status, body } = await t.request('POST /contacts', { token, body: { name } });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.id as string;
    },
    async key({ key }, scopes) {
      const { status, body } = await t.request('POST /keys', { token: key, body: { name: 'k', scopes } });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return { id: body.id as string, key: body.key as string };
    },
    relay,
    async stop() {
      await Promise.all(relays.map((one) => one.stop()));
      await t.stop();
    },
  };
}
