import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { SyncWorld } from './world.ts';

const ana = { name: 'Ana Pérez', email: 'ana@example.com', phone: '+56912345678', taxId: '11111111-1' };
/** A look comes after 3:45 to 6:15 minutes. */
const NEXT_LOOK_MS = 7 * 60_000;

describe('a contact', () => {
  let w: SyncWorld;
  beforeEach(async () => {
    w = await SyncWorld.build();
    for (const [engine, server] of Object.entries(w.servers))
      server.told = (_, card) => void w.tell(engine, card);
  });
  afterEach(() => w.stop());

  const everywhere = (people: readonly object[]): Promise<void> =>
    until(`everywhere: ${JSON.stringify(people)}`, async () => {
      const wanted = JSON.stringify(people);
      const sides = [await w.here(), w.there('alpha'), w.there('beta')];
      return sides.every((one) => JSON.stringify(one) === wanted);
    });
  const status = async (): Promise<Record<string, number>[]> => (await w.call('GET /contact-sync')).body.data;
  const links = () =>
    w.world.sql<{ engine: string; status: string; error_code: string | null }>(
      'select engine, status, error_code from app.contact_links where tenant_id = $1 order by engine, contact_id',
      [w.company.id],
    );

  it('made in one engine comes here and to the other once; and back; and made here goes to both', async () => {
    await w.start(2);
    const { phone, email: mail, name } = ana;
    // Written as people write it there.
    const card = w.set('alpha', undefined, { name, mail, taxId: '11.111.111-1', phone: '9 1234 5678' });
    await until('it is in beta', () => w.there('beta').length === 1);
    assert.deepEqual(await w.here(), [ana]);
    assert.deepEqual(w.there('beta'), [ana]);
    // What came from there isn't sent back.
    assert.equal(w.cards('alpha')[0]!.phone, '9 1234 5678');
    assert.equal(w.cards('alpha')[0]!.ref, null);

    w.set('beta', w.cards('beta')[0]!.id, { name: 'Ana P.' });
    await until('alpha knows', () => w.there('alpha')[0]!.name === 'Ana P.');
    w.set('alpha', card.id, { phone });
    assert.equal((await w.call('POST /contacts', { name: 'Luis', phone: '+56987654321' })).status, 201);
    const luis = { name: 'Luis', email: null, phone: '+56987654321', taxId: null };
    await everywhere([{ ...ana, name: 'Ana P.' }, luis]);
    const events = await w.world.sql<{ data: { engine: string; fields: string[] } }>(
      `select data from core.events where tenant_id = $1 and name = 'contact.synced' order by seq`,
      [w.company.id],
    );
    assert.deepEqual(
      events.map(({ data }) => [data.engine, data.fields]),
      [
        ['alpha', ['name', 'email', 'phone', 'taxId']],
        ['beta', ['name']],
      ],
    );
    await until('both lanes say that they are done', async () =>
      (await status()).every(({ linked, waiting, told }) => linked === 2 && waiting === 0 && told === 0),
    );
  });

  it('told by a hook through the door is here and in the other engine at once, however often it is told', async () => {
    for (const server of Object.values(w.servers)) server.told = () => {};
    const path = await w.hook('alpha', 'token-that-alpha-shows');
    await w.start();
    // All that was there has been looked at: from now on the hook alone brings news for five minutes.
    await until(
      'the lanes are open',
      async () => (await status()).filter((one) => one['lookedAt']).length === 2,
    );
    const { phone, email: mail, name } = ana;
    const card = w.set('alpha', undefined, { name, mail, phone });
    const send = (id: string, token: string, body: object) =>
      w.world.api.request(`POST ${path}`, {
        body,
        headers: { 'x-example-token': token, 'x-example-id': id },
      });
    const body = { card, at: 'now' };
    assert.equal((await send('1', 'another-token', body)).status, 401);
    for (const id of ['1', '1', '2', '3'])
      assert.equal((await send(id, 'token-that-alpha-shows', body)).status, 204);
    // An old word about it comes last.
    w.set('alpha', card.id, { name: 'Ana P.' });
    await send('4', 'token-that-alpha-shows', { card: w.cards('alpha')[0], at: 'later' });
    await send('5', 'token-that-alpha-shows', { card: { ...card, name: 'Ana de antes' }, at: 'before' });
    await until('it is everywhere', () => w.there('beta')[0]?.name === 'Ana P.');
    await until('all was read', async () => {
      const { data } = (await w.call('GET /hook-deliveries')).body;
      return data.length === 5 && data.every((one: { status: string }) => one.status === 'done');
    });
    await until('all was looked at', async () => (await status()).every(({ told }) => told === 0));
    assert.deepEqual(await w.here(), [{ ...ana, name: 'Ana P.', taxId: null }]);
    assert.equal(w.cards('beta').length, 1);
    assert.equal(w.cards('alpha').length, 1);
  });

  it('that both sides change keeps what each changed; of one field ours stays, and that is told', async () => {
    const made = await w.call('POST /contacts', ana);
    await w.start();
    await everywhere([ana]);
    for (const server of Object.values(w.servers)) server.mood = 'broken';
    await w.call(`PATCH /contacts/${made.body.id}`, { name: 'Ana aquí' });
    const [card] = w.cards('alpha');
    w.set('alpha', card!.id, { name: 'Ana allá', mail: 'otra@example.com' });
    await until('it was tried in vain', async () =>
      (await status()).every(({ errorCode }) => (errorCode as unknown) === 'engine_unreachable'),
    );
    for (const server of Object.values(w.servers)) server.mood = 'well';
    w.world.clock.leap(NEXT_LOOK_MS * 5);
    await everywhere([{ ...ana, name: 'Ana aquí', email: 'otra@example.com' }]);
    const [{ data } = { data: {} }] = await w.world.sql<{ data: Record<string, unknown> }>(
      `select data from core.events where tenant_id = $1 and name = 'contact.synced'`,
      [w.company.id],
    );
    assert.deepEqual([data['fields'], data['conflicts']], [['email'], ['name']]);
  });

  it('goes to one engine while the other is down, which catches up later', async () => {
    w.servers['beta']!.mood = 'broken';
    await w.start();
    await w.call('POST /contacts', ana);
    await until('it is in alpha', () => w.there('alpha').length === 1);
    assert.equal(w.there('beta').length, 0);
    await w.call('POST /contacts', { name: 'Luis' });
    await until('so is the next', () => w.there('alpha').length === 2);
    assert.equal(w.there('beta').length, 0);
    w.servers['beta']!.mood = 'well';
    w.world.clock.leap(NEXT_LOOK_MS * 5);
    await until('beta caught up', () => w.there('beta').length === 2);
  });

  it('that an engine refuses is noted, and keeps no other out', async () => {
    await w.start();
    await w.call('POST /contacts', { name: 'Refused', phone: '+56911110001' });
    await w.call('POST /contacts', ana);
    await until('the other is there', () => w.there('alpha').some(({ name }) => name === ana.name));
    await until('it is noted', async () =>
      (await links()).some(
        ({ status: is, error_code: code }) => is === 'failed' && code === 'engine_invalid',
      ),
    );
    await until('both say so', async () => (await status()).every(({ failed }) => failed === 1));
  });

  it('deleted here goes there too; deleted there it stays here and elsewhere', async () => {
    const made = await w.call('POST /contacts', ana);
    await w.call('POST /contacts', { name: 'Luis', phone: '+56987654321' });
    await w.start();
    await until('both are in beta', () => w.there('beta').length === 2);
    await until('and in alpha', () => w.there('alpha').length === 2);
    await w.call(`DELETE /contacts/${made.body.id}`);
    const luis = { name: 'Luis', email: null, phone: '+56987654321', taxId: null };
    await everywhere([luis]);
    w.set('alpha', w.cards('alpha').find(({ name }) => name === 'Luis')!.id, { gone: true });
    await until('that is noted', async () => (await links()).some(({ status: is }) => is === 'left'));
    assert.deepEqual(await w.here(), [luis]);
    assert.deepEqual(w.there('beta'), [luis]);
    w.world.clock.leap(NEXT_LOOK_MS);
    assert.deepEqual(w.there('alpha'), []);
  });

  it('of whom there are two with one phone goes there once, and the other once there is room', async () => {
    const first = await w.call('POST /contacts', ana);
    await w.call('POST /contacts', { name: 'Ana otra', phone: ana.phone });
    await w.start();
    await until(
      'one stands back',
      async () => (await links()).filter(({ status: is }) => is === 'duplicate').length === 2,
    );
    assert.deepEqual(
      w.there('alpha').map(({ phone }) => phone),
      [ana.phone],
    );
    const merged = await w.call(`POST /contacts/${first.body.id}/merge`, {
      mergeIds: [
        (await w.world.sql<{ id: string }>(`select id from app.contacts where name = 'Ana otra'`))[0]!.id,
      ],
    });
    assert.equal(merged.status, 200);
    await everywhere([ana]);
    await until('no link is left over', async () => (await links()).length === 2);
  });

  it('that is erased is erased there as well', async () => {
    const made = await w.call('POST /contacts', ana);
    await w.start();
    await everywhere([ana]);
    const asked = await w.call('POST /privacy/requests', {
      kind: 'erase',
      contactId: made.body.id,
      requesterName: ana.name,
      channel: 'phone',
      details: 'Por favor.',
    });
    if (asked.status >= 300) assert.fail(JSON.stringify(asked.body));
    const decided = await w.call(`POST /privacy/requests/${asked.body.id}/decide`, { outcome: 'granted' });
    if (decided.status >= 300) assert.fail(JSON.stringify(decided.body));
    await until('nobody has it', () => w.there('alpha').length + w.there('beta').length === 0);
  });
});
