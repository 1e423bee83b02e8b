import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { contacts } from '#engines/odoo/contacts.ts';
import { OdooCompany, type Instance } from './company.ts';
import type { Odoo } from './contract.ts';

const MODEL = { model: 'res.partner' };

/** Two companies in one database. Whatever one tries, it learns and changes nothing of the other. */
export function wallContract(version: number, server: () => Odoo): void {
  describe('two companies in one database', () => {
    let mine: OdooCompany;
    let theirs: OdooCompany;
    /** The operator's own hands in the database. */
    let keeper: OdooCompany;
    /** A contact of each, and one of nobody's. */
    let own = 0;
    let foreign = 0;
    let nobodys = 0;

    before(async () => {
      const { url, masterPassword } = server();
      const database = 'together';
      const password = 'password-of-the-keeper';
      await fetch(`${url}/jsonrpc`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'call',
          params: {
            service: 'db',
            method: 'create_database',
            args: [masterPassword, database, false, 'es_CL', password, 'keeper', 'CL'],
          },
        }),
      });
      const credentials = { login: 'keeper', apiKey: password };
      const instance: Instance = { url, shared: true, credentials, settings: { database } };
      [mine, theirs] = [new OdooCompany(instance), new OdooCompany(instance)];
      keeper = new OdooCompany({ ...instance, shared: false });
      keeper.version = `${version}.0`;
      for (const one of [mine, theirs]) {
        await one.discover();
        await assert.rejects(one.reach('present', 'company'), /crashed/);
        await one.reach('present');
      }
      [own] = (
        await mine.run('create', { ...MODEL, values: [{ name: 'Mía', email: 'mia@example.com' }] })
      ).ids;
      [foreign] = (
        await theirs.run('create', { ...MODEL, values: [{ name: 'Ajena', email: 'secreto@example.com' }] })
      ).ids;
      [nobodys] = (await keeper.run('create', { ...MODEL, values: [{ name: 'De nadie' }] })).ids;
    });

    const read = (input: object) => mine.run('search_read', { ...MODEL, fields: ['name'], ...input });
    const everything = async () =>
      (
        await keeper.run('search_read', {
          ...MODEL,
          domain: [['id', 'in', [foreign, nobodys]]],
          fields: ['name', 'email', 'parent_id', 'company_id', 'active', 'child_ids', 'category_id'],
          context: { active_test: false },
        })
      ).data;

    it('keeps contacts of its own the same, and reaches nobody else’s', async () => {
      const person = { name: 'Ajena', email: 'secreto@example.com', phone: null, taxId: null };
      const others = async () =>
        (
          await keeper.run('search_read', {
            ...MODEL,
            domain: [['id', 'in', [foreign, nobodys]]],
            fields: ['name', 'ref', 'active', 'company_id'],
            context: { active_test: false },
          })
        ).data;
      const untouched = await others();
      for (const id of [foreign, nobodys]) {
        assert.equal(await contacts.get!(mine.ctx(false), String(id)), null);
        await contacts.remove(mine.ctx(), String(id));
        const put = await contacts.put(mine.ctx(), { ...person, id: crypto.randomUUID() }, String(id));
        assert.notEqual(put!.id, String(id));
      }
      assert.deepEqual(await others(), untouched);
      const { contacts: seen } = await contacts.changes(mine.ctx(false), null);
      const ids = seen.map(({ id }) => id);
      assert.ok(ids.includes(String(own)));
      assert.ok(!ids.includes(String(foreign)) && !ids.includes(String(nobodys)));
    });

    it('each sees its own, and both may be called the same', async () => {
      assert.deepEqual((await read({ domain: [['id', 'in', [own, foreign, nobodys]]] })).data, [
        { id: own, name: 'Mía' },
      ]);
      assert.notEqual(mine.state['companyId'], theirs.state['companyId']);
      const namesake = new OdooCompany(
        {
          url: server().url,
          shared: true,
          credentials: { login: 'keeper', apiKey: 'password-of-the-keeper' },
          settings: { database: 'together' },
        },
        { name: mine.company.name },
      );
      await namesake.discover();
      await namesake.reach('present');
      assert.notEqual(namesake.state['companyId'], mine.state['companyId']);
      await namesake.reach('absent');
    });

    it('no domain finds another’s: operators, paths, half a domain, contexts', async () => {
      const domains: unknown[][] = [
        ['|', ['id', '>', 0], ['id', '<', 0]],
        ['|', ['id', '=', foreign]],
        ['|'],
        ['!', ['company_id', '=', mine.state['companyId']]],
        [['company_id', '=', theirs.state['companyId']]],
        [['company_id', '!=', mine.state['companyId']]],
        [['company_id', 'in', [theirs.state['companyId'], false]]],
        [['company_id.name', 'ilike', '']],
        [['parent_id.email', 'ilike', 'secreto']],
        [['parent_id', 'ilike', 'Ajena']],
        [['parent_id', 'child_of', foreign]],
        [['id', 'child_of', [foreign]]],
        [['id', 'parent_of', [foreign]]],
        [['child_ids.email', '=like', 's%']],
        [['child_ids', 'any', [['email', 'ilike', 'secreto']]]],
        [['parent_id', 'any!', [['email', 'ilike', 'secreto']]]],
        [['parent_id', 'not any', [['id', '=', foreign]]]],
        [['user_ids.login', 'ilike', 'admin']],
        [['create_uid.login', '=', 'keeper']],
        [['create_uid', '=', 2]],
        [['country_id.create_uid.login', '=', 'keeper']],
        [['category_id', '=', 1]],
        [['same_vat_partner_id', '!=', false]],
        [[1, '=', 1]],
      ];
      for (const domain of domains) {
        const found = await read({ domain }).then(
          ({ data }) => (data as { id: number }[]).map(({ id }) => id),
          () => [],
        );
        assert.deepEqual(
          found.filter((id) => id === foreign || id === nobodys),
          [],
          JSON.stringify(domain),
        );
      }
      const contexts = [
        { allowed_company_ids: [theirs.state['companyId'], mine.state['companyId']] },
        {
          active_test: false,
          force_company: theirs.state['companyId'],
          company_id: theirs.state['companyId'],
        },
        { uid: 2, su: true, bin_size: true },
      ];
      for (const context of contexts) {
        const { data } = await read({ domain: [['id', 'in', [foreign, nobodys]]], context });
        assert.deepEqual(data, [], JSON.stringify(context));
      }
    });

    it('no relation shows another’s, even where the operator linked them', async () => {
      await keeper.run('write', { ...MODEL, ids: [own], values: { parent_id: foreign } });
      await keeper.run('write', { ...MODEL, ids: [nobodys], values: { parent_id: own } });
      const { data } = await read({
        domain: [['id', '=', own]],
        fields: ['parent_id', 'child_ids', 'company_id'],
      });
      assert.deepEqual([data[0].parent_id, data[0].child_ids], [null, []]);
      assert.equal(data[0].company_id.id, mine.state['companyId']);
      for (const field of ['create_uid', 'user_ids', 'category_id', 'same_vat_partner_id', 'properties'])
        assert.equal(
          await mine.codeOf('search_read', { ...MODEL, fields: [field] }),
          'engine_forbidden',
          field,
        );
      for (const order of ['parent_id', 'create_uid desc'])
        assert.equal(await mine.codeOf('search_read', { ...MODEL, order }), 'engine_forbidden', order);
      await keeper.run('write', { ...MODEL, ids: [own, nobodys], values: { parent_id: null } });
    });

    it('no model is open but the listed ones', async () => {
      for (const model of [
        'res.users',
        'res.company',
        'ir.attachment',
        'mail.message',
        'ir.model.data',
        'res.country',
      ])
        assert.equal(await mine.codeOf('search_read', { model, fields: ['id'] }), 'engine_forbidden', model);
    });

    it('nothing is written into, taken from or linked to another’s', async () => {
      const untouched = await everything();
      const company = theirs.state['companyId'];
      const values: Record<string, unknown>[] = [
        { name: 'x', company_id: company },
        { name: 'x', company_id: null },
        { name: 'x', parent_id: foreign },
        { name: 'x', parent_id: nobodys },
        { name: 'x', parent_id: { id: foreign } },
        { name: 'x', parent_id: 'Ajena' },
        { name: 'x', parent_id: [foreign] },
        { name: 'x', child_ids: [foreign] },
        { name: 'x', child_ids: [[4, foreign, 0]] },
        { name: 'x', child_ids: [[6, 0, [own, foreign]]] },
        { name: 'x', child_ids: [[1, foreign, { name: 'cambiada' }]] },
        { name: 'x', child_ids: [[2, foreign, 0]] },
        { name: 'x', child_ids: [[3, foreign, 0]] },
        { name: 'x', child_ids: [[0, 0, { name: 'y', company_id: company }]] },
        { name: 'x', child_ids: [[0, 0, { name: 'y', child_ids: [[4, foreign]] }]] },
        { name: 'x', child_ids: [['link', foreign, 0]] },
        { name: 'x', child_ids: [[4, [foreign], 0]] },
        { name: 'x', child_ids: [[4, `${foreign}`, 0]] },
        { name: 'x', child_ids: [{ id: foreign }] },
        { name: 'x', user_ids: [[0, 0, { login: 'mio', password: 'x' }]] },
        { name: 'x', category_id: [[0, 0, { name: 'y' }]] },
        { name: 'x', country_id: [[1, 46, { name: 'y' }]] },
        { name: 'x', properties: [{ name: 'p', type: 'many2one', comodel: 'res.partner', value: foreign }] },
      ];
      for (const value of values) {
        await assert.rejects(mine.run('create', { ...MODEL, values: [value] }), JSON.stringify(value));
        await assert.rejects(
          mine.run('write', { ...MODEL, ids: [own], values: value }),
          JSON.stringify(value),
        );
      }
      for (const ids of [[foreign], [nobodys], [own, foreign]]) {
        assert.equal(
          await mine.codeOf('write', { ...MODEL, ids, values: { name: 'x' } }),
          'engine_not_found',
        );
        assert.equal(await mine.codeOf('unlink', { ...MODEL, ids }), 'engine_not_found');
      }
      assert.deepEqual(await everything(), untouched);
      assert.deepEqual((await read({ domain: [['id', '=', own]] })).data, [{ id: own, name: 'Mía' }]);
    });

    it('no method is called but listed ones on one’s own records', async () => {
      const calls: object[] = [
        { method: 'search_read', kwargs: { domain: [] } },
        { method: 'read', args: [[foreign]] },
        { method: 'name_search', args: ['Ajena'] },
        { method: 'copy', args: [[foreign]] },
        { method: 'write', args: [[foreign], { name: 'x' }] },
        { method: 'toggle_active', args: [[foreign]] },
        { method: 'message_post', args: [[own]], kwargs: { partner_ids: [foreign] } },
        { method: 'sudo', args: [[foreign]] },
        { model: 'crm.lead', method: 'toggle_active', args: [[own], { x: 1 }] },
      ];
      for (const input of calls)
        assert.equal(
          await mine.codeOf('call', { ...MODEL, ...input }),
          'engine_forbidden',
          JSON.stringify(input),
        );
    });

    it('makes, changes and deletes its own, with children of its own', async () => {
      const { ids } = await mine.run('create', {
        ...MODEL,
        values: [{ name: 'Casa', country_id: 46, child_ids: [[0, 0, { name: 'Hija' }]] }],
      });
      const { data } = await read({ domain: [['id', 'in', ids]], fields: ['country_id', 'child_ids'] });
      assert.equal(data[0].country_id.id, 46);
      assert.equal(data[0].child_ids.length, 1);
      const [child] = data[0].child_ids as number[];
      await mine.run('write', { ...MODEL, ids: [own], values: { parent_id: ids[0] } });
      assert.deepEqual(
        (await theirs.run('search_read', { ...MODEL, domain: [['id', '=', child]] })).data,
        [],
      );
      await mine.run('write', { ...MODEL, ids: [own], values: { parent_id: null } });
      await mine.run('unlink', { ...MODEL, ids: [child, ...ids] });
    });

    it('has people of its own under names of its own', async () => {
      const login = 'dos@example.com';
      const [a, b] = [await mine.put({ login }), await theirs.put({ login })];
      assert.notEqual(a, b);
      await mine.disable(b!);
      await mine.put({ login: 'otro@example.com' }, b);
      const users = await keeper.run('search_read', {
        model: 'res.users',
        domain: [['id', '=', Number(b)]],
        fields: ['login', 'active'],
      });
      assert.deepEqual(users.data, [
        { id: Number(b), login: `${theirs.company.slug}/${login}`, active: true },
      ]);
    });

    it('is suspended and put away without the other noticing', async () => {
      await mine.reach('suspended');
      assert.equal(await mine.codeOf('search_read', MODEL), 'engine_rejected_credentials');
      assert.equal((await theirs.run('search_read', MODEL)).data.length > 0, true);
      await mine.reach('present');
      assert.deepEqual((await read({ domain: [['id', '=', own]] })).data, [{ id: own, name: 'Mía' }]);
      await mine.reach('absent');
      assert.equal((await theirs.run('search_read', MODEL)).data.length > 0, true);
    });
  });
}
