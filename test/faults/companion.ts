import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const RESTART_MS = 200;
const READY = '"msg":"worker ready"';

/** A second worker beside the supervised one, as on another machine; started again whenever it ends. */
export class Companion {
  #child: ChildProcess | undefined;
  #ready = false;
  #stopping = false;
  #retry: NodeJS.Timeout | undefined;
  readonly #entry: string;
  readonly #home: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(options: { entry: string; home: string; env: NodeJS.ProcessEnv }) {
    this.#entry = options.entry;
    this.#home = options.home;
    this.#env = options.env;
    this.#start();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get ready(): boolean {
    return this.#ready;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#retry);
    const child = this.#child;
    if (!child) return;
    child.kill();
    await once(child, 'exit');
  }

  #start(): void {
    const child = spawn(process.execPath, [this.#entry, 'worker'], {
      cwd: this.#home,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#ready = false;
    const log = join(this.#home, 'logs', 'second-worker.log');
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        appendFileSync(log, text);
        this.#ready ||= text.includes(READY);
      });
    }
    child.once('exit', () => {
      this.#child = undefined;
      this.#ready = false;
      if (!this.#stopping) this.#retry = setTimeout(() => this.#start(), RESTART_MS);
    });
  }
}
