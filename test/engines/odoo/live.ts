import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { initPostgres, locatePostgres, startPostgres, stopPostgres } from '#host/postgres.ts';
import { removeAfterUs, trusting } from '#test/harness/cluster.ts';

/** Kept between runs, outside of the project: 2 GB. */
const FOLDER = '/var/tmp/smarteros-engines/odoo';
const ROOT = join(FOLDER, 'root');
const START_MS = 60_000;
const POLL_MS = 100;
const NOT_HERE = 3;

const MASTER_PASSWORD = 'master-of-the-live-odoo';

/** Puts Odoo 19 on this machine, once. @returns why it can't be had here, or undefined */
export function install(): string | undefined {
  const { status, stderr } = spawnSync('bash', [join(import.meta.dirname, 'install.sh'), FOLDER], {
    encoding: 'utf8',
  });
  if (status === 0) return undefined;
  const reason = stderr.trim().split('\n').at(-1) ?? '';
  if (status === NOT_HERE) return reason;
  throw new Error(`Odoo could not be installed: ${reason}`);
}

export interface LiveOdoo {
  readonly url: string;
  readonly masterPassword: string;
  /** The end of what it wrote to its log. */
  readonly log: string;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A PostgreSQL of its own that Odoo reaches from inside its root: over loopback, with no password. */
async function startDatabase(home: string) {
  const place = locatePostgres(home);
  removeAfterUs(place);
  await initPostgres(place, { sync: false });
  const { hba_file = '' } = trusting(place);
  appendFileSync(hba_file, 'host all odoo 127.0.0.1/32 trust\n');
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    hba_file,
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '100',
  };
  await startPostgres(place, { settings });
  const admin = new pg.Client({ host: place.socketDir, port, user: 'postgres', database: 'postgres' });
  await admin.connect();
  await admin.query('create role odoo login createdb');
  await admin.end();
  return {
    port,
    stop: async () => {
      await stopPostgres(place);
      for (const folder of [place.dataDir, place.socketDir, place.root])
        rmSync(folder, { recursive: true, force: true });
    },
  };
}

const CONFIG = (port: number, database: number, folder: string) => `[options]
admin_passwd = ${MASTER_PASSWORD}
db_host = 127.0.0.1
db_port = ${database}
db_user = odoo
db_password = False
http_interface = 127.0.0.1
http_port = ${port}
data_dir = ${folder}
list_db = True
server_wide_modules = base,rpc,web,auth_oauth
workers = 0
max_cron_threads = 0
log_level = warn
`;

/** A real Odoo 19 on loopback with no databases, which ends with us whatever becomes of us. */
export async function start(): Promise<LiveOdoo> {
  if (!existsSync(join(FOLDER, 'ready'))) throw new Error('Odoo is not installed: call install() first');
  const home = mkdtempSync(join(tmpdir(), 'smarteros-odoo-'));
  const database = await startDatabase(home);
  const port = await freePort();
  const config = `/etc/odoo/smarteros-${port}.conf`;
  const folder = `/var/lib/odoo/smarteros-${port}`;
  writeFileSync(join(ROOT, config), CONFIG(port, database.port, folder));
  const log = join(home, 'odoo.log');
  const output = openSync(log, 'a');
  const odoo: ChildProcess = spawn(
    'unshare',
    // It asks /proc about itself; mounted for it alone, so that nothing is left behind.
    ['--mount', 'sh', '-c', 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"', ROOT]
      .concat('setpriv', '--reuid=odoo', '--regid=odoo', '--clear-groups', '--pdeathsig=KILL')
      // What it would tell its makers goes nowhere.
      .concat(
        'env',
        '-i',
        'PATH=/usr/bin:/bin',
        'LANG=C.UTF-8',
        'HOME=/var/lib/odoo',
        'PYTHONDONTWRITEBYTECODE=1',
      )
      .concat('http_proxy=http://127.0.0.1:9', 'https_proxy=http://127.0.0.1:9', 'no_proxy=127.0.0.1')
      .concat('odoo', '-c', config),
    { stdio: ['ignore', output, output] },
  );
  const ended = once(odoo, 'exit');
  const stop = async (): Promise<void> => {
    if (odoo.exitCode === null && odoo.signalCode === null) {
      odoo.kill('SIGKILL');
      await ended;
    }
    await database.stop();
    rmSync(join(ROOT, config), { force: true });
    rmSync(join(ROOT, folder), { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const end = performance.now() + START_MS;
  while (!(await answers(url))) {
    if (odoo.exitCode !== null || performance.now() > end) {
      const words = spawnSync('tail', ['-n', '15', log], { encoding: 'utf8' }).stdout;
      await stop();
      throw new Error(`Odoo did not start:\n${words}`);
    }
    await sleep(POLL_MS);
  }
  return { url, masterPassword: MASTER_PASSWORD, log, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/web/health`)).ok;
  } catch {
    return false;
  }
}
