import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connector } from '#engines/chatwoot/connector.ts';
import { isNewer } from './data.ts';
import { Killed, play, TestCompany, type Death } from './company.ts';
import type { ChatwootServer } from './server.ts';

const VERSIONS = ['4.3.0', '4.13.0'];
/** More than a set-up asks. */
const MOST_REQUESTS = 40;

const accountsOf = ({ tables }: ChatwootServer, { id }: TestCompany) =>
  tables.accounts.filter((one) => one.custom_attributes['smarteros_tenant'] === id);

/** One account that is in use, with one of everything in it. */
function mustBeOnce(server: ChatwootServer, company: TestCompany): void {
  const { tables } = server;
  const [used, ...more] = accountsOf(server, company).filter(({ status }) => status === 'active');
  assert.equal(more.length, 0);
  assert.equal(company.state['accountId'], used!.id);
  const user = tables.users.filter(({ email }) => email.includes(company.id));
  assert.equal(user.length, 1);
  assert.equal(company.secrets['token'], user[0]!.token);
  for (const table of [tables.inboxes, tables.webhooks])
    assert.equal(table.filter(({ account }) => account === used!.id).length, 1);
  const memberships = tables.memberships.filter((one) => one.user === user[0]!.id);
  assert.deepEqual(memberships, [{ account: used!.id, user: user[0]!.id, role: 'administrator' }]);
}

for (const version of VERSIONS)
  describe(`accounts of companies in Chatwoot ${version}`, () => {
    it('are never doubled in use, wherever a process dies', async () => {
      const played = await play(version);
      const { server } = played;
      let deaths = 0;
      let orphans = 0;
      for (let at = 1; at < MOST_REQUESTS; at++)
        for (const sent of [false, true]) {
          const company = new TestCompany(played);
          const death: Death = { at, sent };
          const died = await company.converge('present', death).then(
            () => false,
            (error: unknown) => {
              assert.ok(error instanceof Killed, String(error));
              return true;
            },
          );
          if (died) deaths += 1;
          await company.converge();
          mustBeOnce(server, company);
          const left = accountsOf(server, company).filter(({ id }) => id !== company.state['accountId']);
          orphans += left.length;
          for (const { id, status } of left) {
            assert.equal(status, 'suspended');
            assert.ok(!server.tables.memberships.some(({ account }) => account === id));
          }
          assert.deepEqual(await company.converge(), []);
        }
      assert.ok(deaths > 15 && deaths < (MOST_REQUESTS - 1) * 2, `${deaths} deaths`);
      // Before there is a list: made, and nobody heard its number; or the one call before our user was in.
      assert.equal(orphans, isNewer(version) ? 0 : 2);
    });

    it('go with all that was theirs, wherever a process dies', async () => {
      const played = await play(version);
      const other = new TestCompany(played);
      await other.converge();
      for (let at = 1; at < 12; at++) {
        const company = new TestCompany(played);
        await company.converge();
        await company.converge('absent', { at, sent: true }).catch(() => {});
        await company.converge('absent');
        assert.deepEqual(accountsOf(played.server, company), []);
        assert.ok(!played.server.tables.users.some(({ email }) => email.includes(company.id)));
        assert.deepEqual([company.secrets, company.state['accountId']], [{}, null]);
        assert.deepEqual(await company.converge('absent'), []);
      }
      mustBeOnce(played.server, other);
    });

    it('are shut and opened again, with nothing lost, and bear their company’s name', async () => {
      const played = await play(version);
      const company = new TestCompany(played);
      assert.deepEqual(await company.converge('suspended'), []);
      assert.deepEqual(await company.converge(), ['user', 'account', 'inbox', 'webhook']);
      const before = { ...company.state };
      assert.deepEqual(await company.converge('suspended'), ['closed']);
      assert.equal(accountsOf(played.server, company)[0]!.status, 'suspended');
      company.name = 'Almacén Norte';
      assert.deepEqual(await company.converge(), ['account']);
      assert.deepEqual(company.state, before);
      const [account] = accountsOf(played.server, company);
      assert.deepEqual([account!.status, account!.name], ['active', 'Almacén Norte']);
    });

    it('are put right after somebody changed them', async () => {
      const played = await play(version);
      const company = new TestCompany(played);
      await company.converge();
      const { tables } = played.server;
      tables.webhooks[0]!.subscriptions = ['message_created'];
      tables.memberships[0]!.role = 'agent';
      assert.deepEqual(await company.converge(), ['account', 'webhook']);
      tables.memberships = [];
      tables.inboxes = [];
      tables.users[0]!.token = 'reset by somebody';
      company.hookUrl += '2';
      assert.deepEqual(await company.converge(), ['user', 'account', 'inbox', 'webhook']);
      mustBeOnce(played.server, company);
      assert.equal(tables.webhooks[0]!.url, company.hookUrl);
    });

    it('keep the secret that webhooks are signed with, and only while there is one', async () => {
      const played = await play(version);
      const company = new TestCompany(played);
      await company.converge();
      const secret = played.server.tables.webhooks[0]!.secret;
      assert.equal(secret !== null, isNewer(version));
      assert.equal(company.secrets['hook'] ?? null, secret);
      Object.assign(played.server.tables.webhooks[0]!, { secret: 'another' });
      await company.converge();
      assert.equal(company.secrets['hook'], isNewer(version) ? 'another' : undefined);
    });
  });

describe('a company’s account in Chatwoot', () => {
  it('is never another’s, into which somebody has let our user', async () => {
    const played = await play();
    const { tables } = played.server;
    const evil = new TestCompany(played);
    await evil.converge();
    const victim = new TestCompany(played);
    await victim.converge();
    const mine = victim.state['accountId'];
    tables.memberships.push({
      account: Number(evil.state['accountId']),
      user: Number(victim.state['userId']),
      role: 'administrator',
    });
    victim.state = {};
    await victim.converge();
    assert.equal(victim.state['accountId'], mine);
    assert.deepEqual(await victim.converge('absent'), ['removed']);
    assert.deepEqual(
      tables.accounts.map(({ id }) => id),
      [evil.state['accountId']],
    );
  });

  it('is one after two workers have made two: the other is shut and left', async () => {
    const played = await play();
    const { tables } = played.server;
    const company = new TestCompany(played);
    await company.converge();
    const double = { ...tables.accounts[0]!, id: 9 };
    tables.accounts.push(double);
    tables.memberships.push({ ...tables.memberships[0]!, account: 9 });
    assert.deepEqual(await company.converge(), ['account']);
    assert.equal(double.status, 'suspended');
    mustBeOnce(played.server, company);
  });

  it('stays out of reach of an app that did not make it', async () => {
    const played = await play();
    const company = new TestCompany(played);
    await company.converge();
    company.credentials = { platformToken: played.server.otherApp };
    const before = structuredClone(played.server.tables.accounts);
    for (const wanted of ['present', 'suspended', 'absent'] as const)
      await assert.rejects(company.converge(wanted), { code: 'engine_forbidden' });
    // Nor does another account come up beside it.
    assert.deepEqual(played.server.tables.accounts, before);
  });

  it('isn’t looked for in a shared instance without a platform app', async () => {
    const played = await play();
    const company = new TestCompany(played);
    const admin = played.server.addUser({ name: 'Admin', email: 'admin@example.cl' });
    company.credentials = { userToken: admin.token };
    await assert.rejects(
      company.converge(),
      (error: { code: string; options: { detail: { en: string } } }) => {
        assert.equal(error.code, 'engine_unsupported');
        assert.match(error.options.detail.en, /platformToken/);
        return true;
      },
    );
    assert.deepEqual(await company.converge('suspended'), []);
    assert.deepEqual(await company.converge('absent'), []);
  });

  it('may be the one that it had before: its own instance, by its administrator’s token', async () => {
    const played = await play('4.13.0');
    const { server } = played;
    const { tables } = server;
    const admin = server.addUser({ name: 'Dueña', email: 'duena@example.cl' });
    const plain = { locale: 'es', status: 'active', custom_attributes: {}, app: null };
    tables.accounts.push({ id: 1, name: 'De antes', ...plain }, { id: 2, name: 'De otros', ...plain });
    tables.memberships.push(
      { account: 1, user: admin.id, role: 'administrator' },
      { account: 2, user: admin.id, role: 'agent' },
    );
    const company = new TestCompany(played);
    Object.assign(company, { shared: false, credentials: { userToken: admin.token } });
    // Which of the two?
    await assert.rejects(company.converge(), { code: 'engine_forbidden' });
    company.settings = { accountId: 2 };
    await assert.rejects(company.converge(), { code: 'engine_forbidden' });
    company.settings = { accountId: 1 };
    const look = await connector.discover(company.ctx());
    assert.deepEqual([look.settings, look.capabilities], [{ accountId: 1 }, ['signed_hooks']]);
    assert.deepEqual(await company.converge(), ['inbox', 'webhook']);
    assert.equal(tables.accounts[0]!.name, 'De antes');
    assert.deepEqual(await company.converge('absent'), ['webhook_removed']);
    assert.deepEqual([tables.accounts.length, tables.webhooks.length], [2, 0]);
  });
});

describe('a look at Chatwoot', () => {
  const look = (company: TestCompany) => connector.discover(company.ctx());

  it('tells version and what it can do, and refuses what opens nothing', async () => {
    for (const version of VERSIONS) {
      const company = new TestCompany(await play(version));
      assert.deepEqual(await look(company), {
        version,
        capabilities: isNewer(version) ? ['platform', 'sso', 'signed_hooks'] : ['platform', 'sso'],
      });
      company.credentials = { platformToken: 'wrong' };
      await assert.rejects(look(company), { code: 'engine_rejected_credentials' });
      company.credentials = { userToken: 'wrong' };
      await assert.rejects(look(company), { code: 'engine_rejected_credentials' });
      company.credentials = {};
      await assert.rejects(look(company), { code: 'engine_rejected_credentials' });
    }
  });

  it('says what a proxy does to it', async () => {
    const played = await play();
    const company = new TestCompany(played);
    played.server.mood = 'headerless';
    await assert.rejects(look(company), (error: { options: { detail: { en: string } } }) =>
      /underscores_in_headers/.test(error.options.detail.en),
    );
    for (const mood of ['html', 'lost', 'broken'] as const) {
      played.server.mood = mood;
      await assert.rejects(look(company), { code: 'engine_unreachable' });
    }
  });

  it('takes over an installation by its kept names', () => {
    const env = {
      CHATWOOT_BASE_URL: 'https://crm.example.cl',
      CHATWOOT_TOKEN: 't',
      CHATWOOT_ACCOUNT_ID: '3',
      CHATWOOT_INBOX_ID: '5',
    };
    assert.deepEqual(connector.adopt!(env), {
      url: env.CHATWOOT_BASE_URL,
      credentials: { userToken: 't' },
      settings: { accountId: 3, inboxId: 5 },
    });
    assert.equal(connector.adopt!({ ...env, CHATWOOT_ACCOUNT_ID: '3/../4' }), undefined);
  });

  it('takes nothing for gone that a proxy says', async () => {
    const played = await play();
    const company = new TestCompany(played);
    await company.converge();
    played.server.mood = 'lost';
    await assert.rejects(company.converge(), { code: 'engine_unreachable' });
    played.server.mood = 'well';
    assert.deepEqual(await company.converge(), []);
    assert.equal(played.server.tables.accounts.length, 1);
  });
});
