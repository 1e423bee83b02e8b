import { parseArgs } from 'node:util';
import { loadConfig } from '#platform/config.ts';
import { migrate, MigrationError, pendingMigrations } from '#platform/db/migrate.ts';
import { masterSecret } from '#platform/secrets.ts';

/** The schema is newer than this program (as graphile-worker's own exit code). */
const EXIT_REFUSED = 57;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `migrate` applies what is pending; `migrate --check` only tells (exit code 1 when something is pending). */
export async function runMigrate(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } });
  const config = loadConfig();
  const url = config.databaseDirectUrl ?? config.databaseUrl;
  if (!url) throw new Error('DATABASE_URL is not set');
  try {
    if (values.check) {
      const pending = await pendingMigrations(url);
      say(pending.length === 0 ? 'The schema is up to date.' : `Pending: ${pending.join(', ')}`);
      return pending.length === 0 ? 0 : 1;
    }
    const { applied } = await migrate({ url, secret: masterSecret(config) });
    say(applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.join(', ')}`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof MigrationError ? error.message : String(error)}\n`);
    return error instanceof MigrationError ? EXIT_REFUSED : 1;
  }
}
