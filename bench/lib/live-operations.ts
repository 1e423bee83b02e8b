import assert from 'node:assert/strict';
import { buildCatalogue } from '#app/catalogue.ts';
import { surfaces } from '#test/parity/surfaces.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers of many operations; the checks below say what they hold
type Call = (name: string, input: Record<string, unknown>) => Promise<any>;

/** Each operation of the engines that run here, on things that they make and take away again. */
async function everyOperation(call: Call, surface: string): Promise<void> {
  const partner = `Ana ${surface}`;
  const model = 'res.partner';
  const { ids } = await call('odoo.create', { model, values: [{ name: partner }] });
  await call('odoo.write', { model, ids, values: { email: 'ana@example.cl' } });
  const found = await call('odoo.search_read', {
    model,
    domain: [['name', '=', partner]],
    fields: ['email', 'country_id'],
  });
  assert.deepEqual(found.data, [{ id: ids[0], email: 'ana@example.cl', country_id: null }]);
  const counted = { model, method: 'search_count', kwargs: { domain: [['name', '=', partner]] } };
  assert.equal((await call('odoo.call', counted)).result, 1);
  await call('odoo.unlink', { model, ids });
  assert.equal((await call('odoo.call', counted)).result, 0);

  const table = 'notes';
  const filters = [{ column: 'body', operator: 'eq', value: surface }];
  const [row] = (await call('supabase.insert', { table, rows: [{ body: surface }], returning: ['id'] })).data;
  assert.equal((await call('supabase.query', { table, filters })).data[0].id, row.id);
  await call('supabase.update', { table, filters, values: { done: true } });
  assert.equal((await call('supabase.query', { table, filters })).data[0].done, true);
  await call('supabase.delete', { table, filters });
  assert.deepEqual((await call('supabase.query', { table, filters })).data, []);
  const { data: tables } = await call('supabase.tables', {});
  assert.ok(tables.some((one: { name: string }) => one.name === table));

  const [starter] = (await call('n8n.workflows', {})).data;
  assert.equal((await call('n8n.workflow', { id: starter.id })).id, starter.id);
  const run = await call('n8n.execute', { id: starter.id, data: { nombre: surface } });
  assert.equal(run.failed, false);
  const { data: runs } = await call('n8n.executions', {});
  assert.ok(runs.length > 0);
  assert.equal((await call('n8n.execution', { id: runs[0].id })).status, 'success');
  assert.equal((await call('n8n.health', {})).status, 'ok');
}

/** Calls them all by REST, MCP, command line and typed client. @returns how many calls of different operations and surfaces */
export async function callEverywhere(place: { url: string; home: string }, token: string): Promise<number> {
  const { operations } = buildCatalogue();
  const seen = new Set<string>();
  for (const [surface, ask] of Object.entries(surfaces(token)))
    await everyOperation(async (name, input) => {
      const operation = operations.find((one) => one.operation.name === name)!;
      const answer = await ask({ ...place, operations }, operation, input, token);
      if (typeof answer !== 'object' || answer === null || 'code' in answer || 'isError' in answer)
        throw new Error(`${name} by ${surface}: ${JSON.stringify(answer)}`);
      seen.add(`${name} ${surface}`);
      return answer;
    }, surface);
  return seen.size;
}
