import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { Compilable } from 'kysely';
import type { Statement } from '#core/db.ts';
import type { Database } from './types.ts';

/** Kysely as a compiler only: it never holds a connection (ARCHITECTURE §3). */
export const query = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A typed query of the builder as a statement. */
export function compile<Row>(built: Compilable<Row>): Statement<Row> {
  const { sql, parameters } = built.compile();
  return { sql, values: parameters };
}

/** SQL text as a statement, where it reads better than the builder. */
export function statement<Row>(sql: string, values: readonly unknown[] = []): Statement<Row> {
  return { sql, values };
}
