import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import { holdsScope, type Scope } from '#core/actor.ts';
import { ROLE_SCOPES, ROLES, scopesOf, type Role } from '#core/roles.ts';
import type { Compiled } from '#kernel/types.ts';
import { createWorld, ended, type World } from '#test/access/world.ts';
import { resetStandIns } from '#test/engines/stand-ins.ts';
import { inputOf } from '#test/harness/inputs.ts';
import type { TestPerson } from '#test/harness/people.ts';
import { SURFACES, type Input } from '#test/isolation/surfaces.ts';
import { scopeOf } from '#test/isolation/world.ts';

const CATALOGUE = buildCatalogue();
const SCOPED = CATALOGUE.operations.filter((one) => scopeOf(one) !== undefined);
const names = (all: readonly Compiled[]): string[] => all.map((one) => one.operation.name).toSorted();

/** Written down a second time, so that no change of a role goes unnoticed: who below admin may do what. */
const MAY: Readonly<Record<Exclude<Role, 'owner' | 'admin'>, readonly string[]>> = {
  member: [
    'chatwoot.contact',
    'chatwoot.contacts',
    'chatwoot.conversation',
    'chatwoot.conversations',
    'chatwoot.create_contact',
    'chatwoot.create_conversation',
    'chatwoot.health',
    'chatwoot.messages',
    'chatwoot.send_message',
    'chatwoot.set_status',
    'contact_fields.create',
    'contact_fields.delete',
    'contact_fields.list',
    'contact_fields.update',
    'contact_sync.status',
    'contacts.create',
    'contacts.delete',
    'contacts.duplicates',
    'contacts.export',
    'contacts.get',
    'contacts.merge',
    'contacts.timeline',
    'contacts.unmerge',
    'contacts.update',
    'core.contacts',
    'engines.certificates',
    'engines.get',
    'engines.launch',
    'engines.list',
    'engines.people',
    'engines.plan',
    'events.list',
    'events.types',
    'forms.create',
    'forms.discard',
    'forms.held',
    'forms.list',
    'forms.release',
    'imports.add_part',
    'imports.cancel',
    'imports.conflicts',
    'imports.create',
    'imports.error_file',
    'imports.errors',
    'imports.get',
    'imports.list',
    'imports.preview',
    'imports.start',
    'imports.undo',
    'members.list',
    'messages.list',
    'messages.send',
    'notifications.list',
    'notifications.set',
    'tenants.get',
    'tenants.logo',
  ],
  accountant: [
    'audit.checkpoints',
    'audit.export',
    'audit.list',
    'audit.verify',
    'contact_fields.list',
    'contact_sync.status',
    'contacts.duplicates',
    'contacts.export',
    'contacts.get',
    'contacts.timeline',
    'core.contacts',
    'engines.certificates',
    'engines.get',
    'engines.launch',
    'engines.list',
    'engines.people',
    'engines.plan',
    'events.list',
    'events.types',
    'forms.held',
    'forms.list',
    'imports.conflicts',
    'imports.error_file',
    'imports.errors',
    'imports.get',
    'imports.list',
    'imports.preview',
    'members.list',
    'metabase.card_result',
    'metabase.dashboard',
    'metabase.dashboards',
    'metabase.embed',
    'metabase.health',
    'notifications.list',
    'notifications.set',
    'tenants.get',
    'tenants.logo',
  ],
  guest: ['notifications.list', 'notifications.set', 'tenants.get', 'tenants.logo'],
  service: [
    'contact_fields.list',
    'contact_sync.status',
    'contacts.duplicates',
    'contacts.export',
    'contacts.get',
    'contacts.timeline',
    'core.contacts',
    'events.list',
    'events.types',
    'forms.held',
    'forms.list',
    'imports.conflicts',
    'imports.error_file',
    'imports.errors',
    'imports.get',
    'imports.list',
    'imports.preview',
    'notifications.list',
    'notifications.set',
    'tenants.get',
    'tenants.logo',
  ],
};
const OWNERS_ALONE = ['owners.create', 'owners.remove'];

const mayOf = (role: Role): readonly string[] => {
  if (role === 'owner') return names(SCOPED);
  if (role === 'admin') return names(SCOPED).filter((name) => !OWNERS_ALONE.includes(name));
  return MAY[role];
};

describe('the table of roles', () => {
  it('names only scopes that some operation asks for', () => {
    for (const scope of Object.values(ROLE_SCOPES).flat())
      assert.ok(scope === '*' || CATALOGUE.scopes.includes(scope), scope);
  });

  it('says the same in docs/access.md', () => {
    const doc = readFileSync('docs/access.md', 'utf8');
    for (const role of ROLES) {
      const line = `| \`${role}\` | ${ROLE_SCOPES[role].map((scope) => `\`${scope}\``).join(', ')} |`;
      assert.ok(doc.includes(line), `docs/access.md lacks: ${line}`);
    }
  });

  for (const role of ROLES) {
    it(`gives ${role} what is written here, and no more`, () => {
      const may = SCOPED.filter((one) => holdsScope(scopesOf(role, null), scopeOf(one) as Scope));
      assert.deepEqual(names(may), mayOf(role));
    });
  }
});

for (const [surface, call] of Object.entries(SURFACES)) {
  describe(`by ${surface}, a person may do what their role says`, () => {
    let world: World;
    const people = new Map<Role, TestPerson>();
    before(async () => {
      world = await createWorld();
      // What is connected by an example answers.
      await resetStandIns();
      for (const role of ROLES) people.set(role, await world.member(role));
    });
    after(() => world.stop());

    for (const { operation } of SCOPED) {
      it(operation.name, async () => {
        const compiled = world.t.api.kernel.catalogue.find(operation.name)!;
        const input = inputOf(operation) as Input;
        for (const role of ROLES) {
          const { status, code } = await call(world.t, { compiled, input, token: people.get(role)!.token });
          if (mayOf(role).includes(operation.name))
            assert.ok(status !== 401 && status !== 403 && status < 500, `${role}: ${status} ${code}`);
          else assert.equal(`${status} ${code}`, '403 insufficient_scope', role);
        }
      });
    }
  });
}

describe('a role of the company’s own', () => {
  let world: World;
  before(async () => {
    world = await createWorld();
  });
  after(() => world.stop());

  it('holds no scope that its maker lacks, or that there isn’t', async () => {
    const { ask, owner, admin, member } = world;
    const manager = await ask('POST /roles', owner, {
      name: 'Jefe',
      scopes: ['roles:write', 'members:write', 'contacts:write', 'tenants:read'],
    });
    const boss = await member('custom', { roleId: manager.body.id });
    const make = (scopes: unknown[], by = boss): ReturnType<typeof ask> =>
      ask('POST /roles', by, { name: `x${Math.random()}`, scopes });
    for (const scopes of [['*'], ['contacts:destroy'], ['keys:read'], ['contacts:read', 'ownership:read']])
      assert.equal(ended(await make(scopes)), '400 invalid_input', scopes.join());
    for (const scopes of [['operator'], ['*:*'], ['contacts:*'], ['Contacts:read'], ['nothing:read'], []])
      assert.equal(ended(await make(scopes, owner)), '400 invalid_input', scopes.join());
    assert.equal(ended(await make(['ownership:write'], admin)), '400 invalid_input');
    assert.equal((await make(['contacts:read'])).status, 201);
    // Neither by widening the role that they have themselves, nor by taking another's away.
    const widen = await ask(`PATCH /roles/${manager.body.id}`, boss, { scopes: ['contacts:destroy'] });
    assert.equal(ended(widen), '400 invalid_input');
    const strong = await ask('POST /roles', owner, { name: 'Fuerte', scopes: ['keys:write'] });
    const weaken = { scopes: ['contacts:read'] };
    assert.equal(ended(await ask(`PATCH /roles/${strong.body.id}`, boss, weaken)), '403 forbidden');
    // Nor by giving somebody, or themselves, a role that holds more.
    for (const role of ['admin', strong.body.id as string]) {
      for (const { ugid } of [boss, await member('guest')])
        assert.equal(ended(await ask(`PATCH /members/${ugid}`, boss, { role })), '400 invalid_input', role);
    }
    assert.equal(ended(await ask(`PATCH /members/${admin.ugid}`, boss, { role: 'guest' })), '403 forbidden');
  });

  it('has a name of its own, and goes when nobody has it', async () => {
    const { ask, owner, member } = world;
    const told = async (one: TestPerson): Promise<unknown> => {
      const [{ role, scopes }] = (await ask('GET /auth/me', one)).body.tenants;
      return [role, scopes];
    };
    const made = await ask('POST /roles', owner, { name: 'Bodega', scopes: ['contacts:read'] });
    assert.equal(made.status, 201);
    for (const name of ['Bodega', 'owner', 'Admin', 'custom'])
      assert.equal(
        ended(await ask('POST /roles', owner, { name, scopes: ['contacts:read'] })),
        '400 invalid_input',
      );
    const keeper = await member('custom', { roleId: made.body.id });
    assert.equal((await ask('GET /contacts', keeper)).status, 200);
    assert.equal(ended(await ask('POST /contacts', keeper, { name: 'X' })), '403 insufficient_scope');
    assert.equal(ended(await ask(`DELETE /roles/${made.body.id}`, owner)), '409 conflict');
    const wider = await ask(`PATCH /roles/${made.body.id}`, owner, { scopes: ['contacts:write'] });
    assert.equal(wider.status, 200);
    // Believed with less a moment ago: what they gained counts at once.
    assert.equal((await ask('POST /contacts', keeper, { name: 'X' })).status, 201);
    assert.deepEqual(await told(keeper), ['Bodega', ['contacts:write']]);
    assert.equal((await ask(`PATCH /members/${keeper.ugid}`, owner, { role: 'guest' })).status, 200);
    assert.deepEqual(await told(keeper), ['guest', ROLE_SCOPES.guest]);
    assert.deepEqual(await told(owner), ['owner', ROLE_SCOPES.owner]);
    assert.equal((await ask(`DELETE /roles/${made.body.id}`, owner)).status, 200);
    const shown = (await ask('GET /roles', owner)).body.data.map((one: { name: string }) => one.name);
    assert.ok(ROLES.every((role) => shown.includes(role)) && !shown.includes('Bodega'));
  });
});
