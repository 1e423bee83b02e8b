import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import type { EngineContact, SyncedContact } from '#core/engine-contacts.ts';
import { contactsSync } from '#engines/chatwoot/contacts.ts';
import { play, TestCompany, type Played } from './company.ts';

const ana: SyncedContact = {
  id: '01960000-0000-7000-8000-000000000011',
  name: 'Ana Pérez',
  email: 'ana@example.cl',
  phone: '+56912345678',
  taxId: '11111111-1',
};
const otherId = '01960000-0000-7000-8000-000000000012';

describe('contacts that Chatwoot shares with us', () => {
  let played: Played;
  let sur: TestCompany;
  before(async () => {
    played = await play();
    sur = new TestCompany(played);
    await sur.converge();
  });
  beforeEach(() => {
    played.server.tables.contacts = [];
    played.server.tables.conversations = [];
  });
  const rows = () => played.server.tables.contacts;
  const put = (contact: SyncedContact, known: string | null = null) =>
    contactsSync.put(sur.ctx(), contact, known);

  it('are made once, and found by our id, phone or mail', async () => {
    const made = await put(ana);
    assert.deepEqual(made, {
      id: String(rows()[0]!.id),
      gone: false,
      name: ana.name,
      email: ana.email,
      phone: ana.phone,
      taxId: ana.taxId,
      ours: ana.id,
    });
    assert.deepEqual(await put(ana), made);
    assert.deepEqual(await put(ana, '999'), made);
    for (const key of ['phone', 'email'] as const) {
      Object.assign(rows()[0]!, { identifier: null });
      const changed = await put({ ...ana, [key === 'phone' ? 'email' : 'phone']: null });
      assert.deepEqual([changed?.id, changed?.ours], [made.id, ana.id]);
      await put(ana);
    }
    assert.equal(rows().length, 1);
  });

  it('take only name, mail, phone and tax id, and leave what the company’s site knows them by', async () => {
    await put(ana);
    Object.assign(rows()[0]!, { identifier: 'cliente-77', custom_attributes: { comuna: 'Ñuñoa' } });
    const changed = await put({ ...ana, name: 'Ana Soto', phone: null, taxId: null }, String(rows()[0]!.id));
    assert.deepEqual(
      [changed?.name, changed?.phone, changed?.taxId, changed?.ours],
      ['Ana Soto', null, null, null],
    );
    assert.equal(rows()[0]!.identifier, 'cliente-77');
    assert.equal(rows()[0]!.custom_attributes['comuna'], 'Ñuñoa');
  });

  it('are never mixed up: what another one of ours has, Chatwoot can’t have twice', async () => {
    await put(ana);
    for (const twin of [
      { ...ana, id: otherId },
      { ...ana, id: otherId, phone: null },
    ])
      assert.equal(await put(twin), null);
    assert.equal(await put({ ...ana, id: otherId, phone: '12', email: null }), null);
    // Also when somebody has given its id to another.
    assert.equal(await put({ ...ana, id: otherId }, String(rows()[0]!.id)), null);
    assert.deepEqual([rows().length, rows()[0]!.identifier], [1, ana.id]);
  });

  it('that have talked are put away with what was said; others go', async () => {
    const quiet = await put(ana);
    for (const id of [quiet!.id, quiet!.id]) await contactsSync.remove(sur.ctx(), id);
    assert.deepEqual(rows(), []);
    const talked = await put(ana);
    played.server.tables.conversations.push({
      id: 1,
      account: Number(sur.state['accountId']),
      inbox_id: 1,
      contact: Number(talked!.id),
      status: 'open',
      assignee: null,
      unread_count: 0,
      created_at: 1,
    });
    for (const id of [talked!.id, talked!.id]) await contactsSync.remove(sur.ctx(), id);
    assert.equal(rows().length, 1);
    const { contacts } = await contactsSync.changes(sur.ctx(), null);
    assert.deepEqual(
      contacts.map(({ id, gone }) => [id, gone]),
      [[talked!.id, true]],
    );
    assert.equal((await put(ana))!.gone, false);
  });

  it('are all told, the oldest first, then the new ones, and what changed within a round', async () => {
    const account = Number(sur.state['accountId']);
    const row = (n: number) => ({
      id: n,
      account,
      name: `N${n}`,
      email: `n${n}@example.cl`,
      phone_number: null,
      identifier: null,
      custom_attributes: {},
      created_at: 1_700_000_000 + n,
      last_activity_at: null,
    });
    rows().push(...Array.from({ length: 150 }, (_, n) => row(n + 1)));
    const told: EngineContact[] = [];
    let cursor: string | null = null;
    let looks = 0;
    for (let more = true; more; looks++) {
      const page = await contactsSync.changes(sur.ctx(), cursor);
      told.push(...page.contacts);
      ({ cursor, more } = page);
      assert.ok(cursor.length < 200);
    }
    assert.deepEqual(
      told.map(({ id }) => Number(id)),
      Array.from({ length: 150 }, (_, n) => n + 1),
    );
    assert.equal(looks, 3);
    rows().push(row(151));
    Object.assign(rows()[120]!, { name: 'Cambiado' });
    const found = new Map<string, string | null>();
    for (let look = 0; look < 3; look++) {
      const page = await contactsSync.changes(sur.ctx(), cursor);
      for (const { id, name } of page.contacts) found.set(id, name);
      if (look === 0) assert.ok(found.has('151'));
      assert.equal(page.more, false);
      cursor = page.cursor;
    }
    assert.equal(found.get('121'), 'Cambiado');
    assert.equal(found.size, 151);
  });
});
