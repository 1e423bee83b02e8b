import { release } from 'node:os';
import { join } from 'node:path';

/** Since 5.8 Linux tells a syncfs of errors that it met while writing. */
const SYNCFS_SINCE = { major: 5, minor: 8 };

function canSyncWhole(): boolean {
  const [major = 0, minor = 0] = release().split('.').map(Number);
  return major > SYNCFS_SINCE.major || (major === SYNCFS_SINCE.major && minor >= SYNCFS_SINCE.minor);
}

/**
 * Settings of the embedded server: small at rest, durable, and ready for backups (wal_level) without a restart.
 * An owner of the machine overrides them in `custom.conf` beside the data, or by ALTER SYSTEM.
 */
const DEFAULTS: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '96MB',
  work_mem: '4MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  max_parallel_workers_per_gather: '1',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '2',
  synchronous_commit: 'on',
  wal_level: 'replica',
  max_wal_senders: '2',
  min_wal_size: '80MB',
  max_wal_size: '512MB',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'iso, mdy',
  lc_messages: 'C',
  lc_monetary: 'C',
  lc_numeric: 'C',
  lc_time: 'C',
  default_text_search_config: 'pg_catalog.simple',
  // After a crash a thousand files are to be on disk before anything else: one by one that takes seconds on a busy disk.
  recovery_init_sync_method: canSyncWhole() ? 'syncfs' : 'fsync',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] %q%u@%d ',
  // DETAIL lines repeat the values of a violated key: personal data has no place in a log.
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const quote = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * The text of the generated settings file, read by the `postgresql.conf` of `MAIN_CONF`. The access rules are a file of
 * our own as well: a release before them writes settings without it, and finds its own as they were.
 */
export function renderSettings(
  { socketDir, dataDir }: { socketDir: string; dataDir: string },
  extra: Record<string, string> = {},
): string {
  const settings = {
    ...DEFAULTS,
    unix_socket_directories: socketDir,
    [ACCESS_SETTING]: join(dataDir, ACCESS_FILE),
    ...extra,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quote(value)}`);
  return ['# Written by SmarterOS at every start. Put your own settings in custom.conf.', ...lines, ''].join(
    '\n',
  );
}

export const SETTINGS_FILE = 'smarteros.conf';
export const CUSTOM_FILE = 'custom.conf';

export const MAIN_CONF = `include '${SETTINGS_FILE}'\ninclude '${CUSTOM_FILE}'\n`;
export const CUSTOM_CONF =
  '# Settings of your own, one "name = value" a line; they win over SmarterOS. Then restart.\n';

export const ACCESS_SETTING = 'hba_file';
export const ACCESS_FILE = 'access.conf';
/** The socket's folder keeps other users out, and the password what runs as ours: an engine beside us has its own login. */
export const ACCESS_CONF = 'local all all scram-sha-256\n';
