import pg from 'pg';
import type { Compiled } from '#kernel/types.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { exampleTime, type MovableClock } from '#test/harness/clock.ts';
import { bodyOf, urlOf, type Input } from '#test/isolation/surfaces.ts';
import { EXAMPLE } from '#core/example.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { EXAMPLE_SESSION, restoreExample } from '#test/parity/seed.ts';

/** A key beside the examples' own, which one of the examples revokes. */
export const KEY = `smk_${'k'.repeat(43)}`;
export const KEY_ID = '01960000-0000-7000-8000-0000000000ff';

/** The API over the example tenant, for rules that hold for all operations. */
export interface World {
  readonly t: TestApi;
  readonly admin: pg.Client;
  readonly clock: MovableClock;
  readonly rows: <R extends object = Record<string, unknown>>(
    sql: string,
    values?: unknown[],
  ) => Promise<R[]>;
  /** Calls an operation as its example says. */
  example(compiled: Compiled, headers?: Record<string, string>): Promise<Answer>;
  restore(): Promise<void>;
  stop(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const clock = exampleTime();
  const t = await createTestApi({ clock });
  const admin = new pg.Client({ connectionString: t.database.url });
  await admin.connect();
  const restore = async (): Promise<void> => {
    await restoreExample(admin);
    await admin.query(
      `insert into core.api_keys (tenant_id, id, name, prefix, hash, scopes, created_at) values ($1, $2, 'Second', 'smk_', $3, '{*}', now())`,
      [EXAMPLE.tenant.id, KEY_ID, tokenHash(KEY)],
    );
  };
  await restore();
  return {
    t,
    admin,
    clock,
    rows: async <R extends object>(sql: string, values: unknown[] = []) =>
      (await admin.query(sql, values)).rows as R[],
    example: (compiled, headers = {}) => {
      const example = compiled.operation.examples[0]!;
      const input = example.input as Input;
      const token = { key: KEY, operator: t.operatorKey, person: EXAMPLE_SESSION, anonymous: undefined }[
        example.as ?? 'key'
      ];
      const body = bodyOf(compiled, input);
      return t.request(`${compiled.method} ${urlOf(compiled, input)}`, {
        headers,
        ...(token !== undefined && { token }),
        ...(body && { body }),
      });
    },
    restore,
    stop: async () => {
      await admin.end();
      await t.stop();
    },
  };
}

/** Writes with an example. Only to name tests: what is called are the running API's own. */
export const isWrite = ({ operation }: Compiled): boolean =>
  operation.effect !== 'read' && operation.examples.length > 0;
