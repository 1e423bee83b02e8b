import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { n8n } from '#engines/n8n/index.ts';
import { people } from '#engines/n8n/people.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { EngineWorld, type Company } from '#test/engines/world.ts';
import { until } from '#test/jobs/company.ts';
import { ana as person, stepCtx } from './people.ts';
import { N8nServer } from './server.ts';

describe('n8n in trouble', () => {
  let world: EngineWorld;
  let server: N8nServer;
  let url: string;
  let instance: string;
  let ana: Company;
  before(async () => {
    server = new N8nServer();
    url = await openStandIn((asked) => server.answer(asked));
    world = await EngineWorld.build([n8n]);
    instance = await world.shared({
      engine: 'n8n',
      url,
      credentials: { apiKey: server.key },
      settings: { activeLimit: 2 },
    });
    world.reconciler();
    ana = await joined();
  });
  after(() => world.stop());
  beforeEach(() => {
    server.mood = 'well';
    // The breaker of the trouble before closes.
    world.clock.leap(60_000);
  });

  async function joined(): Promise<Company> {
    const company = await world.company();
    await world.want(company, 'n8n', instance);
    await world.reached(company, 'n8n');
    return company;
  }
  const starters = (company: Company) => server.workflows.filter(({ name }) => name.includes(company.id));
  const workflowOf = (company: Company): string => starters(company)[0]!.id;
  const run = (company: Company) =>
    world.call(company, `POST /n8n/workflows/${workflowOf(company)}/execute`, { data: {} });

  it('says so while it starts, when a proxy answers for it, and when it breaks', async () => {
    for (const mood of ['starting', 'html', 'broken'] as const) {
      server.mood = mood;
      const { status, body } = await world.call(ana, 'GET /n8n/workflows');
      assert.deepEqual([mood, status, body.code], [mood, 502, 'engine_unreachable']);
      assert.doesNotMatch(JSON.stringify(body), /nginx|127\.0\.0\.1/);
    }
  });

  it('runs nothing while it starts', async () => {
    server.mood = 'starting';
    const runs = server.executions.length;
    assert.equal((await run(ana)).body.code, 'engine_unreachable');
    assert.equal(server.executions.length, runs);
  });

  it('has no more active workflows than the operator allows', async () => {
    await joined();
    const third = await world.company();
    await world.want(third, 'n8n', instance);
    await until('the third is refused', async () => (await world.row(third, 'n8n'))['status'] === 'failed');
    const row = await world.row(third, 'n8n');
    assert.deepEqual([row['error_code'], row['step']], ['engine_conflict', 'active']);
    assert.match(JSON.stringify(row['error_words']), /2 active workflows/);
    assert.equal(server.workflows.filter(({ active }) => active).length, 2);
    await world.want(third, 'n8n', instance, 'absent');
    await world.reached(third, 'n8n', 'absent');
    assert.deepEqual(starters(third), []);
  });

  it('takes no other company’s workflow for its own, whatever a company is called', async () => {
    const [victim] = starters(ana);
    const evil = await world.company();
    await world.api.sql('update core.tenants set name = $2 where id = $1', [
      ana.id,
      `Ana [${evil.id}:starter]`,
    ]);
    await world.want(ana, 'n8n', instance);
    await until('the new name is there', async () => starters(ana)[0]!.name.includes(`[${evil.id}:starter]`));
    await world.want(evil, 'n8n', instance, 'absent');
    await world.reached(evil, 'n8n', 'absent');
    assert.equal(starters(ana)[0]?.id, victim!.id);
    assert.ok(starters(ana)[0]?.active);
  });

  it('keeps secret and id of a starter whose making nobody wrote down', async () => {
    const [known] = starters(ana);
    const id = workflowOf(ana);
    await world.api.sql(`update core.tenant_engines set state = '{}' where tenant_id = $1`, [ana.id]);
    await world.api.sql(`delete from core.secrets where tenant_id = $1 and path = 'n8n/tenant'`, [ana.id]);
    await world.want(ana, 'n8n', instance);
    await until('it is known again', async () =>
      JSON.stringify((await world.row(ana, 'n8n'))['state']).includes(id),
    );
    await world.reached(ana, 'n8n');
    assert.deepEqual(starters(ana)[0]?.nodes, known?.nodes);
    assert.equal(starters(ana).length, 1);
    assert.equal((await run(ana)).status, 200);
  });

  it('deletes nobody whose workflows would go with them', async () => {
    const subject = { url, version: '1.121.3', credentials: { apiKey: server.key } };
    const ctx = await stepCtx(world, ana, { ...subject, stop: async () => {} }, false);
    const id = await people.put(ctx, person, null);
    server.users = server.users.map((one) => ({ ...one, isPending: false }));
    const project = { type: 'personal', projectRelations: [{ userId: id }] };
    server.workflows.push({
      ...server.workflows[0]!,
      id: 'OfAna',
      shared: [{ role: 'workflow:owner', project }],
    } as never);
    await assert.rejects(people.disable(ctx, id!), { code: 'engine_unsupported' });
    assert.deepEqual([server.users.length, server.workflows.at(-1)?.id], [1, 'OfAna']);
    assert.deepEqual(await people.launch!(ctx, person, id), { url, expiresAt: null, reason: 'login_needed' });
    server.workflows.pop();
    await people.disable(ctx, id!);
    assert.equal(server.users.length, 0);
  });
});
