import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { adopt, operatorApi } from '#app/adopt.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { createPostgrest } from '#test/engines/supabase/stand-in.ts';

describe('adopt, over the API', () => {
  let t: TestApi;
  let url: string;
  before(async () => {
    t = await createTestApi();
    url = await t.api.server.listen({ host: '127.0.0.1', port: 0 });
  });
  after(() => t.stop());

  it('connects a shared instance as the operator, once, with its credentials sealed', async () => {
    const postgrest = createPostgrest('/rest/v1', 'old-service-role');
    const env = {
      SUPABASE_URL: await openStandIn((asked) => postgrest.answer(asked)),
      SUPABASE_SERVICE_ROLE: 'old-service-role',
    };
    const run = (apply: boolean) =>
      adopt(env, { operator: operatorApi(url, t.operatorKey), apply, language: 'en' });
    const count = async () => (await t.sql('select 1 from core.engine_instances')).length;
    assert.match((await run(false)).lines[0]!, /Would be connected/);
    assert.equal(await count(), 0);
    const { lines } = await run(true);
    assert.match(lines[0]!, /Connected\.$/);
    assert.match((await run(true)).lines[0]!, /stays as it is/);
    assert.equal(await count(), 1);
    const rows = await t.sql<{ row: string }>('select row_to_json(s)::text as row from core.secrets s');
    assert.equal(rows.length, 1);
    assert.ok(!rows[0]!.row.includes('old-service-role'));
  });
});
