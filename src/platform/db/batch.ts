import type { Connection, Submittable } from 'pg';
import type { Statement } from '#core/db.ts';

/**
 * Several statements under a single Sync: one round trip and one implicit transaction, all or none.
 * Round trips are what a small query costs (docs/decisions/0003-batch.md); node-postgres itself sends a Sync
 * after every statement. Named statements are prepared once per connection.
 */
interface Prepared {
  readonly name: string;
  columns: Column[] | null;
}
interface Column {
  readonly name: string;
  readonly parse: ((text: string) => unknown) | null;
}
interface Wire {
  stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string; types: number[] }): void;
  describe(message: { type: 'S'; name: string }): void;
  bind(message: { portal: string; statement: string; values: readonly (string | null)[] }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
}

const prepared = new WeakMap<object, Map<string, Prepared>>();

/** Text-format parsers by type oid: what PostgreSQL sends → what a store's row type says. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't', // bool
  20: Number, // int8: our counters and positions stay far below 2^53
  21: Number, // int2
  23: Number, // int4
  700: Number, // float4
  701: Number, // float8
  114: JSON.parse, // json
  3802: JSON.parse, // jsonb
  1009: parseTextArray, // text[]
  1184: isoTime, // timestamptz; every connection's TimeZone is UTC
};

/** `2026-11-21 07:41:02.123456+00` → `2026-11-21T07:41:02.123Z`, the API's precision. */
function isoTime(text: string): string {
  const [whole, fraction = ''] = text.replace('+00', '').split('.');
  return `${whole!.replace(' ', 'T')}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

function parseTextArray(text: string): string[] {
  const items: string[] = [];
  for (const match of text.matchAll(/"((?:[^"\\]|\\.)*)"|([^,{}]+)/g)) {
    items.push(match[1] === undefined ? match[2]! : match[1].replace(/\\(.)/g, '$1'));
  }
  return items;
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) {
    return `{${value.map((item) => (item === null ? 'NULL' : `"${String(item).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;
  }
  if (typeof value === 'object') return JSON.stringify(value);
  return `${value as number | boolean | bigint}`;
}

export type RawRows = Record<string, unknown>[][];

/** Hand it to `client.query`; settles once, with one array of rows per statement. */
export class Batch implements Submittable {
  readonly done: Promise<RawRows>;
  readonly #statements: readonly Statement[];
  readonly #rows: RawRows = [];
  readonly #fresh = new Set<string>();
  readonly #used: Prepared[] = [];
  #settle!: { resolve: (rows: RawRows) => void; reject: (error: Error) => void };
  #at = 0;
  #failed = false;

  constructor(statements: readonly Statement[]) {
    this.#statements = statements;
    this.done = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    for (let i = 0; i < statements.length; i++) this.#rows.push([]);
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    let cache = prepared.get(connection);
    if (!cache) prepared.set(connection, (cache = new Map()));
    wire.stream.cork();
    for (const { sql, values } of this.#statements) {
      let known = cache.get(sql);
      if (!known || (known.columns === null && !this.#fresh.has(sql))) {
        // A batch that failed may have left the statement prepared (Parse survives the rollback): close it first.
        if (known) wire.close({ type: 'S', name: known.name });
        known ??= { name: `s${cache.size}`, columns: null };
        cache.set(sql, known);
        this.#fresh.add(sql);
        wire.parse({ name: known.name, text: sql, types: [] });
        wire.describe({ type: 'S', name: known.name });
      }
      this.#used.push(known);
      wire.bind({ portal: '', statement: known.name, values: values.map(toText) });
      wire.execute({ portal: '', rows: 0 });
    }
    wire.sync();
    wire.stream.uncork();
  }

  /** Comes before the statement's first row, and only on the connection's first use of the statement. */
  handleRowDescription(message: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#used[this.#at]!.columns = message.fields.map((field) => ({
      name: field.name,
      parse: PARSERS[field.dataTypeID] ?? null,
    }));
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    const columns = this.#used[this.#at]!.columns!;
    const row: Record<string, unknown> = {};
    for (let i = 0; i < columns.length; i++) {
      const text = message.fields[i] ?? null;
      const { name, parse } = columns[i]!;
      row[name] = text === null || parse === null ? text : parse(text);
    }
    this.#rows[this.#at]!.push(row);
  }

  handleCommandComplete(): void {
    const done = this.#used[this.#at++];
    if (done) done.columns ??= [];
  }

  handleError(error: Error): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#settle.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.#failed) this.#settle.resolve(this.#rows);
  }

  handleEmptyQuery(): void {
    this.#at++;
  }
  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}
}
