import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '#host/home.ts';
import type { PostgresPlace } from '#host/postgres-place.ts';
import { ACCESS_SETTING, SETTINGS_FILE } from '#host/postgres-settings.ts';
import { deriveSecret } from '#platform/secrets.ts';

/** Of the embedded database's superuser: derived, as those of its other roles (platform/db/pool.ts). */
export const superuserPassword = (secret: Buffer): string => deriveSecret(secret, 'database superuser');

/** For whoever asks the database by hand: PGPASSFILE of libpq. */
export function writePasswordFile({ home, socketDir }: PostgresPlace, password: string): void {
  const folder = socketDir.replace(/[\\:]/g, '\\$&');
  writeWhole(join(home, 'pgpass'), `${folder}:*:*:postgres:${password}\n`);
}

/** Beside the data: which password the superuser has. */
export const PASSWORD_MARK = 'superuser.mark';
/** Tells passwords apart and nobody what they are. */
export const markOf = (password: string): string =>
  `${deriveSecret(Buffer.from(password), 'database superuser’s password is set')}\n`;

/** Whether the superuser has this password, and the server, if it runs, asks everybody for theirs. */
export function isClosed(place: PostgresPlace, password: string): boolean {
  const read = (name: string): string => {
    const path = join(place.dataDir, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  // Each start of whatever release writes its settings first, so they are those that it runs with.
  return read(PASSWORD_MARK) === markOf(password) && read(SETTINGS_FILE).includes(`\n${ACCESS_SETTING} = `);
}
