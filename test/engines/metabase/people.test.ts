import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Member } from '#core/engine-people.ts';
import { people } from '#engines/metabase/people.ts';
import { member, stepCtxFor } from '#test/engines/step-ctx.ts';
import type { Company } from '#test/engines/world.ts';
import { EVERYBODY } from './groups.ts';
import { MetabaseWorld } from './world.ts';

const eva = member('Eva Rojas Soto', '7f2c1d9e-4b3a-4c5d-8e6f-0a1b2c3d4e5f');
const luis = member('Luis', '8f2c1d9e-4b3a-4c5d-8e6f-0a1b2c3d4e5f');

describe('metabase: people', () => {
  let m: MetabaseWorld;
  let ana: Company;
  let beto: Company;
  before(async () => {
    m = await MetabaseWorld.build();
    [ana, beto] = await Promise.all([m.world.company(), m.world.company()]);
    m.world.reconciler();
    await Promise.all([m.join(ana), m.join(beto)]);
    await m.world.still();
  });
  after(() => m.world.stop());
  beforeEach(() => {
    m.server.users = [];
    m.server.groups.members = [];
    const { groups } = m.server;
    for (const name of Object.keys(groups.rights[EVERYBODY]!)) groups.rights[EVERYBODY]![name] = 'none';
    groups.queries = { [EVERYBODY]: { 1: { 'view-data': 'unrestricted', 'create-queries': 'no' } } };
  });

  const ctxOf = (company: Company, { shared = true, letIn = true } = {}) =>
    stepCtxFor(m.world, company, {
      engine: 'metabase',
      url: m.url,
      credentials: { apiKey: m.server.key },
      settings: { people: letIn },
      shared,
    });
  const put = async (company: Company, who: Member, known: string | null = null) =>
    people.put(await ctxOf(company), who, known);
  const disable = async (company: Company, id: string) => people.disable(await ctxOf(company), id);
  const groupsOf = (id: string | null) =>
    m.server.groups.members.filter(({ user_id }) => user_id === Number(id)).map(({ group_id }) => group_id);
  const groupOf = (company: Company): number => m.groupsOf(company)[0]!.id;
  const user = (id: string | null) => m.server.users.find((one) => one.id === Number(id))!;

  it('get no user in a Metabase that companies share, unless the operator says so', async () => {
    const ctx = await ctxOf(ana, { letIn: false });
    assert.equal(await people.put(ctx, eva, null), null);
    assert.equal(m.server.users.length, 0);
    assert.equal((await people.launch!(ctx, eva, null)).reason, 'no_user');
  });

  it('get none while everybody there may look at everything', async () => {
    const { groups } = m.server;
    groups.rights[EVERYBODY]!['root'] = 'read';
    await assert.rejects(put(ana, eva), { code: 'engine_conflict' });
    groups.rights[EVERYBODY]!['root'] = 'none';
    groups.queries[EVERYBODY]![1] = { 'create-queries': 'query-builder' };
    await assert.rejects(put(ana, eva), { code: 'engine_conflict' });
    groups.queries = { [groupOf(ana)]: { 1: { 'create-queries': { PUBLIC: 'query-builder' } } } };
    await assert.rejects(put(ana, eva), { code: 'engine_conflict' });
    assert.equal(m.server.users.length, 0);
  });

  it('come once, with name, address and group, and change as they change here', async () => {
    const id = await put(ana, eva);
    assert.deepEqual(
      [user(id).first_name, user(id).last_name, user(id).email],
      ['Eva', 'Rojas Soto', eva.login],
    );
    assert.deepEqual(groupsOf(id), [groupOf(ana)]);
    assert.equal(await put(ana, eva), id);
    assert.equal(await put(ana, { ...eva, name: 'Eva', login: 'e@example.cl' }, id), id);
    assert.deepEqual(
      [user(id).first_name, user(id).last_name, user(id).email],
      ['Eva', null, 'e@example.cl'],
    );
    assert.deepEqual([m.server.users.length, groupsOf(id)], [1, [groupOf(ana)]]);
    assert.equal(await put(ana, { ...luis, role: 'guest' }), null);
    const launch = await people.launch!(await ctxOf(ana), eva, id);
    assert.deepEqual(launch, {
      url: `${m.url}/collection/${m.collectionOf(ana)}`,
      expiresAt: null,
      reason: 'login_needed',
    });
  });

  it('of two companies are one user, and leave one of them', async () => {
    const id = await put(ana, eva);
    assert.equal(await put(beto, eva), id);
    assert.deepEqual(groupsOf(id), [groupOf(ana), groupOf(beto)]);
    await disable(ana, id!);
    assert.deepEqual([groupsOf(id), user(id).is_active], [[groupOf(beto)], true]);
    await disable(beto, id!);
    assert.deepEqual([groupsOf(id), user(id).is_active], [[], false]);
    // Twice, and somebody who isn't there.
    await disable(beto, id!);
    await disable(beto, '424242');
    await disable(beto, 'nobody');
    assert.equal(await put(beto, eva), id);
    assert.equal(user(id).is_active, true);
  });

  it('take nobody’s address, and no administrator’s', async () => {
    const id = await put(ana, eva);
    // Her address went on to Luis before Metabase heard of it.
    await assert.rejects(put(beto, { ...luis, login: eva.login }), { code: 'engine_conflict' });
    // An id that is another person's by now is not followed.
    assert.notEqual(await put(beto, luis, id), id);
    const admin = {
      ...user(id),
      id: 7,
      email: 'admin@example.cl',
      is_superuser: true,
      login_attributes: null,
    };
    m.server.users.push(admin);
    assert.equal(await put(ana, { ...luis, login: 'admin@example.cl', ugid: 'x' }), null);
    assert.deepEqual([admin.first_name, groupsOf('7')], ['Eva', []]);
    await disable(ana, '7');
    assert.equal(admin.is_active, true);
  });

  it('of a Metabase of one’s own are shut out whatever groups they are in', async () => {
    const ctx = await ctxOf(ana, { shared: false, letIn: false });
    const id = await people.put(ctx, eva, null);
    m.server.groups.members.push({ membership_id: 1, group_id: 77, user_id: Number(id) });
    await people.disable(ctx, id!);
    assert.equal(user(id).is_active, false);
    user(id).is_active = true;
    user(id).is_superuser = true;
    await assert.rejects(people.disable(ctx, id!), { code: 'engine_unsupported' });
  });

  it('are let in by one company while another one shuts them out, and stay', async () => {
    const id = await put(ana, eva);
    const { groups } = m.server;
    m.server.beforeDeactivation = () => {
      groups.members.push({ membership_id: 2, group_id: groupOf(beto), user_id: Number(id) });
      m.server.beforeDeactivation = () => {};
    };
    await disable(ana, id!);
    assert.deepEqual([groupsOf(id), user(id).is_active], [[groupOf(beto)], true]);
  });

  it('are out when their company is gone', async () => {
    const id = await put(ana, eva);
    m.world.reconciler();
    await m.world.want(ana, 'metabase', m.instance, 'absent');
    await m.world.reached(ana, 'metabase', 'absent');
    assert.deepEqual([user(id).is_active, groupsOf(id)], [false, []]);
  });
});
