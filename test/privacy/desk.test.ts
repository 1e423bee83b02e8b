import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PLATFORM } from '#core/platform.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { Desk } from './world.ts';

type Tenant = Awaited<ReturnType<TestApi['tenant']>>;

describe('what a company owes to people about their data', () => {
  let t: TestApi;
  let desk: Desk;
  let own: Tenant;
  let other: Tenant;
  const ask = (route: string, token?: string, body?: object): Promise<Answer> =>
    t.request(route, { ...(token !== undefined && { token }), ...(body && { body }) });
  const code = ({ status, body }: Answer): string => `${status} ${body.code ?? ''}`.trim();
  const contact = async (name: string, email: string): Promise<string> =>
    (await ask('POST /contacts', own.key, { name, email, tags: ['x'] })).body.id;
  const request = async (body: object): Promise<Answer['body']> => {
    const answer = await ask('POST /privacy/requests', own.key, {
      requesterName: 'Ana',
      channel: 'email',
      details: 'Por favor.',
      ...body,
    });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };
  const decide = (id: string, body: object): Promise<Answer> =>
    ask(`POST /privacy/requests/${id}/decide`, own.key, body);
  const listed = async (q: string): Promise<string[]> =>
    (await ask(`GET /contacts?q=${q}`, own.key)).body.data.map((one: { id: string }) => one.id);

  before(async () => {
    t = await createTestApi();
    desk = new Desk(t.database.url);
    await desk.admin.connect();
    [own, other] = [await t.tenant(), await t.tenant()];
  });
  after(async () => {
    await desk.stop();
    await t.stop();
  });

  it('refuses strangers, half subjects, futures and other companies’ contacts', async () => {
    assert.equal(code(await ask('POST /consents', undefined, {})), '400 invalid_input');
    const consent = { purpose: 'ads', text: 'Sí', channel: 'phone' };
    assert.equal(code(await ask('POST /consents', own.key, consent)), '400 invalid_input');
    const two = { ...consent, contactId: PLATFORM.id, identifier: 'x' };
    assert.equal(code(await ask('POST /consents', own.key, two)), '400 invalid_input');
    const future = { ...consent, identifier: 'x', givenAt: '2999-01-01T00:00:00Z' };
    assert.equal(code(await ask('POST /consents', own.key, future)), '400 invalid_input');
    const theirs = (await ask('POST /contacts', other.key, { name: 'Suyo' })).body.id;
    const about = { kind: 'erase', contactId: theirs, requesterName: 'X', channel: 'api', details: 'x' };
    assert.equal(code(await ask('POST /privacy/requests', own.key, about)), '400 invalid_input');
    assert.equal(code(await ask(`GET /privacy/contacts/${theirs}`, own.key)), '404 not_found');
    assert.equal(code(await ask(`POST /privacy/contacts/${theirs}/unblock`, own.key, {})), '404 not_found');
  });

  it('writes a form’s consent down with the message, and lets the sender withdraw it by link', async () => {
    const form = await ask('POST /forms', own.key, { name: 'Web', consentText: 'Acepto todo.' });
    const message = {
      form: form.body.id,
      name: 'Rosa',
      email: 'rosa@example.com',
      message: 'Hola',
      consent: true,
    };
    const sent = await ask('POST /contact', own.key, message);
    const { data } = (await ask('GET /consents?purpose=contact_form', own.key)).body;
    assert.equal(data.length, 1);
    const [consent] = data;
    assert.deepEqual(
      [consent.text, consent.channel, consent.evidence, consent.withdrawnAt],
      ['Acepto todo.', 'web_form', sent.body.id, null],
    );
    // A message that is refused leaves no consent.
    await ask('POST /contact', own.key, { ...message, email: undefined });
    assert.equal((await ask('GET /consents', own.key)).body.data.length, 1);

    const status = `GET /consents/status?contactId=${consent.contactId}&purpose=contact_form`;
    assert.equal((await ask(status, own.key)).body.valid, true);
    assert.equal((await ask(status, other.key)).body.valid, false);
    const token: string = consent.withdrawToken;
    const flipped = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`;
    for (const forged of [flipped, token.slice(1), `${token}A`, 'x', token.toLowerCase()])
      assert.equal(code(await ask('POST /consents/withdraw', undefined, { token: forged })), '404 not_found');
    const first = await ask('POST /consents/withdraw', undefined, { token });
    const second = await ask('POST /consents/withdraw', undefined, { token });
    assert.equal(first.status, 200);
    assert.deepEqual(second.body, first.body);
    assert.equal((await ask(status, own.key)).body.valid, false);
    assert.equal((await desk.rows('select 1 from privacy.withdrawals')).length, 1);
  });

  it('keeps the ledger as it was written', async () => {
    const made = await ask('POST /consents', own.key, {
      identifier: ' Ana@Example.com ',
      purpose: 'ads',
      text: 'Sí',
      channel: 'phone',
      expiresAt: '2999-01-01T00:00:00Z',
    });
    assert.equal(made.status, 200);
    const found = await ask('GET /consents/status?identifier=ANA@example.com&purpose=ads', own.key);
    assert.equal(found.body.valid, true);
    for (const sql of [
      `update privacy.consents set text = 'No'`,
      `update privacy.consents set given_at = now()`,
      'delete from privacy.consents',
      'delete from privacy.withdrawals',
      'update privacy.withdrawals set note = null',
      'delete from privacy.policies',
      'delete from privacy.breach_notices',
    ]) {
      await desk.rows(`set role smarteros_app`);
      await assert.rejects(desk.rows(sql), /permission denied/, sql);
      await desk.rows('reset role');
    }
  });

  it('erases everywhere, keeps the proof, and says what stays', async () => {
    const form = (await ask('GET /forms', own.key)).body.data[0];
    await ask('POST /contact', own.key, {
      form: form.id,
      name: 'Berta Borrada',
      email: 'berta@example.com',
      phone: '+56 9 1111 2222',
      message: 'Soy Berta',
      consent: true,
    });
    const [id] = await listed('berta');
    const made = await request({ kind: 'erase', contactId: id, requesterEmail: 'berta@example.com' });
    assert.equal(code(await decide(made.id, { outcome: 'refused' })), '400 invalid_input');
    const { status, body } = await decide(made.id, { outcome: 'granted' });
    assert.equal(status, 200);
    assert.deepEqual(body.result, {
      consents_withdrawn: { rows: 1 },
      contact_links: { rows: 0 },
      contact_merges: { rows: 0 },
      contacts: { rows: 1 },
      imports: { rows: 0 },
      form_messages: { rows: 1 },
      held_messages: { rows: 0 },
      messages: { rows: 0 },
      consents: { kept: 'legal_defence' },
      requests: { kept: 'legal_duty' },
      audit: { kept: 'legal_duty' },
    });
    assert.equal(code(await decide(made.id, { outcome: 'granted' })), '409 conflict');
    assert.deepEqual(await listed('berta'), []);
    assert.ok(!JSON.stringify((await ask('GET /contacts', own.key)).body).includes(id!));
    const tables = await desk.rows<{ text: string }>(
      `select concat((select json_agg(c) from app.contacts c), (select json_agg(m) from app.form_messages m),
        (select json_agg(x) from app.contact_terms x), (select json_agg(c) from privacy.consents c)) as text`,
    );
    assert.ok(!/berta|1111/i.test(tables[0]!.text));
    const [event] = await desk.rows<{ id: string }>(
      `select id from core.events where name = 'privacy.request_decided' order by seq desc limit 1`,
    );
    await desk.run('privacy.notify_decision', own.id, event!.id);
    assert.deepEqual(
      [desk.mails.at(-1)!.to, /supresión/.test(desk.mails.at(-1)!.text)],
      ['berta@example.com', true],
    );
  });

  it('lets a legal hold stop an erasure, in whole or in part', async () => {
    const id = await contact('Hugo Pleito', 'hugo@example.com');
    const hold = (body: object): Promise<Answer> =>
      ask('POST /holds', own.key, { basis: 'legal_claim', reason: 'Rol 1', ...body });
    const whole = await hold({ contactId: id });
    const made = await request({ kind: 'erase', contactId: id });
    assert.equal(code(await decide(made.id, { outcome: 'granted' })), '409 conflict');
    assert.deepEqual(await listed('hugo'), [id]);
    assert.equal(code(await ask(`POST /holds/${whole.body.id}/release`, other.key, {})), '404 not_found');
    await ask(`POST /holds/${whole.body.id}/release`, own.key, {});
    assert.equal(code(await ask(`POST /holds/${whole.body.id}/release`, own.key, {})), '409 conflict');
    const part = await hold({ class: 'contacts' });
    const { body } = await decide(made.id, { outcome: 'granted' });
    assert.deepEqual(
      [body.result.contacts, body.result.form_messages],
      [{ kept: 'legal_hold' }, { rows: 0 }],
    );
    assert.deepEqual(await listed('hugo'), [id]);
    assert.equal(code(await ask(`DELETE /contacts/${id}`, own.key)), '409 contact_held');
    await ask(`POST /holds/${part.body.id}/release`, own.key, {});
    assert.equal((await ask(`DELETE /contacts/${id}`, own.key)).status, 200);
    assert.equal(code(await hold({ class: 'nothing' })), '400 invalid_input');
  });

  it('blocks, unblocks, rectifies and opposes', async () => {
    const id = await contact('Rita Mal Escrita', 'rita@example.com');
    const blocked = await request({ kind: 'block', contactId: id });
    await decide(blocked.id, { outcome: 'granted' });
    assert.deepEqual(await listed('rita'), []);
    assert.equal(code(await ask(`GET /contacts/${id}`, own.key)), '200');
    await ask(`POST /privacy/contacts/${id}/unblock`, own.key, {});
    assert.deepEqual(await listed('rita'), [id]);

    const wrong = await request({ kind: 'rectify', contactId: id, patch: { surname: 'X' } });
    assert.equal(code(await decide(wrong.id, { outcome: 'granted' })), '400 invalid_input');
    const right = await request({
      kind: 'rectify',
      contactId: id,
      patch: { name: 'Rita Bien', email: null },
    });
    assert.deepEqual((await decide(right.id, { outcome: 'granted' })).body.result, {
      contact_links: { rows: 0 },
      contacts: { rows: 1 },
    });
    const { body } = await ask(`GET /contacts/${id}`, own.key);
    assert.deepEqual([body.name, body.email, body.version], ['Rita Bien', undefined, 2]);
    assert.deepEqual([await listed('bien'), await listed('escrita')], [[id], []]);

    await ask('POST /consents', own.key, { contactId: id, purpose: 'ads', text: 'Sí', channel: 'phone' });
    const opposed = await request({ kind: 'oppose', contactId: id });
    await decide(opposed.id, { outcome: 'granted' });
    const status = await ask(`GET /consents/status?contactId=${id}&purpose=ads`, own.key);
    assert.deepEqual([status.body.valid, status.body.consent.withdrawnBy], [false, 'request']);
  });

  it('keeps the law’s clock: once longer, reminded in time, overdue in the list', async () => {
    const made = await request({ kind: 'access', receivedAt: '2026-01-02T12:00:00Z' });
    assert.equal(made.dueAt, '2026-02-02T02:59:59.000Z');
    const extend = (id: string): Promise<Answer> =>
      ask(`POST /privacy/requests/${id}/extend`, own.key, { reason: 'Mucho' });
    assert.equal(code(await extend(made.id)), '409 conflict');
    const overdue = (await ask('GET /privacy/requests?overdue=true', own.key)).body.data;
    assert.deepEqual(
      overdue.map((one: { id: string }) => one.id),
      [made.id],
    );
    const fresh = await request({ kind: 'access' });
    assert.equal((await extend(fresh.id)).status, 200);
    assert.equal(code(await extend(fresh.id)), '409 conflict');
    assert.equal(code(await extend((await request({ kind: 'block' })).id)), '409 conflict');
    const owner = await desk.login(own.id, 'owner');
    desk.mails.length = 0;
    await desk.run('privacy.remind', own.id);
    await desk.run('privacy.remind', own.id);
    assert.deepEqual(
      desk.mails.map(({ to }) => to),
      [`${owner.personId}@example.com`],
    );
    const due = await desk.rows(`select 1 from core.events where name = 'privacy.request_due'`);
    // The overdue one and the block: the fresh one has two months.
    assert.equal(due.length, 2);
    const refused = await decide(made.id, { outcome: 'refused', reasonCode: 'identity_not_proved' });
    assert.match(refused.body.complaint.es, /Agencia.*30 días hábiles, hasta el 20\d\d-/);
    // Two who decide at once: one does.
    const both = await Promise.all([1, 2].map(() => decide(fresh.id, { outcome: 'granted' })));
    assert.deepEqual(both.map(code).toSorted(), ['200', '409 conflict']);
  });

  it('tells people with a login what is kept about them, and lets them ask the operator', async () => {
    const { cookie, personId } = await desk.login(own.id, 'guest');
    const { cookie: stranger } = await desk.login(other.id, 'guest');
    assert.equal(code(await ask('GET /privacy/my-data', own.key)), '403 forbidden');
    const { body } = await ask('GET /privacy/my-data', cookie);
    const part = (name: string): { records: Record<string, unknown>[] } =>
      body.parts.find((one: { name: string }) => one.name === name);
    assert.equal(part('login').records[0]!['ugid'], personId);
    assert.equal(part('memberships').records[0]!['slug'], own.slug);
    assert.equal(part('sessions').records.length, 1);
    assert.ok(!/hash|sealed|sms_/.test(JSON.stringify(body)));
    const asked = await ask('POST /privacy/own-requests', cookie, { kind: 'erase', details: 'Bórrenme.' });
    assert.equal(asked.status, 200);
    assert.equal((await ask('GET /privacy/own-requests', cookie)).body.data.length, 1);
    assert.equal((await ask('GET /privacy/own-requests', stranger)).body.data.length, 0);
    // It stands on the operator's desk, and on no company's.
    const desks = await Promise.all(
      [t.operatorKey, own.key].map((token) => ask('GET /privacy/requests', token)),
    );
    const has = ({ body: { data } }: Answer): boolean =>
      data.some((one: { id: string }) => one.id === asked.body.id);
    assert.deepEqual(desks.map(has), [true, false]);
    const done = await ask(`POST /privacy/requests/${asked.body.id}/decide`, t.operatorKey, {
      outcome: 'granted',
    });
    assert.equal(done.status, 200);
    const erase = (id: string, token: string): Promise<Answer> =>
      ask(`POST /privacy/requests/${id}/erase-login`, token, {});
    assert.equal(code(await erase(asked.body.id, own.key)), '403 forbidden');
    assert.equal(code(await erase(asked.body.id, cookie)), '403 forbidden');
    assert.equal((await erase(asked.body.id, t.operatorKey)).status, 200);
    assert.equal(code(await ask('GET /privacy/my-data', cookie)), '401 unauthenticated');
    const people = await desk.rows('select name, phone, email from identity.people where id = $1', [
      personId,
    ]);
    assert.deepEqual(people, [{ name: null, phone: null, email: null }]);
    // The only owner of a company stays, and so does who wasn't granted anything.
    const boss = await desk.login(other.id, 'owner');
    const wish = await ask('POST /privacy/own-requests', boss.cookie, {
      kind: 'erase',
      details: 'Yo también.',
    });
    assert.equal(code(await erase(wish.body.id, t.operatorKey)), '409 conflict');
    await ask(`POST /privacy/requests/${wish.body.id}/decide`, t.operatorKey, { outcome: 'granted' });
    assert.match((await erase(wish.body.id, t.operatorKey)).body.detail, new RegExp(other.slug));
    assert.equal(code(await ask('GET /auth/me', boss.cookie)), '200');
  });

  it('names whom a breach must be told to, and isn’t closed before they were', async () => {
    const body = { title: 'T', description: 'D', measures: 'M', dataClasses: ['contact'], risk: 'low' };
    const low = await ask('POST /breaches', own.key, body);
    assert.deepEqual([low.body.tellAgency, low.body.tellPeople], [false, false]);
    const high = await ask('POST /breaches', own.key, { ...body, risk: 'high', dataClasses: ['minors'] });
    assert.deepEqual([high.body.tellAgency, high.body.tellPeople], [true, true]);
    const close = (): Promise<Answer> => ask(`PATCH /breaches/${high.body.id}`, own.key, { state: 'closed' });
    const tell = (audience: string, token: string): Promise<Answer> =>
      ask(`POST /breaches/${high.body.id}/notices`, token, {
        audience,
        recipient: 'x',
        channel: 'x',
        text: 'x',
      });
    assert.equal(code(await tell('agency', other.key)), '404 not_found');
    assert.equal(code(await close()), '409 conflict');
    await tell('agency', own.key);
    assert.equal(code(await close()), '409 conflict');
    await tell('person', own.key);
    assert.equal(code(await close()), '200');
    const { body: texts } = await ask(`GET /breaches/${high.body.id}/texts`, own.key);
    assert.match(texts.agency.es, /14 sexies/);
    assert.equal(texts.sent.length, 2);
    // The operator's own register is another.
    await ask('POST /breaches', t.operatorKey, body);
    assert.equal((await ask('GET /breaches', t.operatorKey)).body.data.length, 1);
    assert.equal((await ask('GET /breaches', own.key)).body.data.length, 2);
  });

  it('keeps a register of processing, and a public policy once there is one', async () => {
    const show = (): Promise<Answer> => ask(`GET /privacy/policy/${own.slug}`);
    const unknown = await ask('GET /privacy/policy/99999999k');
    const none = await show();
    assert.deepEqual([none.status, none.body.detail], [unknown.status, unknown.body.detail]);
    const words = { es: 'x', en: 'x' };
    const put = (key: string, body: object): Promise<Answer> => ask(`PUT /processing/${key}`, own.key, body);
    assert.equal(code(await put('payroll', { title: words })), '400 invalid_input');
    const all = { title: words, purposes: words, basis: 'contract', classes: ['economic'], subjects: words };
    const rest = { recipients: words, abroad: null, retention: words, security: words };
    assert.equal((await put('payroll', { ...all, ...rest })).status, 200);
    assert.equal(code(await put('contacts', { removed: true })), '400 invalid_input');
    const keys = async (token: string): Promise<string[]> =>
      (await ask('GET /processing', token)).body.data.map((one: { key: string }) => one.key);
    assert.ok((await keys(own.key)).includes('payroll'));
    assert.ok(!(await keys(other.key)).includes('payroll'));
    const policy = {
      responsible: 'R',
      representative: 'R',
      officer: null,
      address: 'A',
      email: 'a@example.com',
      policy: 'P',
      automated: 'No',
    };
    await ask('PUT /privacy/policy', own.key, policy);
    const shown = await show();
    assert.equal(shown.status, 200);
    assert.ok(shown.body.activities.some((one: { key: string }) => one.key === 'payroll'));
    await put('payroll', { removed: true });
    assert.ok(!(await keys(own.key)).includes('payroll'));
  });

  it('deletes what is over, but what a hold covers, and only that', async () => {
    const form = (await ask('GET /forms', own.key)).body.data[0];
    const write = async (name: string): Promise<string> => {
      const { body } = await ask('POST /contact', own.key, {
        form: form.id,
        name,
        email: `${name}@example.com`,
        message: name,
        consent: true,
      });
      return body.id;
    };
    await desk.rows('delete from app.form_messages');
    const [old, held, fresh] = [await write('viejo'), await write('guardado'), await write('nuevo')];
    await desk.rows(
      `update app.form_messages set created_at = now() - interval '400 days' where id = any ($1)`,
      [[old, held]],
    );
    const set = (name: string, days: number | null): Promise<Answer> =>
      ask(`PUT /retention/${name}`, own.key, { days, basis: 'x' });
    assert.equal(code(await set('tax_records', 365)), '400 invalid_input');
    assert.equal((await set('tax_records', 3_000)).status, 200);
    assert.equal(code(await set('login', 365)), '400 invalid_input');
    assert.equal((await set('form_messages', 365)).status, 200);
    const [{ contact_id: contactId }] = (await desk.rows<{ contact_id: string }>(
      'select contact_id from app.form_messages where id = $1',
      [held],
    )) as [{ contact_id: string }];
    await ask('POST /holds', own.key, { contactId, basis: 'authority', reason: 'Oficio 1' });
    const preview = await ask('GET /retention/preview', own.key);
    assert.deepEqual(
      preview.body.data.map(({ class: name, rows, held: kept }: Record<string, unknown>) => [
        name,
        rows,
        kept,
      ]),
      [
        ['messages', 0, 0],
        ['form_messages', 1, 1],
        ['held_messages', 0, 0],
        ['imports', 0, 0],
      ],
    );
    assert.equal((await desk.rows('select 1 from app.form_messages')).length, 3);
    await desk.run('retention.apply', other.id);
    assert.equal((await desk.rows('select 1 from app.form_messages')).length, 3);
    await desk.run('retention.apply', own.id);
    await desk.run('retention.apply', own.id);
    const left = await desk.rows<{ id: string }>('select id from app.form_messages order by id');
    assert.deepEqual(
      left.map(({ id }) => id),
      [held, fresh],
    );
    assert.deepEqual(await desk.rows('select class, rows, held from privacy.disposals'), [
      { class: 'form_messages', rows: 1, held: 1 },
    ]);
  });
});
