import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Mortal, type Company } from '#test/engines/world.ts';
import { until } from '#test/jobs/company.ts';
import { ADMINS, EVERYBODY } from './groups.ts';
import { FOR_ALL, MetabaseWorld, ROOT } from './world.ts';

const MOST_CALLS = 60;

describe('metabase: setting companies up', () => {
  let m: MetabaseWorld;
  let ana: Company;
  let beto: Company;
  before(async () => {
    m = await MetabaseWorld.build();
    [ana, beto] = await Promise.all([m.world.company(), m.world.company()]);
    m.world.reconciler();
    await Promise.all([m.join(ana), m.join(beto)]);
  });
  after(() => m.world.stop());

  const rightsOf = (group: number) => m.server.groups.rights[group]!;
  const given = (group: number) =>
    Object.entries(rightsOf(group))
      .filter(([, right]) => right !== 'none')
      .toSorted(([a], [b]) => a.localeCompare(b));
  const groupOf = (company: Company): number => m.groupsOf(company)[0]!.id;
  const look = async (company: Company, what: string, so: () => boolean): Promise<void> => {
    await m.world.want(company, 'metabase', m.instance);
    await until(what, so);
    await m.world.reached(company, 'metabase');
  };

  it('gives each its collection, that nobody else may look into', async () => {
    for (const company of [ana, beto]) {
      assert.deepEqual([m.collectionsOf(company).length, m.groupsOf(company).length], [1, 1]);
      const id = m.collectionOf(company);
      assert.deepEqual(given(groupOf(company)), [[String(id), 'read']]);
      assert.equal(m.server.collections.find((one) => one.id === id)!.location, `/${ROOT}/`);
      // Which a new collection has by itself, from the one above.
      assert.equal(rightsOf(EVERYBODY)[id], 'none');
      assert.equal(rightsOf(ADMINS)[id], 'write');
    }
    // What isn't ours stays as it was.
    assert.equal(rightsOf(EVERYBODY)[FOR_ALL], 'write');
  });

  it('takes away what somebody gave', async () => {
    const [own, theirs] = [m.collectionOf(ana), m.collectionOf(beto)];
    const sub = m.below(own, 'Sub');
    rightsOf(groupOf(ana))[theirs] = 'read';
    rightsOf(groupOf(ana))[FOR_ALL] = 'read';
    rightsOf(groupOf(ana))[own] = 'write';
    rightsOf(EVERYBODY)[sub] = 'read';
    rightsOf(groupOf(beto))[sub] = 'write';
    // Ids ascend.
    const asItWas = [
      [String(own), 'read'],
      [String(sub), 'read'],
    ];
    await look(ana, 'the wall stands', () => {
      const open = rightsOf(EVERYBODY)[sub] !== 'none' || rightsOf(groupOf(beto))[sub] !== 'none';
      return !open && JSON.stringify(given(groupOf(ana))) === JSON.stringify(asItWas);
    });
    assert.deepEqual(given(groupOf(beto)), [[String(theirs), 'read']]);
  });

  it('begins anew when somebody changes rights at the same time', async () => {
    const { groups } = m.server;
    let meddling = 3;
    groups.beforeWrite = () => void (meddling-- > 0 && (groups.revision += 1));
    rightsOf(EVERYBODY)[m.collectionOf(ana)] = 'read';
    await look(ana, 'it is none', () => rightsOf(EVERYBODY)[m.collectionOf(ana)] === 'none');
    assert.ok(meddling < 0);
    groups.beforeWrite = () => {};
  });

  it('follows the company’s name, and finds again what nobody wrote down', async () => {
    const [collection, group] = [m.collectionOf(ana), groupOf(ana)];
    await m.world.sql('update core.tenants set name = $2 where id = $1', [ana.id, `Ana SpA [${beto.id}]`]);
    await m.world.sql(`update core.tenant_engines set state = '{}' where tenant_id = $1`, [ana.id]);
    const named = () => m.server.collections.find(({ id }) => id === collection)!.name;
    await look(ana, 'it has the new name', () => named().startsWith('Ana SpA'));
    const { state } = await m.world.row(ana, 'metabase');
    assert.deepEqual(state, { collectionId: collection, groupId: group });
    // A company can't call itself into another one's.
    await m.world.sql(`update core.tenant_engines set state = '{}' where tenant_id = $1`, [beto.id]);
    await m.world.want(beto, 'metabase', m.instance);
    await until(
      'it is known',
      async () => 'groupId' in ((await m.world.row(beto, 'metabase'))['state'] as object),
    );
    const theirs = (await m.world.row(beto, 'metabase'))['state'];
    assert.deepEqual(theirs, { collectionId: m.collectionOf(beto), groupId: groupOf(beto) });
    assert.notEqual(m.collectionOf(beto), collection);
  });

  it('doesn’t take a collection that carries its mark in another place', async () => {
    const trick = m.below(FOR_ALL, 'Trampa');
    const late = await m.world.company();
    m.server.collections.find(({ id }) => id === trick)!.description = `SmarterOS [${late.id}]`;
    await m.join(late);
    const { state } = await m.world.row(late, 'metabase');
    assert.notEqual((state as { collectionId: number }).collectionId, trick);
  });

  it('shuts who is suspended, and opens again', async () => {
    const id = m.collectionOf(beto);
    await m.world.want(beto, 'metabase', m.instance, 'suspended');
    await m.world.reached(beto, 'metabase', 'suspended');
    assert.deepEqual(given(groupOf(beto)), []);
    assert.equal((await m.get(beto, 'dashboards')).body.code, 'engine_not_ready');
    await look(beto, 'it is open', () => rightsOf(groupOf(beto))[id] === 'read');
  });

  it('loses nothing of who is to be gone', async () => {
    const id = m.collectionOf(beto);
    const found = () => m.server.collections.find((one) => one.id === id)!;
    await m.world.want(beto, 'metabase', m.instance, 'absent');
    await m.world.reached(beto, 'metabase', 'absent');
    assert.deepEqual([found().archived, m.groupsOf(beto)], [true, []]);
    await m.join(beto);
    assert.deepEqual([found().archived, found().location], [false, `/${ROOT}/`]);
    assert.deepEqual([m.collectionsOf(beto).length, m.groupsOf(beto).length], [1, 1]);
    assert.deepEqual(given(groupOf(beto)), [[String(id), 'read']]);
  });

  it('sets each up once, whenever the process dies', async () => {
    await m.world.still();
    let deaths = 0;
    for (let dieAt = 1; dieAt < MOST_CALLS; dieAt++) {
      const company = await m.world.quiet();
      await m.world.want(company, 'metabase', m.instance);
      const mortal = new Mortal(dieAt);
      m.world.reconciler({ mortal });
      await until('it died, or was done', async () => {
        const row = await m.world.row(company, 'metabase');
        return mortal.dead || row['reached'] === 'present';
      });
      await m.world.still();
      if (!mortal.dead) break;
      deaths += 1;
      await m.world.sql('update core.tenant_engines set leased_until = now() where tenant_id = $1', [
        company.id,
      ]);
      m.world.reconciler();
      await m.world.reached(company, 'metabase');
      await m.world.still();
      assert.deepEqual([m.collectionsOf(company).length, m.groupsOf(company).length], [1, 1]);
      const [group] = m.groupsOf(company);
      assert.deepEqual(given(group!.id), [[String(m.collectionOf(company)), 'read']]);
    }
    assert.ok(deaths > 5 && deaths < MOST_CALLS - 1, `${deaths} deaths`);
  });
});
