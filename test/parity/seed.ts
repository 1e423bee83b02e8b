import pg from 'pg';
import { EXAMPLE } from '#core/example.ts';
import { PLATFORM } from '#core/platform.ts';
import { exampleText, finished, uploading } from '#features/imports/examples.ts';
import { exampleServer } from '#features/servers/operations.ts';
import { codeHash } from '#features/identity/index.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { createSealer } from '#platform/seal.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { resetStandIns } from '#test/engines/stand-ins.ts';
import { bringRowsBack, keepRows } from './pristine.ts';
import { restoreEngines } from './seed-engines.ts';
import { restoreHooks } from './seed-hooks.ts';
import { restoreFactors } from './seed-factors.ts';

/** The key of the example tenant: all scopes. */
export const EXAMPLE_KEY = 'smk_EXAMPLE1_of_the_example_tenant_0123456789';

/** The cookie of the example person's session. */
export const EXAMPLE_SESSION = 'sms_EXAMPLE1_of_the_example_person_0123456789';

const { tenant, contact, person, partner, member, role, neighbour } = EXAMPLE;

const kept = new WeakSet<pg.Client>();

/** Brings the database back to the example tenant, as its superuser; a few milliseconds but for a connection's first time. */
export async function restoreExample(admin: pg.Client): Promise<void> {
  await resetStandIns();
  if (kept.has(admin)) return bringRowsBack(admin);
  await writeExample(admin);
  await keepRows(admin);
  kept.add(admin);
}

/** Rows are few, so deleting them is quicker than truncating, which gives each table new files. */
async function writeExample(admin: pg.Client): Promise<void> {
  await admin.query(`
    set session_replication_role = replica;
    do $$ declare target regclass; begin
      for target in select c.oid from pg_class c
        where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('core', 'app', 'identity', 'privacy')
          and c.oid::regclass::text not in ('core.tenants', 'core.forms', 'core.workers', 'identity.signing_keys')
      loop execute 'delete from ' || target; end loop;
    end $$;
    delete from core.forms where tenant_id = '${tenant.id}';
    delete from graphile_worker._private_jobs;
    delete from core.tenants where not platform;
    reset session_replication_role`);
  for (const one of [neighbour, tenant]) {
    await admin.query(
      `insert into core.tenants (id, country, tax_id, slug, name, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)`,
      [one.id, one.country, one.taxId, one.slug, one.name, one.createdAt],
    );
  }
  await admin.query(`update core.tenants set logo = $2 where id = $1`, [tenant.id, tenant.logo]);
  await admin.query(
    `insert into app.logos (tenant_id, type, image, created_at) values ($1, 'image/png', decode($2, 'base64'), $3)`,
    [tenant.id, EXAMPLE.logo, tenant.createdAt],
  );
  await admin.query(
    `insert into core.api_keys (tenant_id, id, name, prefix, hash, scopes, created_at) values ($1, $2, 'Example', $3, $4, '{*}', $5)`,
    [tenant.id, EXAMPLE.keyId, EXAMPLE_KEY.slice(0, 12), tokenHash(EXAMPLE_KEY), tenant.createdAt],
  );
  await restorePerson(admin);
  await restoreClosing(admin);
  await restoreRegisters(admin);
  await restoreAccess(admin);
  await restoreFactors(admin);
  await restoreJobs(admin);
  await restoreWebhook(admin);
  await restoreEngines(admin);
  await restoreServer(admin);
  await restoreHooks(admin);
  await admin.query(
    `insert into app.contacts (tenant_id, id, name, email, phone, tax_id, tags, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      tenant.id,
      contact.id,
      contact.name,
      contact.email,
      contact.phone,
      contact.taxId,
      contact.tags,
      contact.createdAt,
    ],
  );
  await admin.query(
    `insert into app.contact_terms (tenant_id, term, contact_id) select $1, unnest($3::text[]), $2`,
    [
      tenant.id,
      contact.id,
      ['ana', 'perez', 'ana@example.com', '56912345678', '912345678', '111111111', '#vip'],
    ],
  );
  await admin.query(
    `insert into app.custom_fields (tenant_id, id, key, title, type, options, created_at)
     values ($1, $2, 'rubro', 'Rubro', 'one_of', '{Almacén,Ferretería}', $3)`,
    [tenant.id, EXAMPLE.fieldId, tenant.createdAt],
  );
  await restoreImports(admin);
  await restoreTwin(admin);
  await admin.query(
    `insert into core.forms (tenant_id, id, name, consent_text, created_at)
     values ($1, '01960000-0000-7000-8000-000000000031', 'Sitio web', 'Acepto que me contacten.', $2)`,
    [tenant.id, tenant.createdAt],
  );
  await admin.query(
    `insert into app.held_messages (tenant_id, id, form_id, name, email, message, consent_text, reason, created_at)
     values ($1, $2, '01960000-0000-7000-8000-000000000031', 'Luis Rojas', 'luis@example.com', '¿Tienen harina integral?',
       'Acepto que me contacten.', 'unsolved', $3)`,
    [tenant.id, EXAMPLE.heldMessageId, tenant.createdAt],
  );
  await admin.query(
    `with head as (insert into core.audit_heads (tenant_id, number, hash) values ($1, 1, decode($5, 'hex')))
     insert into core.audit (tenant_id, id, at, actor_kind, actor_id, actor_name, action, operation, target, request_id, number, hash)
     values ($1, '01960000-0000-7000-8000-000000000021', $2, 'key', $3, 'Example', 'contact.created', 'contacts.create', $4, 'example',
       1, decode($5, 'hex'))`,
    [tenant.id, contact.createdAt, EXAMPLE.keyId, contact.id, EXAMPLE.auditHash],
  );
  await admin.query(
    `insert into core.events (tenant_id, id, position, name, version, data, occurred_at)
     values ($1, $2, $3, 'contact.created', 1, $4, $5)`,
    [
      tenant.id,
      EXAMPLE.event.id,
      EXAMPLE.event.position,
      JSON.stringify({ id: contact.id, version: 1 }),
      contact.createdAt,
    ],
  );
}

/** Work in the background that went wrong for good, and so far. */
async function restoreJobs(admin: pg.Client): Promise<void> {
  const name = 'messages.deliver';
  await admin.query(
    `insert into graphile_worker._private_tasks (identifier) values ($1) on conflict do nothing`,
    [name],
  );
  for (const [id, attempts, at] of [
    [EXAMPLE.failedJobId, 10, tenant.createdAt],
    [EXAMPLE.waitingJobId, 1, EXAMPLE.now],
  ] as const) {
    await admin.query(
      `insert into graphile_worker._private_jobs (id, task_id, payload, run_at, attempts, max_attempts, last_error, created_at, updated_at)
       overriding system value
       select $1, t.id, json_build_object('tenantId', $2::text, 'eventId', $3::text), $4, $5, 10,
         'unavailable: The service is not available right now.', $6, $6
       from graphile_worker._private_tasks t where t.identifier = $7`,
      [id, tenant.id, EXAMPLE.jobEventId, at, attempts, tenant.createdAt, name],
    );
  }
}

/** An endpoint, and an event that arrived there. */
async function restoreWebhook(admin: pg.Client): Promise<void> {
  const { webhook } = EXAMPLE;
  const at = tenant.createdAt;
  const sealer = createSealer(Buffer.from(SECRET.toString()), 'webhook secret');
  const secret = sealer.seal(`whsec_${Buffer.alloc(32, 1).toString('base64')}`);
  await admin.query(
    `insert into app.webhook_endpoints (tenant_id, id, url, events, scopes, description, secret, created_at, updated_at)
     values ($1, $2, $3, '{contact.*}', '{*}', 'Bodega', $4, $5, $5)`,
    [tenant.id, webhook.id, webhook.url, secret, at],
  );
  await admin.query(
    `insert into core.webhook_cursors (tenant_id, endpoint_id, enabled, position, served_at) values ($1, $2, true, 1, $3)`,
    [tenant.id, webhook.id, at],
  );
  await admin.query('insert into core.webhook_heads (tenant_id, position) values ($1, 1)', [tenant.id]);
  const attempt = { at, ms: 41, status: 200, headers: {}, answer: 'ok' };
  await admin.query(
    `insert into app.webhook_deliveries
       (tenant_id, endpoint_id, event_id, event, position, status, tries, attempts, created_at, attempted_at)
     values ($1, $2, $3, 'contact.created', $4, 'delivered', 1, $5, $6, $6)`,
    [tenant.id, webhook.id, EXAMPLE.event.id, EXAMPLE.event.position, JSON.stringify([attempt]), at],
  );
}

/** A contact that is probably the same as the example's, and once took another in. */
async function restoreTwin(admin: pg.Client): Promise<void> {
  await admin.query(
    `insert into app.contacts (tenant_id, id, name, email, tags, created_at, updated_at) values ($1, $2, 'A. P. Rojas', $3, '{}', $4, $4)`,
    [tenant.id, EXAMPLE.twinId, contact.email, contact.createdAt],
  );
  await admin.query(
    `insert into app.contact_terms (tenant_id, term, contact_id) select $1, unnest($3::text[]), $2`,
    [tenant.id, EXAMPLE.twinId, ['a', 'p', 'rojas', contact.email]],
  );
  await admin.query(
    `insert into app.merges (tenant_id, id, contact_id, version, before, merged_at, merged_by)
     select tenant_id, $2, id, 1, row_to_json(c), created_at, 'Example' from app.contacts c where id = $1`,
    [EXAMPLE.twinId, EXAMPLE.mergeId],
  );
  await admin.query(
    `insert into app.merged_contacts (tenant_id, contact_id, merge_id, into_id, before, moved)
     select tenant_id, $2::uuid, $3, id, to_jsonb(c) || jsonb_build_object('id', $2::uuid), '{}' from app.contacts c where id = $1`,
    [EXAMPLE.twinId, EXAMPLE.mergedContactId, EXAMPLE.mergeId],
  );
}

async function restoreImports(admin: pg.Client): Promise<void> {
  for (const one of [uploading, finished]) {
    await admin.query(
      `insert into app.imports (tenant_id, id, state, format, file_name, bytes, parts, rows, created, failed, conflicts,
         read_bytes, total_bytes, created_by, created_at, started_at, finished_at, updated_at)
       values ($1, $2, $3, 'csv', $4, $5, 1, $6, $7, $8, $9, 0, 0, 'Example', $10, $11, $12, $10)`,
      [
        tenant.id,
        one.id,
        one.state,
        one.fileName,
        one.bytes,
        one.rows,
        one.created,
        one.failed,
        one.conflicts,
        one.createdAt,
        one.startedAt,
        one.finishedAt,
      ],
    );
  }
  await admin.query(
    `insert into app.import_parts (tenant_id, import_id, part, bytes) values ($1, $2, 1, $3)`,
    [tenant.id, uploading.id, Buffer.from(exampleText)],
  );
  await admin.query(
    `insert into app.import_errors (tenant_id, import_id, line, raw, errors) values ($1, $2, 4, 'Eva Ríos;eva;', $3)`,
    [
      tenant.id,
      finished.id,
      JSON.stringify([{ column: 'Correo', field: 'email', code: 'email', en: 'wrong', es: 'malo' }]),
    ],
  );
  await admin.query(
    `insert into app.import_changes (tenant_id, import_id, contact_id, version, conflict) values ($1, $2, $3, 1, true)`,
    [tenant.id, finished.id, EXAMPLE.conflictId],
  );
}

/** One of each register of the law. */
async function restoreRegisters(admin: pg.Client): Promise<void> {
  const { id, createdAt } = tenant;
  const text = 'Acepto recibir ofertas por correo.';
  await admin.query(
    `insert into privacy.consents (tenant_id, id, contact_id, purpose, text, text_version, text_hash, channel, evidence, given_at, recorded_at)
     values ($1, $2, $3, 'marketing', $4, '2026-01', sha256(convert_to($4, 'UTF8')), 'paper', 'Carpeta 3, hoja 12', $5, $5)`,
    [id, EXAMPLE.consentId, contact.id, text, createdAt],
  );
  await admin.query(
    `insert into privacy.requests (tenant_id, id, kind, state, contact_id, requester_name, requester_email, channel, details, received_at, due_at)
     values ($1, $2, 'erase', 'received', $3, $4, $5, 'email', 'Borren mis datos.', $6, '2026-04-01T02:59:59Z')`,
    [id, EXAMPLE.requestId, contact.id, contact.name, contact.email, createdAt],
  );
  await admin.query(
    `insert into privacy.breaches (tenant_id, id, title, description, detected_at, data_classes, affected, risk, measures, state, created_at, updated_at)
     values ($1, $2, 'Notebook robado', 'Un notebook con la libreta de clientes fue robado de la oficina.', $3,
       '{identification,economic}', 120, 'reasonable', 'Disco cifrado, sesiones cerradas.', 'open', $3, $3)`,
    [id, EXAMPLE.breachId, createdAt],
  );
  await admin.query(
    `insert into identity.people (id, name, phone, created_at, updated_at) values ($1, 'Iván Ido', '+56911110000', $2, $2)`,
    [EXAMPLE.formerPersonId, createdAt],
  );
  await admin.query(
    `insert into privacy.requests (tenant_id, id, kind, state, person_id, requester_name, channel, details, received_at, due_at,
       decided_at, outcome)
     values ($1, $2, 'erase', 'decided', $3, 'Iván Ido', 'api', 'Bórrenme.', $4, $4, $4, 'granted')`,
    [PLATFORM.id, EXAMPLE.ownRequestId, EXAMPLE.formerPersonId, createdAt],
  );
  // On nobody of the example, so that it stands in no other example's way.
  await admin.query(
    `insert into privacy.holds (tenant_id, id, contact_id, basis, reason, created_at, created_by)
     values ($1, $2, '01960000-0000-7000-8000-000000000099', 'legal_claim', 'Rol C-1234-2026', $3, 'Example')`,
    [id, EXAMPLE.holdId, createdAt],
  );
  const policy = {
    responsible: 'Almacén Don Pepe SpA',
    representative: 'José Pérez',
    officer: null,
    address: 'Av. Matta 123, Santiago',
    email: 'privacidad@donpepe.cl',
    policy: 'Usamos sus datos solo para atenderle.',
    automated: 'No tomamos decisiones automatizadas.',
  };
  await admin.query(
    `insert into privacy.policies (tenant_id, id, content, published_at, published_by) values ($1, $2, $3, $4, 'Example')`,
    [id, EXAMPLE.policyId, JSON.stringify(policy), createdAt],
  );
}

/** A company about to be deleted, and a part of a final export (of the example's own, so that its key may read it). */
async function restoreClosing(admin: pg.Client): Promise<void> {
  const { id, slug, taxId, name, purgeAfter } = EXAMPLE.closing;
  await admin.query(
    `insert into core.tenants (id, country, tax_id, slug, name, status, purge_after, created_at, updated_at, version)
     values ($1, 'CL', $2, $3, $4, 'closing', $5, $6, $6, 2)`,
    [id, taxId, slug, name, purgeAfter, tenant.createdAt],
  );
  await admin.query(
    `insert into core.closings (id, slug_hash, tax_id_hash, status_before, asked_at, asked_by_kind, asked_by, purge_after)
     values ($1, '\\x00', '\\x00', 'active', $2, 'person', $3, $4)`,
    [id, tenant.createdAt, person.ugid, purgeAfter],
  );
  const body = `{"table":"app.contacts","row":{"name":"Ana Pérez"}}\n`;
  await admin.query(
    `insert into app.final_export_parts (tenant_id, part_id, purge_after, part, rows, body, sha256, made_at)
     values ($1, gen_random_uuid(), $2, 1, 1, $3, sha256(convert_to($3, 'UTF8')), $2)`,
    [tenant.id, tenant.createdAt, body],
  );
}

/** The example's owner: logged in, with a code on the way. */
async function restorePerson(admin: pg.Client): Promise<void> {
  const key = Buffer.from(deriveSecret(Buffer.from(SECRET.toString()), 'one-time codes'), 'base64url');
  await admin.query(
    `insert into identity.people (id, name, phone, created_at, updated_at) values ($1, $2, $3, $4, $4)`,
    [person.ugid, person.name, person.phone, tenant.createdAt],
  );
  await admin.query(
    `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at) values ($1, $2, 'owner', $3, $3)`,
    [tenant.id, person.ugid, tenant.createdAt],
  );
  // Of the real time: PostgreSQL itself refuses a session that is over. Some tests' clocks stand still, others' run.
  await admin.query(
    `insert into identity.sessions (id, person_id, hash, methods, network, created_at, seen_at, stepped_up_at, expires_at)
     values ($1, $2, $3, '{otp}', '127.0.0.1', $4, now(), greatest($5::timestamptz, now()), now() + interval '30 days')`,
    [person.sessionId, person.ugid, tokenHash(EXAMPLE_SESSION), tenant.createdAt, EXAMPLE.now],
  );
  await admin.query(
    `insert into identity.refresh_tokens (hash, session_id, created_at, expires_at) values ($1, $2, $3, now() + interval '30 days')`,
    [tokenHash(person.refreshToken), person.sessionId, tenant.createdAt],
  );
  await admin.query(
    `insert into identity.otp_codes (id, phone, purpose, digits, hash, network, language, created_at, expires_at)
     values ('01960000-0000-7000-8000-000000000042', $1, 'login', 6, $2, '127.0.0.1', 'es', $3, now() + interval '1 day')`,
    [person.phone, codeHash(key, person.code, person.phone, 'login'), EXAMPLE.now],
  );
  await admin.query(
    `insert into identity.oauth_grants (id, person_id, tenant_id, client_id, client_name, scopes, created_at, expires_at)
     values ('01960000-0000-7000-8000-000000000051', $1, $2, 'https://agent.example/client.json', 'Example Agent',
       '{contacts:read}', $3, '2026-05-30T12:00:00.000Z')`,
    [person.ugid, tenant.id, tenant.createdAt],
  );
}

/** Who else belongs to the company, may come in, or looks in from outside. */
async function restoreAccess(admin: pg.Client): Promise<void> {
  for (const [one, as] of [
    [partner, 'owner'],
    [member, 'member'],
  ] as const) {
    await admin.query(
      `insert into identity.people (id, name, phone, created_at, updated_at) values ($1, $2, $3, $4, $4)`,
      [one.ugid, one.name, one.phone, tenant.createdAt],
    );
    await admin.query(
      `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at) values ($1, $2, $3, $4, $4)`,
      [tenant.id, one.ugid, as, tenant.createdAt],
    );
  }
  await admin.query(
    `insert into identity.sessions (id, person_id, hash, methods, network, agent, created_at, seen_at, expires_at)
     values ($1, $2, 'other', '{otp}', '192.0.2.7', 'Firefox', $3, $3, now() + interval '30 days')`,
    [person.otherSessionId, person.ugid, tenant.createdAt],
  );
  await admin.query(
    `insert into core.roles (tenant_id, id, name, scopes, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)`,
    [tenant.id, role.id, role.name, role.scopes, tenant.createdAt],
  );
  await admin.query(
    `insert into core.service_accounts (tenant_id, id, name, scopes, created_at, updated_at)
     values ($1, $2, 'Agente de ventas', '{contacts:write}', $3, $3)`,
    [tenant.id, EXAMPLE.accountId, tenant.createdAt],
  );
  await admin.query(
    `insert into core.grants (tenant_id, id, hash, reason, created_at, expires_at)
     values ($1, $2, 'grant', 'Support case 4711', '2026-03-02T11:45:00Z', '2026-03-02T12:15:00Z')`,
    [tenant.id, EXAMPLE.grantId],
  );
  for (const [where, to, hash, inviter, until] of [
    [tenant, EXAMPLE.invitation.phone, Buffer.from('invitation'), person.name, EXAMPLE.invitation.until],
    [neighbour, person.phone, tokenHash(neighbour.invitationToken), 'Ferretería', neighbour.invitedUntil],
  ] as const) {
    await admin.query(
      `insert into core.invitations (tenant_id, id, recipient, role, hash, language, inviter, created_at, expires_at)
       values ($1, $2, $3, 'accountant', $4, 'es', $5, $6, $7)`,
      [where.id, EXAMPLE.invitation.id, to, hash, inviter, tenant.createdAt, until],
    );
  }
  await admin.query(
    `insert into identity.tenant_claims (id, person_id, tenant_id, evidence, created_at)
     values ($1, $2, $3, 'Es de mi familia.', $4)`,
    [neighbour.claimId, member.ugid, neighbour.id, tenant.createdAt],
  );
}

/** Of the registry, in the platform's own tenant. */
async function restoreServer(admin: pg.Client): Promise<void> {
  const { id, server, status, publishedAt } = exampleServer;
  await admin.query(
    `insert into core.mcp_servers (tenant_id, id, name, server_version, server, status, status_changed_at, published_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $7)`,
    [PLATFORM.id, id, server.name, server.version, JSON.stringify(server), status, publishedAt],
  );
}
