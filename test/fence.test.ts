import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { MUTATIONS } from '#test/fence/mutations.ts';
import { fenceProblems } from '#test/fence/problems.ts';
import { createDatabase, type TestDatabase } from '#test/harness/cluster.ts';

describe('the fence, as the catalogue of a migrated database shows it', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  const query = async <R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]> =>
    (await admin.query(sql, values as unknown[])).rows as R[];
  before(async () => {
    database = await createDatabase();
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await database.drop();
  });

  it('has no gap', async () => {
    assert.deepEqual(await fenceProblems(query), []);
  });

  for (const { fault, sql, named } of MUTATIONS) {
    it(`names ${fault}`, async () => {
      // Rolled back, so that not even roles, which all databases share, are ever seen by anybody else.
      await admin
        .query(`begin; set local role smarteros_owner; ${sql}; reset role`)
        .catch(async (error: unknown) => {
          await admin.query('rollback');
          throw error;
        });
      const problems = await fenceProblems(query);
      await admin.query('rollback');
      const unnamed = problems.filter((problem) => !named.some((start) => problem.startsWith(start)));
      const unseen = named.filter((start) => !problems.some((problem) => problem.startsWith(start)));
      assert.deepEqual({ unseen, unnamed }, { unseen: [], unnamed: [] });
    });
  }
});
