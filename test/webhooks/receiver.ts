import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The webhook-id. */
  readonly id: string;
}

export type Answerer = (response: ServerResponse, received: Received, request: IncomingMessage) => void;

/** Somebody else's server that gets webhooks: keeps everything, and answers as `answer` says. */
export class Receiver implements AsyncDisposable {
  readonly all: Received[] = [];
  /** The most that were under way at a time. */
  peak = 0;
  answer: Answerer = (response) => void response.end('ok');
  readonly #server;
  #open = 0;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#open += 1;
      this.peak = Math.max(this.peak, this.#open);
      response.once('close', () => (this.#open -= 1));
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const received = { headers: request.headers, body, id: String(request.headers['webhook-id']) };
        this.all.push(received);
        this.answer(response, received, request);
      });
    });
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((done) => receiver.#server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  get ids(): string[] {
    return this.all.map(({ id }) => id);
  }

  /** Answers with a status from now on. */
  status(code: number, headers: Record<string, string> = {}): void {
    this.answer = (response) => void response.writeHead(code, headers).end(`answer ${code}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
