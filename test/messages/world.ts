import pg from 'pg';
import { listJobs } from '#app/jobs.ts';
import { connectEngines } from '#app/engines.ts';
import { notifier } from '#features/notifications/index.ts';
import { tmpdir } from 'node:os';
import { createIdentity } from '#app/identity.ts';
import type { Clock } from '#core/clock.ts';
import { createWorker, type Worker } from '#kernel/worker.ts';
import type { ScheduledJob } from '#core/job.ts';
import { jobTask } from '#kernel/jobs.ts';
import { PLATFORM } from '#core/platform.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool, roleUrl } from '#platform/db/pool.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';
import type { Line } from '#test/jobs/company.ts';
import { envelope, GraphStandIn, signed } from '#test/stand-ins/graph.ts';
import { smtpStandIn } from '#test/stand-ins/smtp.ts';

/** API, worker and stand-ins of WhatsApp and a mail server, over one database. Its clock can be moved. */
export class World {
  readonly t: TestApi;
  readonly graph: GraphStandIn;
  readonly mail: Awaited<ReturnType<typeof smtpStandIn>>;
  readonly admin: pg.Pool;
  readonly lines: Line[] = [];
  movedMs = 0;
  readonly #settings: Record<string, string>;
  readonly #stops: (() => Promise<unknown>)[] = [];

  static async build(settings: Record<string, string> = {}): Promise<World> {
    const graph = await GraphStandIn.start();
    const mail = await smtpStandIn();
    const all = {
      ...graph.settings,
      SMTP_URL: mail.url,
      SMTP_FROM: 'SmarterOS <hola@example.cl>',
      ADMIN_EMAIL: 'operator@example.cl',
      ...settings,
    };
    // Held back until there is a world whose clock it is.
    const world: { it?: World } = {};
    const clock: Clock = {
      now: () => world.it?.clock.now() ?? systemClock.now(),
      id: () => systemClock.id(),
    };
    const t = await createTestApi({ clock, settings: all });
    return (world.it = new World(t, graph, mail, all));
  }

  private constructor(
    t: TestApi,
    graph: GraphStandIn,
    mail: Awaited<ReturnType<typeof smtpStandIn>>,
    settings: Record<string, string>,
  ) {
    this.t = t;
    this.graph = graph;
    this.mail = mail;
    this.#settings = settings;
    this.admin = new pg.Pool({ connectionString: t.database.url });
  }

  readonly clock: Clock = {
    now: () => new Date(systemClock.now().getTime() + this.movedMs),
    id: () => systemClock.id(),
  };

  #log(level: string) {
    return (fields: object, message: string): void =>
      void this.lines.push({ level, message, fields: { ...fields } });
  }

  #host() {
    const url = this.t.database.url;
    const pool = (role: 'app' | 'identity' | 'operator' | 'relay') => {
      const made = createPool({ url, secret: SECRET, role, max: 6 });
      this.#stops.push(() => made.end());
      return made;
    };
    const pools = {
      app: pool('app'),
      identity: pool('identity'),
      operator: pool('operator'),
      relay: pool('relay'),
    };
    const secret = Buffer.from(SECRET.toString());
    const { parts, keys, checkpoints } = createIdentity({
      otp: { countries: ['CL'], dailySends: 1000 },
      mails: true,
      pool: pools.identity,
      secret,
      home: tmpdir(),
      issuer: 'http://localhost',
      clock: this.clock,
    });
    const log = {
      debug: this.#log('debug'),
      info: this.#log('info'),
      warn: this.#log('warn'),
      error: this.#log('error'),
    };
    const jobs = listJobs({
      ...parts,
      keys,
      checkpoints,
      development: false,
      publicUrl: 'http://localhost',
      ...notifier({
        development: false,
        template: undefined,
        people: pools.identity,
        publicUrl: 'http://localhost',
      }),
    });
    return { pools, jobs, log, clock: this.clock, capability: connectEngines(this.#settings) };
  }

  async startWorker(): Promise<Worker> {
    const host = this.#host();
    const worker = await createWorker({
      ...host,
      directUrl: roleUrl(this.t.database.url, SECRET, 'relay'),
      concurrency: 4,
    });
    this.#stops.unshift(() => worker.stop());
    return worker;
  }

  /** Runs a job of the clock once, in the platform's tenant. */
  async runScheduled(name: string): Promise<void> {
    const { pools, jobs, ...host } = this.#host();
    const job = jobs.find((one): one is ScheduledJob => one.name === name)!;
    const task = jobTask(job, {
      ...host,
      pool: pools.app,
      identity: pools.identity,
      operator: pools.operator,
      afterEvents: () => {},
    });
    const attempt = {
      jobId: '1',
      number: 1,
      of: 1,
      signal: new AbortController().signal,
      postpone: () => Promise.resolve(),
    };
    await task({ tenantId: PLATFORM.id }, attempt);
  }

  /** A webhook call as Meta makes it. */
  async webhook(value: object, signature?: string): Promise<Answer> {
    const call = signed(envelope(value));
    const response = await this.t.api.server.inject({
      method: 'POST',
      url: '/webhooks/whatsapp',
      headers: {
        'content-type': 'application/json',
        'x-hub-signature-256': signature ?? call.signature,
      },
      payload: call.body,
    });
    return { status: response.statusCode, headers: response.headers, body: response.body };
  }

  async rows<R extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.admin.query(sql, values)).rows as R[];
  }

  /** Every waiting job becomes due, so that no test waits for a retry. */
  async hurry(): Promise<void> {
    await this.admin.query(
      `update graphile_worker._private_jobs set run_at = now() - interval '1 s' where locked_at is null and run_at > now()`,
    );
  }

  async stop(): Promise<void> {
    for (const stop of this.#stops) await stop();
    await this.admin.end();
    await this.t.stop();
    await this.graph[Symbol.asyncDispose]();
    await this.mail[Symbol.asyncDispose]();
  }
}
