/**
 * All that the fence allows beyond its general rules, each with its reason. A new table, grant, policy or function
 * that needs a line here is a decision for review; nothing is exempt by accident.
 */
type Reasons = Readonly<Record<string, string>>;

/** Schemas that migrations may fill; the queue's own schema and the migrations' list have no tenants in them. */
export const FENCED_SCHEMAS = ['core', 'app'] as const;
export const ROLES = ['smarteros_app', 'smarteros_operator', 'smarteros_relay', 'smarteros_backup'] as const;

export const WITHOUT_TENANT: Reasons = {
  'core.tenants': 'is the tenant: fenced by its own id',
  'core.workers': 'heartbeats of processes; no tenant has any part in them',
};

export const INDEX_WITHOUT_TENANT: Reasons = {
  'core.api_keys_hash': 'find_key looks a key up before a tenant is known',
  'core.grants_hash': 'find_grant looks a token up before a tenant is known',
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

/** Policies that only some tables have. */
export const POLICIES: Readonly<Record<string, Reasons>> = {
  'core.tenants': {
    'smarteros_app: permissive ALL using true check true': 'its own row, by the next',
    [`smarteros_app: restrictive ALL using ${TENANT_FENCE} check ${TENANT_FENCE}`]:
      'the fence of the tenant itself',
    'smarteros_operator: permissive ALL using (NOT platform) check (NOT platform)':
      'tenants.*, never its own tenant',
    'smarteros_relay: permissive SELECT using true check -': 'fans jobs out per active tenant',
    'smarteros_owner: permissive ALL using true check true': 'core.enter and the look-ups run as owner',
    'smarteros_backup: permissive SELECT using true check -': 'reads all',
  },
  'core.workers': {
    'smarteros_relay: permissive ALL using true check true': 'workers beat and take over',
    'smarteros_backup: permissive SELECT using true check -': 'reads all',
  },
  'core.api_keys': {
    'smarteros_owner: permissive ALL using true check true': 'find_key, touch_keys and core.enter',
  },
  'core.grants': {
    'smarteros_operator: permissive ALL using true check true': 'grants.open',
    'smarteros_owner: permissive SELECT using true check -': 'find_grant and core.enter',
  },
  'core.forms': { 'smarteros_owner: permissive ALL using true check true': 'find_form and core.enter' },
  'core.audit': {
    'smarteros_operator: permissive INSERT using - check true':
      'acts that concern a tenant stand in its audit too',
    [`smarteros_operator: permissive SELECT using ${FENCE} check -`]: 'the platform’s own audit',
  },
  'core.events': {
    'smarteros_operator: permissive INSERT using - check true': 'tenant.created and its like',
    'smarteros_relay: permissive ALL using true check true': 'publishes the events of all tenants',
  },
  'core.idempotency': {
    'smarteros_operator: permissive ALL using true check true': 'its own keys, by the next',
    [`smarteros_operator: restrictive ALL using ${FENCE} check ${FENCE}`]: 'in its own tenant only',
  },
};

/** Exactly what each role may do in core, table by table; `backup` may SELECT everywhere and nothing else. */
export const CORE_GRANTS: Readonly<Record<string, Reasons>> = {
  'core.tenants': {
    smarteros_app: 'SELECT UPDATE(name,updated_at,version)',
    smarteros_operator: 'INSERT SELECT UPDATE(name,status,updated_at,verified,version)',
    smarteros_relay: 'SELECT',
  },
  'core.api_keys': { smarteros_app: 'INSERT SELECT UPDATE(revoked_at)' },
  'core.grants': { smarteros_app: 'SELECT', smarteros_operator: 'INSERT SELECT' },
  'core.forms': { smarteros_app: 'INSERT SELECT' },
  'core.audit': { smarteros_app: 'INSERT SELECT', smarteros_operator: 'INSERT SELECT' },
  'core.events': {
    smarteros_app: 'INSERT SELECT',
    smarteros_operator: 'INSERT',
    smarteros_relay: 'SELECT UPDATE(position)',
  },
  'core.idempotency': {
    smarteros_app: 'DELETE INSERT SELECT UPDATE(answer)',
    smarteros_operator: 'DELETE INSERT SELECT UPDATE(answer)',
  },
  'core.workers': { smarteros_relay: 'DELETE INSERT SELECT UPDATE' },
  'core.event_position': { smarteros_relay: 'USAGE' },
};

/** Who may enter a schema, besides its owner; nobody else may, and nobody may create there. */
export const SCHEMAS: Readonly<
  Record<string, { readonly owner: string; readonly usage: readonly string[] }>
> = {
  core: { owner: 'smarteros_owner', usage: ROLES },
  app: { owner: 'smarteros_owner', usage: ['smarteros_app', 'smarteros_backup'] },
  smarteros_meta: { owner: 'smarteros_owner', usage: [] },
  graphile_worker: { owner: 'smarteros_relay', usage: [] },
  // PostgreSQL's own, empty: only its database's owner may put something there.
  public: { owner: 'pg_database_owner', usage: ['PUBLIC'] },
};

/** SECURITY DEFINER functions: what the rights of the owner are lent for, and to whom. */
export const DEFINERS: Readonly<Record<string, readonly string[]>> = {
  'core.enter(tenant uuid, kind text, credential uuid)': ['smarteros_app', 'smarteros_operator'],
  'core.find_key(key_hash bytea)': ['smarteros_app'],
  'core.find_grant(token_hash bytea)': ['smarteros_app'],
  'core.find_form(form uuid)': ['smarteros_app'],
  'core.touch_keys(keys uuid[], at timestamp with time zone)': ['smarteros_app'],
};

export const PUBLIC_FUNCTIONS: Reasons = {
  'core.tenant_id()': 'reads the caller’s own setting; default of every tenant_id',
};
