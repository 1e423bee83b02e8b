import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CODE, createWorld, freshPhone, HOUR, MINUTE, withTotp, type Person, type World } from './world.ts';

describe('another number', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
  });
  after(() => w.stop());

  const set = async (who: Person, phone: string, codeFor = who.ugid) => {
    const code = await w.code(phone, 'new_phone', codeFor);
    return w.as(who, 'PUT /auth/phone', { phone, code });
  };
  const notices = async (ugid: string): Promise<unknown[]> =>
    (
      await w.rows<{ what: string }>(
        `select e.data->>'what' as what from core.events e join identity.number_changes c on c.id = (e.data->>'id')::uuid
         where e.name = 'identity.number_notice' and c.person_id = $1 order by e.id`,
        [ugid],
      )
    ).map(({ what }) => what);

  it('takes a code to it and a recent proof; the old one is told and other sessions end', async () => {
    const who = await w.person();
    const second = await w.person(who.phone);
    const phone = freshPhone();
    w.clock.advance(11 * MINUTE);
    assert.equal((await set(who, phone)).body.code, 'step_up_required');
    const code = await w.code(who.phone, 'step_up', who.ugid);
    assert.equal((await w.as(who, 'POST /auth/step-up', { code })).status, 200);
    const wrong = await w.as(who, 'PUT /auth/phone', { phone, code: '000000' });
    assert.equal(wrong.body.code, 'otp_invalid');
    assert.deepEqual((await set(who, phone)).body, { phone });
    assert.equal((await w.as(second, 'POST /auth/logout')).status, 401);
    assert.equal((await w.as(who, 'GET /auth/me')).body.phone, phone);
    assert.equal((await w.person(phone)).ugid, who.ugid);
    assert.notEqual((await w.person(who.phone)).ugid, who.ugid);
    assert.deepEqual(await notices(who.ugid), ['changed']);
    assert.ok((await w.audit(who.ugid)).includes('number.changed'));
  });

  it('is not changed by the old number alone where there is a second factor', async () => {
    const who = await w.person();
    const { show } = await withTotp(w, who);
    const stolen = await w.person(who.phone);
    assert.equal((await set(stolen, freshPhone())).body.code, 'step_up_required');
    assert.equal((await w.as(stolen, 'POST /auth/step-up', { totp: show() })).status, 200);
    assert.equal((await set(stolen, freshPhone())).status, 200);
  });

  it('is nobody else’s, and takes no code of anybody else', async () => {
    const [who, other] = [await w.person(), await w.person()];
    assert.equal((await set(who, other.phone)).body.code, 'conflict');
    assert.equal((await set(who, freshPhone(), other.ugid)).body.code, 'otp_expired');
    const phone = freshPhone();
    const login = await w.code(phone, 'login');
    assert.equal((await w.as(who, 'PUT /auth/phone', { phone, code: login })).body.code, 'otp_expired');
    const both = await Promise.all([set(who, phone), w.as(who, 'PUT /auth/phone', { phone, code: CODE })]);
    assert.ok(both.filter(({ status }) => status === 200).length <= 1);
  });
});

describe('a lost number', () => {
  let w: World;
  before(async () => {
    w = await createWorld();
  });
  after(() => w.stop());

  async function ask(phone: string, newPhone = freshPhone()) {
    const code = await w.code(newPhone, 'recovery');
    const answer = await w.t.request('POST /auth/lost-number', { body: { phone, newPhone, code } });
    return { newPhone, answer };
  }
  async function finish(newPhone: string) {
    const code = await w.code(newPhone, 'recovery');
    return w.t.request('POST /auth/lost-number/finish', { body: { newPhone, code } });
  }
  const approve = (who: { token: string }, id: string) => w.as(who, `POST /auth/lost-numbers/${id}/approve`);
  const cancel = (who: { token: string }, id: string) => w.as(who, `POST /auth/lost-numbers/${id}/cancel`);
  const operator = () => ({ token: w.t.operatorKey });
  const open = async (ugid: string): Promise<string> =>
    (
      await w.rows<{ id: string }>(
        'select id from identity.number_changes where person_id = $1 and ended_at is null order by id desc',
        [ugid],
      )
    )[0]!.id;
  async function join(tenantId: string, ugid: string, role = 'member') {
    await w.rows(
      `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at) values ($1, $2, $3, now(), now())`,
      [tenantId, ugid, role],
    );
  }
  async function company() {
    const owner = await w.owner();
    const worker = await w.person();
    await join(owner.tenantId, worker.ugid);
    return { owner, worker };
  }

  it('is replaced after approval and 72 hours, and all sessions end', async () => {
    const { owner, worker } = await company();
    const { newPhone, answer } = await ask(worker.phone);
    assert.deepEqual(answer.body, { waitHours: 72 });
    const id = await open(worker.ugid);
    const [entry] = (await w.as(owner, 'GET /auth/lost-numbers')).body.data;
    assert.deepEqual([entry.id, entry.newPhone], [id, `…${newPhone.slice(-4)}`]);
    assert.equal((await finish(newPhone)).body.code, 'conflict');
    const approved = await approve(owner, id);
    assert.equal(approved.status, 200, JSON.stringify(approved.body));
    // Approving anew neither shortens nor lengthens the wait.
    w.clock.advance(HOUR);
    const code = await w.code(owner.phone, 'step_up', owner.ugid);
    await w.as(owner, 'POST /auth/step-up', { code });
    assert.equal((await approve(owner, id)).body.readyAt, approved.body.readyAt);
    w.clock.advance(71 * HOUR - 1);
    assert.equal((await finish(newPhone)).body.code, 'conflict');
    w.clock.advance(1);
    assert.deepEqual((await finish(newPhone)).body, { phone: newPhone });
    assert.equal((await w.as(worker, 'GET /auth/me')).status, 401);
    assert.equal((await w.person(newPhone)).ugid, worker.ugid);
    assert.equal((await finish(newPhone)).body.code, 'conflict');
    const told = await w.rows<{ what: string }>(
      `select data->>'what' as what from core.events where name = 'identity.number_notice' and data->>'id' = $1 order by id`,
      [id],
    );
    assert.deepEqual(
      told.map(({ what }) => what),
      ['asked', 'approved', 'completed'],
    );
    const seen = await w.rows<{ action: string }>(
      `select action from core.audit where tenant_id = $1 and target = $2 order by id`,
      [owner.tenantId, worker.ugid],
    );
    for (const action of ['requested', 'approved', 'recovered'])
      assert.ok(
        seen.some((row) => row.action.endsWith(action)),
        action,
      );
  });

  it('is not approved by the person, a colleague, another owner, or without a recent proof', async () => {
    const { owner, worker } = await company();
    const [colleague, stranger] = [await w.person(), await w.owner()];
    await join(owner.tenantId, colleague.ugid, 'admin');
    await ask(worker.phone);
    const id = await open(worker.ugid);
    for (const wrong of [worker, colleague, stranger, operator()])
      assert.equal((await approve(wrong, id)).status, 404, wrong.token);
    w.clock.advance(11 * MINUTE);
    assert.equal((await approve(owner, id)).body.code, 'step_up_required');
    const { key } = await w.t.tenant();
    assert.equal((await approve({ token: key }, id)).status, 403);
  });

  it('of an owner is approved by another one, or by the operator where there is none', async () => {
    const alone = await w.owner();
    await ask(alone.phone);
    const id = await open(alone.ugid);
    assert.equal((await approve(alone, id)).status, 404);
    assert.equal((await approve(operator(), id)).status, 200);
    const [one, two] = [await w.owner(), await w.person()];
    await join(one.tenantId, two.ugid, 'owner');
    await ask(one.phone);
    const shared = await open(one.ugid);
    assert.equal((await approve(operator(), shared)).status, 404);
    assert.equal((await approve(two, shared)).status, 200);
  });

  it('of somebody in two companies is not one owner’s to give away', async () => {
    const { owner, worker } = await company();
    const elsewhere = await w.owner();
    await join(elsewhere.tenantId, worker.ugid, 'admin');
    await ask(worker.phone);
    const id = await open(worker.ugid);
    assert.equal((await approve(owner, id)).status, 404);
    assert.equal((await approve(elsewhere, id)).status, 404);
    assert.equal((await approve(operator(), id)).status, 200);
  });

  it('is not replaced when its approver no longer could approve it', async () => {
    const { owner, worker } = await company();
    const { newPhone } = await ask(worker.phone);
    assert.equal((await approve(owner, await open(worker.ugid))).status, 200);
    await join((await w.owner()).tenantId, worker.ugid);
    w.clock.advance(72 * HOUR);
    assert.equal((await finish(newPhone)).body.code, 'conflict');
  });

  it('stays cancelled, from any session and at any time', async () => {
    const { owner, worker } = await company();
    const { newPhone } = await ask(worker.phone);
    const id = await open(worker.ugid);
    await approve(owner, id);
    w.clock.advance(71 * HOUR);
    assert.equal((await w.as(worker, 'GET /auth/lost-numbers')).body.data[0].id, id);
    assert.equal((await cancel(await w.person(), id)).status, 404);
    assert.equal((await cancel(worker, id)).body.outcome, 'cancelled');
    w.clock.advance(2 * HOUR);
    assert.equal((await finish(newPhone)).body.code, 'conflict');
    const again = await w.person(owner.phone);
    assert.equal((await approve(again, id)).body.code, 'conflict');
    assert.equal((await cancel(worker, id)).body.code, 'conflict');
    await assert.rejects(
      w.rows('update identity.number_changes set ended_at = null where id = $1', [id]),
      /number_changes_ended/,
    );
  });

  it('has a wait that the database itself keeps', async () => {
    const { owner, worker } = await company();
    await ask(worker.phone);
    const id = await open(worker.ugid);
    await approve(owner, id);
    await assert.rejects(
      w.rows('update identity.number_changes set ready_at = approved_at where id = $1', [id]),
      /number_changes_wait/,
    );
    await assert.rejects(
      w.rows(
        `update identity.number_changes set ended_at = approved_at, outcome = 'completed' where id = $1`,
        [id],
      ),
      /number_changes_lost/,
    );
  });

  it('is asked about alike, whether known or not, and only with a code of the new one', async () => {
    const worker = await w.person();
    const [known, unknown] = [await ask(worker.phone), await ask(freshPhone())];
    assert.deepEqual([known.answer.status, known.answer.body], [unknown.answer.status, unknown.answer.body]);
    const body = { phone: worker.phone, newPhone: freshPhone(), code: '000000' };
    assert.equal((await w.t.request('POST /auth/lost-number', { body })).body.code, 'otp_expired');
    const other = await w.person();
    assert.equal((await ask(worker.phone, other.phone)).answer.body.code, 'conflict');
    // Somebody's code for a login is none for this.
    const newPhone = freshPhone();
    const code = await w.code(newPhone, 'login');
    const misused = await w.t.request('POST /auth/lost-number', {
      body: { phone: worker.phone, newPhone, code },
    });
    assert.equal(misused.body.code, 'otp_expired');
  });

  it('with a second factor still asks for it afterwards', async () => {
    const { owner, worker } = await company();
    await withTotp(w, worker);
    await w.as(worker, 'PUT /auth/always-ask', { on: true });
    const { newPhone } = await ask(worker.phone);
    const proof = await w.code(owner.phone, 'step_up', owner.ugid);
    await w.as(owner, 'POST /auth/step-up', { code: proof });
    await approve(owner, await open(worker.ugid));
    w.clock.advance(72 * HOUR);
    assert.equal((await finish(newPhone)).status, 200);
    assert.equal((await w.verify(newPhone)).body.code, 'second_factor_required');
  });

  it('is finished once, though five try at once; a flood of requests is bounded', async () => {
    const { owner, worker } = await company();
    const { newPhone } = await ask(worker.phone);
    for (let i = 0; i < 8; i++) await ask(worker.phone);
    const [count] = await w.rows(
      'select count(*)::int as n from identity.number_changes where person_id = $1',
      [worker.ugid],
    );
    assert.equal(count!['n'], 5);
    const [mine] = await w.rows<{ id: string }>(
      'select id from identity.number_changes where new_phone = $1',
      [newPhone],
    );
    await approve(owner, mine!.id);
    w.clock.advance(72 * HOUR);
    const code = await w.code(newPhone, 'recovery');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        w.t.request('POST /auth/lost-number/finish', { body: { newPhone, code } }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });
});
