import type pg from 'pg';
import { EXAMPLE } from '#core/example.ts';
import { exampleStatus } from '#features/contact-sync/operations.ts';
import { exampleBody, exampleDelivery } from '#features/hooks/examples.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { putSecret } from './seed-engines.ts';

const TOKEN = 'token-of-the-example-address-at-which-the-shop-knocks';

/** The address of the example tenant's shop, and a message that came in. After the engines, whose keys seal it. */
export async function restoreHooks(admin: pg.Client): Promise<void> {
  const { tenant } = EXAMPLE;
  const { id, engine, kind, bytes, status, attempts, told, receivedAt } = exampleDelivery;
  await putSecret(admin, tenant, `${engine}/hook`, { token: TOKEN, secret: 'secret-of-the-shop' });
  await admin.query('insert into core.hooks (tenant_id, engine, hash, created_at) values ($1, $2, $3, $4)', [
    tenant.id,
    engine,
    tokenHash(TOKEN),
    tenant.createdAt,
  ]);
  await admin.query(
    `insert into app.hook_deliveries (tenant_id, id, engine, repeat_key, kind, body, bytes, status, attempts, told,
       received_at, processed_at)
     values ($1, $2, $3, 'example', $4, $5, $6, $7, $8, $9, $10, $10)`,
    [tenant.id, id, engine, kind, Buffer.from(exampleBody), bytes, status, attempts, told, receivedAt],
  );
  await admin.query(
    `insert into core.contact_lanes (tenant_id, engine, instance_id, position, filled_at, polled_at, due_at)
     values ($1, $2, $3, 1, $4, $4, $4)`,
    [tenant.id, exampleStatus.engine, EXAMPLE.instanceId, tenant.createdAt],
  );
  await admin.query(
    `insert into app.contact_links (tenant_id, engine, contact_id, engine_id, status, version, linked_at, changed_at)
     values ($1, $2, $3, '7', 'linked', 1, $4, $4)`,
    [tenant.id, exampleStatus.engine, EXAMPLE.twinId, tenant.createdAt],
  );
}
