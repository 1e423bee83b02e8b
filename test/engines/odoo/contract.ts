import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AppError } from '#core/errors.ts';
import { OdooCompany, type Instance } from './company.ts';
import { loginContract } from './login-contract.ts';
import { wallContract } from './wall-contract.ts';

/** An Odoo to talk to: a stand-in, or the real one. */
export interface Odoo {
  readonly url: string;
  readonly masterPassword: string;
  readonly stop: () => Promise<void>;
}

const PRESENT = ['secrets', 'template', 'database', 'company', 'user'];
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'went through';
};

/** What holds for every version, live or played. */
export function contract(title: string, version: number, open: () => Promise<Odoo>): void {
  describe(`Odoo: ${title}`, () => {
    let server: Odoo;
    let instance: Instance;
    let one: OdooCompany;
    before(async () => {
      server = await open();
      const { url, masterPassword } = server;
      instance = { url, shared: true, credentials: { masterPassword }, settings: {} };
      one = new OdooCompany(instance);
    });
    after(() => server.stop());
    const people = () => ({ model: 'res.partner' });

    it('refuses a wrong master password, and a company that has nothing there yet', async () => {
      const wrong = new OdooCompany({ ...instance, credentials: { masterPassword: 'wrong' } });
      assert.equal(await codeOf(wrong.discover()), 'engine_rejected_credentials');
      assert.equal(await one.codeOf('search_read', people()), 'engine_not_ready');
    });

    it('says what it is', async () => {
      const capabilities = await one.discover();
      assert.equal(one.version, `${version}.0`);
      assert.deepEqual([...capabilities], version >= 19 ? ['json2', 'databases'] : ['databases']);
    });

    it('is set up once, whatever step we die after', async () => {
      const steps = [
        ...PRESENT,
        ...(version >= 19 ? ['key'] : []),
        // Of a ticket that stays a password Odoo gets none.
        ...(version >= 18 ? ['login'] : []),
      ];
      for (const step of steps) await assert.rejects(one.reach('present', step), /crashed/);
      await one.reach('present');
      one.done.length = 0;
      await one.reach('present');
      assert.deepEqual(one.done, []);
      assert.equal(typeof one.state['uid'], 'number');
      assert.equal(one.secrets['apiKey'] !== undefined, version >= 19);
      assert.equal(one.state['loginReason'], version >= 18 ? null : 'version_too_old');
    });

    it('has a database of its own with the company in it, and nothing of a database with its name that isn’t', async () => {
      const { data } = await one.run('search_read', {
        model: 'res.company',
        fields: ['name', 'vat', 'country_id'],
      });
      const { name, taxId } = one.company;
      assert.deepEqual(data, [{ id: 1, name, vat: taxId, country_id: { id: 46, name: 'Chile' } }]);
      const twin = new OdooCompany(instance, { slug: one.company.slug });
      await twin.discover();
      assert.equal(await codeOf(twin.reach('present')), 'engine_conflict');
      assert.equal(await codeOf(twin.reach('absent')), 'engine_conflict');
      assert.equal((await one.run('search_read', people())).data.length > 0, true);
    });

    it('gives back what was written: null for nothing, relations with names, times in UTC', async () => {
      const { ids } = await one.run('create', {
        ...people(),
        values: [
          { name: 'Norte', is_company: true, website: null },
          { name: 'Ana', email: 'ana@example.com' },
          { name: 'Sur', country_id: { id: 46 } },
        ],
      });
      await one.run('write', { ...people(), ids: [ids[1]], values: { parent_id: ids[0] } });
      const fields = [
        'name',
        'email',
        'is_company',
        'color',
        'country_id',
        'parent_id',
        'child_ids',
        'create_date',
      ];
      const { data } = await one.run('search_read', { ...people(), domain: [['id', 'in', ids]], fields });
      for (const row of data) {
        assert.match(row.create_date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
        delete row.create_date;
      }
      assert.deepEqual(data, [
        {
          id: ids[0],
          name: 'Norte',
          email: null,
          is_company: true,
          color: 0,
          country_id: null,
          parent_id: null,
          child_ids: [ids[1]],
        },
        {
          id: ids[1],
          name: 'Ana',
          email: 'ana@example.com',
          is_company: false,
          color: 0,
          country_id: null,
          parent_id: { id: ids[0], name: 'Norte' },
          child_ids: [],
        },
        {
          id: ids[2],
          name: 'Sur',
          email: null,
          is_company: false,
          color: 0,
          country_id: { id: 46, name: 'Chile' },
          parent_id: null,
          child_ids: [],
        },
      ]);
      const since = [
        ['create_date', '>', '2020-01-01T00:00:00.000Z'],
        ['id', 'in', ids],
      ];
      assert.equal((await one.run('search_read', { ...people(), domain: since })).data.length, 3);
      assert.deepEqual(await one.run('unlink', { ...people(), ids }), { ids });
      assert.deepEqual(
        await one.run('call', { ...people(), method: 'search_count', args: [[['id', 'in', ids]]] }),
        {
          result: 0,
        },
      );
    });

    it('pages by id while records come and go, and by place in any other order', async () => {
      const values = Array.from({ length: 7 }, (_, n) => ({
        name: `Página ${n}`,
        email: `p${n % 2}@example.com`,
      }));
      const { ids } = await one.run('create', { ...people(), values });
      const asked = { ...people(), domain: [['name', 'ilike', 'Página']], fields: ['name'], limit: 3 };
      const first = await one.run('search_read', asked);
      await one.run('unlink', { ...people(), ids: [ids[0]] });
      const second = await one.run('search_read', { ...asked, cursor: first.nextCursor });
      const third = await one.run('search_read', { ...asked, cursor: second.nextCursor });
      assert.deepEqual(
        [...first.data, ...second.data, ...third.data].map(({ id }) => id),
        ids,
      );
      assert.equal(third.nextCursor, null);
      const descending = await one.run('search_read', { ...asked, order: 'id desc' });
      const next = await one.run('search_read', {
        ...asked,
        order: 'id desc',
        cursor: descending.nextCursor,
      });
      assert.deepEqual(
        [...descending.data, ...next.data].map(({ id }) => id),
        ids.slice(1).toReversed(),
      );
      const byMail = { ...asked, order: 'email desc' };
      const page = await one.run('search_read', byMail);
      const rest = await one.run('search_read', { ...byMail, cursor: page.nextCursor });
      const places = [...page.data, ...rest.data].map(({ id }) => ids.indexOf(id));
      assert.deepEqual(places, [1, 3, 5, 2, 4, 6]);
      assert.equal(await one.codeOf('search_read', { ...asked, cursor: page.nextCursor }), 'invalid_input');
      await one.run('unlink', { ...people(), ids: ids.slice(1) });
    });

    it('creates all or none', async () => {
      const values = [{ name: 'Primera' }, { name: 'Segunda', nof: 1 }];
      assert.equal(await one.codeOf('create', { ...people(), values }), 'engine_invalid');
      const { data } = await one.run('search_read', { ...people(), domain: [['name', '=', 'Primera']] });
      assert.deepEqual(data, []);
    });

    it('says what went wrong, and nothing of its insides', async () => {
      const cases: readonly (readonly [string, object, string])[] = [
        ['search_read', { model: 'no.such' }, 'engine_not_found'],
        ['search_read', { ...people(), domain: [['nof', '=', 1]] }, 'engine_invalid'],
        ['search_read', { ...people(), fields: ['nof'] }, 'engine_invalid'],
        ['search_read', { ...people(), domain: ['|', ['id', '=', 1]] }, 'invalid_input'],
        ['search_read', { ...people(), domain: [['id', '=']] }, 'invalid_input'],
        ['search_read', { ...people(), order: 'name; drop table' }, 'invalid_input'],
        ['search_read', { ...people(), context: { lang: 'xx_XX' } }, version >= 19 ? 'engine_invalid' : ''],
        ['write', { ...people(), ids: [999_999], values: { name: 'x' } }, 'engine_not_found'],
        ['unlink', { ...people(), ids: [999_999] }, 'engine_not_found'],
        ['call', { ...people(), method: 'nope' }, 'engine_not_found'],
        ['call', { ...people(), method: 'nope', args: [[1]] }, 'engine_not_found'],
        ['search_read', { model: 'ir.cron' }, 'engine_forbidden'],
        ['create', { model: 'res.users', values: [{ name: 'x', login: 'x' }] }, 'engine_forbidden'],
      ];
      for (const [name, input, code] of cases) {
        if (code === '') continue;
        const said = await one.refused(name, input);
        assert.equal(said.code, code, JSON.stringify([name, input, said]));
        assert.doesNotMatch(said.words, /Traceback|\/usr\/|psycopg|\d+\.\d+\.\d+\.\d+/);
      }
      await assert.rejects(one.run('call', { ...people(), method: '_write' }), { name: 'ZodError' });
    });

    it('names neither host nor database when the database is gone', async () => {
      const kept = one.state;
      one.state = { ...kept, database: 'not_there' };
      const { code, words } = await one.refused('search_read', people());
      assert.deepEqual([code, words], ['engine_unreachable', '']);
      one.state = kept;
    });

    it('lets its people in by what they are, knows them again, and lets them go', async () => {
      const member = { ugid: 'c3d4e5f6-0a1b-4c2d-8e3f-4a5b6c7d8e9f', login: 'pedro@example.com' };
      const id = await one.put(member);
      assert.equal(await one.put({ ...member, name: 'Pedro Soto', email: 'p@example.com' }), id);
      assert.equal(await one.put({ ...member, login: 'nuevo@example.com' }, id), id);
      const find = async () =>
        (
          await one.run('search_read', {
            model: 'res.users',
            domain: [['id', '=', Number(id)]],
            fields: ['login', 'active'],
            context: { active_test: false },
          })
        ).data[0];
      assert.deepEqual(await find(), { id: Number(id), login: 'nuevo@example.com', active: true });
      assert.equal(await codeOf(one.put({ login: 'nuevo@example.com' })), 'engine_conflict');
      assert.equal(await codeOf(one.put({ login: 'smarteros-admin' })), 'engine_conflict');
      assert.equal(await one.put({ ...member, role: 'guest' }, id), null);
      assert.equal((await find()).active, false);
      assert.equal(await one.put({ ...member, role: 'owner' }, id), id);
      await one.disable(id!);
      await one.disable(id!);
      await one.disable('999999');
      assert.equal((await find()).active, false);
    });

    it('shuts everybody out while suspended, and lets only those in again who weren’t let go', async () => {
      const stays = await one.put({ login: 'queda@example.com' });
      const goes = await one.put({ login: 'va@example.com' });
      await one.reach('suspended');
      assert.equal(await one.codeOf('search_read', people()), 'engine_rejected_credentials');
      await one.disable(goes!);
      await one.reach('present');
      const { data } = await one.run('search_read', {
        model: 'res.users',
        domain: [['id', 'in', [Number(stays), Number(goes)]]],
        fields: ['login'],
      });
      assert.deepEqual(data, [{ id: Number(stays), login: 'queda@example.com' }]);
    });

    wallContract(version, () => server);

    loginContract(
      version,
      () => server,
      () => one,
    );

    it('is gone for good when it is to be', async () => {
      const { database } = one.state;
      await one.reach('absent');
      await one.reach('absent');
      assert.deepEqual(one.secrets, {});
      const again = new OdooCompany(instance, one.company);
      await again.discover();
      await again.reach('present');
      assert.equal(again.state['database'], database);
      assert.deepEqual(
        (await again.run('search_read', { ...people(), domain: [['name', '=', 'Ana']] })).data,
        [],
      );
      await again.reach('absent');
    });
  });
}
