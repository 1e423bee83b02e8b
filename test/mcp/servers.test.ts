import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { addPerson } from '#test/harness/people.ts';
import { ask } from './world.ts';

describe('our MCP servers', () => {
  let t: TestApi;
  let company: Awaited<ReturnType<TestApi['tenant']>>;
  before(async () => {
    t = await createTestApi();
    company = await t.tenant();
  });
  after(() => t.stop());

  const names = async (path: string, token = company.key): Promise<string[]> =>
    (await ask(t, token, 'tools/list', {}, path)).body.result.tools.map(({ name }: { name: string }) => name);
  const call = (path: string, name: string, args: object, token = company.key) =>
    ask(t, token, 'tools/call', { name, arguments: args }, path);
  const contacts = async (): Promise<number> => {
    const [row] = await t.sql<{ count: number }>(
      'select count(*)::int as count from app.contacts where tenant_id = $1',
      [company.id],
    );
    return row!.count;
  };

  it('want the same credentials at each address', async () => {
    for (const path of ['/mcp', '/mcp/all', '/mcp/vault', '/mcp/validator']) {
      const stranger = await ask(t, undefined, 'tools/list', {}, path);
      assert.equal(stranger.status, 401, path);
      assert.match(String(stranger.headers['www-authenticate']), /resource_metadata="[^"]+\/mcp"/, path);
      assert.equal((await ask(t, 'smk_wrong', 'tools/list', {}, path)).status, 401, path);
    }
    assert.equal((await ask(t, company.key, 'tools/list', {}, '/mcp/nothing')).status, 404);
  });

  it('keep to their part: the secrets, and nothing but the secrets', async () => {
    assert.deepEqual(await names('/mcp/vault'), ['vault_delete', 'vault_list', 'vault_read', 'vault_write']);
    assert.deepEqual(await names('/mcp/validator'), ['validator_spec', 'validator_token']);
    for (const name of ['core_contacts', 'contacts.list', 'odoo_create', 'find_tools_2'])
      assert.equal((await call('/mcp/vault', name, {})).body.error.code, -32602, name);
    const { result } = (await call('/mcp/vault', 'find_tools', { query: 'create a contact' })).body;
    assert.ok(
      result.structuredContent.tools.every(({ name }: { name: string }) => name.startsWith('vault_')),
      JSON.stringify(result.structuredContent),
    );
    const narrow = await t.tenant({ scopes: ['contacts:read'] });
    assert.deepEqual(await names('/mcp/vault', narrow.key), []);
    assert.equal((await call('/mcp/vault', 'vault_list', {}, narrow.key)).status, 403);
  });

  it('list little at /mcp and everything at /mcp/all', async () => {
    const short = await names('/mcp');
    assert.deepEqual(short, [
      'call_tool',
      'find_tools',
      'core_contact',
      'core_contacts',
      'core_health',
      'core_registry',
      'core_root',
    ]);
    const all = await names('/mcp/all');
    assert.ok(all.length > 100 && all.includes('contacts_create') && all.includes('core_root'));
    const narrow = await t.tenant({ scopes: ['contacts:read'] });
    const few = await names('/mcp', narrow.key);
    assert.ok(
      few.length <= 50 && few.includes('core_contacts') && !few.includes('find_tools'),
      few.join(' '),
    );
  });

  it('do by call_tool what the tool does: dry run, once under a key, in the audit', async () => {
    const create = (args: object) => call('/mcp', 'call_tool', { name: 'contacts.create', arguments: args });
    assert.equal(
      (await create({ name: 'Nobody', dryRun: true })).body.result.structuredContent.name,
      'Nobody',
    );
    assert.equal(await contacts(), 0);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => create({ name: 'Ana', idempotencyKey: 'once' })),
    );
    const ids = new Set(answers.map(({ body }) => body.result.structuredContent.id));
    assert.equal(ids.size, 1);
    assert.equal(await contacts(), 1);
    const direct = await call('/mcp', 'contacts_create', { name: 'Ana', idempotencyKey: 'once' });
    assert.ok(
      ids.has(direct.body.result.structuredContent.id),
      'the same act, whichever way it was asked for',
    );
    const { body } = await t.request('GET /audit?operation=contacts.create', { token: company.key });
    assert.deepEqual(
      body.data.map(({ action }: { action: string }) => action),
      ['contact.created'],
    );
  });

  it('show a person in no company what is theirs', async () => {
    const { token } = await addPerson(t);
    const found = await call(
      '/mcp',
      'find_tools',
      { query: 'crear una empresa con su RUT', limit: 20 },
      token,
    );
    const tools = found.body.result.structuredContent.tools.map(({ name }: { name: string }) => name);
    assert.ok(tools.includes('tenants_create'), tools.join(' '));
    assert.ok(!tools.includes('contacts_create'));
  });
});

describe('the validator', () => {
  let t: TestApi;
  let company: Awaited<ReturnType<TestApi['tenant']>>;
  before(async () => {
    t = await createTestApi();
    company = await t.tenant({ name: 'Uno' });
  });
  after(() => t.stop());
  const token = async (asked: string, by: string) =>
    (await t.request('POST /validator/token', { token: by, body: { token: asked } })).body;

  it('tells nobody about tokens of others', async () => {
    const other = await t.tenant();
    const { token: stranger } = await addPerson(t);
    assert.equal((await t.request('POST /validator/token', { body: { token: company.key } })).status, 401);
    assert.deepEqual(await token(other.key, company.key), { valid: false });
    assert.equal((await token(company.key, stranger)).code, 'tenant_required');
    assert.deepEqual(await token(stranger, company.key), { valid: false });
    assert.deepEqual(await token(t.operatorKey, company.key), { valid: false });
    assert.deepEqual(await token('smk_nobody', company.key), { valid: false });
    const narrow = await t.tenant({ scopes: ['contacts:read'] });
    assert.equal((await token(narrow.key, narrow.key)).code, 'insufficient_scope');
  });

  it('tells what a token of the own company may do, until it is revoked', async () => {
    const made = await t.request('POST /keys', {
      token: company.key,
      body: { name: 'Shop', scopes: ['contacts:read'] },
    });
    const { valid, kind, id, name, tenant, scopes } = await token(made.body.key, company.key);
    assert.deepEqual(
      { valid, kind, id, name, tenant, scopes },
      {
        valid: true,
        kind: 'key',
        id: made.body.id,
        name: 'Shop',
        tenant: company.slug,
        scopes: ['contacts:read'],
      },
    );
    assert.equal((await token(made.body.key, t.operatorKey)).valid, true);
    await t.request(`DELETE /keys/${made.body.id}`, { token: company.key });
    const other = await createTestApi({ beside: t });
    const { body } = await other.request('POST /validator/token', {
      token: company.key,
      body: { token: made.body.key },
    });
    await other.stop();
    assert.deepEqual(body, { valid: false });
  });

  it('checks an input as the call would, and does nothing', async () => {
    const spec = async (operation: string, input: unknown) =>
      (await t.request('POST /validator/spec', { token: company.key, body: { operation, input } })).body;
    assert.deepEqual(await spec('contacts.create', { name: 'Ana' }), { ok: true, errors: [] });
    const { ok, errors } = await spec('contacts.create', { nombre: 'Ana' });
    assert.deepEqual([ok, errors.length], [false, 1]);
    const call = await t.request('POST /contacts', { token: company.key, body: { nombre: 'Ana' } });
    assert.deepEqual(errors, call.body.errors);
    assert.equal((await spec('contacts.burn', {})).code, 'not_found');
    const [row] = await t.sql<{ count: number }>('select count(*)::int as count from app.contacts');
    assert.equal(row!.count, 0);
  });

  it('checks settings for the operator, and never says their values', async () => {
    const config = (settings: object, by: string) =>
      t.request('POST /validator/config', { token: by, body: { settings } });
    assert.equal((await config({}, company.key)).body.code, 'forbidden');
    assert.deepEqual((await config({ SMARTEROS_PORT: '8000' }, t.operatorKey)).body, {
      ok: true,
      problems: [],
    });
    const { body } = await config({ SMARTEROS_PROT: '1', DATABASE_URL: 'hunter2' }, t.operatorKey);
    assert.equal(body.ok, false);
    assert.deepEqual(body.problems.map(({ name }: { name: string }) => name).toSorted(), [
      'DATABASE_URL',
      'SMARTEROS_PROT',
    ]);
    assert.doesNotMatch(JSON.stringify(body), /hunter2/);
  });
});
