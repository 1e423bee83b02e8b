import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request as bytes, however wrong: no client of HTTP lets one send these. */
export interface RawRequest {
  readonly what: string;
  readonly operation: string;
  readonly head: string;
  readonly body: Buffer;
  /** Its head makes the rest of the connection unreadable, so it gets one of its own. */
  readonly alone: boolean;
  /** Milliseconds between pieces of the body, of which there are `pieces`; one that never ends lacks the last. */
  readonly slow?: { readonly everyMs: number; readonly pieces: number; readonly endless: boolean };
}

/** What came back: a status; 0 when the server hung up without a word; -1 when we lost patience. */
export type Status = number;

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** Asks one request after the other, over one connection as long as that can be read. */
export class RawClient {
  readonly #port: number;
  readonly #patienceMs: number;
  #socket: Socket | undefined;

  constructor(port: number, patienceMs: number) {
    this.#port = port;
    this.#patienceMs = patienceMs;
  }

  async ask(request: RawRequest): Promise<{ status: Status; milliseconds: number }> {
    if (request.alone) this.close();
    const socket = (this.#socket ??= connect({ port: this.#port, host: '127.0.0.1', noDelay: true }));
    const begin = performance.now();
    const answered = this.#answer(socket);
    await write(socket, request);
    const status = await answered;
    if (request.alone || status <= 0 || socket.destroyed) this.close();
    return { status, milliseconds: performance.now() - begin };
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #answer(socket: Socket): Promise<Status> {
    return new Promise((resolve) => {
      let data: Buffer = Buffer.alloc(0);
      let status = 0;
      const done = (last: Status): void => {
        clearTimeout(timer);
        socket.removeAllListeners('data').removeAllListeners('close').removeAllListeners('error');
        socket.on('error', () => {});
        resolve(last);
      };
      const timer = setTimeout(() => done(-1), this.#patienceMs);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#socket = undefined;
        done(status);
      });
      socket.on('data', (chunk: Buffer) => {
        data = data.length === 0 ? chunk : Buffer.concat([data, chunk]);
        const bodyAt = data.indexOf(HEAD_END) + HEAD_END.length;
        if (bodyAt < HEAD_END.length) return;
        const head = data.toString('latin1', 0, bodyAt);
        status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
        const whole =
          status === 204 || status === 304
            ? true
            : length === undefined
              ? data.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
              : data.length >= bodyAt + Number(length);
        if (!whole) return;
        if (/\r\nconnection: close/i.test(head)) this.close();
        done(status);
      });
    });
  }
}

async function write(socket: Socket, { head, body, slow }: RawRequest): Promise<void> {
  if (!slow) {
    socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body]));
    return;
  }
  socket.write(Buffer.from(head, 'latin1'));
  const size = Math.ceil(body.length / slow.pieces);
  const pieces = slow.endless ? slow.pieces - 1 : slow.pieces;
  for (let i = 0; i < pieces && !socket.destroyed; i++) {
    await sleep(slow.everyMs);
    socket.write(body.subarray(i * size, (i + 1) * size));
  }
}
