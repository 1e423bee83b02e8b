import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A load generator over bare sockets: it asks, waits for the whole answer, asks again, on each connection. It takes a
 * third of the CPU of a generator with an HTTP client inside, and on two cores what it takes the others lack.
 */
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** The n-th request, complete with its head. */
  readonly request: (n: number) => Buffer | string;
}

export interface Taken {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** A request as it goes over the wire. */
export function httpText(method: string, path: string, headers: Record<string, string>, body = ''): string {
  const all = {
    host: '127.0.0.1',
    ...headers,
    ...(body !== '' && { 'content-length': String(Buffer.byteLength(body)) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** @throws Error when anything but 2xx is answered */
export async function load({ port, connections, seconds, request }: Load): Promise<Taken> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const latencies: number[] = [];
  let failure: Error | undefined;
  let asked = 0;
  const begin = performance.now();
  for (const socket of sockets) {
    let sent = 0;
    const ask = (): void => {
      sent = performance.now();
      socket.write(request(asked++));
    };
    onAnswers(socket, (status) => {
      if (!status.startsWith('2')) failure ??= new Error(`answered ${status}`);
      latencies.push(performance.now() - sent);
      ask();
    });
    socket.once('close', () => (failure ??= new Error('a connection was closed')));
    ask();
  }
  await sleep(seconds * 1000);
  const elapsed = (performance.now() - begin) / 1000;
  const taken = latencies.length;
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  if (failure) throw failure;
  const sorted = Float64Array.from(latencies.slice(0, taken)).toSorted();
  const quantile = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  return { requests: taken, perSecond: taken / elapsed, p50: quantile(0.5), p99: quantile(0.99) };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  socket.on('error', () => {});
  return socket;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/** Calls back with the status of each answer once all of it is there. */
function onAnswers(socket: Socket, answered: (status: string) => void): void {
  let pending: Buffer | undefined;
  socket.on('data', (chunk: Buffer) => {
    const data = pending ? Buffer.concat([pending, chunk]) : chunk;
    const bodyAt = data.indexOf(HEAD_END) + HEAD_END.length;
    const head = data.toString('latin1', 0, bodyAt);
    const length = /content-length: (\d+)/i.exec(head)?.[1];
    const complete =
      bodyAt >= HEAD_END.length &&
      (length === undefined
        ? data.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
        : data.length >= bodyAt + Number(length));
    pending = complete ? undefined : data;
    if (complete) answered(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
  });
}
