import { createHash } from 'node:crypto';
import type { Connection, Submittable } from 'pg';
import type { Statement } from '#core/db.ts';
import { isOutdated, StaleStatement } from './errors.ts';
import { toText, TYPES } from './values.ts';
import { bind, EXECUTE, SYNC } from './wire.ts';

/**
 * Several statements under a single Sync: one round trip and one implicit transaction, all or none.
 * Round trips are what a small query costs (docs/decisions/0003-batch.md); node-postgres itself sends a Sync
 * after every statement. Named statements are prepared once per connection.
 */
interface Prepared {
  readonly sql: string;
  readonly name: string;
  columns: Column[];
}
interface Column {
  readonly name: string;
  readonly parse: ((text: string) => unknown) | null;
}
interface Bound {
  readonly sql: string;
  readonly values: readonly (string | null)[];
}
interface Wire {
  stream: { cork(): void; uncork(): void; write(text: string, encoding: 'latin1'): void };
  parse(message: { name: string; text: string; types: number[] }): void;
  describe(message: { type: 'S'; name: string }): void;
  close(message: { type: 'S'; name: string }): void;
}

/**
 * What one connection keeps prepared. Searches vary in shape, so somebody could fill the server's memory with their
 * plans; the oldest goes first.
 */
const MAX_PREPARED = 500;
const cachesByConnection = new WeakMap<object, Map<string, Prepared>>();

/** The same name means the same SQL, on whatever server connection a pooler puts us. */
const nameOf = (sql: string): string => createHash('sha256').update(sql).digest('base64url').slice(0, 22);

export type RawRows = Record<string, unknown>[][];

/** Hand it to `client.query`; settles once, with one array of rows per statement. */
export class Batch implements Submittable {
  readonly done: Promise<RawRows>;
  readonly #bound: readonly Bound[];
  readonly #rows: RawRows;
  readonly #fresh = new Set<Prepared>();
  readonly #used: Prepared[] = [];
  #cache = new Map<string, Prepared>();
  #settle!: { resolve: (rows: RawRows) => void; reject: (error: Error) => void };
  #at = 0;
  #failed: Error | undefined;

  /** @throws RangeError or TypeError when a value has no text form: half a batch on the wire would block the connection */
  constructor(statements: readonly Statement[]) {
    this.#bound = statements.map(({ sql, values }) => ({ sql, values: values.map(toText) }));
    this.#rows = statements.map(() => []);
    this.done = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
  }

  submit(connection: Connection): void {
    const wire = connection as unknown as Wire;
    const cache = cachesByConnection.get(connection);
    if (cache) this.#cache = cache;
    else cachesByConnection.set(connection, this.#cache);
    wire.stream.cork();
    let text = '';
    for (const { sql, values } of this.#bound) {
      let prepared = this.#cache.get(sql);
      if (!prepared) {
        // Descriptions are told apart by where they come among the answers.
        if (text !== '') wire.stream.write(text, 'latin1');
        text = '';
        prepared = this.#prepare(wire, sql);
      }
      this.#used.push(prepared);
      text += bind(prepared.name, values) + EXECUTE;
    }
    wire.stream.write(text + SYNC, 'latin1');
    wire.stream.uncork();
  }

  #prepare(wire: Wire, sql: string): Prepared {
    const [oldest] = this.#cache.size < MAX_PREPARED ? [] : this.#cache.values();
    if (oldest) {
      this.#cache.delete(oldest.sql);
      wire.close({ type: 'S', name: oldest.name });
    }
    const prepared = { sql, name: nameOf(sql), columns: [] };
    this.#cache.set(sql, prepared);
    this.#fresh.add(prepared);
    // A batch that failed may have left it prepared (Parse survives the rollback), or a pooler's other client.
    wire.close({ type: 'S', name: prepared.name });
    wire.parse({ name: prepared.name, text: sql, types: [] });
    wire.describe({ type: 'S', name: prepared.name });
    return prepared;
  }

  /** Comes before the statement's first row, and only on the connection's first use of the statement. */
  handleRowDescription(message: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#used[this.#at]!.columns = message.fields.map((field) => ({
      name: field.name,
      parse: TYPES[field.dataTypeID]?.parse ?? null,
    }));
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    if (this.#failed) return;
    const { columns } = this.#used[this.#at]!;
    const row: Record<string, unknown> = {};
    try {
      for (let i = 0; i < columns.length; i++) {
        const text = message.fields[i] ?? null;
        const { name, parse } = columns[i]!;
        row[name] = text === null || parse === null ? text : parse(text);
      }
    } catch (error) {
      // Thrown on from here it would end the process. The server knows nothing of it and goes on.
      this.#failed = error as Error;
    }
    this.#rows[this.#at]!.push(row);
  }

  handleCommandComplete(): void {
    this.#at++;
  }
  handleEmptyQuery(): void {
    this.#at++;
  }

  /** The server's refusal, or the end of the connection. */
  handleError(error: Error): void {
    const failing = this.#used[this.#at];
    const stale = failing !== undefined && !this.#fresh.has(failing) && isOutdated(error);
    if (stale) this.#cache.clear();
    // Which of these the server has prepared before it stopped is unknown.
    else for (const { sql } of this.#fresh) this.#cache.delete(sql);
    this.#settle.reject(
      stale ? new StaleStatement('prepared before the schema changed', { cause: error }) : error,
    );
  }

  handleReadyForQuery(): void {
    if (this.#failed) this.#settle.reject(this.#failed);
    else this.#settle.resolve(this.#rows);
  }

  handlePortalSuspended(): void {}
  handleCopyInResponse(): void {}
  handleCopyData(): void {}
}
