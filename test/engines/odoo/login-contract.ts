import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { systemClock } from '#platform/clock.ts';
import { OdooCompany, type Instance } from './company.ts';
import type { Odoo } from './contract.ts';

const PROVIDER = 'auth.oauth.provider';
const FIELDS = ['client_id', 'auth_endpoint', 'validation_endpoint', 'enabled'];

/** How our login is set up in each kind of place. `made` is a company with a database that we made. */
export function loginContract(version: number, server: () => Odoo, made: () => OdooCompany): void {
  describe('the login by us', () => {
    let credentials: { login: string; apiKey: string };
    let database: string;
    /** Who administers that database, past us. */
    let keeper: OdooCompany;
    before(() => {
      const { url } = server();
      database = made().state['database'] as string;
      credentials = { login: 'smarteros-admin', apiKey: made().secrets['adminPassword']! };
      keeper = new OdooCompany({ url, shared: false, credentials, settings: { database } });
      keeper.version = `${version}.0`;
    });
    const inside = (of: Partial<Instance>) =>
      new OdooCompany({ url: server().url, shared: true, credentials, settings: { database }, ...of });
    const find = async (model: string, domain: unknown[], fields: string[]) =>
      (await keeper.run('search_read', { model, domain, fields, context: { active_test: false } })).data;
    const change = (model: string, id: number, values: object) =>
      keeper.run('write', { model, ids: [id], values });
    const providers = (): Promise<Record<string, unknown>[]> => find(PROVIDER, [], FIELDS);
    const isWithout = (one: OdooCompany, reason: string) => {
      const { providerId, loginReason } = one.state;
      assert.deepEqual([providerId, loginReason], [null, reason]);
    };

    it('is not where tickets would stay passwords, or where Odoo can’t reach us', async () => {
      const ugid = systemClock.id();
      const id = await made().put({ ugid });
      if (version < 18) {
        isWithout(made(), 'version_too_old');
        assert.equal((await made().launch({ ugid }, id)).reason, 'version_too_old');
        return;
      }
      const instance = {
        url: 'https://odoo.example.cl',
        shared: false,
        credentials,
        settings: { database },
      };
      const far = new OdooCompany(instance, {}, 'http://localhost:8000');
      far.version = '19.0';
      await far.reach('present');
      isWithout(far, 'cannot_reach_us');
    });

    if (version < 18) return;

    it('leaves an Odoo as it is where the module is missing, or the credentials don’t administer it', async () => {
      const { url } = server();
      const together = { login: 'keeper', apiKey: 'password-of-the-keeper' };
      const lacking = new OdooCompany({
        url,
        shared: false,
        credentials: together,
        settings: { database: 'together' },
      });
      const login = made().state['login'] as string;
      const mere = inside({ shared: false, credentials: { login, apiKey: made().secrets['password']! } });
      for (const one of [lacking, mere]) {
        one.version = `${version}.0`;
        await one.reach('present');
      }
      isWithout(lacking, 'module_missing');
      isWithout(mere, 'not_administrator');
      assert.deepEqual(await lacking.launch({}, '2'), {
        url: `${url}/web/login?db=together`,
        expiresAt: null,
        reason: 'module_missing',
      });
      assert.equal(await made().codeOf('search_read', { model: PROVIDER }), 'engine_forbidden');
    });

    it('is the only button in a database of ours, and comes back as it was', async () => {
      const one = made();
      const enabled = async () => (await providers()).filter((row) => row['enabled'] === true);
      const [ours, ...more] = await enabled();
      assert.deepEqual(more, []);
      assert.deepEqual(ours, {
        id: one.state['providerId'],
        client_id: one.company.id,
        auth_endpoint: `https://api.example.cl/login/engines/odoo/${one.company.slug}`,
        validation_endpoint: `https://api.example.cl/login/engines/odoo/${one.company.id}/userinfo`,
        enabled: true,
      });
      const id = ours['id'] as number;
      const again = async () => {
        one.done.length = 0;
        await one.reach('present');
        assert.deepEqual([one.done, await enabled()], [['login'], [ours]]);
      };
      await change(PROVIDER, id, { validation_endpoint: 'https://evil.example' });
      await again();
      await change(PROVIDER, id, { data_endpoint: 'https://evil.example' });
      await again();
      const [scope] = await find(
        'ir.config_parameter',
        [['key', '=', 'auth_signup.invitation_scope']],
        ['value'],
      );
      assert.equal(scope.value, 'b2b');
      await change('ir.config_parameter', scope.id, { value: 'b2c' });
      await again();
      await keeper.run('unlink', { model: PROVIDER, ids: [id] });
      await one.reach('present');
      assert.notEqual(one.state['providerId'], id);
    });

    it('binds people to who they are, and lets go of who leaves', async () => {
      const one = made();
      const [ugid, other] = [systemClock.id(), systemClock.id()];
      const id = await one.put({ ugid });
      const { url, reason } = await one.launch({ ugid }, id);
      assert.equal(reason, null);
      const { pathname, searchParams } = new URL(url);
      assert.equal(pathname, '/auth_oauth/signin');
      const { d, p } = JSON.parse(searchParams.get('state')!) as { d: string; p: number };
      assert.deepEqual([d, p], [database, one.state['providerId']]);
      assert.equal((await one.launch({ ugid: other }, id)).reason, 'login_needed');
      assert.equal((await one.launch({ ugid }, null)).reason, 'no_user');
      const [partner] = await find('res.partner', [['ref', '=', ugid]], ['name']);
      // Found again without its id, whatever the reference says.
      await change('res.partner', partner.id, { ref: other });
      assert.equal(await one.put({ ugid }), id);
      await one.disable(id!);
      assert.equal((await one.launch({ ugid }, id)).reason, 'no_user');
      const [gone] = await find('res.users', [['id', '=', Number(id)]], ['oauth_provider_id', 'oauth_uid']);
      assert.deepEqual([gone.oauth_provider_id, gone.oauth_uid], [null, null]);
    });

    it('goes back to nobody but this very Odoo, with a state that is its own', async () => {
      const one = made();
      const ugid = systemClock.id();
      const id = await one.put({ ugid });
      const { url } = server();
      const uri = `${url}/auth_oauth/signin`;
      const p = one.state['providerId'];
      const state = JSON.stringify({ d: database, p, r: 'x%2Fweb', odd: ' "é' });
      const back = await one.enter({ ugid }, id, { uri, state });
      assert.equal(back.reason, null);
      assert.ok(back.url.startsWith(`${uri}?`));
      assert.equal(new URL(back.url).searchParams.get('state'), state);
      const { host } = new URL(url);
      for (const foreign of [
        'https://evil.example/auth_oauth/signin',
        `http://evil.example@${host}/auth_oauth/signin`,
        `${uri}/`,
        `${uri}?x=1`,
        `${uri}#x`,
        `${url}/../auth_oauth/signin`,
        `${url}.evil.example/auth_oauth/signin`,
        `${url}/auth_oauth/oea`,
        uri.replace('http:', 'https:'),
        uri.toUpperCase(),
      ])
        assert.equal((await one.enter({ ugid }, id, { uri: foreign, state })).reason, 'foreign_address');
      for (const forged of [
        '',
        'null',
        '{}',
        '[1]',
        JSON.stringify({ d: 'together', p }),
        JSON.stringify({ d: database, p: 1 }),
        JSON.stringify({ d: database, p: String(p) }),
      ])
        assert.equal((await one.enter({ ugid }, id, { uri, state: forged })).reason, 'foreign_address');
    });

    it('shows no button in a database that companies share, where one person can be in two', async () => {
      const all = [inside({}), inside({})];
      const ugid = systemClock.id();
      const places: number[] = [];
      for (const one of all) {
        await one.discover();
        await one.reach('present');
        const id = await one.put({ ugid, login: 'dos@example.com' });
        const { url } = await one.launch({ ugid }, id);
        places.push((JSON.parse(new URL(url).searchParams.get('state')!) as { p: number }).p);
      }
      const known = await providers();
      assert.deepEqual(
        places
          .map((p) => known.find(({ id }) => id === p))
          .map((row) => [row!['client_id'], row!['enabled']]),
        all.map(({ company }) => [company.id, false]),
      );
      await all[0]!.reach('absent');
      assert.equal((await providers()).length, known.length - 1);
    });

    it('leaves whom somebody else lets in as they are, and goes from an Odoo of one’s own without a trace', async () => {
      const own = inside({ shared: false });
      await own.discover();
      await own.reach('present');
      const ugid = systemClock.id();
      const id = await own.put({ ugid });
      const address = 'https://a.example';
      const values = { name: 'G', auth_endpoint: address, validation_endpoint: address, body: 'G' };
      const [google] = (await keeper.run('create', { model: PROVIDER, values: [values] })).ids;
      await change('res.users', Number(id), { oauth_provider_id: google, oauth_uid: '1234' });
      assert.equal(await own.put({ ugid }, id), id);
      assert.equal((await own.launch({ ugid }, id)).reason, 'login_needed');
      await own.reach('absent');
      assert.ok((await providers()).every((row) => row['client_id'] !== own.company.id));
      await keeper.run('unlink', { model: PROVIDER, ids: [google] });
    });
  });
}
