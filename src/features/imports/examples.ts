import { EXAMPLE } from '#core/example.ts';
import type { Import } from './schema.ts';

export const exampleText = 'Nombre;Correo;RUT\nLuis Soto;luis@example.com;22.222.222-2\nEva Ríos;eva;\n';

/** The example tenant's two imports: one that waits to be started, and one that is done. */
export const uploading: Import = {
  id: EXAMPLE.importId,
  state: 'uploading',
  format: 'csv',
  fileName: 'clientes.csv',
  bytes: Buffer.byteLength(exampleText),
  parts: 1,
  rows: 0,
  total: 0,
  created: 0,
  updated: 0,
  skipped: 0,
  failed: 0,
  undone: 0,
  conflicts: 0,
  failure: null,
  createdAt: EXAMPLE.tenant.createdAt,
  startedAt: null,
  finishedAt: null,
};

export const finished: Import = {
  ...uploading,
  id: EXAMPLE.finishedImportId,
  state: 'finished',
  fileName: 'proveedores.csv',
  rows: 3,
  total: 3,
  created: 2,
  failed: 1,
  conflicts: 1,
  startedAt: EXAMPLE.tenant.createdAt,
  finishedAt: EXAMPLE.tenant.createdAt,
};
