import { request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from './random.ts';
import type { Verdicts } from './report.ts';

const RECONNECT_MIN_MS = 20;
const RECONNECT_MAX_MS = 500;
/** As docs/events.md tells clients: then the connection is broken, whatever it looks like. */
const SILENCE_MS = 45_000;

/** An event as it must have arrived. */
export interface Expected {
  readonly id: string;
  readonly position: number;
}

/** Listens to the live stream from the beginning, and comes back with Last-Event-ID as often as it is cut off. */
export class Listener {
  readonly seen: Expected[] = [];
  /** Answers that no client should get while processes die: neither a stream nor a 503. */
  readonly violations: string[] = [];
  connections = 0;
  #last = 0;
  #stopping = false;
  #cut = new AbortController();
  readonly #url: string;
  readonly #key: string;
  readonly #random: Random;
  readonly #running: Promise<void>;

  constructor(options: { url: string; key: string; random: Random }) {
    this.#url = options.url;
    this.#key = options.key;
    this.#random = options.random;
    this.#running = this.#run();
  }

  /** How far it has come. */
  get position(): number {
    return this.#last;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#cut.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#cut = new AbortController();
      await this.#listen().catch(() => {});
      if (!this.#stopping) await sleep(this.#random.between(RECONNECT_MIN_MS, RECONNECT_MAX_MS));
    }
  }

  /** Until the connection ends. */
  async #listen(): Promise<void> {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(`${this.#url}/events/stream?after=0`, {
        agent: false,
        signal: this.#cut.signal,
        headers: {
          authorization: `Bearer ${this.#key}`,
          ...(this.#last > 0 && { 'last-event-id': String(this.#last) }),
        },
      });
      asked.setTimeout(SILENCE_MS, () => asked.destroy());
      asked.on('error', reject).on('response', resolve).end();
    });
    if (response.statusCode !== 200) {
      if (response.statusCode !== 503) this.violations.push(`the stream was answered ${response.statusCode}`);
      response.destroy();
      return;
    }
    this.connections += 1;
    let rest = '';
    // What was cut off in the middle of a frame has not arrived.
    for await (const chunk of response.setEncoding('utf8')) {
      const frames = (rest + String(chunk)).split('\n\n');
      rest = frames.pop()!;
      for (const frame of frames) this.#take(frame);
    }
  }

  #take(frame: string): void {
    const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(frame)?.[1];
    const position = Number(field('id') ?? this.#last);
    const data = field('data');
    if (data !== undefined && field('event') !== 'end') {
      const { id } = JSON.parse(data) as { id: string };
      this.seen.push({ id, position });
    }
    this.#last = position;
  }
}

type Listeners = ReadonlyMap<string, readonly Listener[]>;
type Everything = ReadonlyMap<string, readonly Expected[]>;

/** Ends them once they have come as far as there are events, or after `limitMs`. */
export async function stopListeners(
  listeners: Listeners,
  expected: Everything,
  limitMs: number,
): Promise<void> {
  const end = performance.now() + limitMs;
  const behind = (): boolean =>
    [...listeners].some(([tenant, those]) => {
      const newest = expected.get(tenant)!.at(-1)?.position ?? 0;
      return those.some(({ position }) => position < newest);
    });
  while (behind() && performance.now() < end) await sleep(RECONNECT_MIN_MS);
  await Promise.all([...listeners.values()].flat().map((one) => one.stop()));
}

/** Every client got every event once, in order. `expected` is keyed as `listeners` are, and in order of position. */
export function checkListeners(report: Verdicts, listeners: Listeners, expected: Everything): void {
  const all = [...listeners].flatMap(([tenant, those]) => those.map((one) => ({ tenant, one })));
  const missed: string[] = [];
  const disordered: string[] = [];
  let repeated = 0;
  let events = 0;
  for (const { tenant, one } of all) {
    const ids = new Set(one.seen.map(({ id }) => id));
    repeated += one.seen.length - ids.size;
    const due = expected.get(tenant)!;
    events += due.length;
    for (const { id } of due) if (!ids.has(id)) missed.push(id);
    const positions = new Map(due.map(({ id, position }) => [id, position]));
    const wrong = one.seen.filter(
      ({ id, position }, i) => positions.get(id) !== position || position <= (one.seen[i - 1]?.position ?? 0),
    );
    disordered.push(...wrong.map(({ id, position }) => `${id} at ${position}`));
  }
  const connections = all.reduce((sum, { one }) => sum + one.connections, 0);
  report.figure(
    'live streams',
    `${all.length} clients, ${events} events, ${connections} connections, ${repeated} repeats`,
  );
  report.none('no event is missing from a live stream', missed);
  report.none('each stream came in the order of positions, nothing twice', disordered);
  report.none(
    'streams met no refusal but 503',
    all.flatMap(({ one }) => one.violations),
  );
}
