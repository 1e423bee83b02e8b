import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fenceProblems } from '#test/fence/problems.ts';
import { createDatabase, type TestDatabase } from '#test/harness/cluster.ts';

describe('the fence, as the catalogue of a migrated database shows it', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createDatabase();
  });
  after(() => database.drop());

  it('has no gap', async () => {
    assert.deepEqual(await fenceProblems(database.url), []);
  });
});
