import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Answer, isBusy } from './client.ts';
import type { Random } from './random.ts';

/** What we sent, and what we were told. */
export interface Write {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly tags: readonly string[];
  /** Of the contact, from the 201. */
  id?: string;
}

const PACE_MS = 10;
/** One write in so many is sent again after its acknowledgement: the answer must be the same. */
const REPEAT_ONE_IN = 20;
/** One request in so many is given up after a moment, as a network does it, and sent again. */
const HANG_UP_ONE_IN = 20;
const HANG_UP_MAX_MS = 15;
const RETRY_MIN_MS = 50;
const RETRY_MAX_MS = 300;
const MS_PER_SECOND = 1_000;
const END_LIMIT_MS = 60_000;

/** Writers that never rest, each one as a good client does it: one key per write, sent again until it is acknowledged. */
export class Writers {
  readonly writes: Write[] = [];
  /** What a good client must never see. */
  readonly violations: string[] = [];
  readonly refusals = new Map<string, number>();
  /** How many were acknowledged. */
  acks = 0;
  retries = 0;
  replays = 0;
  repeats = 0;
  slowestMs = 0;
  /** The longest time in which nobody got an acknowledgement. */
  longestPauseMs = 0;
  #lastAck = 0;
  #stopping = false;
  #running: Promise<void>[] = [];
  readonly #url: string;
  readonly #key: string;
  readonly #random: Random;
  readonly #name: string;
  readonly #pace: () => Promise<unknown>;

  /** `name` tells these writers from others; each of them waits for `pace` after a write. */
  constructor(options: {
    url: string;
    key: string;
    random: Random;
    name?: string;
    pace?: () => Promise<unknown>;
  }) {
    this.#url = options.url;
    this.#key = options.key;
    this.#random = options.random;
    this.#name = options.name ?? '';
    this.#pace = options.pace ?? (() => sleep(PACE_MS));
  }

  get acknowledged(): Write[] {
    return this.writes.filter((write) => write.id !== undefined);
  }

  start(count: number): void {
    this.#lastAck = performance.now();
    for (let i = 0; i < count; i++) this.#running.push(this.#write(`${this.#name}w${i}`));
  }

  /** No new writes; those under way are brought to their end. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const limit = new AbortController();
    await Promise.race([
      Promise.all(this.#running),
      sleep(END_LIMIT_MS, undefined, { signal: limit.signal }),
    ]);
    limit.abort();
  }

  async #write(tag: string): Promise<void> {
    for (let n = 1; !this.#stopping; n++) {
      const write: Write = {
        key: randomUUID(),
        name: `Fault ${tag} ${n}`,
        email: `${tag}-${n}@example.cl`,
        tags: ['faults', tag],
      };
      this.writes.push(write);
      const answer = await this.#untilAcknowledged(write);
      if (!answer) continue;
      const now = performance.now();
      this.longestPauseMs = Math.max(this.longestPauseMs, now - this.#lastAck);
      this.#lastAck = now;
      write.id = answer.body.id;
      this.acks += 1;
      this.#compare(write, answer);
      if (this.#oneIn(REPEAT_ONE_IN)) {
        this.repeats += 1;
        const again = await this.#untilAcknowledged(write);
        if (again && again.body.id !== write.id) this.violations.push(`${write.key} answered another id`);
        if (again && !again.replayed) this.violations.push(`${write.key} was done again`);
      }
      await this.#pace();
    }
  }

  #compare(write: Write, { body }: Answer): void {
    const same =
      body.name === write.name &&
      body.email === write.email &&
      JSON.stringify(body.tags) === JSON.stringify(write.tags) &&
      body.version === 1;
    if (!same) this.violations.push(`${write.key} answered other values: ${JSON.stringify(body)}`);
  }

  /** Undefined when it was refused for good, which is a violation: our requests are right. */
  async #untilAcknowledged({ key, name, email, tags }: Write): Promise<Answer | undefined> {
    for (;;) {
      const hangUpMs = this.#oneIn(HANG_UP_ONE_IN)
        ? Math.ceil(this.#random.between(0, HANG_UP_MAX_MS))
        : undefined;
      const answer = await ask(this.#url, 'POST /contacts', {
        token: this.#key,
        headers: { 'idempotency-key': key },
        body: { name, email, tags },
        hangUpMs,
      });
      this.slowestMs = Math.max(this.slowestMs, answer.ms);
      if (answer.problem) this.violations.push(answer.problem);
      if (answer.status === 201) {
        if (answer.replayed) this.replays += 1;
        return answer;
      }
      this.retries += 1;
      const reason = answer.status === 0 ? answer.body.error : `${answer.status} ${answer.body.code}`;
      this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + 1);
      if (answer.status >= 400 && answer.status < 500 && !isBusy(answer)) return undefined;
      await sleep(
        answer.retryAfter === undefined
          ? this.#random.between(RETRY_MIN_MS, RETRY_MAX_MS)
          : answer.retryAfter * MS_PER_SECOND,
      );
    }
  }

  #oneIn(count: number): boolean {
    return this.#random.next() < 1 / count;
  }
}
