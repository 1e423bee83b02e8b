import type { Concerning, Refused } from './reply.ts';

/** One SQL statement with its values. Stores make them; only the kernel's Db runs them. */
export interface Statement<Row = unknown> {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Never set: carries the row type for the compiler. */
  readonly row?: Row;
}

export type Rows<S extends readonly Statement[]> = {
  -readonly [K in keyof S]: S[K] extends Statement<infer R> ? R[] : never;
};

/** An answer that its operation has rendered itself, as JSON text; it is sent as it is, and its shape is checked in tests. */
export class Json<T> {
  readonly text: string;
  /** Never set: carries the type for the compiler. */
  declare readonly value?: T;
  constructor(text: string) {
    this.text = text;
  }
}

/** A write's transaction, while it runs. */
export interface Tx {
  /** Runs one statement inside the transaction: one round trip. */
  run<Row>(statement: Statement<Row>): Promise<Row[]>;
  /** Runs several in one round trip. */
  all<const S extends readonly Statement[]>(statements: S): Promise<Rows<S>>;
}

/**
 * The database as an operation or job sees it: always inside one tenant, always one transaction per call.
 * A write makes exactly one call; the kernel adds audit row, events and the stored answer to the same transaction.
 */
export interface Db {
  /** A read: all statements in one round trip. */
  batch<const S extends readonly Statement[]>(statements: S): Promise<Rows<S>>;
  /** A write that needs to read nothing first: all statements in one round trip, all or none. */
  batch<A>(statements: readonly Statement[], answer: A): Promise<A>;
  /**
   * A write that must read first. What `work` returns is the operation's answer.
   * @throws AppError of a `Refused`, once what led to it is committed
   */
  tx<A>(work: (tx: Tx) => Promise<A | Concerning<A> | Refused>): Promise<A>;
}
