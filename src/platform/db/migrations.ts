import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

const FOLDER = join(import.meta.dirname, '../../../migrations');

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The schema is newer than this program, or history was rewritten: nothing was changed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export async function migrationFiles(folder = FOLDER): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
}

/** What the database still lacks. @throws MigrationError */
export async function pendingOf(
  client: pg.Client,
  files: readonly MigrationFile[],
): Promise<MigrationFile[]> {
  const { rows: meta } = await client.query<{ there: boolean }>(
    `select to_regclass('smarteros_meta.migrations') is not null as there`,
  );
  if (!meta[0]!.there) return [...files];
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from smarteros_meta.migrations order by number',
  );
  const known = new Map(files.map((file) => [file.number, file]));
  for (const row of rows) {
    const file = known.get(row.number);
    if (!file) {
      throw new MigrationError(
        `The database has migration ${row.name}, which this SmarterOS doesn’t know: it was used by a newer release. Start that release, or restore a backup made before it.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        `Migration ${row.name} was changed after it had been applied. Migrations are forward only: restore the file and add a new one.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.number));
  return files.filter((file) => !applied.has(file.number));
}
