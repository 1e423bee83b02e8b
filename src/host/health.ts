import { createConnection } from 'node:net';

const TIMEOUT_MS = 5_000;
const ANSWER_MAX_BYTES = 64 * 1024;
const ANY_ADDRESS: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where to reach, from this machine, a server that listens on `host`. */
const reachable = (host: string): string => ANY_ADDRESS[host] ?? host;

/** The URL of the API for people on this machine. */
export function localUrl(host: string, port: number): string {
  const name = host in ANY_ADDRESS || host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** One GET over a bare socket: an HTTP client would cost the supervisor more memory than all of its own code. */
function get(host: string, port: number, path: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: reachable(host), port });
    let answer = '';
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy());
    socket.on('connect', () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: smarteros-host\r\nConnection: close\r\n\r\n`,
      );
    });
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (answer.length > ANSWER_MAX_BYTES) socket.destroy();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
  });
}

/** Whether the API says that nobody has ever logged in. */
export async function isFresh(apiUrl: string): Promise<boolean> {
  const { hostname, port } = new URL(apiUrl);
  const answer = await get(hostname.replace(/^\[|\]$/g, ''), Number(port || 80), '/');
  try {
    return (JSON.parse(answer.slice(answer.indexOf('{'))) as { fresh?: boolean }).fresh === true;
  } catch {
    return false;
  }
}

export type Health = 'healthy' | 'unhealthy' | 'silent';

/**
 * Asks the API, or an engine, how it is. `healthy`: 200 with JSON. `unhealthy`: any other HTTP answer; it lives. `silent`: nothing
 * listens, or no answer came within 5 s.
 */
export async function probe(host: string, port: number, path = '/health'): Promise<Health> {
  const answer = await get(host, port, path);
  if (!answer.startsWith('HTTP/1.')) return 'silent';
  const ok = answer.startsWith('200', 'HTTP/1.x '.length);
  return ok && /^content-type: *application\/[\w.+-]*json/im.test(answer) ? 'healthy' : 'unhealthy';
}
