/**
 * All that the fence allows beyond its general rules, each with its reason. A new table, grant, policy or function
 * that needs a line here is a decision for review; nothing is exempt by accident.
 */
type Reasons = Readonly<Record<string, string>>;

/** Schemas that migrations may fill; the queue's own schema and the migrations' list have no tenants in them. */
export const FENCED_SCHEMAS = ['core', 'app', 'identity', 'privacy'] as const;
/** People belong to no tenant: role identity alone reads them, and the functions below. */
export const PEOPLE_SCHEMA = 'identity';
export const ROLES = [
  'smarteros_app',
  'smarteros_operator',
  'smarteros_identity',
  'smarteros_relay',
  'smarteros_sealer',
  'smarteros_backup',
] as const;

/** Registers that the operator keeps too, in the platform's tenant. */
export const REGISTERS_SCHEMA = 'privacy';

export const WITHOUT_TENANT: Reasons = {
  'core.closings': 'outlives its companies and says no more of them than that they were here',
  'core.tenants': 'is the tenant: fenced by its own id',
  'core.workers': 'heartbeats of processes; no tenant has any part in them',
  'core.engine_health': 'how the installation’s own engines fare',
  'core.secret_keys': 'which keys the installation’s secrets need; no secret and no key',
  'core.vault_leftovers': 'paths in Vault that a job takes away: must outlive the company whose they were',
};

export const KEY_WITHOUT_TENANT: Reasons = {
  secrets_key: 'which of the installation’s keys wraps a secret: a key in use is never given up',
};

export const INDEX_WITHOUT_TENANT: Reasons = {
  'core.api_keys_hash': 'find_key looks a key up before a tenant is known',
  'core.grants_hash': 'find_grant looks a token up before a tenant is known',
  'core.hooks_hash': 'find_hook looks an address up before a tenant is known',
  'core.hooks_hash_before': 'the same for the token before the last change',
  'core.forms_id': 'find_form looks a form up before a tenant is known',
  'core.invitations_hash': 'whoever accepts is in no tenant yet',
  'core.invitations_recipient': 'how many invitations a number gets from all tenants together',
  'core.memberships_person': 'a login looks for the companies of its person',
  'app.messages_provider': 'find_message looks a webhook’s message up before a tenant is known',
  'app.messages_last_writer': 'last_writer finds whom an incoming message is for',
  'core.audit_unsealed': 'the sealer reads the unsealed rows of all tenants in one order',
  'core.events_unpublished': 'the relay reads the outbox of all tenants in one order',
};

export const FENCE = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;
const TENANT_FENCE = FENCE.replace('tenant_id =', 'id =');

/** Of every tenant table; `<role>: <kind> <command> using … check …`. */
export const TENANT_POLICIES = [
  'smarteros_app: permissive ALL using true check true',
  `smarteros_app: restrictive ALL using ${FENCE} check ${FENCE}`,
  'smarteros_backup: permissive SELECT using true check -',
] as const;

/** Of every table with a tenant_id, people's included. */
export const PURGE_POLICY = `smarteros_owner: permissive ALL using ${FENCE.replace('app.tenant_id', 'app.purge_tenant')} check false`;

/** Of every table of people. */
export const PEOPLE_POLICIES = [
  'smarteros_identity: permissive ALL using true check true',
  'smarteros_owner: permissive SELECT using true check -',
  'smarteros_backup: permissive SELECT using true check -',
] as const;

/** Policies that only some tables have. */
const inOwnTenant = (role: string, why: string): Reasons => ({
  [`${role}: permissive ALL using true check true`]: why,
  [`${role}: restrictive ALL using ${FENCE} check ${FENCE}`]: 'in the platform’s tenant only',
});
const OPERATORS_REGISTER = inOwnTenant('smarteros_operator', 'the operator keeps this register too');
const PERSONS_REGISTER = {
  ...OPERATORS_REGISTER,
  ...inOwnTenant('smarteros_identity', 'people ask and agree about their own login'),
};

export const POLICIES: Readonly<Record<string, Reasons>> = {
  'core.closings': {
    'smarteros_operator: permissive ALL using true check true': 'tenants.closings and the purge',
    'smarteros_identity: permissive ALL using true check true': 'tenants.delete and .restore by an owner',
    'smarteros_owner: permissive ALL using true check true': 'purge_tenant',
    'smarteros_backup: permissive SELECT using true check -': 'reads all',
  },
  'privacy.consents': PERSONS_REGISTER,
  'privacy.withdrawals': PERSONS_REGISTER,
  'privacy.requests': PERSONS_REGISTER,
  'privacy.breaches': OPERATORS_REGISTER,
  'privacy.breach_notices': OPERATORS_REGISTER,
  'privacy.activities': OPERATORS_REGISTER,
  'privacy.policies': OPERATORS_REGISTER,
  'privacy.rules': OPERATORS_REGISTER,
  'privacy.holds': OPERATORS_REGISTER,
  'privacy.disposals': OPERATORS_REGISTER,
  'core.tenants': {
    'smarteros_app: permissive ALL using true check true': 'its own row, by the next',
    [`smarteros_app: restrictive ALL using ${TENANT_FENCE} check ${TENANT_FENCE}`]:
      'the fence of the tenant itself',
    'smarteros_operator: permissive ALL using (NOT platform) check (NOT platform)':
      'tenants.*, never its own tenant',
    'smarteros_identity: permissive ALL using true check (NOT platform)':
      'a login lists the companies of its person, who may make another',
    'smarteros_relay: permissive SELECT using true check -': 'fans jobs out per active tenant',
    'smarteros_owner: permissive ALL using true check true': 'core.enter and the look-ups run as owner',
    'smarteros_backup: permissive SELECT using true check -': 'reads all',
  },
  'core.workers': {
    'smarteros_relay: permissive ALL using true check true': 'workers beat and take over',
    'smarteros_backup: permissive SELECT using true check -': 'reads all',
  },
  'core.engine_health': {
    'smarteros_identity: permissive ALL using true check true':
      'watched by jobs of the platform, read for metrics',
    'smarteros_backup: permissive SELECT using true check -': 'reads all',
  },
  'app.messages': {
    'smarteros_owner: permissive SELECT using true check -': 'find_message and last_writer',
  },
  'core.api_keys': {
    'smarteros_owner: permissive ALL using true check true': 'find_key, touch_keys and core.enter',
    'smarteros_identity: permissive SELECT using true check -': 'two columns of it, for the next',
    'smarteros_identity: permissive UPDATE using true check (revoked_at IS NOT NULL)':
      'a company that changes hands loses its keys; it can do nothing else to them',
  },
  'core.grants': {
    'smarteros_operator: permissive ALL using true check true': 'grants.open',
    'smarteros_owner: permissive SELECT using true check -': 'find_grant and core.enter',
  },
  'core.forms': { 'smarteros_owner: permissive ALL using true check true': 'find_form and core.enter' },
  'core.hooks': { 'smarteros_owner: permissive SELECT using true check -': 'find_hook' },
  'core.contact_lanes': {
    'smarteros_relay: permissive ALL using true check true':
      'finds the engines of all tenants whose contacts wait; sees none of them',
  },
  'core.audit': {
    'smarteros_operator: permissive INSERT using - check true':
      'acts that concern a tenant stand in its audit too',
    [`smarteros_operator: permissive SELECT using ${FENCE} check -`]: 'the platform’s own audit',
    'smarteros_identity: permissive INSERT using - check true':
      'logins stand in the audit of all companies of the person',
    [`smarteros_identity: permissive SELECT using ${FENCE} check -`]: 'the platform’s own audit',
    'smarteros_sealer: permissive SELECT using true check -': 'chains the rows of all tenants',
    'smarteros_sealer: permissive UPDATE using (number IS NULL) check ((number IS NOT NULL) AND (number > 0) AND (hash IS NOT NULL) AND (octet_length(hash) = 32))':
      'each row once, and only its seal',
    'smarteros_relay: permissive SELECT using (number IS NULL) check -': 'metrics: two columns of what waits',
  },
  'core.audit_heads': {
    ...inOwnTenant('smarteros_operator', 'audit.verify of the platform’s own'),
    'smarteros_sealer: permissive ALL using true check true': 'where each chain goes on',
  },
  'core.secret_keys': {
    'smarteros_app: permissive ALL using true check true': 'each process checks its keys when it starts',
    'smarteros_operator: permissive ALL using true check true': 'rotation',
    'smarteros_backup: permissive SELECT using true check -': 'reads all',
  },
  'core.secrets': {
    ...inOwnTenant('smarteros_operator', 'credentials of shared instances'),
    'smarteros_relay: permissive SELECT using true check -':
      'rotation and moves find whose secrets wait; sees no ciphertext',
    'smarteros_owner: permissive SELECT using true check -': 'engine_link',
  },
  'core.vault_leftovers': {
    'smarteros_relay: permissive ALL using true check true': 'takes them out of Vault, for all companies',
    'smarteros_owner: permissive ALL using true check true': 'secret_left_vault',
    'smarteros_backup: permissive SELECT using true check -': 'reads all',
  },
  'core.engine_instances': {
    ...inOwnTenant('smarteros_operator', 'shared instances'),
    'smarteros_owner: permissive SELECT using true check -': 'engine_link and shared_instances',
  },
  'core.mcp_servers': inOwnTenant('smarteros_operator', 'servers that the registry lists'),
  'core.engine_people': { 'smarteros_owner: permissive SELECT using true check -': 'tenant_members' },
  'core.tenant_engines': {
    'smarteros_relay: permissive ALL using true check true':
      'the reconciler finds what is due; sees neither state nor secrets',
    'smarteros_operator: permissive SELECT using true check -': 'who has what in shared instances',
    'smarteros_owner: permissive ALL using true check true': 'engine_link; engines follow people',
  },
  'core.audit_checkpoints': inOwnTenant('smarteros_operator', 'audit.checkpoint of the platform’s own'),
  'core.events': {
    'smarteros_operator: permissive INSERT using - check true': 'tenant.created and its like',
    'smarteros_identity: permissive INSERT using - check true': 'the same by a person, and their own events',
    [`smarteros_identity: permissive SELECT using ${FENCE} check -`]: 'jobs about people read their event',
    'smarteros_relay: permissive ALL using true check true': 'publishes the events of all tenants',
  },
  'core.webhook_cursors': {
    'smarteros_relay: permissive ALL using true check true':
      'finds the endpoints of all tenants that wait for something; sees no address',
  },
  'core.webhook_heads': {
    'smarteros_relay: permissive ALL using true check true': 'notes the newest event of each tenant',
  },
  'core.idempotency': {
    'smarteros_operator: permissive ALL using true check true': 'its own keys, by the next',
    [`smarteros_operator: restrictive ALL using ${FENCE} check ${FENCE}`]: 'in its own tenant only',
    'smarteros_identity: permissive ALL using true check true': 'the same for people',
    [`smarteros_identity: restrictive ALL using ${FENCE} check ${FENCE}`]: 'in its own tenant only',
  },
  'core.memberships': {
    'smarteros_identity: permissive ALL using true check true':
      'a login lists them; who makes a company owns it',
    'smarteros_owner: permissive SELECT using true check -': 'core.enter and tenant_people',
  },
  'core.notification_choices': {
    'smarteros_identity: permissive ALL using true check false':
      'whoever sends notices looks the choices up; an erased login takes its own along',
  },
  'core.invitations': {
    'smarteros_identity: permissive ALL using true check true': 'invitations.accept and the sending of them',
  },
  'core.roles': { 'smarteros_identity: permissive SELECT using true check -': 'scopes of a login' },
  'core.service_accounts': {
    'smarteros_owner: permissive SELECT using true check -': 'find_key and core.enter',
  },
};

/** Everything but the seal. */
const AUDIT_WRITER =
  'INSERT(action,actor_id,actor_kind,actor_name,at,id,operation,request_id,target,tenant_id) SELECT';

/** Exactly what each role may do in core, table by table; `backup` may SELECT everywhere and nothing else. */
export const CORE_GRANTS: Readonly<Record<string, Reasons>> = {
  'core.tenants': {
    smarteros_app: 'SELECT UPDATE(hue,language,logo,name,updated_at,version)',
    smarteros_operator:
      'INSERT SELECT UPDATE(hue,language,name,purge_after,status,updated_at,verified,version)',
    smarteros_identity: 'INSERT SELECT UPDATE(purge_after,status,updated_at,verified,version)',
    smarteros_relay: 'SELECT',
  },
  'core.closings': {
    smarteros_operator: 'SELECT UPDATE(blocked_by,engines_left_at)',
    smarteros_identity: 'DELETE INSERT SELECT',
  },
  'core.invitations': {
    smarteros_app: 'INSERT SELECT UPDATE(revoked_at)',
    smarteros_identity: 'DELETE SELECT UPDATE(accepted_at,accepted_by,revoked_at,sent_at)',
  },
  'core.roles': { smarteros_app: 'DELETE INSERT SELECT UPDATE', smarteros_identity: 'SELECT' },
  'core.memberships': {
    smarteros_app: 'DELETE INSERT SELECT UPDATE',
    smarteros_identity: 'DELETE INSERT SELECT UPDATE(disabled_at,role,role_id,updated_at,version)',
  },
  'core.notification_choices': {
    smarteros_app: 'INSERT SELECT UPDATE',
    smarteros_identity: 'DELETE SELECT',
  },
  'core.service_accounts': { smarteros_app: 'INSERT SELECT UPDATE' },
  'core.counters': { smarteros_app: 'DELETE INSERT SELECT UPDATE' },
  'core.api_keys': {
    smarteros_app: 'INSERT SELECT UPDATE(revoked_at)',
    smarteros_identity: 'SELECT(revoked_at,tenant_id) UPDATE(revoked_at)',
  },
  'core.grants': { smarteros_app: 'SELECT UPDATE(revoked_at)', smarteros_operator: 'INSERT SELECT' },
  'core.forms': { smarteros_app: 'INSERT SELECT' },
  'core.audit': {
    smarteros_app: AUDIT_WRITER,
    smarteros_operator: AUDIT_WRITER,
    smarteros_identity: AUDIT_WRITER,
    smarteros_sealer: 'SELECT UPDATE(hash,number)',
    smarteros_relay: 'SELECT(at,number)',
  },
  'core.audit_heads': {
    smarteros_app: 'SELECT',
    smarteros_operator: 'SELECT',
    smarteros_sealer: 'INSERT SELECT UPDATE(hash,number)',
  },
  'core.audit_checkpoints': { smarteros_app: 'INSERT SELECT', smarteros_operator: 'INSERT SELECT' },
  'core.events': {
    smarteros_app: 'INSERT SELECT',
    smarteros_operator: 'INSERT',
    smarteros_identity: 'INSERT SELECT',
    smarteros_relay: 'SELECT UPDATE(position)',
  },
  'core.idempotency': {
    smarteros_app: 'DELETE INSERT SELECT UPDATE(answer,outcome_unknown)',
    smarteros_operator: 'DELETE INSERT SELECT UPDATE(answer)',
    smarteros_identity: 'DELETE INSERT SELECT UPDATE(answer)',
  },
  'core.engine_health': { smarteros_identity: 'INSERT SELECT UPDATE' },
  'core.secret_keys': { smarteros_app: 'INSERT SELECT', smarteros_operator: 'DELETE INSERT SELECT' },
  'core.secrets': {
    smarteros_app: 'DELETE INSERT SELECT UPDATE',
    smarteros_operator: 'DELETE INSERT SELECT UPDATE',
    smarteros_relay: 'SELECT(key_id,path,tenant_id)',
  },
  'core.vault_leftovers': { smarteros_relay: 'DELETE INSERT SELECT' },
  'core.engine_instances': {
    smarteros_app: 'DELETE INSERT SELECT UPDATE',
    smarteros_operator: 'DELETE INSERT SELECT UPDATE',
  },
  'core.tenant_engines': {
    smarteros_app: 'DELETE INSERT SELECT UPDATE',
    smarteros_operator: 'SELECT',
    smarteros_relay:
      'SELECT(attempts,due_at,engine,instance_id,leased_by,leased_until,reached,shared,status,tenant_id,usable,wanted) UPDATE(leased_by,leased_until)',
  },
  'core.engine_people': { smarteros_app: 'DELETE INSERT SELECT UPDATE' },
  'core.engine_tickets': { smarteros_app: 'DELETE INSERT SELECT UPDATE' },
  'core.engine_calls': { smarteros_app: 'DELETE INSERT SELECT' },
  'core.mcp_servers': { smarteros_app: 'SELECT', smarteros_operator: 'INSERT SELECT UPDATE' },
  'core.hooks': { smarteros_app: 'DELETE INSERT SELECT UPDATE' },
  'core.contact_lanes': {
    smarteros_app: 'DELETE INSERT SELECT UPDATE',
    smarteros_relay:
      'INSERT(due_at,engine,instance_id,position,tenant_id) SELECT UPDATE(attempts,cursor,due_at,error_code,filled_at,filled_to,instance_id,leased_by,leased_until,polled_at,position,served_at)',
  },
  'core.webhook_cursors': {
    smarteros_app: 'INSERT SELECT UPDATE',
    smarteros_relay: 'SELECT UPDATE(leased_by,leased_until,served_at)',
  },
  'core.webhook_heads': { smarteros_app: 'INSERT SELECT', smarteros_relay: 'SELECT UPDATE(position)' },
  'core.workers': { smarteros_relay: 'DELETE INSERT SELECT UPDATE' },
  // For find_jobs and its like; the owner can't log in.
  'graphile_worker._private_jobs': {
    smarteros_owner: 'DELETE SELECT UPDATE(attempts,flags,max_attempts,run_at,updated_at)',
  },
  'graphile_worker._private_tasks': { smarteros_owner: 'SELECT' },
  'graphile_worker._private_known_crontabs': { smarteros_owner: 'SELECT' },
  'core.event_position': { smarteros_relay: 'USAGE' },
};

/** Who may enter a schema, besides its owner; nobody else may, and nobody may create there. */
export const SCHEMAS: Readonly<
  Record<string, { readonly owner: string; readonly usage: readonly string[] }>
> = {
  core: { owner: 'smarteros_owner', usage: ROLES },
  app: { owner: 'smarteros_owner', usage: ['smarteros_app', 'smarteros_backup'] },
  identity: { owner: 'smarteros_owner', usage: ['smarteros_identity', 'smarteros_backup'] },
  privacy: {
    owner: 'smarteros_owner',
    usage: ['smarteros_app', 'smarteros_operator', 'smarteros_identity', 'smarteros_backup'],
  },
  smarteros_meta: { owner: 'smarteros_owner', usage: [] },
  // The owner can't log in: only the functions on jobs below use it.
  graphile_worker: { owner: 'smarteros_relay', usage: ['smarteros_owner'] },
  // PostgreSQL's own, empty: only its database's owner may put something there.
  public: { owner: 'pg_database_owner', usage: ['PUBLIC'] },
};

/** SECURITY DEFINER functions: what the rights of the owner are lent for, and to whom. */
export const DEFINERS: Readonly<Record<string, readonly string[]>> = {
  'core.enter(tenant uuid, kind text, credential uuid)': [
    'smarteros_app',
    'smarteros_identity',
    'smarteros_operator',
  ],
  'core.tenant_people()': ['smarteros_app'],
  // Of shared instances too, whose rows no company sees: sealed, so of no use without the key.
  'core.engine_link(wanted_engine text)': ['smarteros_app'],
  // Ids of what the operator opened to companies.
  'core.shared_instances(wanted_engine text, wanted_id uuid)': ['smarteros_app'],
  'core.tenant_members()': ['smarteros_app'],
  // Triggers: whoever changes people has no right on engines.
  'core.engines_follow_membership()': [],
  'core.engines_follow_person()': [],
  'core.engines_follow_tenant()': [],
  // A trigger: whoever deletes a secret has no right on what Vault is asked to forget.
  'core.secret_left_vault()': [],
  'core.find_key(key_hash bytea)': ['smarteros_app'],
  'core.find_grant(token_hash bytea)': ['smarteros_app'],
  'core.find_form(form uuid)': ['smarteros_app'],
  // The token in the address is all that a sender shows.
  'core.find_hook(token_hash bytea)': ['smarteros_app'],
  'core.find_tenant(reference text)': ['smarteros_app'],
  'core.purge_tenant(tenant uuid, most integer, finish boolean)': ['smarteros_operator'],
  'core.find_message(wamid text)': ['smarteros_app'],
  'core.last_writer(phone text)': ['smarteros_app'],
  // The queue has no tenant_id and belongs to the relay: these show each company its own jobs, and nothing of them but ids.
  'core.find_jobs(job bigint, named text, wanted text, before bigint, most integer)': [
    'smarteros_app',
    'smarteros_operator',
  ],
  'core.retry_jobs(job bigint, named text, at timestamp with time zone, most integer)': [
    'smarteros_app',
    'smarteros_operator',
  ],
  'core.cancel_job(job bigint, at timestamp with time zone)': ['smarteros_app', 'smarteros_operator'],
  'core.drop_jobs(before timestamp with time zone, most integer)': ['smarteros_operator'],
  'core.last_turns()': ['smarteros_app', 'smarteros_operator'],
  'core.touch_keys(keys uuid[], at timestamp with time zone)': ['smarteros_app'],
};

export const PUBLIC_FUNCTIONS: Reasons = {
  'core.tenant_id()': 'reads the caller’s own setting; default of every tenant_id',
};
