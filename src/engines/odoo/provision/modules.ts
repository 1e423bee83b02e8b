import { engineError } from '#core/engine-errors.ts';
import type { Records } from '#engines/odoo/records.ts';

const INSTALL_MS = 200_000;

export async function missingModules(
  records: Records,
  wanted: readonly string[],
): Promise<{ id: number; name: string }[]> {
  const rows = await records.find('ir.module.module', [['name', 'in', wanted]], ['name', 'state']);
  const unknown = wanted.filter((name) => !rows.some((row) => row['name'] === name));
  if (unknown.length > 0)
    throw engineError('engine_unsupported', `This Odoo has no module ${unknown.join(', ')}.`);
  return rows
    .filter(({ state }) => state !== 'installed')
    .map(({ id, name }) => ({ id: id as number, name: name as string }));
}

export async function installModules(records: Records, wanted: readonly string[]): Promise<void> {
  const missing = await missingModules(records, wanted);
  if (missing.length === 0) return;
  await records.call(
    'ir.module.module',
    'button_immediate_install',
    missing.map(({ id }) => id),
    INSTALL_MS,
  );
}
