import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Expected } from './listener.ts';
import type { Random } from './random.ts';
import type { Verdicts } from './report.ts';

/** Of first attempts, one in so many is answered 500, 503 with Retry-After, or never. */
const FAIL_ONE_IN = 50;
const BUSY_ONE_IN = 400;
const IGNORE_ONE_IN = 1_500;
/** Of second attempts, which then have to wait for five minutes. */
const FAIL_AGAIN_ONE_IN = 20;
/** Twenty are under way at a time and start in order; while one hangs, those beside it come and go a few times. */
const UNDER_WAY = 5 * 20;

/** What one endpoint got, and said. */
interface Hook {
  readonly webhook: Webhook;
  /** Where it begins. */
  readonly from: number;
  /** Ids of events in the order of their first arrival, with position and number of arrivals. */
  readonly arrived: Map<string, { readonly position: number; readonly body: string; times: number }>;
  /** Ids that were answered 2xx. */
  readonly accepted: Set<string>;
}

/** The servers of several companies that want webhooks: they check each signature, and fail now and then. */
export class Receiver {
  /** Whether it refuses anything at all. */
  refusing = true;
  /** Until then (performance.now) second attempts may fail as well. */
  harshUntil = 0;
  /** Messages with a wrong signature, or under another id than before. */
  readonly violations: string[] = [];
  readonly refused = new Map<string, number>();
  messages = 0;
  readonly #hooks = new Map<string, Hook>();
  readonly #random: Random;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => {});
    request.on('end', () =>
      this.#take(request.url!.slice(1), request.headers, Buffer.concat(chunks).toString(), response),
    );
  });

  private constructor(random: Random) {
    this.#random = random;
  }

  static async open(random: Random): Promise<Receiver> {
    const receiver = new Receiver(random);
    await new Promise<void>((done) => receiver.#server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  /** The address of a company's endpoint. */
  urlOf(tenant: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${tenant}`;
  }

  /** What comes after position `from` is to be signed with `secret`. */
  expect(tenant: string, secret: string, from: number): void {
    const webhook = new Webhook(secret);
    this.#hooks.set(tenant, { webhook, from, arrived: new Map(), accepted: new Set() });
  }

  /** What endpoints get of all events of their companies. */
  expected(all: ReadonlyMap<string, readonly Expected[]>): ReadonlyMap<string, readonly Expected[]> {
    return new Map(
      [...this.#hooks].map(([tenant, { from }]) => [
        tenant,
        all.get(tenant)!.filter(({ position }) => position > from),
      ]),
    );
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Every event came, under its own id each time, and first came in order as far as several are under way at a time. */
  check(report: Verdicts, all: ReadonlyMap<string, readonly Expected[]>): void {
    const expected = this.expected(all);
    const missed: string[] = [];
    const invented: string[] = [];
    const late: string[] = [];
    const counts = { events: 0, repeats: 0, overtaken: 0 };
    for (const [tenant, { arrived, accepted }] of this.#hooks) {
      const positions = new Map(expected.get(tenant)!.map(({ id, position }) => [id, position]));
      for (const id of positions.keys())
        if (!accepted.has(id)) missed.push(`${id} came ${arrived.get(id)?.times ?? 0} times`);
      const first = [...arrived].map(([id, { position, times }]) => ({ id, position, times }));
      for (const { id, position, times } of first) {
        if (positions.get(id) !== position) invented.push(`${id} at ${position}`);
        counts.events += 1;
        counts.repeats += times - 1;
      }
      for (const { id, ahead } of overtakers(first)) {
        counts.overtaken += 1;
        if (ahead >= UNDER_WAY) late.push(`${id} after ${ahead} later ones`);
      }
    }
    const why = [...this.refused].map(([what, count]) => `${what} ${count}`).join(', ') || 'none';
    report.figure(
      'webhooks',
      `${this.#hooks.size} endpoints, ${counts.events} events, ${this.messages} messages`,
    );
    report.figure('webhooks refused by their receiver', why);
    report.figure('webhooks repeated', counts.repeats);
    report.figure('webhooks overtaken by some under way beside them', counts.overtaken);
    report.none('every event was accepted by its webhook endpoint', missed);
    report.none('nothing came that is no event of the company', invented);
    report.none('each message was signed, and the same under the same webhook-id', this.violations);
    report.none('first attempts come in the order of positions, but for those under way together', late);
  }

  #take(tenant: string, headers: IncomingHttpHeaders, body: string, response: ServerResponse): void {
    this.messages += 1;
    const hook = this.#hooks.get(tenant);
    if (!hook) return void response.writeHead(404).end();
    try {
      hook.webhook.verify(body, headers as Record<string, string>);
    } catch (error) {
      this.violations.push(`${tenant}: ${String(error)}`);
    }
    const { id, position } = JSON.parse(body) as { id: string; position: number };
    if (headers['webhook-id'] !== id) this.violations.push(`${id} came as ${String(headers['webhook-id'])}`);
    const before = hook.arrived.get(id);
    if (before && before.body !== body) this.violations.push(`${id} came with another body`);
    const arrival = before ?? { position, body, times: 0 };
    arrival.times += 1;
    hook.arrived.set(id, arrival);
    const refusal = !this.refusing || hook.accepted.has(id) ? undefined : this.#refusal(arrival.times);
    if (refusal) this.refused.set(refusal, (this.refused.get(refusal) ?? 0) + 1);
    if (refusal === 'never') return;
    if (refusal === '503') return void response.writeHead(503, { 'retry-after': '1' }).end();
    if (refusal === '500') return void response.writeHead(500).end();
    hook.accepted.add(id);
    response.writeHead(204).end();
  }

  #refusal(times: number): '500' | '503' | 'never' | undefined {
    const oneIn = (count: number): boolean => this.#random.next() < 1 / count;
    if (times === 2)
      return performance.now() < this.harshUntil && oneIn(FAIL_AGAIN_ONE_IN) ? '500' : undefined;
    if (times > 2) return undefined;
    if (oneIn(FAIL_ONE_IN)) return '500';
    if (oneIn(BUSY_ONE_IN)) return '503';
    return oneIn(IGNORE_ONE_IN) ? 'never' : undefined;
  }
}

/** Those that came after one with a higher position, and how many such had come. */
function overtakers(arrived: readonly Expected[]): { id: string; ahead: number }[] {
  const found: { id: string; ahead: number }[] = [];
  let highest = 0;
  for (const [i, { id, position }] of arrived.entries()) {
    if (position > highest) highest = position;
    else found.push({ id, ahead: arrived.slice(0, i).filter((one) => one.position > position).length });
  }
  return found;
}
