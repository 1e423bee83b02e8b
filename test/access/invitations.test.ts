import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { tokenOf } from '#features/invitations/rules.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { createWorld, ended, type World } from '#test/access/world.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { addPerson } from '#test/harness/people.ts';

const KEY = Buffer.from(deriveSecret(Buffer.from(SECRET.toString()), 'invitations'), 'base64url');

describe('an invitation', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  /** Invites somebody, as the owner; the link's token is what the message would hold. */
  const invite = async (
    body: object,
    by = world.owner,
  ): Promise<{ id: string; token: string; status: string }> => {
    const answer = await world.ask('POST /invitations', by, body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return { ...answer.body, token: tokenOf(KEY, answer.body.id) };
  };
  const accept = async (by: { token: string }, token: string): Promise<string> =>
    ended(await world.ask('POST /invitations/accept', by.token, { token }));

  it('opens nothing to a stranger who has the link', async () => {
    const { t, ask, company } = world;
    const [friend, stranger] = [await addPerson(t), await addPerson(t)];
    const { token, id } = await invite({ phone: friend.phone, role: 'member' });
    assert.equal(await accept(stranger, token), '403 invitation_not_yours');
    assert.equal(ended(await ask('POST /invitations/accept', undefined, { token })), '401 unauthenticated');
    assert.equal(ended(await ask('POST /invitations/accept', company.key, { token })), '403 forbidden');
    const [refusal] = (await ask('GET /audit?action=invitation.refused', company.key)).body.data;
    assert.equal(refusal.target, id);
    // And it is still there for whom it was sent to.
    assert.equal(await accept(friend, token), '200');
    assert.equal((await ask('GET /contacts', friend)).status, 200);
  });

  it('works once, in time, until it is taken back or replaced', async () => {
    const { t, ask, owner } = world;
    const [one, two, three, four] = await Promise.all(Array.from({ length: 4 }, () => addPerson(t)));
    const used = await invite({ phone: one!.phone, role: 'guest' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(one!, used.token)));
    assert.deepEqual(answers.toSorted(), ['200', ...Array<string>(4).fill('410 invitation_invalid')]);
    const revoked = await invite({ phone: two!.phone, role: 'guest' });
    assert.equal((await ask(`DELETE /invitations/${revoked.id}`, owner)).body.status, 'revoked');
    assert.equal(await accept(two!, revoked.token), '410 invitation_invalid');
    const replaced = await invite({ phone: three!.phone, role: 'admin' });
    const newer = await invite({ phone: three!.phone, role: 'guest' });
    assert.equal(await accept(three!, replaced.token), '410 invitation_invalid');
    assert.equal(await accept(three!, newer.token), '200');
    const late = await invite({ phone: four!.phone, role: 'guest' });
    await t.sql(`update core.invitations set expires_at = now() - interval '1 second' where id = $1`, [
      late.id,
    ]);
    assert.equal(await accept(four!, late.token), '410 invitation_invalid');
    for (const token of ['smi_x', `smi_${'x'.repeat(43)}`, late.id, late.token.toUpperCase()]) {
      assert.equal(await accept(four!, token), '410 invitation_invalid');
      const preview = await ask('POST /invitations/preview', undefined, { token });
      assert.equal(ended(preview), '410 invitation_invalid');
    }
    assert.equal(ended(await ask(`DELETE /invitations/${used.id}`, owner)), '409 conflict');
  });

  it('ends with what its sender was', async () => {
    const { t, ask, owner, member } = world;
    for (const end of ['disable', 'demote', 'remove', 'leave', 'unown'] as const) {
      const sender = await member(end === 'unown' ? 'owner' : 'admin');
      const friend = await addPerson(t);
      const { token } = await invite({ phone: friend.phone, role: 'admin' }, sender);
      const ending = {
        disable: () => ask(`POST /members/${sender.ugid}/disable`, owner, {}),
        demote: () => ask(`PATCH /members/${sender.ugid}`, owner, { role: 'guest' }),
        remove: () => ask(`DELETE /members/${sender.ugid}`, owner),
        leave: () => ask(`POST /tenants/${world.company.slug}/leave`, sender, {}),
        unown: () => ask(`DELETE /owners/${sender.ugid}`, owner),
      }[end];
      assert.equal((await ending()).status, 200, end);
      assert.equal(await accept(friend, token), '410 invitation_invalid', end);
    }
  });

  it('is no way around a suspension, a shut door, or a role that is gone', async () => {
    const { t, ask, company, owner } = world;
    const friend = await addPerson(t, { email: 'eva@example.com' });
    const { token } = await invite({ email: 'Eva@Example.com', role: 'guest' });
    await ask(`POST /tenants/${company.slug}/suspend`, t.operatorKey, {});
    assert.equal(await accept(friend, token), '403 tenant_suspended');
    await ask(`POST /tenants/${company.slug}/resume`, t.operatorKey, {});
    assert.equal(await accept(friend, token), '200');
    const role = await ask('POST /roles', owner, { name: 'Breve', scopes: ['contacts:read'] });
    const other = await addPerson(t);
    const gone = await invite({ phone: other.phone, role: role.body.id });
    assert.equal((await ask(`DELETE /roles/${role.body.id}`, owner)).status, 200);
    assert.equal(await accept(other, gone.token), '410 invitation_invalid');
    // Invited as a stranger, shut out as a member meanwhile.
    const third = await addPerson(t);
    const early = await invite({ phone: third.phone, role: 'admin' });
    await t.sql(
      `insert into core.memberships (tenant_id, person_id, role, disabled_at, created_at, updated_at)
       values ($1, $2, 'guest', now(), now(), now())`,
      [company.id, third.ugid],
    );
    assert.equal(await accept(third, early.token), '409 conflict');
    assert.equal(ended(await ask('GET /contacts', third)), '403 tenant_required');
  });

  it('says to whoever has the link what it is to, and nothing more', async () => {
    const { ask } = world;
    const { token } = await invite({ phone: '+56955558888', role: 'accountant' });
    const { status, body } = await ask('POST /invitations/preview', undefined, { token });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).toSorted(), ['company', 'expiresAt', 'inviter', 'role']);
    assert.ok(!JSON.stringify(body).includes('5555'));
  });

  it('asks for exactly one way to reach somebody', async () => {
    const { ask, owner } = world;
    for (const to of [{}, { phone: '+56955558889', email: 'a@example.com' }, { phone: 'x' }, { email: 'x' }])
      assert.equal(
        ended(await ask('POST /invitations', owner, { ...to, role: 'guest' })),
        '400 invalid_input',
      );
  });

  it('is one of 20 a day, however many are sent at the same time', async () => {
    const { t, ask } = world;
    const company = await t.tenant();
    const boss = await addPerson(t, { in: [{ tenantId: company.id, role: 'owner' }] });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        ask('POST /invitations', boss, { phone: `+5695556${String(1000 + i)}`, role: 'guest' }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 20);
    const refused = answers.find(({ status }) => status === 429)!;
    assert.ok(Number(refused.headers['retry-after']) > 80_000);
    await t.sql('update core.tenants set verified = true where id = $1', [company.id]);
    assert.equal(
      (await ask('POST /invitations', boss, { phone: '+56955569999', role: 'guest' })).status,
      201,
    );
  });
});
