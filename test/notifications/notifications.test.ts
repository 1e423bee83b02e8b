import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createWorld, ended, type World } from '#test/access/world.ts';
import type { TestPerson } from '#test/harness/people.ts';
import { Desk } from '#test/privacy/world.ts';

/** An event of a company, as an act of its would have left it. */
async function happened(desk: Desk, tenantId: string, name: string, data: object): Promise<string> {
  const id = randomUUID();
  await desk.rows(
    `insert into core.events (tenant_id, id, name, version, data, occurred_at) values ($1, $2, $3, 1, $4, now())`,
    [tenantId, id, name, JSON.stringify(data)],
  );
  return id;
}

const request = { id: randomUUID(), kind: 'access', dueAt: '2026-04-02T02:59:59.000Z' };

describe('what people of a company are told', () => {
  let world: World;
  let desk: Desk;
  const mailOf = ({ ugid }: TestPerson): string => `${ugid}@example.com`;
  const put = (
    who: TestPerson | string | undefined,
    kind: string,
    channel: string,
  ): ReturnType<World['ask']> => world.ask(`PUT /notifications/${kind}`, who, { channel });
  /** To whom a request about data is told, by the addresses of the people who may be. */
  async function told(kind = 'privacy.request_received'): Promise<string[]> {
    const jobs = {
      'privacy.request_received': 'privacy.tell_received',
      'grant.opened': 'grants.tell_owners',
    };
    const data =
      kind === 'grant.opened' ? { id: randomUUID(), reason: 'Ayuda', expiresAt: request.dueAt } : request;
    const event = await happened(desk, world.company.id, kind, data);
    desk.mails.splice(0);
    await desk.run(jobs[kind as keyof typeof jobs], world.company.id, event);
    return desk.mails.map(({ to }) => to).toSorted();
  }

  before(async () => {
    world = await createWorld();
    desk = new Desk(world.t.database.url);
    await desk.admin.connect();
    await desk.rows(`update identity.people set email = id || '@example.com'`);
  });
  after(async () => {
    await desk.stop();
    await world.stop();
  });

  it('is nobody else’s to see or to choose', async () => {
    const { ask, t, company, owner } = world;
    const kind = 'engine.failed';
    assert.equal(ended(await ask('GET /notifications')), '401 unauthenticated');
    assert.equal(ended(await put(undefined, kind, 'off')), '401 unauthenticated');
    // A program is told of nothing.
    assert.deepEqual((await ask('GET /notifications', company.key)).body.data, []);
    assert.equal(ended(await put(company.key, kind, 'off')), '404 not_found');
    // Nor does anybody choose for somebody else, here or in another company.
    const other = await t.tenant();
    for (const body of [
      { channel: 'off', personId: owner.ugid },
      { channel: 'off', tenantId: other.id },
    ])
      assert.equal(ended(await ask(`PUT /notifications/${kind}`, owner, body)), '400 invalid_input');
    const foreign = { 'x-smarteros-tenant': other.slug };
    const answer = await ask(`PUT /notifications/${kind}`, owner, { channel: 'off' }, foreign);
    assert.ok(answer.status >= 400, String(answer.status));
    assert.deepEqual(await desk.rows('select 1 from core.notification_choices'), []);
  });

  it('depends on what one may do', async () => {
    const kinds = async (who: TestPerson): Promise<string[]> =>
      (await world.ask('GET /notifications', who)).body.data.map((one: { kind: string }) => one.kind);
    assert.ok((await kinds(world.owner)).includes('tenant.closing'));
    const admins = await kinds(world.admin);
    assert.ok(admins.includes('webhook.disabled') && !admins.includes('grant.opened'));
    const member = await world.member('member');
    assert.deepEqual(await kinds(member), []);
    assert.equal(ended(await put(member, 'webhook.disabled', 'mail')), '404 not_found');
    assert.equal(ended(await put(world.admin, 'grant.opened', 'mail')), '404 not_found');
    assert.deepEqual(await told(), [world.owner, world.partner, world.admin].map(mailOf).toSorted());
    assert.deepEqual(await told('grant.opened'), [world.owner, world.partner].map(mailOf).toSorted());
  });

  it('ends for whoever switched it off, and for nobody else', async () => {
    const { owner, partner, admin } = world;
    const all = await Promise.all(
      Array.from({ length: 6 }, () => put(partner, 'privacy.request_received', 'off')),
    );
    assert.deepEqual([...new Set(all.map(({ status }) => status))], [200]);
    assert.deepEqual(all[0]!.body, {
      kind: 'privacy.request_received',
      channel: 'off',
      required: false,
      way: null,
    });
    assert.deepEqual(await told(), [owner, admin].map(mailOf).toSorted());
    assert.equal((await put(partner, 'privacy.request_received', 'best')).status, 200);
    assert.ok((await told()).includes(mailOf(partner)));
    assert.equal((await desk.rows('select 1 from core.notification_choices')).length, 1);
  });

  it('can’t be switched off where it is about who has the company', async () => {
    const { owner, ask } = world;
    const required = (await ask('GET /notifications', owner)).body.data.filter(
      (one: { required: boolean }) => one.required,
    );
    assert.deepEqual(
      required.map((one: { kind: string }) => one.kind),
      ['grant.opened', 'tenant.claimed', 'tenant.closing'],
    );
    for (const { kind } of required) {
      assert.equal(ended(await put(owner, kind, 'off')), '400 invalid_input');
      assert.equal((await put(owner, kind, 'mail')).status, 200);
    }
    // Were the API to forget it, the sender would not.
    await desk.rows(`update core.notification_choices set channel = 'off' where kind = 'grant.opened'`);
    assert.ok((await told('grant.opened')).includes(mailOf(owner)));
  });

  it('comes in one’s own language, once however often its job runs', async () => {
    const { partner, company, owner } = world;
    await desk.rows(`update identity.people set language = 'en' where id = $1`, [partner.ugid]);
    await told();
    const textTo = (who: TestPerson): string => desk.mails.find(({ to }) => to === mailOf(who))!.text;
    assert.match(textTo(partner), /received a request about personal data: access/);
    assert.match(textTo(owner), /recibió una solicitud de acceso/);
    assert.match(textTo(owner), /\/app\/settings#notifications$/);
    // Without an address it goes where `smarteros messages` shows it: one row, whose id is the same each time.
    await desk.rows(`update identity.people set email = null where id = $1`, [owner.ugid]);
    const event = await happened(desk, company.id, 'privacy.request_received', request);
    for (let i = 0; i < 3; i++) await desk.run('privacy.tell_received', company.id, event);
    const shown = await desk.rows('select 1 from identity.development_messages where recipient = $1', [
      owner.phone,
    ]);
    assert.equal(shown.length, 1);
    await desk.rows(`update identity.people set email = id || '@example.com' where id = $1`, [owner.ugid]);
  });

  it('never reaches who left, was shut out or erased, and their choices go with them', async () => {
    const { member, ask, owner } = world;
    const [gone, out, erased] = await Promise.all([member('admin'), member('admin'), member('admin')]);
    await desk.rows(`update identity.people set email = id || '@example.com' where email is null`);
    for (const one of [gone, out, erased])
      assert.equal((await put(one, 'privacy.request_received', 'mail')).status, 200);
    assert.ok((await told()).includes(mailOf(gone)));
    assert.equal((await ask(`DELETE /members/${gone.ugid}`, owner)).status, 200);
    assert.equal((await ask(`POST /members/${out.ugid}/disable`, owner)).status, 200);
    await desk.rows('update identity.people set disabled_at = now() where id = $1', [erased.ugid]);
    const now = await told();
    for (const one of [gone, out, erased]) assert.ok(!now.includes(mailOf(one)));
    const left = await desk.rows('select 1 from core.notification_choices where person_id = $1', [gone.ugid]);
    assert.deepEqual(left, []);
  });

  it('is told of a system once it has failed for some minutes, and not at each try', async () => {
    const { company } = world;
    await desk.rows(
      `insert into core.tenant_engines (tenant_id, engine, shared, instance_id, wanted, status, state, attempts, error_code,
         error_words, created_at, updated_at)
       values ($1, 'n8n', true, $2, 'present', 'failed', '{}', 8, 'engine_unreachable',
         '{"es": "No responde.", "en": "No answer."}', now(), now())`,
      [company.id, randomUUID()],
    );
    desk.mails.splice(0);
    for (const attempts of [1, 7, 9, 30]) {
      const data = { engine: 'n8n', step: 'project', code: 'engine_unreachable', attempts };
      await desk.run(
        'engines.tell_failed',
        company.id,
        await happened(desk, company.id, 'engine.failed', data),
      );
    }
    assert.equal(desk.mails.length, 0);
    const data = { engine: 'n8n', step: 'project', code: 'engine_unreachable', attempts: 8 };
    const event = await happened(desk, company.id, 'engine.failed', data);
    await desk.run('engines.tell_failed', company.id, event);
    assert.ok(desk.mails.length >= 3);
    assert.match(desk.mails[0]!.text, /No responde\.|No answer\./);
    // It came right before anybody was told.
    desk.mails.splice(0);
    await desk.rows(`update core.tenant_engines set attempts = 0, error_words = null where tenant_id = $1`, [
      company.id,
    ]);
    await desk.run('engines.tell_failed', company.id, event);
    assert.equal(desk.mails.length, 0);
  });
});
