import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Person {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly login: string;
  readonly role: string;
  readonly open: boolean;
}

/** A contact, in the engine's own words. */
export interface Card {
  readonly id: string;
  readonly ref: string | null;
  readonly name: string;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly taxId: string | null;
  readonly gone: boolean;
}

const CARDS_PER_PAGE = 20;

interface Account {
  readonly id: string;
  readonly company: string;
  open: boolean;
  readonly notes: { id: string; text: string }[];
  readonly people?: Person[];
  /** With the number of each one's last change. */
  readonly cards?: Map<string, { card: Card; turn: number }>;
}

/** Ways to fail that every engine knows. */
export type Mood =
  | 'well'
  | 'html'
  | 'redirects'
  | 'truncates'
  | 'silent'
  | 'hangs up'
  | 'busy'
  | 'broken'
  | 'does it and hangs up';

/** A tiny engine with accounts and notes, over real HTTP. */
export class ExampleServer implements AsyncDisposable {
  readonly accounts = new Map<string, Account>();
  readonly seen: string[] = [];
  /** Called at each change of a card, whoever made it. */
  told: (account: string, card: Card) => void = () => {};
  #turns = 0;
  mood: Mood = 'well';
  /** Milliseconds that each answer takes. */
  pace = 0;
  readonly key = 'example-key';
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #ended = false;

  static async open(port = 0): Promise<ExampleServer> {
    const one = new ExampleServer();
    one.#server.listen(port, '127.0.0.1');
    await new Promise((resolve) => one.#server.once('listening', resolve));
    return one;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as object) : {};
    this.seen.push(`${request.method} ${request.url}`);
    const say = (status: number, value: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (this.pace > 0) await sleep(this.pace);
    switch (this.mood) {
      case 'html':
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
      case 'redirects':
        return void response.writeHead(303, { location: '/login', 'content-type': 'text/html' }).end();
      case 'truncates':
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": "x", "te');
      case 'silent':
        return;
      case 'hangs up':
        return void request.socket.destroy();
      case 'busy':
        return void response
          .writeHead(429, { 'retry-after': '7', 'content-type': 'application/json' })
          .end('{"message":"slow down"}');
      case 'broken':
        return void response.writeHead(502).end('bad gateway');
      case 'does it and hangs up':
        this.#route(request, body, () => {});
        return void request.socket.destroy();
      case 'well':
        return this.#route(request, body, say);
    }
  }

  #route(request: IncomingMessage, body: object, say: (status: number, value: unknown) => void): void {
    if (request.headers.authorization !== `Bearer ${this.key}`) return say(401, { message: 'unauthorized' });
    const url = new URL(request.url!, 'http://x');
    const [, first, id, second] = url.pathname.split('/');
    if (first === 'version') return say(200, { version: '2.1.0' });
    if (first !== 'accounts') return say(404, { message: 'Not Found' });
    if (id === undefined) {
      if (request.method === 'GET') {
        const company = url.searchParams.get('company');
        return say(
          200,
          [...this.accounts.values()].filter((one) => one.company === company),
        );
      }
      const account = {
        id: randomUUID(),
        company: (body as { company: string }).company,
        open: true,
        notes: [],
        people: [],
        cards: new Map(),
      };
      this.accounts.set(account.id, account);
      return say(201, account);
    }
    const account = this.accounts.get(id);
    if (!account) return say(404, { message: 'Not Found' });
    if (second === 'notes') {
      if (request.method === 'GET') return say(200, account.notes);
      const { text } = body as { text: string };
      if (text === '') return say(422, { message: 'text is empty\n    at check (/srv/app/notes.js:12:3)' });
      const note = { id: `n${account.notes.length + 1}`, text };
      account.notes.push(note);
      return say(201, note);
    }
    if (second === 'cards') return this.#cards(account, request, url, body, say);
    if (second === 'people') return this.#people(account.people!, request, url, body as Person, say);
    if (request.method === 'DELETE') {
      this.accounts.delete(id);
      return say(200, {});
    }
    if (request.method === 'PATCH') Object.assign(account, body);
    return say(200, account);
  }

  /** What somebody does there by hand. */
  setCard(account: Account, id: string | undefined, change: Partial<Card>): Card {
    const blank = { ref: null, name: '', mail: null, phone: null, taxId: null, gone: false };
    const before = id === undefined ? undefined : account.cards!.get(id)?.card;
    const card = { ...blank, ...before, ...change, id: before?.id ?? `c${account.cards!.size + 1}` };
    account.cards!.set(card.id, { card, turn: (this.#turns += 1) });
    this.told(account.id, card);
    return card;
  }

  #cards(
    account: Account,
    { method }: IncomingMessage,
    url: URL,
    body: Partial<Card>,
    say: (status: number, value: unknown) => void,
  ): void {
    const [, , , , id] = url.pathname.split('/');
    const all = [...account.cards!.values()];
    if (id !== undefined) {
      const found = account.cards!.get(id);
      if (!found) return say(404, { message: 'Not Found' });
      return say(200, method === 'PATCH' ? this.setCard(account, id, body) : found.card);
    }
    if (method === 'POST' && body.name === 'Refused') return say(422, { message: 'that is no name' });
    if (method === 'POST') return say(201, this.setCard(account, undefined, body));
    const since = url.searchParams.get('since');
    if (since === null) {
      const [[key, value] = ['', '']] = [...url.searchParams];
      return say(
        200,
        all.map(({ card }) => card).filter((card) => !card.gone && card[key as 'ref'] === value),
      );
    }
    const later = all.filter(({ turn }) => turn > Number(since)).toSorted((a, b) => a.turn - b.turn);
    const page = later.slice(0, CARDS_PER_PAGE);
    say(200, {
      cards: page.map(({ card }) => card),
      next: page.at(-1)?.turn ?? Number(since),
      more: later.length > page.length,
    });
  }

  #people(
    people: Person[],
    { method }: IncomingMessage,
    url: URL,
    body: Person,
    say: (status: number, value: unknown) => void,
  ): void {
    const [, , , , id, login] = url.pathname.split('/');
    if (id === undefined) {
      const ref = url.searchParams.get('ref');
      if (method === 'GET')
        return say(
          200,
          people.filter((one) => one.ref === ref),
        );
      if (people.some((one) => one.login === body.login)) return say(409, { message: 'login is taken' });
      if (body.name === 'Nobody') return say(422, { message: 'that is no name' });
      const person = { ...body, id: `p${people.length + 1}` };
      people.push(person);
      return say(201, person);
    }
    const index = people.findIndex((one) => one.id === id);
    if (index < 0) return say(404, { message: 'Not Found' });
    if (login === 'login')
      return say(200, { url: `${this.url}/in/${randomUUID()}`, expiresAt: '2027-01-01T00:00:00.000Z' });
    people[index] = { ...people[index]!, ...body };
    return say(200, people[index]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
