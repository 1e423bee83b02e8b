import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createWorld, ended, type World } from '#test/access/world.ts';
import { freshTaxId } from '#test/harness/api.ts';
import { addPerson, logIn } from '#test/harness/people.ts';

describe('the operator', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('is seen entering, and can be shown the door', async () => {
    const { t, ask, company, owner, member } = world;
    const person = await addPerson(t, { operator: true, name: 'Otto' });
    for (const [by, name] of [
      [t.operatorKey, 'operator'],
      [person.token, 'Otto'],
    ] as const) {
      const { body } = await ask('POST /grants', by, { tenant: company.slug, reason: 'Case 7' });
      const [entry] = (await ask('GET /grants', owner)).body.data;
      assert.deepEqual(
        [entry.id, entry.openedBy, entry.reason, entry.revokedAt],
        [body.id, name, 'Case 7', null],
      );
      assert.equal(ended(await ask('GET /grants', await member('member'))), '403 insufficient_scope');
      assert.equal((await ask('GET /contacts', body.token)).status, 200);
      assert.equal((await ask(`DELETE /grants/${body.id}`, owner)).status, 200);
      assert.equal(ended(await ask('GET /contacts', body.token)), '401 unauthenticated');
      const again = await ask(`DELETE /grants/${body.id}`, owner);
      assert.equal(again.status, 200);
    }
    const others = await t.tenant();
    const theirs = await ask('POST /grants', t.operatorKey, { tenant: others.slug, reason: 'x' });
    assert.equal(ended(await ask(`DELETE /grants/${theirs.body.id}`, owner)), '404 not_found');
  });

  it('as a person writes only on a recent proof, and makes no other operator', async () => {
    const { t, ask, company } = world;
    const [fresh, stale] = [
      await addPerson(t, { operator: true }),
      await addPerson(t, { operator: true, steppedUp: false }),
    ];
    const other = await addPerson(t);
    assert.equal((await ask('GET /people', stale)).status, 200);
    const writes = [
      [`POST /tenants/${company.slug}/suspend`, {}],
      ['POST /grants', { tenant: company.slug, reason: 'x' }],
      [`POST /people/${other.ugid}/disable`, {}],
    ] as const;
    for (const [route, body] of writes)
      assert.equal(ended(await ask(route, stale, body)), '403 step_up_required', route);
    for (const ugid of [other.ugid, fresh.ugid])
      assert.equal(
        ended(await ask(`PUT /people/${ugid}/operator`, fresh, { operator: true })),
        '403 forbidden',
      );
    assert.equal(
      (await ask(`PUT /people/${other.ugid}/operator`, t.operatorKey, { operator: true })).status,
      200,
    );
    assert.equal((await ask('GET /tenants', other)).status, 200);
    await ask(`PUT /people/${other.ugid}/operator`, t.operatorKey, { operator: false });
    assert.equal(ended(await ask('GET /tenants', other)), '401 unauthenticated');
    // Being an operator opens no company.
    assert.equal(ended(await ask('GET /contacts', fresh)), '403 tenant_required');
  });

  it('shuts a person out everywhere, which every company of theirs sees', async () => {
    const { t, ask, company } = world;
    const second = await t.tenant();
    const one = await addPerson(t, {
      in: [
        { tenantId: company.id, role: 'member' },
        { tenantId: second.id, role: 'owner' },
      ],
    });
    assert.equal((await ask(`POST /people/${one.ugid}/disable`, t.operatorKey, {})).body.disabled, true);
    assert.equal(ended(await ask('GET /auth/me', one)), '401 unauthenticated');
    for (const key of [company.key, second.key]) {
      const [entry] = (await ask('GET /audit?action=person.disabled', key)).body.data;
      assert.equal(entry.target, one.ugid);
    }
    for (const by of [world.owner, company.key])
      assert.equal(ended(await ask(`POST /people/${one.ugid}/enable`, by, {})), '403 forbidden');
    assert.equal((await ask(`POST /people/${one.ugid}/enable`, t.operatorKey, {})).body.disabled, false);
    const { token } = await logIn(t, one.ugid);
    assert.equal((await ask('GET /auth/me', token)).status, 200);
  });
});

describe('a company that somebody else signed up', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('is claimed, and changes hands with everything that opens it', async () => {
    const { t, ask } = world;
    const [squatter, claimant, third] = [await addPerson(t), await addPerson(t), await addPerson(t)];
    const taxId = freshTaxId();
    const { slug, id } = (await ask('POST /tenants', squatter, { taxId, name: 'Mía' })).body;
    const helper = await addPerson(t, { in: [{ tenantId: id, role: 'admin' }] });
    const { key } = (await ask('POST /keys', squatter, { name: 'k', scopes: ['*'] })).body;
    const account = await ask('POST /accounts', squatter, { name: 'a', scopes: ['*'] });
    const second = await ask('POST /keys', squatter, {
      name: 'k',
      scopes: ['*'],
      accountId: account.body.id,
    });
    await ask('POST /invitations', squatter, { phone: third.phone, role: 'admin' });

    const taken = await ask('POST /tenants', claimant, { taxId, name: 'De verdad mía' });
    assert.equal(ended(taken), '409 tax_id_taken');
    assert.match(taken.body.detail, /POST \/tenants\/claim/);
    assert.ok(
      ![squatter.ugid, squatter.phone, 'Mía'].some((one) => JSON.stringify(taken.body).includes(one)),
    );

    const claim = (by: typeof claimant, of = taxId): ReturnType<typeof ask> =>
      ask('POST /tenants/claim', by, { taxId: of, evidence: 'Carpeta tributaria' });
    const made = await claim(claimant);
    assert.equal(made.status, 200);
    assert.ok(!JSON.stringify(made.body).includes(id));
    assert.equal(ended(await claim(claimant)), '409 conflict');
    assert.equal(ended(await claim(squatter)), '409 conflict');
    assert.equal(ended(await claim(claimant, freshTaxId())), '404 not_found');
    const rival = await claim(third);
    // The squatter's own audit doesn't say who.
    assert.ok(!JSON.stringify((await ask('GET /audit', key)).body).includes(claimant.ugid));
    for (const by of [claimant.token, squatter.token, key])
      assert.equal(
        ended(await ask(`POST /tenants/${slug}/verify`, by, { claimId: made.body.id })),
        '403 forbidden',
      );
    const open = (await ask('GET /tenants/claims', t.operatorKey)).body.data;
    assert.deepEqual(
      open.map((one: { id: string; claimant: { id: string } }) => [one.id, one.claimant.id]),
      [
        [rival.body.id, third.ugid],
        [made.body.id, claimant.ugid],
      ],
    );

    const elsewhere = await ask(`POST /tenants/${world.company.slug}/verify`, t.operatorKey, {
      claimId: made.body.id,
    });
    assert.equal(ended(elsewhere), '400 invalid_input');
    const verified = await ask(`POST /tenants/${slug}/verify`, t.operatorKey, { claimId: made.body.id });
    assert.deepEqual([verified.status, verified.body.verified], [200, true]);
    for (const by of [squatter.token, helper.token, key, second.body.key as string])
      assert.ok([401, 403].includes((await ask('GET /contacts', by)).status));
    assert.equal((await ask('GET /contacts', claimant)).status, 200);
    const roles = (await ask('GET /members', claimant)).body.data.map(
      (one: { id: string; role: string; disabled: boolean }) => `${one.id} ${one.role} ${one.disabled}`,
    );
    assert.deepEqual(
      roles.toSorted(),
      [`${claimant.ugid} owner false`, `${helper.ugid} admin true`, `${squatter.ugid} guest true`].toSorted(),
    );
    assert.equal((await ask('GET /invitations', claimant)).body.data[0].status, 'revoked');
    assert.deepEqual((await ask('GET /tenants/claims', t.operatorKey)).body.data, []);
    const outcomes = (await ask('GET /tenants/claims?open=false', t.operatorKey)).body.data;
    assert.deepEqual(
      outcomes.map((one: { outcome: string }) => one.outcome),
      ['rejected', 'approved'],
    );
    const repeat = await ask(`POST /tenants/${slug}/verify`, t.operatorKey, { claimId: made.body.id });
    assert.equal(ended(repeat), '400 invalid_input');
  });

  it('is one of five that a person makes in a day, however many at the same time', async () => {
    const { t, ask } = world;
    const one = await addPerson(t);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => ask('POST /tenants', one, { taxId: freshTaxId(), name: 'X' })),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 5);
    assert.equal(answers.filter(({ status }) => status === 429).length, 7);
    const other = await addPerson(t);
    assert.equal((await ask('POST /tenants', other, { taxId: freshTaxId(), name: 'X' })).status, 201);
  });
});

describe('sessions', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('are listed and ended by their own person only', async () => {
    const { t, ask } = world;
    const [one, other] = [await addPerson(t), await addPerson(t)];
    const list = (await ask('GET /sessions', one)).body.data;
    assert.deepEqual(
      list.map((row: { id: string; current: boolean }) => [row.id, row.current]),
      [[one.sessionId, true]],
    );
    assert.ok(!JSON.stringify(list).includes(one.token));
    assert.equal(ended(await ask(`DELETE /sessions/${other.sessionId}`, one)), '404 not_found');
    assert.equal((await ask('GET /auth/me', other)).status, 200);
    const ownEnd = await ask(`DELETE /sessions/${one.sessionId}`, one);
    assert.equal(ownEnd.status, 200);
    assert.match(String(ownEnd.headers['set-cookie']), /smarteros_session=; Max-Age=0/);
    assert.equal(ended(await ask('GET /auth/me', one)), '401 unauthenticated');
  });
});
