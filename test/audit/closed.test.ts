import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createAuditWorld, type AuditWorld } from './world.ts';

/** What can't be written down isn't done. */
describe('an act whose audit row can’t be written', () => {
  let world: AuditWorld;
  let key: string;
  before(async () => {
    world = await createAuditWorld();
    ({ key } = await world.t.tenant());
  });
  after(() => world.stop());

  const WRITERS = 'smarteros_app, smarteros_operator, smarteros_identity';
  const stored = async (): Promise<unknown> =>
    (
      await world.sql(`select (select count(*) from app.contacts) as contacts, (select count(*) from core.tenants) as tenants,
        (select count(*) from core.events) as events, (select count(*) from core.idempotency) as answers,
        (select count(*) from core.audit) as audit, (select count(*) from identity.otp_codes) as codes`)
    )[0];

  const acts = {
    'of a company': () =>
      world.t.request('POST /contacts', {
        token: key,
        body: { name: 'Ana' },
        headers: { 'idempotency-key': 'k' },
      }),
    'of a stranger in a form': () =>
      world.t.request('POST /contact', {
        body: { name: 'Ana', email: 'ana@example.com', message: 'Hola', consent: true },
      }),
    'of the operator': () =>
      world.t.request('POST /tenants', {
        token: world.t.operatorKey,
        body: { taxId: '76.086.428-5', name: 'X' },
      }),
    'of somebody who logs in': () =>
      world.t.request('POST /auth/otp/send', { body: { phone: '+56912345678' } }),
  };

  async function refused(status: number, code: string): Promise<void> {
    const before_ = await stored();
    for (const [act, perform] of Object.entries(acts)) {
      const answer = await perform();
      assert.deepEqual([answer.status, answer.body.code], [status, code], act);
      assert.deepEqual(await stored(), before_, act);
    }
  }

  it('is refused without the right to write it, and leaves nothing behind', async () => {
    const columns =
      'tenant_id, id, at, actor_kind, actor_id, actor_name, action, operation, target, request_id';
    await world.sql(`revoke insert (${columns}) on core.audit from ${WRITERS}`);
    try {
      await refused(500, 'internal');
    } finally {
      await world.sql(`grant insert (${columns}) on core.audit to ${WRITERS}`);
    }
  });

  it('is refused while the disk is full, and can be tried again', async () => {
    await world.sql(`create function public.full() returns trigger language plpgsql as
      $$ begin raise exception using errcode = '53100', message = 'could not extend file'; end $$`);
    await world.sql('create trigger full_disk before insert on core.audit execute function public.full()');
    await world.sql('grant usage on schema public to public');
    await refused(503, 'unavailable');
    await world.sql('drop trigger full_disk on core.audit');
    for (const [act, perform] of Object.entries(acts)) assert.ok((await perform()).status < 300, act);
  });
});
