import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Member } from '#core/engine-people.ts';
import { people } from '#engines/chatwoot/people.ts';
import { play, TestCompany, type Played } from './company.ts';

const ana: Member = {
  ugid: '7f2c1d9e-4b3a-4c5d-8e6f-0a1b2c3d4e5f',
  name: 'Ana Pérez',
  phone: '+56987654321',
  email: 'ana@example.cl',
  login: 'ana@example.cl',
  role: 'member',
  language: 'es',
};

describe('people in Chatwoot', () => {
  let played: Played;
  let sur: TestCompany;
  let norte: TestCompany;
  before(async () => {
    played = await play();
    sur = new TestCompany(played, 'Sur');
    norte = new TestCompany(played, 'Norte');
    for (const one of [sur, norte]) await one.converge();
  });
  const userOf = (id: string | null) => played.server.tables.users.find((one) => String(one.id) === id);
  const rolesOf = (id: string | null) =>
    played.server.tables.memberships.filter((one) => String(one.user) === id).map(({ role }) => role);

  it('are one user, in the accounts of all their companies, each with its role', async () => {
    const id = await people.put(sur.ctx(), ana, null);
    assert.equal(await people.put(norte.ctx(), { ...ana, role: 'owner' }, null), id);
    assert.equal(await people.put(sur.ctx(), ana, id), id);
    assert.deepEqual(rolesOf(id), ['agent', 'administrator']);
    assert.equal(userOf(id)!.custom_attributes['smarteros_ugid'], ana.ugid);
    const inbox = played.server.tables.inboxes.find((one) => one.id === sur.state['inboxId'])!;
    assert.deepEqual(inbox.members, [Number(id)]);
  });

  it('keep their user when name, mail and role change, and when nobody kept its id', async () => {
    const id = await people.put(sur.ctx(), ana, null);
    const later: Member = {
      ...ana,
      name: 'Ana Soto',
      email: 'soto@example.cl',
      login: 'soto@example.cl',
      role: 'admin',
    };
    assert.equal(await people.put(sur.ctx(), later, id), id);
    assert.deepEqual([userOf(id)!.name, userOf(id)!.email], ['Ana Soto', 'soto@example.cl']);
    assert.equal(rolesOf(id)[0], 'administrator');
    for (const known of [null, '999', '1']) assert.equal(await people.put(sur.ctx(), later, known), id);
    assert.equal(await people.put(sur.ctx(), ana, id), id);
  });

  it('aren’t taken for one another', async () => {
    const other: Member = { ...ana, ugid: '11111111-4b3a-4c5d-8e6f-0a1b2c3d4e5f', name: 'Otra' };
    await assert.rejects(people.put(sur.ctx(), other, null), { code: 'engine_conflict' });
    assert.ok(!played.server.tables.users.some(({ name }) => name === 'Otra'));
    const luis: Member = { ...other, name: 'Luis', email: 'luis@example.cl', login: 'luis@example.cl' };
    const id = await people.put(sur.ctx(), luis, null);
    await assert.rejects(people.put(sur.ctx(), { ...luis, login: ana.login }, id), {
      code: 'engine_conflict',
    });
    assert.equal(userOf(id)!.email, 'luis@example.cl');
  });

  it('have no user in roles that talk with nobody, and lose it when they get one', async () => {
    for (const role of ['accountant', 'guest'] as const)
      assert.equal(
        await people.put(sur.ctx(), { ...ana, ugid: 'x', login: 'y@example.cl', role }, null),
        null,
      );
    assert.ok(!played.server.tables.users.some(({ email }) => email === 'y@example.cl'));
    const id = await people.put(norte.ctx(), ana, null);
    assert.equal(await people.put(norte.ctx(), { ...ana, role: 'guest' }, id), null);
    assert.deepEqual(rolesOf(id), ['agent']);
  });

  it('come in by a link that works once, to the company that they come from', async () => {
    const id = await people.put(sur.ctx(), ana, null);
    const began = Date.now();
    const { url, expiresAt, reason } = await people.launch!(sur.ctx(), ana, id);
    assert.equal(reason, null);
    assert.equal(new URL(url).searchParams.get('sso_account_id'), String(sur.state['accountId']));
    assert.match(url, /sso_auth_token=/);
    const seconds = (Date.parse(expiresAt!) - began) / 1_000;
    assert.ok(seconds > 290 && seconds < 310);
    const nobody = await people.launch!(sur.ctx(), ana, null);
    assert.deepEqual([nobody.reason, nobody.expiresAt], ['no_user', null]);
    assert.match(nobody.url, /\/app\/accounts\/\d+\/dashboard$/);
  });

  it('are out of the company that they leave, again and again, and nowhere else', async () => {
    const id = await people.put(sur.ctx(), ana, null);
    await people.put(norte.ctx(), ana, null);
    for (const gone of [id!, id!, '999']) await people.disable(sur.ctx(), gone);
    const left = played.server.tables.memberships.filter((one) => String(one.user) === id);
    assert.deepEqual(
      left.map(({ account }) => account),
      [norte.state['accountId']],
    );
    sur.state = {};
    await people.disable(sur.ctx(), id!);
  });

  it('are invited into an account that was there before, which has no platform app', async () => {
    const { server } = played;
    const owner = server.addUser({ name: 'Dueña', email: 'duena@example.cl' });
    const account = {
      id: 77,
      name: 'De antes',
      locale: 'es',
      status: 'active',
      custom_attributes: {},
      app: null,
    };
    server.tables.accounts.push(account);
    server.tables.memberships.push({ account: 77, user: owner.id, role: 'administrator' });
    const own = new TestCompany(played);
    Object.assign(own, { shared: false, credentials: { userToken: owner.token } });
    await own.converge();
    const eva: Member = { ...ana, ugid: 'e', name: 'Eva', email: 'eva@example.cl', login: 'eva@example.cl' };
    const id = await people.put(own.ctx(), eva, null);
    assert.equal(await people.put(own.ctx(), { ...eva, role: 'admin' }, null), id);
    assert.deepEqual(rolesOf(id), ['administrator']);
    assert.deepEqual((await people.launch!(own.ctx(), eva, id)).reason, 'login_needed');
    assert.equal(
      await people.put(own.ctx(), { ...eva, email: null, login: 'u@people.example.cl' }, null),
      null,
    );
    for (const gone of [id!, id!]) await people.disable(own.ctx(), gone);
    assert.deepEqual(rolesOf(id), []);
    const us: Member = { ...ana, name: 'Dueña', email: owner.email, login: owner.email, role: 'owner' };
    assert.equal(await people.put(own.ctx(), us, null), String(owner.id));
    await assert.rejects(people.disable(own.ctx(), String(owner.id)), { code: 'engine_unsupported' });
    assert.deepEqual(rolesOf(String(owner.id)), ['administrator']);
  });
});
