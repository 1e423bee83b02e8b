import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { EngineContact } from '#core/engine-contacts.ts';
import { contacts } from '#engines/odoo/contacts.ts';
import { systemClock } from '#platform/clock.ts';
import { openStandIn } from '#test/engines/stand-in.ts';
import { OdooCompany } from './company.ts';
import type { Version } from './stand-in/models.ts';
import { OdooServer } from './stand-in/server.ts';

const person = (n: number) => ({
  id: systemClock.id(),
  name: `Persona ${n}`,
  email: `p${n}@example.com`,
  phone: `+5691234${String(n).padStart(4, '0')}`,
  taxId: '11111111-1',
});

/** Everything that changed, as the sync reads it. */
async function all(
  one: OdooCompany,
  cursor: string | null,
): Promise<{ found: EngineContact[]; cursor: string }> {
  const found: EngineContact[] = [];
  for (let at = cursor, pages = 0; ; pages++) {
    assert.ok(pages < 30, 'it never ends');
    const page = await contacts.changes(one.ctx(false), at);
    found.push(...page.contacts);
    at = page.cursor;
    if (!page.more) return { found, cursor: at };
  }
}

for (const version of [16, 19] satisfies Version[])
  describe(`Odoo's partners as contacts: stand-in ${version}`, () => {
    let one: OdooCompany;
    before(async () => {
      const masterPassword = 'master-of-the-stand-in';
      const server = new OdooServer(version, masterPassword);
      const url = await openStandIn((asked) => server.answer(asked));
      one = new OdooCompany({ url, shared: true, credentials: { masterPassword }, settings: {} });
      await one.discover();
      await one.reach('present');
    });

    it('are neither users nor the company itself', async () => {
      assert.deepEqual((await all(one, null)).found, []);
      const rows = await one.run('search_read', { model: 'res.partner', fields: ['name'] });
      assert.ok(rows.data.length >= 2);
      for (const { id } of rows.data as { id: number }[]) {
        assert.equal(await contacts.get!(one.ctx(false), String(id)), null);
        await contacts.remove(one.ctx(), String(id));
      }
      const after = await one.run('search_read', { model: 'res.partner', fields: ['active'] });
      assert.deepEqual(after.data.length, rows.data.length);
    });

    it('are made once, found again by our id, by phone and by mail, and keep a reference of their own', async () => {
      const ana = person(1);
      const made = await contacts.put(one.ctx(), ana, null);
      assert.deepEqual({ ...made, id: '' }, { ...ana, id: '', gone: false, ours: ana.id });
      assert.equal((await contacts.put(one.ctx(), { ...ana, name: 'Ana' }, null))!.id, made!.id);
      const { ids } = await one.run('create', {
        model: 'res.partner',
        values: [
          { name: 'Por teléfono', phone: '+56912340002', ref: 'CL-77' },
          { name: 'Por correo', email: 'P3@Example.com' },
        ],
      });
      const two = await contacts.put(one.ctx(), person(2), null);
      const three = await contacts.put(one.ctx(), person(3), null);
      assert.deepEqual([two!.id, three!.id], (ids as number[]).map(String));
      assert.equal(two!.ours, null);
      assert.equal(two!.name, 'Persona 2');
      // Somebody else's phone is no reason to take their record.
      const other = await contacts.put(one.ctx(), { ...person(4), phone: ana.phone }, null);
      assert.notEqual(other!.id, made!.id);
    });

    it('are told page by page, many of one second too, and only once more after that', async () => {
      await one.run('create', {
        model: 'res.partner',
        values: Array.from({ length: 250 }, (_, i) => ({ name: `Masa ${i}` })),
      });
      const { found, cursor } = await all(one, null);
      assert.equal(new Set(found.map(({ id }) => id)).size, 250 + 4);
      const again = await all(one, cursor);
      assert.ok(again.found.length <= found.length);
      const ana = found.find(({ name }) => name === 'Ana')!;
      await contacts.remove(one.ctx(), ana.id);
      await contacts.remove(one.ctx(), ana.id);
      const gone = (await all(one, again.cursor)).found.find(({ id }) => id === ana.id);
      assert.equal(gone?.gone, true);
    });
  });
