import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withoutLogin } from '#host/database-url.ts';
import { locatePostgres, postgresUrl } from '#host/postgres.ts';
import { superuserPassword } from '#host/postgres-password.ts';
import { childrenOf, commandLine, isRunning, processesIn, signal } from '#host/processes.ts';
import { type HostState, type ProcessName, readState } from '#host/state.ts';
import { type StatusReport, statusReport } from '#host/status.ts';
import { masterSecret } from '#platform/secrets.ts';
import { Companion } from './companion.ts';

const PROJECT = join(import.meta.dirname, '../..');
const LAUNCHER = join(PROJECT, 'smarteros');
const ENTRY = fileURLToPath(import.meta.resolve('./app/main.ts'));
/** Nothing of the user's own configuration gets in. */
const KEPT_ENVIRONMENT = /^(?:PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|LANG|LC_\w+|TZ)$/;
const NO_LIMIT = '1000000';
const COMMAND_LIMIT_MS = 130_000;
const POLL_MS = 20;

export interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One installation in a folder of its own, with the embedded database as people get it. */
export class System {
  readonly home: string;
  readonly port: number;
  readonly #env: NodeJS.ProcessEnv;
  readonly #guard: ChildProcess;

  static async create(): Promise<System> {
    return new System(realpathSync(mkdtempSync(join(tmpdir(), 'smarteros-faults-'))), await freePort());
  }

  constructor(home: string, port: number) {
    this.home = home;
    this.port = port;
    const kept = Object.entries(process.env).filter(([name]) => KEPT_ENVIRONMENT.test(name));
    this.#env = {
      ...Object.fromEntries(kept),
      SMARTEROS_HOME: home,
      SMARTEROS_PORT: String(port),
      SMARTEROS_RATE_LIMIT_KEY: NO_LIMIT,
      SMARTEROS_RATE_LIMIT_TENANT: NO_LIMIT,
      SMARTEROS_RATE_LIMIT_IP: NO_LIMIT,
    };
    this.#guard = guard(home, this.#env);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** `up --detach`, as `./smarteros` does it. */
  up(): Promise<Output> {
    return run(process.execPath, [ENTRY, 'up', '--detach'], this.#env);
  }

  /** One more worker on the same database. */
  companion(): Companion {
    const url = this.state()!.databaseUrl;
    return new Companion({
      entry: ENTRY,
      home: this.home,
      env: { ...this.#env, DATABASE_URL: withoutLogin(url) },
    });
  }

  /** As its superuser. */
  databaseUrl(): string {
    return postgresUrl(locatePostgres(this.home), superuserPassword(masterSecret({ home: this.home })));
  }

  /** Any other command, as a person types it. */
  smarteros(...args: string[]): Promise<Output> {
    return run(LAUNCHER, args, this.#env);
  }

  /** The answer of an operation. @throws Error with what the command said */
  async operate<T>(...args: string[]): Promise<T> {
    const { code, stdout, stderr } = await this.smarteros(...args, '--json');
    if (code !== 0) throw new Error(`smarteros ${args.join(' ')}: ${stderr || stdout}`);
    return JSON.parse(stdout) as T;
  }

  /** What `status --json` prints; asked for too often to start a process each time. */
  status(): StatusReport {
    return statusReport(this.home);
  }

  state(): HostState | undefined {
    return readState(this.home);
  }

  /** The process of that name that runs now. */
  find(name: ProcessName): number | undefined {
    const found = this.state()?.processes.find((one) => one.name === name);
    return found && isRunning(found.id) ? found.id.pid : undefined;
  }

  /** The server's processes, its first one first. */
  database(): number[] {
    const first = this.find('postgres');
    return first === undefined ? [] : [first, ...childrenOf(first)];
  }

  /** All processes of that name, whether a supervisor has told of them or not. */
  working(name: 'api' | 'worker'): number[] {
    return processesIn(this.home).filter((pid) => commandLine(pid).at(-1) === name);
  }

  /** Waits for something to become true; false after `limitMs`. */
  async until(holds: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
    const end = performance.now() + limitMs;
    while (!(await holds())) {
      if (performance.now() > end) return false;
      await sleep(POLL_MS);
    }
    return true;
  }

  untilRunning(limitMs: number): Promise<boolean> {
    return this.until(() => this.status().status === 'running', limitMs);
  }

  /** Everything that still works in this installation's folders. */
  left(): number[] {
    const { dataDir } = locatePostgres(this.home);
    return [...processesIn(this.home), ...(existsSync(dataDir) ? processesIn(dataDir) : [])];
  }

  /** Ends processes that are left, e.g. those that nobody supervises any more. */
  async clear(): Promise<void> {
    for (const pid of this.left()) signal(pid, 'SIGKILL');
    await this.until(() => this.left().length === 0, COMMAND_LIMIT_MS);
  }

  keepLogs(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(this.home, 'logs'), folder, { recursive: true });
  }

  /** Removes the folder as well. */
  async remove(): Promise<void> {
    await this.clear();
    this.#guard.stdin?.end();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** A shell that waits for the end of its input, which comes when we end in whatever way; then it ends the system. */
function guard(home: string, env: NodeJS.ProcessEnv): ChildProcess {
  const script = 'cat; [ -d "$2" ] || exit 0; "$1" down; rm -rf "$2"';
  const shell = spawn('sh', ['-c', script, 'sh', LAUNCHER, home], {
    cwd: '/',
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  (shell.stdin as Socket).unref();
  return shell;
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Output> {
  return new Promise((resolve) => {
    const options = { cwd: '/', env, timeout: COMMAND_LIMIT_MS };
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
