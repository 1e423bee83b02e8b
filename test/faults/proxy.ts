import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET_FILE = '.s.PGSQL.5432';

/** What to lose: the first answer to a request that holds this text, or the first answer that holds it. */
export interface Loss {
  readonly request?: string;
  readonly answer?: string;
}

/**
 * Stands between our connections and PostgreSQL, and fails as networks do: an answer is lost after the server has done
 * the work, or nothing moves any more although the connections stand.
 */
export class Proxy {
  /** The same database, seen through us. */
  readonly url: string;
  readonly #folder: string;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((client) => this.#serve(client));
  readonly #target: string;
  #loss: Loss | undefined;
  #frozen = false;
  /** Answers lost so far. */
  lost = 0;

  static async start(databaseUrl: string): Promise<Proxy> {
    const proxy = new Proxy(databaseUrl);
    await new Promise<void>((resolve) => proxy.#server.listen(join(proxy.#folder, SOCKET_FILE), resolve));
    return proxy;
  }

  constructor(databaseUrl: string) {
    const url = new URL(databaseUrl);
    this.#target = join(url.searchParams.get('host') ?? '', SOCKET_FILE);
    this.#folder = mkdtempSync(join(tmpdir(), 'smarteros-proxy-'));
    url.searchParams.set('host', this.#folder);
    this.url = url.href;
  }

  lose(loss: Loss): void {
    this.#loss = loss;
  }

  freeze(): void {
    this.#frozen = true;
    for (const socket of this.#sockets) socket.pause();
  }

  thaw(): void {
    this.#frozen = false;
    for (const socket of this.#sockets) socket.resume();
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #serve(client: Socket): void {
    const server = createConnection(this.#target);
    let losing = false;
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        end();
      });
      if (this.#frozen) socket.pause();
    }
    client.on('data', (data) => {
      if (this.#matches('request', data)) losing = true;
      server.write(data);
    });
    server.on('data', (data) => {
      if (this.#matches('answer', data)) losing = true;
      if (!losing) return void client.write(data);
      // An answer comes when the work is done and committed.
      this.lost += 1;
      end();
    });
  }

  #matches(side: keyof Loss, data: Buffer): boolean {
    const text = this.#loss?.[side];
    if (text === undefined || !data.includes(text)) return false;
    this.#loss = undefined;
    return true;
  }
}
