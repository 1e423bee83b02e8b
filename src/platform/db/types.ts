// Made by test/db/generate.ts from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Bearer keys of a tenant. The key itself is shown once and never stored. */
interface CoreApiKeys {
  /** Owner. */
  tenant_id: string;
  /** UUID version 7. */
  id: string;
  /** What the key is for, in the owner's words. */
  name: string;
  /** First characters of the key, to recognise it by. */
  prefix: string;
  /** SHA-256 of the key, which holds 256 random bits (so no slow hash is needed). */
  hash: Buffer;
  /** Granted scopes; * is all scopes of the tenant, never the operator's. */
  scopes: ColumnType<string[], readonly string[], readonly string[]>;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it stops working by itself; null: never. */
  expires_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was revoked. */
  revoked_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Last use, to within a minute. */
  last_used_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** The service account that it belongs to; null: the key stands for itself. */
  account_id: string | null;
}

/** Who did what in a tenant. Written in the transaction of the act, sealed once after it, never changed. */
interface CoreAudit {
  /** Where it happened. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** When. */
  at: ColumnType<string, Date | string, Date | string>;
  /** key, grant (the operator inside a tenant), operator, job or anonymous. */
  actor_kind: string;
  /** Id of that key or grant. */
  actor_id: string | null;
  /** Its name at that time. */
  actor_name: string;
  /** e.g. contact.created. */
  action: string;
  /** e.g. contacts.create. */
  operation: string;
  /** Id of what was acted on. */
  target: string | null;
  /** Joins log, trace and answer. */
  request_id: string;
  /** Its place in the tenant's chain, from 1; null until the sealer, a moment after commit, gives it. */
  number: number | null;
  /** SHA-256 of the hash before and of every column (src/core/audit-chain.ts); null until sealed. */
  hash: Buffer | null;
}

/** Signed statements of how far a tenant's audit chain had come, for whoever keeps them elsewhere. */
interface CoreAuditCheckpoints {
  /** Whose chain. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Number of the last row. */
  number: number;
  /** Its hash. */
  hash: Buffer;
  /** When it was signed. */
  at: ColumnType<string, Date | string, Date | string>;
  /** The statement as a JWS (ES256) under the installation's audit key. */
  token: string;
}

/** The last link of each tenant's audit chain: rows that vanish at its end leave it behind. */
interface CoreAuditHeads {
  /** Whose chain. */
  tenant_id: string;
  /** Number of the last row that was sealed. */
  number: number;
  /** Its hash, which the next row's builds on. */
  hash: Buffer;
}

/** Companies about to be deleted, and what is left of those that were: no name, no number. */
interface CoreClosings {
  /** Id of the company. */
  id: string;
  /** HMAC-SHA256 of its slug under a key of the installation: tells whether a given company was here. */
  slug_hash: Buffer;
  /** The same of country and tax id. */
  tax_id_hash: Buffer;
  /** What an undone deletion goes back to. */
  status_before: string;
  /** When the deletion was asked for. */
  asked_at: ColumnType<string, Date | string, Date | string>;
  /** person (an owner) or operator. */
  asked_by_kind: string;
  /** UGID of the owner; null for the operator. */
  asked_by: string | null;
  /** As they gave it. */
  reason: string | null;
  /** Until when it could be undone. */
  purge_after: ColumnType<string, Date | string, Date | string>;
  /** What kept the purge from happening at its last try: hold, export or engines. */
  blocked_by: string | null;
  /** When its last row went; null until then. */
  purged_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** How many rows went. */
  purged_rows: Generated<number>;
  /** When the operator said that the purge needn't wait for engines for longer than a week. */
  engines_left_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** How far the contacts of a company were made the same in an engine. Changes wait in core.events. */
interface CoreContactLanes {
  /** Whose. */
  tenant_id: Generated<string>;
  /** e.g. odoo. */
  engine: string;
  /** Where; another instance begins anew. */
  instance_id: string;
  /** All events up to here have gone there. */
  position: number;
  /** The last of the contacts from before that has gone there, in the order of ids. */
  filled_to: string | null;
  /** When all of those had. */
  filled_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** How far changes in the engine were read, in its words. */
  cursor: string | null;
  /** When they were last read to the end. */
  polled_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** The engine told something by itself, or a contact waits for another try. */
  asked: Generated<boolean>;
  /** When it is looked at again at the latest; after a failure: not before. */
  due_at: ColumnType<string, Date | string, Date | string>;
  /** Failed tries since the last success. */
  attempts: Generated<number>;
  /** Why the last try failed. */
  error_code: string | null;
  /** When it was last taken up, by the database's clock; who waited longest comes first. */
  served_at: ColumnType<string, Date | string | undefined, Date | string>;
  /** Which process works on it. */
  leased_by: string | null;
  /** Until when nobody else does, by the database's clock. */
  leased_until: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** What a company may do only so often, such as sending invitations; per hour. */
interface CoreCounters {
  /** Owner. */
  tenant_id: Generated<string>;
  /** What is counted. */
  name: string;
  /** Start of the hour. */
  slot: ColumnType<string, Date | string, Date | string>;
  /** How often. */
  n: number;
}

/** What acts in engines cost. Kept for a year. */
interface CoreEngineCalls {
  /** Whose. */
  tenant_id: Generated<string>;
  /** Id of the audit row of the act. */
  id: string;
  /** e.g. odoo. */
  engine: string;
  /** Where. */
  instance_id: string;
  /** e.g. odoo.write. */
  operation: string;
  /** ok, or the error's code. */
  outcome: string;
  /** Requests that it took. */
  requests: number;
  /** Milliseconds that we waited for the engine. */
  engine_ms: number;
  /** Bytes of the bodies that were sent. */
  bytes_out: number;
  /** Bytes of the bodies that came. */
  bytes_in: number;
  /** When. */
  at: ColumnType<string, Date | string, Date | string>;
}

/** How the credentials of engines fare, for metrics and alerts. */
interface CoreEngineHealth {
  /** e.g. whatsapp. */
  engine: string;
  /** When it was last asked. */
  checked_at: ColumnType<string, Date | string, Date | string>;
  /** fine, expiring (ten days or less), lacking (a right), dead. */
  state: 'fine' | 'expiring' | 'lacking' | 'dead';
  /** When the credential ends; null: never, or unknown. */
  expires_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When the operator was last told; null while all is fine. */
  alerted_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Running engines: those of the platform's own tenant are shared, the others their company's. */
interface CoreEngineInstances {
  /** Whose. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** e.g. odoo. */
  engine: string;
  /** Tells several of one engine apart. */
  name: string;
  /** connected by address and credentials, native (a process that we supervise) or container. */
  kind: 'connected' | 'native' | 'container';
  /** Base address, without a slash at its end. */
  url: string;
  /** The operator vouches for the address; any other must lead to the public internet. */
  trusted: boolean;
  /** What is to know of it and is no secret, as its engine's definition says. */
  settings: ColumnType<unknown, string, string>;
  /** Where its credentials stand in core.secrets. */
  secret_path: string;
  /** Each new company gets its part of it by itself, and the others may take theirs; shared ones only. */
  for_all: Generated<boolean>;
  /** As it says itself. */
  engine_version: string | null;
  /** What was found that it can do. */
  capabilities: ColumnType<string[], readonly string[], readonly string[]>;
  /** The last look. */
  checked_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** What was wrong at the last look; null: nothing. */
  error_code: string | null;
  /** The first look of which that is true. */
  failing_since: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was connected. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it was last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** Who has been brought to an engine, and who was shut out of it. Stays after they left: receipts are made of it. */
interface CoreEnginePeople {
  /** The company. */
  tenant_id: Generated<string>;
  /** e.g. odoo. */
  engine: string;
  /** UGID. */
  person_id: string;
  /** Their id there; null: none, their role gets no user, or not yet. */
  engine_id: string | null;
  /** SHA-256, in hexadecimal, of what they were brought to last; null: nothing yet. */
  applied: string | null;
  /** present while they belong to the company, else disabled. */
  wanted: 'present' | 'disabled';
  /** waiting, done, or failed (and tried again with the engine). */
  status: 'waiting' | 'done' | 'failed';
  /** Failed tries since the last success. */
  attempts: Generated<number>;
  /** Why the last try failed. */
  error_code: string | null;
  /** The same in words: {en, es}. */
  error_words: ColumnType<unknown | null, string | null, string | null>;
  /** Since when that is wanted. */
  wanted_at: ColumnType<string, Date | string, Date | string>;
  /** When that was last brought about. */
  reached_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Tickets that let a person in to an engine once, within a minute. The next ticket of the company removes those whose time is over. */
interface CoreEngineTickets {
  /** In whose part of the engine it counts. */
  tenant_id: Generated<string>;
  /** SHA-256 of the ticket. */
  hash: Buffer;
  /** e.g. odoo. */
  engine: string;
  /** Which one; it counts for no other. */
  instance_id: string;
  /** UGID of who asked for it, and gets in. */
  person_id: string;
  /** By which session they asked; it ends with that. */
  session_id: string;
  /** From then on it opens nothing. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** When the engine asked whose it is; it does so once. */
  used_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** The outbox and log of facts. Rows are written by acts; the relay gives each its position. */
interface CoreEvents {
  /** Where it happened. */
  tenant_id: Generated<string>;
  /** UUID version 7; the same on every repeat of a delivery. */
  id: string;
  /** Order of writing; breaks ties among rows that the relay meets together. */
  seq: GeneratedAlways<number>;
  /** Order of publishing, given by the relay after commit; null until then. */
  position: number | null;
  /** e.g. contact.created. */
  name: string;
  /** Version of the data's shape. */
  version: number;
  /** As the event's definition says. */
  data: ColumnType<unknown, string, string>;
  /** When. */
  occurred_at: ColumnType<string, Date | string, Date | string>;
  /** W3C traceparent of the act, so that the jobs that react to it belong to its trace; null without tracing. */
  trace: string | null;
}

/** Public contact forms. A form's id is no secret: it only says whose contact book a message goes to. */
interface CoreForms {
  /** Owner. */
  tenant_id: string;
  /** What the web page sends. */
  id: string;
  /** Where the form stands, e.g. the page's title. */
  name: string;
  /** The words that the sender agrees to; copied into each message. */
  consent_text: string;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
}

/** The operator's time-limited entries into a tenant; each opening stands in the tenant's audit. */
interface CoreGrants {
  /** The tenant entered. */
  tenant_id: string;
  /** UUID version 7. */
  id: string;
  /** SHA-256 of the grant's token. */
  hash: Buffer;
  /** Why, as the tenant's owner reads it. */
  reason: string;
  /** When it was opened. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it ends; an hour at the most. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** Name of the operator who opened it, as the tenant's owner reads it. */
  opened_by: Generated<string>;
  /** When the tenant ended it before its time. */
  revoked_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Addresses of incoming webhooks, one per company and sender. The token itself is kept in core.secrets under <engine>/hook. */
interface CoreHooks {
  /** Whose. */
  tenant_id: Generated<string>;
  /** Who sends: an engine or a mere sender, e.g. chatwoot or shopify. */
  engine: string;
  /** SHA-256 of the token in the address. */
  hash: Buffer;
  /** The same of the token before the last change. */
  hash_before: Buffer | null;
  /** Until when that one is taken too. */
  before_until: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the token was last changed. */
  rotated_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Answers of writes that came with an Idempotency-Key, kept for 24 hours. Only successes are stored. */
interface CoreIdempotency {
  /** Where. */
  tenant_id: Generated<string>;
  /** Kind and id of the caller: two callers may use the same key. */
  actor: string;
  /** The caller's key. */
  key: string;
  /** e.g. contacts.create. */
  operation: string;
  /** SHA-256 of operation and input; another one under the same key is refused. */
  request: Buffer;
  /** The answer as JSON, secret fields as null; null inside the act's own transaction, and while an engine is being asked. */
  answer: string | null;
  /** When. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** The engine may have done it: a repeat is refused instead of done again. */
  outcome_unknown: Generated<boolean>;
}

/** People asked to join a company. The link works once, and for whom it was sent to only. */
interface CoreInvitations {
  /** The company. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** E.164 number or lower-case mail address; whoever accepts has proved that it is theirs. */
  recipient: string;
  /** As what: a role that every company has, or custom. */
  role: string;
  /** The company's own role, when custom. No foreign key: a role can go while its invitations are kept. */
  role_id: string | null;
  /** SHA-256 of the link's token, which is an HMAC of 256 bits over the id. */
  hash: Buffer;
  /** Of the message. */
  language: string;
  /** UGID of the person who invited; null when a program did. */
  invited_by: string | null;
  /** Their name then. */
  inviter: string;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the link stops working by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** When the message was handed to a sender. */
  sent_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When they joined. */
  accepted_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** UGID of who joined. */
  accepted_by: string | null;
  /** When it was taken back or replaced by another. */
  revoked_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** MCP servers of others that the operator lists, in the platform's own tenant; public. */
interface CoreMcpServers {
  /** Always the platform's own. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Reverse DNS and a name, e.g. com.example/weather. */
  name: string;
  /** As the server's own description says. */
  server_version: string;
  /** Its description (server.json). */
  server: ColumnType<unknown, string, string>;
  /** active, deprecated, or deleted: kept so that copies of the list hear of it. */
  status: 'active' | 'deprecated' | 'deleted';
  /** When that was last changed. */
  status_changed_at: ColumnType<string, Date | string, Date | string>;
  /** When it was first listed. */
  published_at: ColumnType<string, Date | string, Date | string>;
  /** When anything of it was last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
}

/** Who belongs to a company, and as what. */
interface CoreMemberships {
  /** The company. */
  tenant_id: Generated<string>;
  /** UGID. No foreign key: people live behind another fence, and are never deleted while they belong somewhere. */
  person_id: string;
  /** A role that every company has, or custom. */
  role: 'owner' | 'admin' | 'member' | 'accountant' | 'guest' | 'service' | 'custom';
  /** The company's own role, when custom. */
  role_id: string | null;
  /** Since when the person is shut out of this company. */
  disabled_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Since when they belong. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the row last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** What people chose about notifications; whoever chose nothing gets them all. Goes with the membership. */
interface CoreNotificationChoices {
  /** The company. */
  tenant_id: Generated<string>;
  /** UGID. */
  person_id: string;
  /** Of what they are told (src/features/notifications/kinds.ts), e.g. engine.failed. */
  kind: string;
  /** By which way first; best: as the kind has it; off: not at all. */
  channel: 'best' | 'mail' | 'whatsapp' | 'off';
  /** When they chose. */
  updated_at: ColumnType<string, Date | string, Date | string>;
}

/** A company's own roles, beside those that every company has (src/core/roles.ts). */
interface CoreRoles {
  /** Owner. */
  tenant_id: string;
  /** UUID version 7. */
  id: string;
  /** As the company calls it. */
  name: string;
  /** What who has it may do. */
  scopes: ColumnType<string[], readonly string[], readonly string[]>;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the row last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** The wrapping keys that sealed secrets need: a process without one of them finds out when it starts. No key stands here. */
interface CoreSecretKeys {
  /** First 16 hexadecimal digits of the SHA-256 of the key. */
  id: string;
  /** A known text sealed under the key. */
  proof: Buffer;
  /** When it was first used here. */
  created_at: ColumnType<string, Date | string | undefined, Date | string>;
}

/** Credentials of engines, as one JSON object of texts each. A row without ciphertext says that Vault keeps it. */
interface CoreSecrets {
  /** Whose; the platform's own for shared instances. */
  tenant_id: Generated<string>;
  /** e.g. odoo; in Vault it is smarteros/<slug>/<path>. */
  path: string;
  /** Which key wraps the data key; null: Vault keeps the secret. */
  key_id: string | null;
  /** The data key, wrapped (AES-256-GCM). */
  wrapped: Buffer | null;
  /** The values under the data key (AES-256-GCM, bound to company and path). */
  sealed: Buffer | null;
  /** Counts the changes; in Vault the version of the secret. */
  revision: number;
  /** When it last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
}

/** Programs that act in a company as themselves, whoever set them up. Their keys end with them. */
interface CoreServiceAccounts {
  /** Owner. */
  tenant_id: string;
  /** UUID version 7. */
  id: string;
  /** As it stands in the audit. */
  name: string;
  /** The most that a key of it can hold. */
  scopes: ColumnType<string[], readonly string[], readonly string[]>;
  /** Since when all of its keys are refused. */
  disabled_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the row last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** What a company is to have in an engine, and what it has: the reconciler makes the one the other. */
interface CoreTenantEngines {
  /** Whose. */
  tenant_id: Generated<string>;
  /** e.g. odoo. */
  engine: string;
  /** The instance is the platform's; else the company's own. */
  shared: boolean;
  /** Where. */
  instance_id: string;
  /** present, suspended (nobody gets in, nothing is lost) or absent. */
  wanted: 'present' | 'suspended' | 'absent';
  /** Counts the changes of what is wanted, people that come, change and leave included. */
  generation: Generated<number>;
  /** The last generation that was reached. */
  converged: Generated<number>;
  /** What it was brought to last; null: nothing yet. */
  reached: 'present' | 'suspended' | 'absent' | null;
  /** True once all is there, until it is suspended or removed: operations of the engine are let through. */
  usable: Generated<boolean>;
  /** waiting, working, done, or failed (and tried again, from due_at on). */
  status: 'waiting' | 'working' | 'done' | 'failed';
  /** The step that is under way, or failed. */
  step: string | null;
  /** What was found or made there: ids and names, nothing secret. */
  state: ColumnType<unknown, string, string>;
  /** Failed tries since the last success. */
  attempts: Generated<number>;
  /** Why the last try failed. */
  error_code: string | null;
  /** The same in words: {en, es}. */
  error_words: ColumnType<unknown | null, string | null, string | null>;
  /** When the reconciler looks again; null: when somebody asks for it. */
  due_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When all was last seen as it is to be. */
  observed_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When something was last found changed from outside. */
  drifted_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Which process works on it. */
  leased_by: string | null;
  /** Until when nobody else does, by the database's clock. */
  leased_until: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was first wanted. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the row last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
}

/** A client company, known by country and tax id. */
interface CoreTenants {
  /** UUID version 7. */
  id: string;
  /** ISO 3166-1 alpha-2; decides the rule of the tax id and the defaults of the company. */
  country: 'CL' | 'AR' | 'PE';
  /** Canonical, e.g. 12345678-5. */
  tax_id: string;
  /** Lower-case compact tax id, e.g. 123456785; other countries than Chile with prefix, e.g. ar-20123456786. */
  slug: string;
  /** The company's name as people write it. */
  name: string;
  /** suspended: every credential and form is refused, jobs wait; the operator still gets in. closing: the same, but its owner may read. */
  status: Generated<'active' | 'suspended' | 'closing'>;
  /** True once the tax certificate or the operator vouched for the claim. */
  verified: Generated<boolean>;
  /** True for the operator's own hidden tenant only. */
  platform: Generated<boolean>;
  /** When it was signed up. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the row last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
  /** While closing: until when the deletion can be undone. */
  purge_after: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Its colour, as an angle of OKLCH; null: made from its slug. */
  hue: number | null;
  /** In which it writes to people who never chose one: invitations. */
  language: Generated<'es' | 'en'>;
  /** Which logo it has: the beginning of its hash, so that all who show it know when there is another. Null: none. */
  logo: string | null;
}

/** What Vault keeps and may be nobody's: secrets whose row is gone, and those that are being written. No secret stands here. */
interface CoreVaultLeftovers {
  /** Of the company, which may be gone. */
  slug: string;
  /** As in core.secrets; in Vault it is smarteros/<slug>/<path>. */
  path: string;
  /** Since when. */
  noted_at: ColumnType<string, Date | string | undefined, Date | string>;
}

/** How far the events of a company were sent to an endpoint. Events wait in core.events; a row in app.webhook_deliveries comes with the first attempt. */
interface CoreWebhookCursors {
  /** Whose. */
  tenant_id: Generated<string>;
  /** Which endpoint. */
  endpoint_id: string;
  /** False while the endpoint is disabled. */
  enabled: boolean;
  /** All events up to here were tried at least once, or weren't wanted. */
  position: number;
  /** Somebody asked for deliveries: a test, or a repeat. */
  asked: Generated<boolean>;
  /** When the first failed delivery is due again. */
  retry_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** The receiver asked to be left alone until then. */
  paused_until: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** The first failure since the last success. */
  failing_since: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was last taken up, by the database's clock; who waited longest comes first. */
  served_at: ColumnType<string, Date | string, Date | string>;
  /** Which process sends to it now. */
  leased_by: string | null;
  /** Until when nobody else does, by the database's clock. */
  leased_until: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** The newest event of each company that has, or had, webhooks: says who has something to send. */
interface CoreWebhookHeads {
  /** Whose. */
  tenant_id: Generated<string>;
  /** The newest position; written by the relay in the statement that gives it. */
  position: number;
}

/** Living workers. One that stays silent has its jobs taken over by the others. */
interface CoreWorkers {
  /** Made by the worker at its start. */
  id: string;
  /** Its last heartbeat. */
  seen_at: ColumnType<string, Date | string, Date | string>;
}

/** Notices to the owners of a company that is about to be deleted. */
interface AppClosingNotices {
  /** The company. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  notice_id: string;
  /** Which deletion. */
  purge_after: ColumnType<string, Date | string, Date | string>;
  /** asked, week or day: how long before the end. */
  stage: string;
  /** When its owners were told. */
  sent_at: ColumnType<string, Date | string, Date | string>;
}

/** Which contact is which record in an engine. Outlives the contact until it is gone there too, so there is no reference to it. */
interface AppContactLinks {
  /** Whose. */
  tenant_id: Generated<string>;
  /** e.g. odoo. */
  engine: string;
  /** Ours. */
  contact_id: string;
  /** Theirs; null: not there (yet). */
  engine_id: string | null;
  /** linked, left (somebody removed it there), duplicate (another contact stands there for the same person), refused (the engine can't take it), failed (tried again), going (to be removed there). */
  status: 'linked' | 'left' | 'duplicate' | 'refused' | 'failed' | 'going';
  /** Of ours, at the last agreement. */
  version: number;
  /** Fingerprints of name, mail, phone and tax id here that the engine stands for. */
  ours: ColumnType<string[] | null, readonly string[] | null, readonly string[] | null>;
  /** The same there, as last seen or sent. */
  theirs: ColumnType<string[] | null, readonly string[] | null, readonly string[] | null>;
  /** Ids of other records there for the same person; they are left alone. */
  twins: ColumnType<string[], readonly string[] | undefined, readonly string[]>;
  /** Why it isn't there, or not as it is here. */
  error_code: string | null;
  /** Failed tries since the last success. */
  attempts: Generated<number>;
  /** When it is tried again; null: when the contact changes. */
  due_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When the row was made. */
  linked_at: ColumnType<string, Date | string, Date | string>;
  /** When something last went one way or the other. */
  changed_at: ColumnType<string, Date | string, Date | string>;
}

/** What a contact is found by: the words of its name, mail, phone, tax id, tags. LIKE, trigrams and lower() can't use an index under row-level security (they aren't leakproof); a range over plain text can. */
interface AppContactTerms {
  /** Owner. */
  tenant_id: Generated<string>;
  /** Normalised word; a tag stands as #tag. */
  term: string;
  /** The contact; written and deleted together with it, so there is no foreign key to pay for. */
  contact_id: string;
}

/** Contacts of which an engine said that they changed, until that has been looked at. Many words about one are one row. */
interface AppContactTold {
  /** Whose. */
  tenant_id: Generated<string>;
  /** Who said so. */
  engine: string;
  /** Theirs. */
  engine_id: string;
  /** As it was told last. */
  contact: ColumnType<unknown, string, string>;
  /** When. */
  told_at: ColumnType<string, Date | string, Date | string>;
  /** Counts what was told, so that news during a look isn't lost. */
  turn: Generated<number>;
}

/** A person or company that the tenant deals with. */
interface AppContacts {
  /** Owner. */
  tenant_id: Generated<string>;
  /** UUID version 7, so that newest first is the primary key backwards. */
  id: string;
  /** As people write it. */
  name: string;
  /** Lower case. */
  email: string | null;
  /** E.164, e.g. +56912345678. */
  phone: string | null;
  /** Canonical; of another country than the tenant's with its prefix, e.g. AR:20-12345678-6. */
  tax_id: string | null;
  /** Lower case, no repeats, in alphabetical order. */
  tags: ColumnType<string[], readonly string[], readonly string[]>;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
  /** Since when its data may not be used (Ley 19.628, art. 8 ter); it is in no list and no sending. */
  blocked_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Values of the company's own fields by key; null: none. What can be filtered by stands in contact_terms as =key:value. */
  fields: ColumnType<unknown | null, string | null, string | null>;
}

/** What a company writes down about its contacts beside name, mail, phone, tax id and tags. */
interface AppCustomFields {
  /** Owner. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Its name in contacts.fields; never changes. */
  key: string;
  /** Its name for people. */
  title: string;
  /** What its values are. */
  type: 'text' | 'number' | 'date' | 'boolean' | 'one_of' | 'many_of' | 'url' | 'mail' | 'phone' | 'tax_id';
  /** The values that one_of and many_of choose from. */
  options: ColumnType<string[], readonly string[], readonly string[]>;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** Since when nothing new is written into it; its values stay. */
  archived_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Since when its values are being removed; the row goes with the last of them. */
  dropped_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** The final export of a company that is about to be deleted. It goes with the company. */
interface AppFinalExportParts {
  /** The company. */
  tenant_id: Generated<string>;
  /** UUID version 7; not called id, so that the export doesn't export itself. */
  part_id: string;
  /** Which deletion it was made for: a deletion that was undone leaves its parts to be replaced by the next. */
  purge_after: ColumnType<string, Date | string, Date | string>;
  /** From 1. */
  part: number;
  /** Lines in it. */
  rows: number;
  /** One line of JSON per row: {table, row}. In the database, since API processes share no disk and a backup has to hold it; not sealed, since the same rows stand beside it in clear. */
  body: string;
  /** Of the body. */
  sha256: Buffer;
  /** Where the next part goes on; null in the last. */
  next_cursor: string | null;
  /** When it was made. */
  made_at: ColumnType<string, Date | string, Date | string>;
}

/** Proofs of work that were handed in with a form: each counts once. */
interface AppFormChallenges {
  /** Owner of the form. */
  tenant_id: Generated<string>;
  /** SHA-256 of the challenge's nonce. */
  hash: Buffer;
  /** From then on its own date refuses it, and the row may go. */
  expires_at: ColumnType<string, Date | string, Date | string>;
}

/** What strangers wrote in a public contact form, with the consent they gave. */
interface AppFormMessages {
  /** Owner of the form. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** The form. */
  form_id: string;
  /** The contact made from it. */
  contact_id: string;
  /** The sender's words. */
  message: string;
  /** The words that the sender agreed to. */
  consent_text: string;
  /** When it came in, and so when consent was given. */
  created_at: ColumnType<string, Date | string, Date | string>;
}

/** What came in through a form and may be spam; it becomes a contact and a message when somebody releases it. */
interface AppHeldMessages {
  /** Owner of the form. */
  tenant_id: Generated<string>;
  /** UUID version 7; the message keeps it. */
  id: string;
  /** The form. */
  form_id: string;
  /** As the sender gave it. */
  name: string;
  /** Lower case. */
  email: string | null;
  /** E.164. */
  phone: string | null;
  /** The sender's words. */
  message: string;
  /** The words that the sender agreed to. */
  consent_text: string;
  /** unsolved: no proof of work · trap: a field was filled that people don't see · hurry: faster than people type. */
  reason: string;
  /** When it came in, and so when consent was given. */
  created_at: ColumnType<string, Date | string, Date | string>;
}

/** Genuine messages of other systems, each once. Bodies are kept for 7 days, the rest for 90, so that repeats are known for that long. */
interface AppHookDeliveries {
  /** Whose. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Who sent it. */
  engine: string;
  /** What tells repeats: the sender's id of it where that is trustworthy, else the SHA-256 of kind and body. */
  repeat_key: string;
  /** What it is about, e.g. orders/create. */
  kind: string;
  /** To the byte; null once its time is over. */
  body: Buffer | null;
  /** Length of the body. */
  bytes: number;
  /** waiting (for the job), done, or failed (and tried again by the job, or by hand). */
  status: 'waiting' | 'done' | 'failed';
  /** Tries of the job so far. */
  attempts: Generated<number>;
  /** Why the last one failed. */
  error_code: string | null;
  /** How many things it told us; null before it was read. */
  told: number | null;
  /** When it came. */
  received_at: ColumnType<string, Date | string, Date | string>;
  /** When it was last read. */
  processed_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** What an import did to which contact, so that it can be taken back. */
interface AppImportChanges {
  /** Owner. */
  tenant_id: Generated<string>;
  /** The import; its changes are deleted together with it, so there is no foreign key to pay for. */
  import_id: string;
  /** The contact. */
  contact_id: string;
  /** The contact's version when the import had done with it: another one means that somebody changed it since. */
  version: number;
  /** The contact as it was; null when the import made it. */
  before: ColumnType<unknown | null, string | null, string | null>;
  /** Undoing left it alone. */
  conflict: Generated<boolean>;
}

/** The lines of a file that made no contact, and why. */
interface AppImportErrors {
  /** Owner. */
  tenant_id: Generated<string>;
  /** The import. */
  import_id: string;
  /** Where it begins in the file, from 1. */
  line: number;
  /** The line as it stands in the file. */
  raw: string;
  /** List of column, field, code and words in both languages. */
  errors: ColumnType<unknown, string, string>;
}

/** The uploaded file, until it has been read. */
interface AppImportParts {
  /** Owner. */
  tenant_id: Generated<string>;
  /** The import. */
  import_id: string;
  /** From 1, in the order of the file. */
  part: number;
  /** As they came. */
  bytes: Buffer;
}

/** Files of contacts that were, or are being, read in. */
interface AppImports {
  /** Owner. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Where it stands. */
  state: 'uploading' | 'running' | 'finished' | 'cancelled' | 'failed' | 'undoing' | 'undone';
  /** What the file is. */
  format: 'csv' | 'vcard';
  /** As its owner calls it. */
  file_name: string;
  /** Size of what has been uploaded. */
  bytes: number;
  /** How many parts that is. */
  parts: number;
  /** How it is read: mapping, delimiter, what happens to duplicates; null until it is started. */
  settings: ColumnType<unknown | null, string | null, string | null>;
  /** How far it has been read, in bytes of the text as UTF-8; with the contacts of the same transaction. */
  read_bytes: Generated<number>;
  /** Size of the text as UTF-8. */
  total_bytes: Generated<number>;
  /** Line of the file at read_bytes, from 1. */
  line: Generated<number>;
  /** Contacts of the file that were looked at. */
  rows: Generated<number>;
  /** Contacts made. */
  created: Generated<number>;
  /** Contacts changed. */
  updated: Generated<number>;
  /** Lines that were there already. */
  skipped: Generated<number>;
  /** Lines with errors. */
  failed: Generated<number>;
  /** Contacts that undoing has removed or restored. */
  undone: Generated<number>;
  /** Contacts that undoing left alone, because somebody changed them since. */
  conflicts: Generated<number>;
  /** How far undoing has come: the last contact it looked at. */
  undo_after: string | null;
  /** Why it failed as a whole: an error's code. */
  failure: string | null;
  /** Who uploaded it. */
  created_by: string;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it was started. */
  started_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it ended, in whatever way. */
  finished_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it last went forward. */
  updated_at: ColumnType<string, Date | string, Date | string>;
}

/** Companies' logos, one each. */
interface AppLogos {
  /** Whose logo. */
  tenant_id: Generated<string>;
  /** What its first bytes say that it is; never what somebody said. */
  type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** At most 100 kB. */
  image: Buffer;
  /** When it was set. */
  created_at: ColumnType<string, Date | string, Date | string>;
}

/** Contacts that became part of another. Their ids keep leading there; the row goes when the merge is taken back. */
interface AppMergedContacts {
  /** Owner. */
  tenant_id: Generated<string>;
  /** The id that still is asked for. */
  contact_id: string;
  /** The merge. */
  merge_id: string;
  /** The contact that stayed; it may have become part of another since. */
  into_id: string;
  /** The whole contact as it was; null once it was erased. */
  before: ColumnType<unknown | null, string | null, string | null>;
  /** Ids of what went over with it, by the name that its feature gives it. */
  moved: ColumnType<unknown, string, string>;
}

/** Contacts that turned out to be the same, and became one. */
interface AppMerges {
  /** Owner. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** The one that stayed. */
  contact_id: string;
  /** Its version after the merge: another one means that somebody changed it since. */
  version: number;
  /** The one that stayed, as it was; null once it was erased. */
  before: ColumnType<unknown | null, string | null, string | null>;
  /** When. */
  merged_at: ColumnType<string, Date | string, Date | string>;
  /** Who did. */
  merged_by: string;
  /** When it was taken back. */
  undone_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** WhatsApp messages that a tenant sent, and those that people sent to it. */
interface AppMessages {
  /** Owner: who sent it, or who had written last to that number when it came in. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** in: from the person; out: to the person. */
  direction: 'in' | 'out';
  /** The person's number, E.164. */
  peer: string;
  /** text or template; of incoming ones whatever WhatsApp calls it. */
  kind: string;
  /** Words of a text message, caption of a medium; null without words. */
  text: string | null;
  /** Name, language and parameters of a template. */
  template: ColumnType<unknown | null, string | null, string | null>;
  /** The furthest that is known: queued, sent (accepted), delivered, read, failed; received for incoming ones. */
  status: 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'received';
  /** Why it failed, or why the last try did (src/core/messaging.ts). */
  failure: string | null;
  /** WhatsApp's own number for that. */
  failure_code: number | null;
  /** WhatsApp's id (wamid); null until it was accepted. */
  provider_id: string | null;
  /** Tries that failed for the moment only. */
  tries: Generated<number>;
  /** WhatsApp asked not to be asked again before. */
  next_try_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was asked for, or came in. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When WhatsApp accepted it; of incoming ones, when the person wrote it, which opens the window. */
  sent_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it reached the phone. */
  delivered_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was read. */
  read_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was given up. */
  failed_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** What became of an event at an endpoint. Kept for 30 days; no reference to the endpoint, so that deleting one is quick. */
interface AppWebhookDeliveries {
  /** Whose. */
  tenant_id: Generated<string>;
  /** Where to. */
  endpoint_id: string;
  /** What; the webhook-id at each attempt. */
  event_id: string;
  /** The event's name. */
  event: string;
  /** The event's position; null for a test. */
  position: number | null;
  /** What is sent, for a test; else it is made of the event. */
  body: string | null;
  /** waiting (for its next attempt), delivered, or failed (given up). */
  status: 'waiting' | 'delivered' | 'failed';
  /** Attempts of this round; a repeat that was asked for begins another. */
  tries: number;
  /** When the next attempt is; null once it is over. */
  due_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** The last attempts, oldest first: time, answer, duration; nothing secret. */
  attempts: ColumnType<unknown, string, string>;
  /** When it was first tried, or asked for. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** The last attempt; null before the first. */
  attempted_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Addresses that a company's events are sent to. */
interface AppWebhookEndpoints {
  /** Whose. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Where to. It may hold a secret of the receiver's in its path, so it stands in no log. */
  url: string;
  /** What is wanted: names, noun.* or *. */
  events: ColumnType<string[], readonly string[], readonly string[]>;
  /** What whoever last chose address and events was allowed to see then: nothing beyond it is sent. */
  scopes: ColumnType<string[], readonly string[], readonly string[]>;
  /** In the company's words. */
  description: string;
  /** Signing secret, sealed. */
  secret: Buffer;
  /** The one before, sealed; signs too for a day after the change. */
  secret_before: Buffer | null;
  /** When the secret was last changed. */
  rotated_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Since when nothing is sent; null: it is in use. */
  disabled_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** asked (by somebody), gone (it answered 410) or failing (five days without a success). */
  disabled_reason: 'asked' | 'gone' | 'failing' | null;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it was last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** What passkeys have to sign. Each works once: using it deletes it. */
interface IdentityChallenges {
  /** SHA-256 of the challenge, which holds 256 random bits. */
  hash: Buffer;
  /** What the signature is for; it serves nothing else. */
  purpose: 'register' | 'login' | 'step_up';
  /** Whose login asked for it; null for logins. */
  session_id: string | null;
  /** When it stops working by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
}

/** Counts that every process shares: codes sent and guesses failed, per hour. */
interface IdentityCounters {
  /** What is counted. */
  name: string;
  /** Start of the hour. */
  slot: ColumnType<string, Date | string, Date | string>;
  /** How often. */
  n: number;
}

/** What would have been sent. Empty in production, where this sender refuses to work. */
interface IdentityDevelopmentMessages {
  /** UUID version 7. */
  id: string;
  /** E.164 number or mail address. */
  recipient: string;
  /** As the person would read it. */
  text: string;
  /** When. */
  at: ColumnType<string, Date | string, Date | string>;
}

/** Codes that prove a mail address, and what came of them. At most one per person is open. */
interface IdentityEmailChanges {
  /** UUID version 7. */
  id: string;
  /** Who asked, and is to have it. */
  person_id: string;
  /** The address to prove, lower case. */
  email: string;
  /** The address until then, which is told once another takes its place; null: there was none. */
  old_email: string | null;
  /** HMAC-SHA256 of code, address and purpose under a key of the installation. */
  hash: Buffer;
  /** The code, sealed, until it was handed to a sender; null from then on. */
  sealed: Buffer | null;
  /** Wrong guesses so far. */
  tries: Generated<number>;
  /** Of the message. */
  language: string;
  /** When it was asked for. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the code stops working by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** When it stopped working; null while it is open. */
  ended_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** used: the address was proved. voided: another code was asked for. spent: too many wrong guesses. */
  outcome: 'used' | 'voided' | 'spent' | null;
}

/** Accounts at other issuers (OpenID Connect) that people log in with. */
interface IdentityIdentities {
  /** UUID version 7. */
  id: string;
  /** Whose. */
  person_id: string;
  /** The issuer's address, as its tokens say it. */
  issuer: string;
  /** The account's id there. */
  subject: string;
  /** As the issuer says, for the person to recognise it by. It never decides anything. */
  email: string | null;
  /** When it was linked. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** Last login with it. */
  used_at: ColumnType<string, Date | string, Date | string>;
  /** Since when the issuer says that the account is gone. */
  disabled_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Logins that wait for their second factor. */
interface IdentityLoginTickets {
  /** SHA-256 of the ticket, which holds 256 random bits. */
  hash: Buffer;
  /** Whose. */
  person_id: string;
  /** How they proved themselves first. */
  method: string;
  /** Wrong proofs so far. */
  tries: Generated<number>;
  /** When it stops working by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
}

/** People who changed their number, or lost it and want to log in with another. */
interface IdentityNumberChanges {
  /** UUID version 7. */
  id: string;
  /** Who. */
  person_id: string;
  /** change: with proof of the old number or a second factor, at once. lost: without, by approval and after a wait. */
  kind: 'change' | 'lost';
  /** The number before, E.164; it is told. */
  old_phone: string | null;
  /** The new one, proved by a code when it was asked for, and again at the end. */
  new_phone: string;
  /** When it was asked for. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it ends by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** UGID of the owner who approved it, or operator. */
  approver: string | null;
  /** When. */
  approved_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When a lost number can be replaced: 72 hours after the approval, so that the old channel hears of it in time. */
  ready_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was over. */
  ended_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** How it ended. What ended never begins again. */
  outcome: 'completed' | 'cancelled' | 'refused' | null;
}

/** What people allowed agents to do in a company. An agent's tokens live and die with their grant. */
interface IdentityOauthGrants {
  /** UUID version 7. */
  id: string;
  /** Who allowed it; the agent is refused once they leave the company. */
  person_id: string;
  /** Where. */
  tenant_id: string;
  /** The agent: registered id, or the address of its metadata document. */
  client_id: string;
  /** As it called itself then. */
  client_name: string;
  /** What it may do. */
  scopes: ColumnType<string[], readonly string[], readonly string[]>;
  /** When it was allowed. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it ends by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** When it was taken back. */
  revoked_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Codes, tokens, open requests and registered clients of the OAuth server, none of them readable at rest. */
interface IdentityOauthRecords {
  /** As the library calls it: AccessToken, RefreshToken, AuthorizationCode, Interaction, Client … */
  kind: string;
  /** SHA-256 of the token, which holds 256 random bits, or of the client's id. */
  hash: Buffer;
  /** What it was issued under; null for what comes before a grant. */
  grant_id: string | null;
  /** The record itself without its token, sealed with a key derived from the installation's secret. */
  sealed: Buffer;
  /** Of an access token: the one resource that may accept it. */
  audience: string | null;
  /** Of an access token: what it may do, never more than its grant. */
  scopes: ColumnType<string[] | null, readonly string[] | null, readonly string[] | null>;
  /** When it was issued. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it stops working by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** When it was exchanged. A second exchange ends the grant. */
  consumed_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** People who are at another issuer right now and will come back. Coming back deletes the row. */
interface IdentityOidcFlows {
  /** SHA-256 of the state that the issuer sends back. */
  state: Buffer;
  /** Name of the issuer in the settings. */
  issuer: string;
  /** To log in: SHA-256 of what the browser that set out keeps in a cookie. */
  browser: Buffer | null;
  /** To link: the login that set out. */
  session_id: string | null;
  /** Nonce and PKCE verifier, sealed. */
  sealed: Buffer;
  /** Path to go on to. */
  next: string;
  /** When it stops working by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
}

/** Proofs of work that were handed in: each counts once. */
interface IdentityOtpChallenges {
  /** SHA-256 of the challenge's nonce. */
  hash: Buffer;
  /** From then on its own date refuses it, and the row may go. */
  expires_at: ColumnType<string, Date | string, Date | string>;
}

/** One-time codes. At most one per number and purpose is open. */
interface IdentityOtpCodes {
  /** UUID version 7. */
  id: string;
  /** E.164. */
  phone: string;
  /** login, or the act that it confirms; a code serves no other. */
  purpose: string;
  /** For whom, when it confirms an act of somebody logged in. */
  person_id: string | null;
  /** How many digits the code has. */
  digits: number;
  /** HMAC-SHA256 of code, number and purpose under a key of the installation. */
  hash: Buffer;
  /** The code, sealed, until it was handed to a sender; null from then on. */
  sealed: Buffer | null;
  /** Wrong guesses so far. */
  tries: Generated<number>;
  /** Where it was asked for: an IPv4 address or an IPv6 /64. */
  network: string;
  /** Of the message. */
  language: string;
  /** When it was asked for. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it stops working by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** When it stopped working; null while it is open. */
  ended_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** used, voided (a newer one replaced it) or spent (too many wrong guesses). */
  outcome: 'used' | 'voided' | 'spent' | null;
  /** How it was sent last; null until then. */
  channel: 'whatsapp' | 'mail' | 'development' | null;
  /** WhatsApp's id (wamid) of the message. */
  provider_id: string | null;
  /** The furthest that is known of the WhatsApp message. */
  delivery: 'sent' | 'delivered' | 'read' | 'failed' | null;
  /** Why WhatsApp didn't deliver it (src/core/messaging.ts). */
  failure: string | null;
}

/** Numbers at which somebody guessed wrong since the last right code. */
interface IdentityOtpNumbers {
  /** E.164. */
  phone: string;
  /** Wrong guesses one after the other, of whatever code; a right one deletes the row. */
  failures: number;
  /** The last wrong guess. */
  updated_at: ColumnType<string, Date | string, Date | string>;
}

/** WebAuthn credentials. */
interface IdentityPasskeys {
  /** UUID version 7. */
  id: string;
  /** Whose. */
  person_id: string;
  /** As the authenticator named it, base64url. */
  credential_id: string;
  /** COSE key. */
  public_key: Buffer;
  /** Signatures that the authenticator counted; it never goes back. 0: it doesn't count. */
  counter: number;
  /** How browsers reach it. */
  transports: ColumnType<string[], readonly string[], readonly string[]>;
  /** As the person calls it. */
  name: string;
  /** Whether it is kept on several devices. */
  backed_up: boolean;
  /** When it was registered. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it was last used. */
  used_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Local logins, for places without internet. */
interface IdentityPasswords {
  /** Whose. */
  person_id: string;
  /** Lower case. */
  username: string;
  /** Argon2id, in PHC form. */
  hash: string;
  /** Under 15 characters: it counts only together with a second factor. */
  short: boolean;
  /** When it was set. */
  changed_at: ColumnType<string, Date | string, Date | string>;
}

/** One row per person, known by the UGID in all systems. */
interface IdentityPeople {
  /** The UGID: UUID version 4, so that it tells nothing. */
  id: string;
  /** As they call themselves; null until they say. */
  name: string | null;
  /** E.164, proved by a code; null for people who log in otherwise. */
  phone: string | null;
  /** Lower case, proved; null until then. */
  email: string | null;
  /** Of messages to them. */
  language: Generated<'es' | 'en'>;
  /** May act as the operator of this installation. */
  operator: Generated<boolean>;
  /** Since when every session of theirs is refused. */
  disabled_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** First login. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the row last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
  /** Every login asks for the second factor, not only sensitive acts. */
  always_ask: Generated<boolean>;
}

/** Codes on paper, for when the second factor is lost. Each works once. */
interface IdentityRecoveryCodes {
  /** SHA-256 of person and code; a code holds 120 random bits. */
  hash: Buffer;
  /** Whose. */
  person_id: string;
  /** When it was shown. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it was used. */
  used_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Each works once and is replaced by the next; a second use ends its session. */
interface IdentityRefreshTokens {
  /** SHA-256 of the token, which holds 256 random bits. */
  hash: Buffer;
  /** Family. */
  session_id: string;
  /** When it was given out. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it stops working by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** When it was exchanged for the next. */
  used_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Logins. A session is at once a browser's cookie and the family of a program's refresh tokens. */
interface IdentitySessions {
  /** UUID version 7; `sid` of its access tokens. */
  id: string;
  /** Whose. */
  person_id: string;
  /** SHA-256 of the cookie's token, which holds 256 random bits. */
  hash: Buffer;
  /** How they proved themselves: otp, totp, passkey, password, oidc, recovery. */
  methods: ColumnType<string[], readonly string[], readonly string[]>;
  /** Where the login came from: an IPv4 address or an IPv6 /64. */
  network: string;
  /** What the browser or program calls itself. */
  agent: string | null;
  /** When they logged in. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** Last use, to within a minute. */
  seen_at: ColumnType<string, Date | string, Date | string>;
  /** When they last proved themselves anew; sensitive acts ask for a recent proof. */
  stepped_up_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it ends by itself. */
  expires_at: ColumnType<string, Date | string, Date | string>;
  /** When it was ended: logged out, revoked, or a refresh token used twice. */
  revoked_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Keys of access tokens (ES256). The newest active one signs; each verifies until an hour after its successor became active. */
interface IdentitySigningKeys {
  /** RFC 7638 thumbprint. */
  kid: string;
  /** Public JWK. */
  public: ColumnType<unknown, string, string>;
  /** Private JWK, sealed with a key derived from the installation's secret. */
  sealed: Buffer;
  /** Signs from then on; it is published before, so that every cache knows it in time. */
  active_at: ColumnType<string, Date | string, Date | string>;
}

/** People who say that a company which somebody else signed up is theirs. The operator decides. */
interface IdentityTenantClaims {
  /** UUID version 7. */
  id: string;
  /** Who claims. */
  person_id: string;
  /** What. */
  tenant_id: string;
  /** How they mean to prove it, in their words. */
  evidence: string;
  /** When. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the operator decided; null while it is open. */
  decided_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** approved or rejected. */
  outcome: 'approved' | 'rejected' | null;
}

/** Who guessed wrong, and until when they have to wait. Waits grow and always end. */
interface IdentityThrottles {
  /** What is guarded, and a keyed hash of whom: no name or address can be read here. */
  name: string;
  /** Wrong guesses since the last right one. */
  failures: number;
  /** The last wrong guess; after a quiet day they are forgotten. */
  last_at: ColumnType<string, Date | string, Date | string>;
  /** When the next guess is looked at. */
  free_at: ColumnType<string, Date | string, Date | string>;
}

/** Apps that show codes (RFC 6238), one per person. */
interface IdentityTotp {
  /** Whose. */
  person_id: string;
  /** The secret, sealed with a key derived from the installation's. */
  sealed: Buffer;
  /** When the secret was shown. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When a first code proved that the app has it; it counts from then on. */
  confirmed_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Number of the last time step whose code was used: neither it nor an older one works again. */
  last_step: Generated<number>;
}

/** Numbers that WhatsApp couldn't deliver to, so that people are told at their next try. */
interface IdentityUnreachablePhones {
  /** E.164. */
  phone: string;
  /** When WhatsApp last said so. */
  since: ColumnType<string, Date | string, Date | string>;
}

/** Messages of issuers that were worked on: a repeat changes nothing. */
interface IdentityWebhookReceipts {
  /** Who sent it. */
  source: string;
  /** The sender's id of the message, the same over all repeats. */
  id: string;
  /** When it came first. */
  received_at: ColumnType<string, Date | string, Date | string>;
}

/** The register of processing, where a company departs from what its features declare. The newest row of a key counts; the others are its history. */
interface PrivacyActivities {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** The feature whose declaration it stands for, or a name of the company's own. */
  key: string;
  /** The activity as the company describes it. */
  content: ColumnType<unknown, string, string>;
  /** Since when it is no longer carried out. */
  removed_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was described so. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Who did. */
  updated_by: string;
}

/** Who was told of a breach, when and in which words. Never changed. */
interface PrivacyBreachNotices {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** The breach. */
  breach_id: string;
  /** agency or person. */
  audience: string;
  /** Who was told. */
  recipient: string;
  /** How. */
  channel: string;
  /** The words sent. */
  text: string;
  /** When. */
  sent_at: ColumnType<string, Date | string, Date | string>;
  /** Who sent it. */
  sent_by: string;
}

/** Breaches of security that concerned personal data. */
interface PrivacyBreaches {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** What happened, in a line. */
  title: string;
  /** What happened, how, and what followed. */
  description: string;
  /** When it began, if known. */
  occurred_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was noticed. */
  detected_at: ColumnType<string, Date | string, Date | string>;
  /** Which kinds of data: sensitive, minors, economic, identification, contact, credentials, other. */
  data_classes: ColumnType<string[], readonly string[], readonly string[]>;
  /** How many people; null: not known yet. */
  affected: number | null;
  /** For the rights of the people concerned; from reasonable on, the Agency must be told. */
  risk: 'none' | 'low' | 'reasonable' | 'high';
  /** What was done about it. */
  measures: string;
  /** Whether work on it goes on. */
  state: 'open' | 'closed';
  /** When it was written down. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the row last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** Consents as they were given. Nothing here is ever changed but the identifier of somebody who was erased. */
interface PrivacyConsents {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Who agreed, when they are a contact. */
  contact_id: string | null;
  /** Who agreed, when they have a login: UGID. */
  person_id: string | null;
  /** Who agreed, when they are neither: a mail address, phone or name. */
  identifier: string | null;
  /** What for, e.g. marketing. */
  purpose: string;
  /** The exact words that they agreed to. */
  text: string;
  /** The company's own name of that wording. */
  text_version: string;
  /** SHA-256 of the words. */
  text_hash: Buffer;
  /** web_form, whatsapp, phone, paper, in_person, email or api. */
  channel: string;
  /** Where the proof is, e.g. the id of the form's message. */
  evidence: string | null;
  /** When they agreed. */
  given_at: ColumnType<string, Date | string, Date | string>;
  /** Until when it was given; null: until withdrawn. */
  expires_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was written down. */
  recorded_at: ColumnType<string, Date | string, Date | string>;
}

/** What retention deleted: counts, never contents. */
interface PrivacyDisposals {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Which class of data. */
  class: string;
  /** How many rows went. */
  rows: number;
  /** How many were due and stayed, because a hold covers them. */
  held: number;
  /** Last use of what went lies before this. */
  before: ColumnType<string, Date | string, Date | string>;
  /** When. */
  at: ColumnType<string, Date | string, Date | string>;
}

/** What must not be deleted, whatever else asks for it: retention, an erasure, the purge of the company. */
interface PrivacyHolds {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Whose data; null: everybody's. */
  contact_id: string | null;
  /** Which class of data; null: all of it. */
  class: string | null;
  /** What obliges the company to keep it. */
  basis: 'legal_claim' | 'authority' | 'tax' | 'legal_duty' | 'other';
  /** The same in words: case, order, law. */
  reason: string;
  /** When it ends by itself; null: when it is released. */
  until: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Since when. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** Who said so. */
  created_by: string;
  /** When it was lifted. */
  released_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** By whom. */
  released_by: string | null;
}

/** The public privacy policy. The newest row counts; the others are its history. */
interface PrivacyPolicies {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** The 12 items of art. 14 ter that the company writes itself. */
  content: ColumnType<unknown, string, string>;
  /** When it was published. */
  published_at: ColumnType<string, Date | string, Date | string>;
  /** Who did. */
  published_by: string;
}

/** The rights desk: what people asked of their data, with the law's clock. */
interface PrivacyRequests {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** Which right. */
  kind: 'access' | 'rectify' | 'erase' | 'oppose' | 'portability' | 'block';
  /** Where it stands. */
  state: 'received' | 'acknowledged' | 'decided';
  /** Whom it is about, when they are a contact. */
  contact_id: string | null;
  /** Whom it is about, when they have a login: UGID. */
  person_id: string | null;
  /** Who asked. */
  requester_name: string;
  /** Where the answer goes. */
  requester_email: string | null;
  /** The same by phone, E.164. */
  requester_phone: string | null;
  /** How it came in. */
  channel: string;
  /** In their words. */
  details: string;
  /** rectify: the fields as they should be. */
  patch: ColumnType<unknown | null, string | null, string | null>;
  /** When it came in; the clock starts. */
  received_at: ColumnType<string, Date | string, Date | string>;
  /** End of the last day for the decision. */
  due_at: ColumnType<string, Date | string, Date | string>;
  /** When they were told that it arrived. */
  acknowledged_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When the term was extended; once. */
  extended_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Why. */
  extension_reason: string | null;
  /** When it was decided. */
  decided_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** granted or refused. */
  outcome: string | null;
  /** Why it was refused: one of the grounds of the law. */
  reason_code: string | null;
  /** The same in words for the requester. */
  reason: string | null;
  /** What carrying it out changed, feature by feature. */
  result: ColumnType<unknown | null, string | null, string | null>;
  /** When the company was reminded of the deadline. */
  reminded_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** How long a company keeps what, where it departs from what its features declare. The newest row of a class counts. */
interface PrivacyRules {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** The class of data, as a feature declares it. */
  class: string;
  /** How long it is kept after its last use; null: until somebody deletes it. */
  days: number | null;
  /** Why so long. */
  basis: string;
  /** When the rule was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** Who made it. */
  created_by: string;
}

/** Consents that were withdrawn, each at most once. */
interface PrivacyWithdrawals {
  /** Whose; the platform's own tenant for the operator. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** The consent that ended. */
  consent_id: string;
  /** How they said so: link, or a channel as of the consent. */
  channel: string;
  /** In the company's words. */
  note: string | null;
  /** When they withdrew. */
  withdrawn_at: ColumnType<string, Date | string, Date | string>;
  /** When it was written down. */
  recorded_at: ColumnType<string, Date | string, Date | string>;
}

export interface Database {
  'core.api_keys': CoreApiKeys;
  'core.audit': CoreAudit;
  'core.audit_checkpoints': CoreAuditCheckpoints;
  'core.audit_heads': CoreAuditHeads;
  'core.closings': CoreClosings;
  'core.contact_lanes': CoreContactLanes;
  'core.counters': CoreCounters;
  'core.engine_calls': CoreEngineCalls;
  'core.engine_health': CoreEngineHealth;
  'core.engine_instances': CoreEngineInstances;
  'core.engine_people': CoreEnginePeople;
  'core.engine_tickets': CoreEngineTickets;
  'core.events': CoreEvents;
  'core.forms': CoreForms;
  'core.grants': CoreGrants;
  'core.hooks': CoreHooks;
  'core.idempotency': CoreIdempotency;
  'core.invitations': CoreInvitations;
  'core.mcp_servers': CoreMcpServers;
  'core.memberships': CoreMemberships;
  'core.notification_choices': CoreNotificationChoices;
  'core.roles': CoreRoles;
  'core.secret_keys': CoreSecretKeys;
  'core.secrets': CoreSecrets;
  'core.service_accounts': CoreServiceAccounts;
  'core.tenant_engines': CoreTenantEngines;
  'core.tenants': CoreTenants;
  'core.vault_leftovers': CoreVaultLeftovers;
  'core.webhook_cursors': CoreWebhookCursors;
  'core.webhook_heads': CoreWebhookHeads;
  'core.workers': CoreWorkers;
  'app.closing_notices': AppClosingNotices;
  'app.contact_links': AppContactLinks;
  'app.contact_terms': AppContactTerms;
  'app.contact_told': AppContactTold;
  'app.contacts': AppContacts;
  'app.custom_fields': AppCustomFields;
  'app.final_export_parts': AppFinalExportParts;
  'app.form_challenges': AppFormChallenges;
  'app.form_messages': AppFormMessages;
  'app.held_messages': AppHeldMessages;
  'app.hook_deliveries': AppHookDeliveries;
  'app.import_changes': AppImportChanges;
  'app.import_errors': AppImportErrors;
  'app.import_parts': AppImportParts;
  'app.imports': AppImports;
  'app.logos': AppLogos;
  'app.merged_contacts': AppMergedContacts;
  'app.merges': AppMerges;
  'app.messages': AppMessages;
  'app.webhook_deliveries': AppWebhookDeliveries;
  'app.webhook_endpoints': AppWebhookEndpoints;
  'identity.challenges': IdentityChallenges;
  'identity.counters': IdentityCounters;
  'identity.development_messages': IdentityDevelopmentMessages;
  'identity.email_changes': IdentityEmailChanges;
  'identity.identities': IdentityIdentities;
  'identity.login_tickets': IdentityLoginTickets;
  'identity.number_changes': IdentityNumberChanges;
  'identity.oauth_grants': IdentityOauthGrants;
  'identity.oauth_records': IdentityOauthRecords;
  'identity.oidc_flows': IdentityOidcFlows;
  'identity.otp_challenges': IdentityOtpChallenges;
  'identity.otp_codes': IdentityOtpCodes;
  'identity.otp_numbers': IdentityOtpNumbers;
  'identity.passkeys': IdentityPasskeys;
  'identity.passwords': IdentityPasswords;
  'identity.people': IdentityPeople;
  'identity.recovery_codes': IdentityRecoveryCodes;
  'identity.refresh_tokens': IdentityRefreshTokens;
  'identity.sessions': IdentitySessions;
  'identity.signing_keys': IdentitySigningKeys;
  'identity.tenant_claims': IdentityTenantClaims;
  'identity.throttles': IdentityThrottles;
  'identity.totp': IdentityTotp;
  'identity.unreachable_phones': IdentityUnreachablePhones;
  'identity.webhook_receipts': IdentityWebhookReceipts;
  'privacy.activities': PrivacyActivities;
  'privacy.breach_notices': PrivacyBreachNotices;
  'privacy.breaches': PrivacyBreaches;
  'privacy.consents': PrivacyConsents;
  'privacy.disposals': PrivacyDisposals;
  'privacy.holds': PrivacyHolds;
  'privacy.policies': PrivacyPolicies;
  'privacy.requests': PrivacyRequests;
  'privacy.rules': PrivacyRules;
  'privacy.withdrawals': PrivacyWithdrawals;
}
