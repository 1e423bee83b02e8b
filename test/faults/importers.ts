import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask as request } from './client.ts';
import type { Company } from './company.ts';
import { ask } from './database.ts';
import type { Verdicts } from './report.ts';

const RETRY_MS = 200;
const LOOK_MS = 500;
/** Then the next file is sent, though a killed worker's job may still wait to be taken over. */
const PATIENCE_MS = 8_000;

/** Brings files into one company, one after the other: many events by few requests. */
export class Importers {
  /** Contacts of imports that were told to be finished. */
  imported = 0;
  readonly #open = new Set<string>();
  #files = 0;
  #stopping = false;
  #running: Promise<void> | undefined;
  readonly company: Company;
  readonly #url: string;
  readonly #lines: number;

  constructor(options: { url: string; company: Company; lines: number }) {
    this.#url = options.url;
    this.company = options.company;
    this.#lines = options.lines;
  }

  /** Waits for `pace` before each file. */
  start(pace: () => Promise<void>): void {
    this.#running = this.#run(pace);
  }

  /** No new files. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  /** How many have not ended yet. */
  async unfinished(): Promise<number> {
    for (const id of this.#open) await this.#look(id);
    return this.#open.size;
  }

  /** Each line of each file is one contact and one event. */
  async check(report: Verdicts, databaseUrl: string): Promise<void> {
    const found = await ask(databaseUrl, async (client) => {
      const { rows } = await client.query<{ contacts: number; mails: number; events: number; all: number }>(
        `select (select count(*)::int from app.contacts where tenant_id = $1) as contacts,
                (select count(distinct email)::int from app.contacts where tenant_id = $1) as mails,
                (select count(*)::int from core.events where tenant_id = $1 and name = 'contact.created') as events,
                (select count(distinct data ->> 'id')::int from core.events
                 where tenant_id = $1 and name = 'contact.created') as all`,
        [this.company.id],
      );
      return rows[0]!;
    });
    const wanted = this.#files * this.#lines;
    const wrong = Object.entries(found).filter(([, count]) => count !== wanted);
    report.none(
      `${wanted} imported lines are as many contacts and events`,
      wrong.map(([what, count]) => `${count} ${what}`),
    );
  }

  async #run(pace: () => Promise<void>): Promise<void> {
    for (await pace(); !this.#stopping; await pace()) {
      this.#files += 1;
      const lines = Array.from(
        { length: this.#lines },
        (_, i) => `Bulto ${i};b${this.#files}-${i}@example.cl`,
      );
      const content = `Nombre;Correo\r\n${lines.join('\r\n')}\r\n`;
      const { id } = await this.#insist<{ id: string }>('POST /imports', { fileName: 'bulto.csv', content });
      await this.#insist(`POST /imports/${id}/start`, { duplicates: 'create' });
      this.#open.add(id);
      for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(LOOK_MS)) {
        await this.#look(id);
        if (!this.#open.has(id)) break;
      }
    }
  }

  async #look(id: string): Promise<void> {
    const { status, body } = await request(this.#url, `GET /imports/${id}`, { token: this.company.key });
    if (status !== 200 || body.state !== 'finished' || !this.#open.delete(id)) return;
    this.imported += Number(body.created);
  }

  /** As a good client does it: under one key, until it is answered. */
  async #insist<T>(route: string, body: object): Promise<T> {
    const headers = { 'idempotency-key': randomUUID() };
    for (;;) {
      const answer = await request(this.#url, route, { token: this.company.key, body, headers });
      if (answer.status >= 200 && answer.status < 300) return answer.body as T;
      await sleep(RETRY_MS);
    }
  }
}
