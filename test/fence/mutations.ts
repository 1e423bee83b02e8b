import { FENCE } from './expected.ts';

/** A fault that a migration could bring in, and the line by which the fence has to name it. */
export interface Mutation {
  readonly fault: string;
  /** Runs as smarteros_owner, like a migration, unless it takes another role itself. */
  readonly sql: string;
  /** Starts of lines; all of them have to be there, and nothing else. */
  readonly named: readonly string[];
}

/** A table that is right in all respects, for faults to be added to. */
const notes = `
  create table app.notes (tenant_id uuid not null default core.tenant_id(), id uuid not null, code text, primary key (tenant_id, id));
  comment on table app.notes is '.'; comment on column app.notes.tenant_id is '.';
  comment on column app.notes.id is '.'; comment on column app.notes.code is '.';
  call core.protect('app.notes', 'smarteros_app');
  grant select, insert, update, delete on app.notes to smarteros_app;`;
const fenceOnly = 'drop policy smarteros_app_fence on app.notes;';
const owned = (kind: string): string => `${kind} set search_path = pg_catalog, pg_temp as 'select 1';`;
const UNFENCED = `app.notes: lacks the policy smarteros_app: restrictive ALL using ${FENCE}`;
const SETTING = `current_setting('app.tenant_id', true)`;

export const MUTATIONS: readonly Mutation[] = [
  { fault: 'none', sql: notes, named: [] },
  {
    fault: 'a table without row-level security',
    sql: `${notes} alter table app.notes disable row level security;`,
    named: ['app.notes: row-level security isn’t enabled'],
  },
  {
    fault: 'row-level security that the owner escapes',
    sql: 'alter table app.contacts no force row level security;',
    named: ['app.contacts: row-level security isn’t forced'],
  },
  {
    fault: 'a permissive policy only',
    sql: `${notes} ${fenceOnly} create policy smarteros_app_fence on app.notes to smarteros_app using (tenant_id = core.tenant_id());`,
    named: ['app.notes: policy smarteros_app_fence isn’t planned (smarteros_app: permissive ALL', UNFENCED],
  },
  {
    fault: 'a fence that opens when no tenant is set',
    sql: `${notes} ${fenceOnly} create policy smarteros_app_fence on app.notes as restrictive to smarteros_app
      using (tenant_id = coalesce(nullif(${SETTING}, '')::uuid, tenant_id));`,
    named: ['app.notes: policy smarteros_app_fence isn’t planned', UNFENCED],
  },
  {
    fault: 'a fence with an or beside it',
    sql: `${notes} ${fenceOnly} create policy smarteros_app_fence on app.notes as restrictive to smarteros_app
      using (tenant_id = nullif(${SETTING}, '')::uuid or code = 'public');`,
    named: ['app.notes: policy smarteros_app_fence isn’t planned', UNFENCED],
  },
  {
    fault: 'a fence that takes the empty setting for a tenant',
    sql: `${notes} ${fenceOnly} create policy smarteros_app_fence on app.notes as restrictive to smarteros_app using (tenant_id::text = ${SETTING});`,
    named: ['app.notes: policy smarteros_app_fence isn’t planned', UNFENCED],
  },
  {
    fault: 'a fence for reading only',
    sql: `${notes} ${fenceOnly} create policy smarteros_app_fence on app.notes as restrictive for select to smarteros_app
      using (tenant_id = nullif(${SETTING}, '')::uuid);`,
    named: ['app.notes: policy smarteros_app_fence isn’t planned', UNFENCED],
  },
  {
    fault: 'a policy for everybody',
    sql: 'create policy helpful on app.contacts using (true);',
    named: ['app.contacts: policy helpful isn’t planned (PUBLIC: permissive ALL'],
  },
  {
    fault: 'a table without tenant_id',
    sql: `create table app.rates (id uuid primary key); comment on table app.rates is '.'; comment on column app.rates.id is '.';`,
    named: [
      'app.rates: row-level security isn’t enabled',
      'app.rates: row-level security isn’t forced',
      'app.rates: has no tenant_id and no reason',
      'app.rates_pkey on app.rates (id): unique without tenant_id',
      'app.rates: smarteros_backup may not read it',
    ],
  },
  {
    fault: 'a tenant that may be missing',
    sql: `${notes} alter table app.notes drop constraint notes_pkey; alter table app.notes alter tenant_id drop not null;`,
    named: ['app.notes.tenant_id: isn’t uuid not null', 'app.notes: has no primary key'],
  },
  {
    fault: 'a tenant by default',
    sql: `${notes} alter table app.notes alter tenant_id set default '00000000-0000-7000-8000-000000000000';`,
    named: ['app.notes.tenant_id: has another default than core.tenant_id()'],
  },
  {
    fault: 'a unique index over all tenants',
    sql: `${notes} create unique index notes_code on app.notes (code);`,
    named: ['app.notes_code on app.notes (code): unique without tenant_id'],
  },
  {
    fault: 'an index that doesn’t begin with the tenant',
    sql: `${notes} create index notes_code on app.notes (code, tenant_id);`,
    named: ['app.notes_code on app.notes (code, tenant_id): tenant_id isn’t its first column'],
  },
  {
    fault: 'a foreign key without the tenant',
    sql: `${notes} create unique index notes_id on app.notes (id);
      alter table app.form_messages add constraint messages_note foreign key (id) references app.notes (id);`,
    named: [
      'app.notes_id on app.notes (id): unique without tenant_id',
      'messages_note: app.form_messages (id) → app.notes (id) doesn’t hold tenant_id to tenant_id',
    ],
  },
  {
    fault: 'a view with its owner’s eyes',
    sql: `create view app.everybody as select * from app.contacts; comment on view app.everybody is '.';
      grant select on app.everybody to smarteros_app, smarteros_backup;`,
    named: ['app.everybody: the view isn’t security_invoker'],
  },
  {
    fault: 'a materialised view',
    sql: `create materialized view app.totals as select count(*) from app.contacts; grant select on app.totals to smarteros_app, smarteros_backup;`,
    named: ['app.totals: is a materialised view'],
  },
  {
    fault: 'a foreign table',
    sql: `reset role; create foreign data wrapper elsewhere; create server elsewhere foreign data wrapper elsewhere;
      create foreign table app.far (id int) server elsewhere; alter foreign table app.far owner to smarteros_owner;
      grant select on app.far to smarteros_backup;`,
    named: ['app.far: is a foreign table', 'foreign server elsewhere'],
  },
  {
    fault: 'a function that lends its owner’s rights',
    sql: `create function core.peek() returns bigint language sql security definer as 'select count(*) from app.contacts'; comment on function core.peek() is '.';`,
    named: [
      'core.peek(): security definer, but not on the list',
      'core.peek(): security definer with no search_path',
    ],
  },
  {
    fault: 'a listed function without its search_path',
    sql: 'alter function core.find_key(bytea) reset search_path;',
    named: ['core.find_key(key_hash bytea): security definer with no search_path'],
  },
  {
    fault: 'a search_path that somebody can write to',
    sql: 'alter function core.find_key(bytea) set search_path = public, pg_catalog;',
    named: ['core.find_key(key_hash bytea): security definer with search_path=public, pg_catalog'],
  },
  {
    fault: 'a look-up that everybody may make',
    sql: 'grant execute on function core.find_key(bytea) to public;',
    named: [
      'core.find_key(key_hash bytea): security definer for PUBLIC, smarteros_app instead of smarteros_app',
      'core.find_key(key_hash bytea): PUBLIC may execute it',
    ],
  },
  {
    fault: 'a function open to everybody',
    sql: `alter default privileges grant execute on functions to public; create function app.f() returns int language sql ${owned('')} comment on function app.f() is '.';`,
    named: [
      'default privileges: new functions of smarteros_owner are open to PUBLIC',
      'app.f(): PUBLIC may execute it',
    ],
  },
  {
    fault: 'a function that is asked before the fence',
    sql: `reset role; create function app.f() returns int leakproof language sql ${owned('')} comment on function app.f() is '.';
      alter function app.f() owner to smarteros_owner; revoke execute on function app.f() from public;`,
    named: ['app.f(): leakproof functions run before the fence’s condition'],
  },
  {
    fault: 'a right that ignores the fence',
    sql: 'grant truncate, references, trigger on app.contacts to smarteros_app;',
    named: ['app.contacts: smarteros_app holds DELETE INSERT REFERENCES SELECT TRIGGER TRUNCATE UPDATE'],
  },
  {
    fault: 'an audit that can be rewritten',
    sql: 'grant update, delete on core.audit to smarteros_app;',
    named: ['core.audit: smarteros_app holds DELETE INSERT(action,'],
  },
  {
    fault: 'a key that can be given more scopes',
    sql: 'grant update (scopes) on core.api_keys to smarteros_app;',
    named: ['core.api_keys: smarteros_app holds INSERT SELECT UPDATE(revoked_at,scopes) instead of'],
  },
  {
    fault: 'rights that can be passed on',
    sql: 'grant select on app.contacts to smarteros_app with grant option;',
    named: ['app.contacts: smarteros_app holds DELETE INSERT SELECT WITH GRANT OPTION UPDATE'],
  },
  {
    fault: 'an operator among the features’ tables',
    sql: 'grant usage on schema app to smarteros_operator; grant select on app.contacts to smarteros_operator;',
    named: ['schema app: smarteros_operator holds USAGE', 'app.contacts: smarteros_operator holds SELECT'],
  },
  {
    fault: 'an app that can enter the queue’s schema and write to it',
    sql: 'set role smarteros_relay; grant usage, create on schema graphile_worker to smarteros_app;',
    named: [
      'schema graphile_worker: smarteros_app holds CREATE',
      'schema graphile_worker: smarteros_app holds USAGE',
    ],
  },
  {
    fault: 'a sequence that tells how busy the others are',
    sql: 'grant select on sequence core.events_seq_seq to smarteros_app;',
    named: ['core.events_seq_seq: smarteros_app holds SELECT'],
  },
  {
    fault: 'a table of the queue that backups find empty',
    sql: 'set role smarteros_relay; drop policy backup_read on graphile_worker._private_jobs;',
    named: ['graphile_worker._private_jobs: a backup finds it empty'],
  },
  {
    fault: 'rights on all tables to come',
    sql: 'alter default privileges in schema app grant all on tables to smarteros_operator;',
    named: ['default privileges: smarteros_owner r'],
  },
  {
    fault: 'a schema that nobody planned',
    sql: 'reset role; create schema extra authorization smarteros_owner;',
    named: ['schema extra isn’t planned'],
  },
  {
    fault: 'an app that may make its own schema',
    sql: `reset role; do $$ begin execute format('grant create on database %I to smarteros_app', current_database()); end $$;`,
    named: ['role smarteros_app may create schemas'],
  },
  {
    fault: 'a table that belongs to the program',
    sql: `${notes} reset role; alter table app.notes owner to smarteros_app;`,
    named: ['app.notes: belongs to smarteros_app instead of smarteros_owner'],
  },
  {
    fault: 'a role that bypasses the fence',
    sql: 'reset role; create role smarteros_test_bypass bypassrls;',
    named: ['role smarteros_test_bypass is bypassrls'],
  },
  {
    fault: 'a role that can become the owner',
    sql: 'reset role; create role smarteros_test_heir in role smarteros_owner;',
    named: ['role smarteros_test_heir is a member of smarteros_owner'],
  },
  {
    fault: 'an app with another search_path',
    sql: `reset role; alter role smarteros_app set search_path = public;`,
    named: ['role smarteros_app has search_path=public instead of'],
  },
  {
    fault: 'a publication of everything',
    sql: 'reset role; create publication leak for all tables;',
    named: ['publication leak sends rows past the fence'],
  },
  {
    fault: 'a rule that rewrites',
    sql: `${notes} create rule copies as on insert to app.notes do also insert into app.contact_terms values (new.tenant_id, 'x', new.id);`,
    named: ['app.notes: rule copies rewrites what the fence sees'],
  },
  {
    fault: 'things without words',
    sql: `comment on table app.contacts is null; comment on column app.contacts.name is null; comment on function core.enter(uuid, text, uuid) is null;`,
    named: [
      'app.contacts: has no comment',
      'app.contacts.name: has no comment',
      'core.enter(tenant uuid, kind text, credential uuid): has no comment',
    ],
  },
];
