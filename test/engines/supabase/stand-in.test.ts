import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { supabaseAttacks } from './attacks.ts';
import { supabaseContract } from './contract.ts';
import { createPostgrest } from './stand-in.ts';
import { exampleTables } from './tables.ts';
import { supabaseScene } from './world.ts';

const standIn = createPostgrest();

const scene = supabaseScene(async () => ({
  url: await openStandIn((asked) => standIn.answer(asked)),
  key: standIn.example.credentials['serviceRole']!,
  path: '/rest/v1',
  fill: async (own, other) => void (standIn.tables = exampleTables(own, other)),
  rows: async (table) => standIn.tables[table]!.rows,
}));

supabaseContract(scene);
supabaseAttacks(scene, 60);

describe('supabase: setting a company up', () => {
  const shared = (name: string, companies: object) => {
    const { world, side } = scene();
    const settings = { path: side.path, companies };
    return world.shared({
      engine: 'supabase',
      name,
      url: side.url,
      credentials: { serviceRole: side.key },
      settings,
    });
  };

  it('makes the company’s row where the settings allow it, once', async () => {
    const { world } = scene();
    const company = await world.company();
    const instance = await shared('makes', { table: 'customers', nameColumn: 'name', create: true });
    const rows = () => standIn.tables['customers']!.rows.filter((row) => row['tenant_id'] === company.id);
    for (let time = 0; time < 2; time++) {
      await world.want(company, 'supabase', instance);
      await world.reached(company, 'supabase');
      assert.equal(rows().length, 1);
    }
    standIn.tables['customers']!.rows = [];
    await world.want(company, 'supabase', instance);
    await until('the row is back', async () => rows().length === 1);
  });

  it('makes nothing otherwise, and says what is missing', async () => {
    const { world } = scene();
    const company = await world.company();
    await world.want(company, 'supabase', await shared('looks', { table: 'customers' }));
    await until('it has failed', async () => (await world.row(company, 'supabase'))['status'] === 'failed');
    const row = await world.row(company, 'supabase');
    assert.equal(row['error_code'], 'engine_unsupported');
    assert.match(JSON.stringify(row['error_words']), /customers has no row for this company/);
    assert.ok(!standIn.tables['customers']!.rows.some(({ tenant_id }) => tenant_id === company.id));
  });
});
