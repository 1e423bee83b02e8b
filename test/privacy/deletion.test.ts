import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PLATFORM } from '#core/platform.ts';
import { enter } from '#platform/db/records.ts';
import { statement } from '#platform/db/statement.ts';
import { as, connected, type Query } from '#test/fence/catalog.ts';
import { rowCounts, snapshot } from '#test/fence/snapshot.ts';
import { createWorld, type World } from '#test/fence/world.ts';
import type { Answer } from '#test/harness/api.ts';
import { Desk } from './world.ts';

describe('a company is deleted', () => {
  let world: World;
  let desk: Desk;
  let owner: { cookie: string; personId: string };
  let member: { cookie: string };
  const ask = (route: string, token?: string, body?: object): Promise<Answer> =>
    world.t.request(route, { ...(token !== undefined && { token }), ...(body && { body }) });
  const query: Query = (sql, values) => desk.rows(sql, values as unknown[]);
  const code = ({ status, body }: Answer): string => `${status} ${body.code ?? ''}`.trim();
  /** The time of grace is over, as the database's clock sees it. */
  const endGrace = async (id: string): Promise<void> => {
    await desk.rows(
      `update core.tenants set purge_after = date_trunc('milliseconds', now() - interval '1 s') where id = $1`,
      [id],
    );
    await desk.rows(`update core.closings set purge_after = now() - interval '1 s' where id = $1`, [id]);
  };
  const left = async (id: string): Promise<Record<string, number>> =>
    Object.fromEntries(Object.entries(rowCounts(await snapshot(query, id))).filter(([, n]) => n > 0));

  before(async () => {
    world = await createWorld();
    desk = new Desk(world.url);
    await desk.admin.connect();
    owner = await desk.login(world.a.id, 'owner');
    member = await desk.login(world.a.id, 'admin');
  });
  after(async () => {
    await desk.stop();
    await world.stop();
  });

  it('by nobody but its owner, who proves it is them, or the operator', async () => {
    const { a, b } = world;
    const route = `DELETE /tenants/${a.slug}`;
    assert.equal(code(await ask(route)), '401 unauthenticated');
    assert.equal(code(await ask(route, a.key)), '403 forbidden');
    assert.equal(code(await ask(route, member.cookie)), '403 forbidden');
    assert.equal(code(await ask(route, (await desk.login(b.id, 'owner')).cookie)), '404 not_found');
    const stale = await desk.login(a.id, 'owner', new Date(Date.now() - 11 * 60_000));
    assert.equal(code(await ask(route, stale.cookie)), '403 step_up_required');
    assert.equal(code(await ask('DELETE /tenants/platform', world.t.operatorKey)), '404 not_found');
    assert.equal(code(await ask(`POST /tenants/${a.slug}/restore`, owner.cookie)), '409 conflict');
    await ask(`POST /tenants/${a.slug}/suspend`, world.t.operatorKey);
    assert.equal(code(await ask(route, owner.cookie)), '403 tenant_suspended');
    await ask(`POST /tenants/${a.slug}/resume`, world.t.operatorKey);
    const { body } = await ask(`GET /tenants/${a.slug}`, world.t.operatorKey);
    assert.equal(body.status, 'active');
  });

  it('so that at once nobody changes anything, and its owner alone reads', async () => {
    const { a } = world;
    const form = await ask('POST /forms', a.key, { name: 'Web', consentText: 'Sí' });
    const answer = await ask(`DELETE /tenants/${a.slug}?reason=Cierre`, owner.cookie);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.equal(answer.body.status, 'closing');
    const days = (Date.parse(answer.body.purgeAfter) - Date.now()) / 86_400_000;
    assert.ok(days > 29.9 && days <= 30, String(days));

    assert.equal(code(await ask('GET /contacts', a.key)), '403 tenant_closing');
    assert.equal(code(await ask('GET /contacts', member.cookie)), '403 tenant_closing');
    assert.equal(code(await ask(`GET /contact?form=${form.body.id}`)), '403 tenant_closing');
    assert.equal(code(await ask('GET /contacts', owner.cookie)), '200');
    assert.equal(code(await ask('GET /export', owner.cookie)), '200');
    assert.equal(code(await ask('POST /contacts', owner.cookie, { name: 'X' })), '403 tenant_closing');
    assert.equal(code(await ask(`DELETE /tenants/${a.slug}`, owner.cookie)), '403 tenant_closing');
    for (const verb of ['suspend', 'resume'])
      assert.equal(
        code(await ask(`POST /tenants/${a.slug}/${verb}`, world.t.operatorKey)),
        '403 tenant_closing',
      );
    const [session] = await desk.rows<{ id: string }>(
      'select id from identity.sessions where person_id = $1',
      [owner.personId],
    );
    // Were the API to forget it, the database would not.
    await assert.rejects(
      desk.app.batch([
        enter(a.id, { kind: 'session', id: session!.id }),
        statement(`insert into app.contacts (id, name, tags, created_at, updated_at)
                   values (gen_random_uuid(), 'X', '{}', now(), now())`),
      ]),
      /read-only|not available/,
    );
    assert.equal(await desk.run('idempotency.clean', a.id), 'postponed');
  });

  it('told to its owners, and taken along in full', async () => {
    const { a, b } = world;
    await desk.run('tenants.notify_closing', a.id);
    await desk.run('tenants.notify_closing', a.id);
    assert.deepEqual(
      desk.mails.map(({ to }) => to).filter((to) => to.startsWith(owner.personId)),
      [`${owner.personId}@example.com`],
    );
    await desk.run('tenants.make_final_export', a.id);
    await desk.run('tenants.make_final_export', b.id);
    const lines: string[] = [];
    for (let part = 1, parts = 1; part <= parts; part++) {
      const { body } = await ask(`GET /export/final?part=${part}`, owner.cookie);
      assert.equal(body.complete, true);
      parts = body.parts;
      lines.push(...body.body.split('\n').filter(Boolean));
    }
    const taken = new Set(lines.map((line) => (JSON.parse(line) as { table: string }).table));
    for (const table of ['app.contacts', 'app.form_messages', 'core.audit', 'core.tenants', 'privacy.holds'])
      assert.ok(taken.has(table), table);
    assert.ok(lines.every((line) => !line.includes(b.id)));
    // What isn't about to be deleted isn't exported either.
    const parts = await desk.rows(
      'select 1 from app.final_export_parts where tenant_id = $1 and part > 0 and sha256 = sha256(convert_to(body, $2))',
      [b.id, 'UTF8'],
    );
    assert.deepEqual(parts, []);
  });

  it('unless that is undone', async () => {
    const { a } = world;
    assert.equal(code(await ask(`POST /tenants/${a.slug}/restore`, member.cookie, {})), '403 forbidden');
    const { body } = await ask(`POST /tenants/${a.slug}/restore`, owner.cookie, {});
    assert.deepEqual([body.status, body.purgeAfter], ['active', null]);
    assert.equal(code(await ask('POST /contacts', owner.cookie, { name: 'Y' })), '201');
    assert.equal(code(await ask('GET /contacts', a.key)), '200');
    await assert.rejects(
      connected(as(world.url, 'operator'), (operator) =>
        operator('select core.purge_tenant($1, 10, true)', [a.id]),
      ),
      /nothing is to be purged/,
    );
    await ask(`POST /tenants/${a.slug}/suspend`, world.t.operatorKey);
    await ask(`DELETE /tenants/${a.slug}`, world.t.operatorKey);
    // To what it was: an owner doesn't get out of a suspension this way.
    assert.equal((await ask(`POST /tenants/${a.slug}/restore`, owner.cookie, {})).body.status, 'suspended');
    await ask(`POST /tenants/${a.slug}/resume`, world.t.operatorKey);
  });

  it('not a moment before its time, without its export, or against a hold', async () => {
    const { a } = world;
    const hold = (until: string | null): Promise<unknown> =>
      desk.rows(
        `insert into privacy.holds (tenant_id, id, basis, reason, until, created_at, created_by)
         values ($1, gen_random_uuid(), 'legal_claim', 'Rol C-1-2026', $2, now(), 'x')`,
        [a.id, until],
      );
    const blocked = async (): Promise<string | null> => {
      await desk.run('tenants.purge', PLATFORM.id);
      return (await ask('GET /closings', world.t.operatorKey)).body.data[0].blockedBy;
    };
    await ask(`DELETE /tenants/${a.slug}`, owner.cookie);
    const before_ = rowCounts(await snapshot(query, a.id));
    assert.equal(await blocked(), null);
    await assert.rejects(
      connected(as(world.url, 'operator'), (operator) =>
        operator('select core.purge_tenant($1, 10, true)', [a.id]),
      ),
      /nothing is to be purged/,
    );
    for (const role of ['app', 'relay'] as const)
      await assert.rejects(
        connected(as(world.url, role), (other) => other('select core.purge_tenant($1, 10, true)', [a.id])),
        /permission denied/,
      );
    await endGrace(a.id);
    assert.equal(await blocked(), 'export');
    await desk.run('tenants.make_final_export', a.id);
    await hold('2020-01-01');
    await hold(null);
    assert.equal(await blocked(), 'hold');
    const after_ = rowCounts(await snapshot(query, a.id));
    for (const [table, n] of Object.entries(before_)) assert.ok(after_[table]! >= n, table);
    await desk.rows(`update privacy.holds set released_at = now() where tenant_id = $1`, [a.id]);
  });

  it('for good: every row of it in every table, and nothing of anybody else', async () => {
    const { a, b } = world;
    const [{ tax_id: taxId }] = (await desk.rows<{ tax_id: string }>(
      'select tax_id from core.tenants where id = $1',
      [a.id],
    )) as [{ tax_id: string }];
    const others = await snapshot(query, b.id);
    const total = Object.values(await left(a.id)).reduce((sum, n) => sum + n, 0);
    assert.ok(total > 30);
    // Killed in the middle, twice: each slice is a transaction.
    for (const most of [3, 5])
      await connected(as(world.url, 'operator'), (operator) =>
        operator('select core.purge_tenant($1, $2, false)', [a.id, most]),
      );
    assert.equal(
      Object.values(await left(a.id)).reduce((sum, n) => sum + n, 0),
      total - 8,
    );
    await Promise.allSettled([
      desk.run('tenants.purge', PLATFORM.id),
      desk.run('tenants.purge', PLATFORM.id),
    ]);
    await desk.run('tenants.purge', PLATFORM.id);
    assert.deepEqual(await left(a.id), {});
    assert.deepEqual(await snapshot(query, b.id), others);

    assert.equal(code(await ask(`GET /tenants/${a.slug}`, world.t.operatorKey)), '404 not_found');
    assert.equal(code(await ask('GET /contacts', a.key)), '401 unauthenticated');
    const { body } = await ask(`GET /closings?taxId=${taxId}`, world.t.operatorKey);
    assert.equal(body.data.length, 1);
    const [tombstone] = body.data;
    assert.ok(tombstone.purgedAt && tombstone.slug === null && tombstone.askedBy === owner.personId);
    assert.equal(tombstone.purgedRows, total - 1);
    assert.ok(!JSON.stringify(body).includes(taxId.slice(0, 8)));
    const audit = await desk.rows<{ action: string; n: number }>(
      `select action, count(*)::int as n from core.audit where tenant_id = $1 and target = $2
       and action in ('tenant.closing', 'tenant.restored', 'job.tenants.purge') group by 1 order by 1`,
      [PLATFORM.id, a.id],
    );
    assert.deepEqual(audit, [
      { action: 'job.tenants.purge', n: 1 },
      { action: 'tenant.closing', n: 3 },
      { action: 'tenant.restored', n: 2 },
    ]);
    const events = await desk.rows(`select tenant_id from core.events where name = 'tenant.purged'`);
    assert.deepEqual(events, [{ tenant_id: PLATFORM.id }]);
    // Late rows are swept, and the number is free.
    await desk.rows(
      `insert into core.audit (tenant_id, id, at, actor_kind, actor_name, action, operation, request_id)
       values ($1, gen_random_uuid(), now(), 'person', 'x', 'x', 'x', 'x')`,
      [a.id],
    );
    await desk.run('tenants.purge', PLATFORM.id);
    assert.deepEqual(await left(a.id), {});
    const again = await ask('POST /tenants', world.t.operatorKey, { taxId, name: 'Nueva' });
    assert.equal(again.status, 201);
  });
});
