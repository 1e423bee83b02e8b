import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { type Caddy, startCaddy } from '#test/harness/caddy.ts';

/** The very file that people copy. */
const CADDYFILE = join(import.meta.dirname, '../../deploy/Caddyfile.example');
export const API_HOST = 'api.example.cl';
export const ODOO_HOST = 'odoo.example.cl';

/** A request as it reached somebody, its headers as they were written. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
}

const seenOf = ({ method = '', url = '', rawHeaders }: IncomingMessage): Seen => ({
  method,
  url,
  headers: rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1]!] as const] : [])),
});

export interface Listening {
  readonly port: number;
  readonly server: Server;
  close(): Promise<void>;
}

export async function listen(server: Server): Promise<Listening> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    server,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What stands behind the edge: remembers all that came, and speaks WebSocket as far as the handshake. */
export async function startUpstream(): Promise<Listening & { readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    seen.push(seenOf(request));
    response.end('upstream');
  });
  server.on('upgrade', (request: IncomingMessage, socket) => {
    seen.push(seenOf(request));
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => {}).pipe(socket);
  });
  return { ...(await listen(server)), seen };
}

/** A validator that answers what a test wants. */
export async function startValidator(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  return listen(createServer(answer));
}

export interface Edge extends Caddy {
  readonly apiPort: number;
  readonly odooPort: number;
}

async function freePort(): Promise<number> {
  const taken = await listen(createServer());
  await taken.close();
  return taken.port;
}

export async function startEdge(validatorPort: number, upstreamPort: number): Promise<Edge> {
  const [apiPort, odooPort] = [await freePort(), await freePort()];
  const caddy = await startCaddy(CADDYFILE, odooPort, {
    EDGE_ADMIN: 'off',
    EDGE_BIND: '127.0.0.1',
    SMARTEROS_SITE: `http://${API_HOST}:${apiPort}`,
    ODOO_SITE: `http://${ODOO_HOST}:${odooPort}`,
    SMARTEROS_UPSTREAM: `127.0.0.1:${validatorPort}`,
    ODOO_UPSTREAM: `127.0.0.1:${upstreamPort}`,
  });
  return { apiPort, odooPort, stop: () => caddy.stop() };
}

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case; the last of equals. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Who asked for a socket gets one, or an answer on a connection that stays open: neither ends by itself. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1];
  return text.startsWith('HTTP/1.1 101') || text.length - end - 4 === Number(length);
}

/** A request written by hand, since clients refuse to write what attackers do. `lines` are header lines. */
export async function raw(
  port: number,
  request: { method?: string; path?: string; host?: string; lines?: readonly string[] } = {},
): Promise<RawAnswer> {
  const { method = 'GET', path = '/', host = ODOO_HOST, lines = [] } = request;
  const socket = connect({ port, host: '127.0.0.1' })
    .setEncoding('latin1')
    .on('error', () => {});
  const head = [`${method} ${path} HTTP/1.1`, `Host: ${host}:${port}`, ...lines];
  if (!lines.some((line) => /^connection:/i.test(line))) head.push('Connection: close');
  socket.write(`${head.join('\r\n')}\r\n\r\n`, 'latin1');
  let text = '';
  for await (const chunk of socket as AsyncIterable<string>) {
    text += chunk;
    if (isWhole(text)) break;
  }
  socket.destroy();
  const [top = ''] = text.split('\r\n\r\n', 1);
  const [first = '', ...fields] = top.split('\r\n');
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(
      fields.map((field) => [
        field.slice(0, field.indexOf(':')).toLowerCase(),
        field.slice(field.indexOf(':') + 1).trim(),
      ]),
    ),
    text: text.slice(top.length + 4),
  };
}
