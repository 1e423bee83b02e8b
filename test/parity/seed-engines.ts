import type pg from 'pg';
import { EXAMPLE } from '#core/example.ts';
import { PLATFORM } from '#core/platform.ts';
import { exampleInstance, spareInstance } from '#features/engines/examples.ts';
import type { Secrets } from '#core/engine.ts';
import { embeddedStore } from '#platform/engines/secrets.ts';
import { createSecretBox } from '#platform/secret-box.ts';
import { SECRETS_KEY, STAND_INS } from '#test/engines/stand-ins.ts';

const box = createSecretBox([Buffer.from(SECRETS_KEY, 'base64url')]);
const store = embeddedStore(box);

export async function putSecret(
  admin: pg.Client,
  { id, slug }: { id: string; slug: string },
  path: string,
  values: Secrets,
): Promise<void> {
  const { keyId, wrapped, sealed } = await store.write({ tenantId: id, slug, path }, values, 1);
  await admin.query(
    `insert into core.secrets (tenant_id, path, key_id, wrapped, sealed, revision, updated_at)
     values ($1, $2, $3, $4, $5, 1, $6)`,
    [id, path, keyId, wrapped, sealed, EXAMPLE.now],
  );
}

/** The example tenant's part of a shared instance of each engine. */
export async function restoreEngines(admin: pg.Client): Promise<void> {
  const { id: keyId, proof } = box.prove();
  await admin.query('insert into core.secret_keys (id, proof) values ($1, $2) on conflict do nothing', [
    keyId,
    proof,
  ]);
  const at = EXAMPLE.tenant.createdAt;
  for (const [index, { engine, example }] of STAND_INS.entries()) {
    const other = `01960000-0000-7000-8000-0000000001${String(index + 1).padStart(2, '0')}`;
    const id = engine === exampleInstance.engine ? exampleInstance.id : other;
    const path = `${engine}/main`;
    await putSecret(admin, PLATFORM, path, example.credentials);
    await putSecret(admin, EXAMPLE.tenant, `${engine}/tenant`, example.secrets);
    const instances = [[id, 'main']];
    if (engine === spareInstance.engine) instances.push([spareInstance.id, spareInstance.name]);
    for (const [instance, name] of instances)
      await admin.query(
        `insert into core.engine_instances (tenant_id, id, engine, name, kind, url, trusted, settings, secret_path,
           engine_version, capabilities, checked_at, created_at, updated_at)
         values ($1, $2, $3, $4, 'connected', $5, true, $6, $7, $8, $9, $10, $10, $10)`,
        [
          PLATFORM.id,
          instance,
          engine,
          name,
          example.url,
          JSON.stringify(example.settings),
          path,
          example.version,
          example.capabilities,
          at,
        ],
      );
    await admin.query(
      `insert into core.tenant_engines (tenant_id, engine, shared, instance_id, wanted, reached, usable, status, state,
         converged, observed_at, created_at, updated_at)
       values ($1, $2, true, $3, 'present', 'present', true, 'done', $4, 1, $5, $5, $5)`,
      [EXAMPLE.tenant.id, engine, id, JSON.stringify(example.state), at],
    );
  }
}
