import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askOf, createWorld, ended, type World } from '#test/access/world.ts';
import { addPerson, join, logIn } from '#test/harness/people.ts';
import { createTestApi } from '#test/harness/api.ts';
import { callTool } from '#test/harness/mcp.ts';

describe('members', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('are out at once when they are disabled, removed, or leave, on every surface', async () => {
    const { t, ask, admin, member, company } = world;
    const url = await t.api.server.listen({ host: '127.0.0.1', port: 0 });
    const tool = async (token: string): Promise<string> => {
      const { status, message } = await callTool(url, token, 'core_contacts', {});
      return message?.result?.isError ? 'refused' : String(status);
    };
    for (const end of ['disable', 'remove', 'leave', 'suspend'] as const) {
      const one = await member('member');
      assert.equal((await ask('GET /contacts', one)).status, 200);
      assert.equal(await tool(one.token), '200');
      const ending = {
        disable: () => ask(`POST /members/${one.ugid}/disable`, admin, {}),
        remove: () => ask(`DELETE /members/${one.ugid}`, admin),
        leave: () => ask(`POST /tenants/${company.slug}/leave`, one, {}),
        suspend: () => ask(`POST /tenants/${company.slug}/suspend`, t.operatorKey, {}),
      }[end];
      assert.equal((await ending()).status, 200, end);
      const refused = end === 'suspend' ? '403 tenant_suspended' : '401 unauthenticated';
      assert.equal(ended(await ask('GET /contacts', one)), refused, end);
      assert.notEqual(await tool(one.token), '200', end);
    }
    await ask(`POST /tenants/${company.slug}/resume`, t.operatorKey, {});
  });

  it('come back when they are enabled; a disabled one isn’t let in by an invitation', async () => {
    const { t, ask, admin, owner, member, company } = world;
    const one = await member('member');
    await ask(`POST /members/${one.ugid}/disable`, admin, {});
    const invited = await ask('POST /invitations', owner, { phone: one.phone, role: 'admin' });
    assert.equal(ended(invited), '409 conflict');
    const seen = await ask('GET /auth/me', one);
    assert.deepEqual(seen.body.tenants, []);
    await ask(`POST /members/${one.ugid}/enable`, admin, {});
    const { token } = await logIn(t, one.ugid);
    assert.equal((await ask('GET /contacts', token)).status, 200);
    assert.equal(
      (await ask('GET /contacts', token, undefined, { 'x-smarteros-tenant': company.slug })).status,
      200,
    );
  });

  it('see each other’s numbers masked, unless they may change members', async () => {
    const { ask, admin, member } = world;
    const one = await member('member');
    const find = async (by: typeof one): Promise<{ phone: string }> =>
      (await ask('GET /members?limit=200', by)).body.data.find((row: { id: string }) => row.id === one.ugid);
    assert.equal((await find(admin)).phone, one.phone);
    assert.equal((await find(one)).phone, `${one.phone.slice(0, 3)}*****${one.phone.slice(-4)}`);
  });

  it('need a recent proof for what changes who may do what', async () => {
    const { ask, member } = world;
    const stale = await member('owner', { steppedUp: false });
    const other = await member('member');
    const acts = [
      [`PATCH /members/${other.ugid}`, { role: 'guest' }],
      [`POST /members/${other.ugid}/disable`, {}],
      [`DELETE /members/${other.ugid}`, undefined],
      ['POST /owners', { id: other.ugid }],
      ['POST /invitations', { phone: '+56955550009', role: 'guest' }],
      ['POST /roles', { name: 'R', scopes: ['contacts:read'] }],
      ['POST /keys', { name: 'K', scopes: ['*'] }],
      ['POST /accounts', { name: 'A', scopes: ['*'] }],
    ] as const;
    for (const [route, body] of acts)
      assert.equal(ended(await ask(route, stale, body)), '403 step_up_required', route);
  });

  it('lose what their role lost even while an older login of it is believed', async () => {
    const { ask, owner, member } = world;
    const one = await member('admin');
    assert.equal((await ask('GET /keys', one)).status, 200);
    assert.equal((await ask(`PATCH /members/${one.ugid}`, owner, { role: 'guest' })).status, 200);
    // Within the five seconds in which reads may still pass: nothing that lasts.
    const acts = [
      ['POST /keys', { name: 'K', scopes: ['*'] }],
      ['POST /invitations', { phone: '+56955550010', role: 'admin' }],
      [`PATCH /members/${one.ugid}`, { role: 'admin' }],
    ] as const;
    for (const [route, body] of acts)
      assert.equal(ended(await ask(route, one, body)), '403 insufficient_scope', route);
  });
});

describe('owners', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('are made and ended by owners alone', async () => {
    const { ask, company, admin, owner, partner, member } = world;
    const one = await member('member');
    for (const by of [admin, company.key]) {
      assert.equal(ended(await ask('POST /owners', by, { id: one.ugid })), '403 insufficient_scope');
      assert.equal(ended(await ask(`DELETE /owners/${partner.ugid}`, by)), '403 insufficient_scope');
      assert.equal(ended(await ask(`PATCH /members/${partner.ugid}`, by, { role: 'guest' })), '409 conflict');
      assert.equal(ended(await ask(`POST /members/${partner.ugid}/disable`, by, {})), '409 conflict');
      assert.equal(ended(await ask(`DELETE /members/${partner.ugid}`, by)), '409 conflict');
      const invited = { phone: '+56955550011', role: 'owner' };
      assert.equal(ended(await ask('POST /invitations', by, invited)), '400 invalid_input');
    }
    assert.equal(
      ended(await ask(`PATCH /members/${one.ugid}`, owner, { role: 'owner' })),
      '400 invalid_input',
    );
    assert.equal((await ask('POST /owners', owner, { id: one.ugid })).body.role, 'owner');
    assert.equal((await ask(`DELETE /owners/${one.ugid}`, partner)).body.role, 'admin');
    assert.equal(ended(await ask('POST /owners', owner, { id: partner.ugid })), '409 conflict');
  });

  it('can be appointed by the operator in a company that has none, never ended', async () => {
    const { t, ask } = world;
    const empty = await t.tenant();
    const { token } = (await ask('POST /grants', t.operatorKey, { tenant: empty.slug, reason: 'x' })).body;
    const first = await addPerson(t, { in: [{ tenantId: empty.id, role: 'admin' }] });
    assert.equal((await ask('POST /owners', token, { id: first.ugid })).status, 201);
    assert.equal(ended(await ask(`DELETE /owners/${first.ugid}`, token)), '403 insufficient_scope');
  });

  it('never number none: the last one can’t be ended and can’t leave', async () => {
    const { t, ask } = world;
    const company = await t.tenant();
    const last = await addPerson(t, { in: [{ tenantId: company.id, role: 'owner' }] });
    await addPerson(t, { in: [{ tenantId: company.id, role: 'admin' }] });
    assert.equal(ended(await ask(`DELETE /owners/${last.ugid}`, last)), '409 last_owner');
    assert.equal(ended(await ask(`POST /tenants/${company.slug}/leave`, last, {})), '409 last_owner');
  });

  it('never number none: not when two end each other, or leave, at the same time', async () => {
    const t = await createTestApi();
    const ask = askOf(t);
    const company = await t.tenant();
    try {
      for (let round = 0; round < 20; round++) {
        const [a, b] = [await addPerson(t), await addPerson(t)];
        await t.sql('delete from core.memberships where tenant_id = $1', [company.id]);
        for (const { ugid } of [a, b]) await join(t, ugid, { tenantId: company.id, role: 'owner' });
        const acts = [
          [() => ask(`DELETE /owners/${b.ugid}`, a), () => ask(`DELETE /owners/${a.ugid}`, b)],
          [
            () => ask(`POST /tenants/${company.slug}/leave`, a, {}),
            () => ask(`POST /tenants/${company.slug}/leave`, b, {}),
          ],
          [() => ask(`DELETE /owners/${b.ugid}`, a), () => ask(`POST /tenants/${company.slug}/leave`, a, {})],
        ][round % 3]!;
        const answers = await Promise.all(acts.map((act) => act()));
        assert.equal(answers.filter(({ status }) => status === 200).length, 1, answers.map(ended).join());
        const owners = await t.sql(`select from core.memberships where tenant_id = $1 and role = 'owner'`, [
          company.id,
        ]);
        assert.equal(owners.length, 1);
      }
    } finally {
      await t.stop();
    }
  });
});

describe('somebody in several companies', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('picks one by its slug; a stranger’s is as one that isn’t there', async () => {
    const { t, ask, company } = world;
    const [second, strangers] = [await t.tenant(), await t.tenant()];
    const one = await addPerson(t, {
      in: [
        { tenantId: company.id, role: 'member' },
        { tenantId: second.id, role: 'guest' },
      ],
    });
    const pick = (slug?: string, route = 'GET /contacts'): ReturnType<typeof ask> =>
      ask(route, one, undefined, slug === undefined ? {} : { 'x-smarteros-tenant': slug });
    const none = await pick();
    assert.equal(ended(none), '403 tenant_required');
    assert.match(none.body.detail, new RegExp(`${company.slug}, ${second.slug}`));
    assert.equal((await pick(company.slug)).status, 200);
    assert.equal(ended(await pick(second.slug)), '403 insufficient_scope');
    assert.equal((await pick(second.slug, `GET /tenants/${second.slug}`)).body.id, second.id);
    // Not even with the one picked does the path reach the other.
    assert.equal(ended(await pick(second.slug, `GET /tenants/${company.slug}`)), '404 not_found');
    const { requestId: _a, ...theirs } = (await pick(strangers.slug)).body;
    const { requestId: _b, ...nobodys } = (await pick('99999999k')).body;
    assert.deepEqual(theirs, nobodys);
    assert.equal(theirs.code, 'tenant_required');
  });

  it('does the same over MCP', async () => {
    const { t, company } = world;
    const [second, strangers] = [await t.tenant(), await t.tenant()];
    const one = await addPerson(t, {
      in: [
        { tenantId: company.id, role: 'member' },
        { tenantId: second.id, role: 'guest' },
      ],
    });
    const tool = async (slug?: string): Promise<string> => {
      const answer = await t.request('POST /mcp', {
        token: one.token,
        headers: {
          host: 'localhost',
          accept: 'application/json, text/event-stream',
          'mcp-protocol-version': '2026-07-28',
          'mcp-method': 'tools/call',
          'mcp-name': 'core_contacts',
          ...(slug !== undefined && { 'x-smarteros-tenant': slug }),
        },
        body: {
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: {
            name: 'core_contacts',
            arguments: {},
            _meta: {
              'io.modelcontextprotocol/protocolVersion': '2026-07-28',
              'io.modelcontextprotocol/clientCapabilities': {},
            },
          },
        },
      });
      const text = answer.body.result?.content?.[0]?.text ?? JSON.stringify(answer.body);
      return JSON.parse(text).code ?? 'ok';
    };
    assert.equal(await tool(), 'tenant_required');
    assert.equal(await tool(company.slug), 'ok');
    assert.equal(await tool(second.slug), 'insufficient_scope');
    assert.equal(await tool(strangers.slug), 'tenant_required');
  });
});
