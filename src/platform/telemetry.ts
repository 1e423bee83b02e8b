import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { createHistogram } from './histogram.ts';

/** OpenTelemetry's recommended buckets, in seconds. Labels never hold a tenant, person, URL or id. */
const HTTP_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const DATABASE_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];
const JOB_BUCKETS = [0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60, 300];

/** There from the start: what comes out of nothing is no increase to Prometheus. */
const WATCHED_REFUSALS = ['session.reuse_detected', 'login.failed', 'proof.failed'];
const WEBHOOK_RESULTS = ['delivered', 'retried', 'failed'];

/** What one look finds, by name of the metric. */
type Reading<N extends string> = Readonly<Record<N, number>>;
type Helps<N extends string> = Readonly<Record<N, string>>;

/** The metrics of one process. What isn't counted as it happens is looked up when somebody scrapes: `gauges`. */
export function createTelemetry() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = createHistogram({
    name: 'http_server_request_duration_seconds',
    help: 'Duration of HTTP requests by route template.',
    labels: ['method', 'route', 'status'],
    bounds: HTTP_BUCKETS,
  });
  const operations = createHistogram({
    name: 'smarteros_operation_duration_seconds',
    help: 'Duration of operations on all surfaces; result is ok or the code of the error.',
    labels: ['operation', 'result'],
    bounds: HTTP_BUCKETS,
  });
  const tools = createHistogram({
    name: 'mcp_server_operation_duration_seconds',
    help: 'Duration of MCP requests; error_type is empty when all went well.',
    labels: ['mcp_method_name', 'gen_ai_tool_name', 'error_type'],
    bounds: HTTP_BUCKETS,
  });
  const database = createHistogram({
    name: 'db_client_operation_duration_seconds',
    help: 'Duration of batches of statements (one round trip) by database role, without the wait for a connection.',
    labels: ['role'],
    bounds: DATABASE_BUCKETS,
  });
  const jobs = createHistogram({
    name: 'smarteros_job_duration_seconds',
    help: 'Duration of attempts at jobs; result is ok, dropped, postponed, cancelled or the code of the error.',
    labels: ['job', 'result'],
    bounds: JOB_BUCKETS,
  });
  const refusals = new Counter({
    name: 'smarteros_refused_acts_total',
    help: 'Refusals that stand in the audit: wrong codes, reused tokens and their like, by action.',
    labelNames: ['action'],
    registers,
  });
  const webhooks = new Counter({
    name: 'smarteros_webhook_attempts_total',
    help: 'Attempts at sending webhooks; result is delivered, retried or failed (given up).',
    labelNames: ['result'],
    registers,
  });
  for (const result of WEBHOOK_RESULTS) webhooks.inc({ result }, 0);
  for (const action of WATCHED_REFUSALS) refusals.inc({ action }, 0);
  const looks: (() => Promise<void>)[] = [];

  /** Gauges (name → help) that are filled by one look whenever somebody scrapes. A failed look keeps the old values. */
  function gauges<N extends string>(helps: Helps<N>, look: () => Promise<Reading<N>>): void {
    const made = Object.entries<string>(helps).map(([name, help]) => new Gauge({ name, help, registers }));
    const names = Object.keys(helps) as N[];
    looks.push(async () => {
      const reading = await look();
      for (const [i, gauge] of made.entries()) gauge.set(reading[names[i]!]);
    });
  }

  /** The same for several things that a label tells apart, by its value. */
  function gaugesBy<N extends string>(
    label: string,
    helps: Helps<N>,
    look: () => Readonly<Record<string, Reading<N>>>,
  ): void {
    const names = Object.keys(helps) as N[];
    const made = names.map((name) => new Gauge({ name, help: helps[name], labelNames: [label], registers }));
    looks.push(async () => {
      for (const [value, reading] of Object.entries(look()))
        for (const [i, gauge] of made.entries()) gauge.set({ [label]: value }, reading[names[i]!]);
    });
  }

  /** Prometheus' text format. */
  async function scrape(): Promise<string> {
    await Promise.allSettled(looks.map((look) => look()));
    const own = [requests, operations, tools, database, jobs].map((histogram) => histogram.text());
    return [await registry.metrics(), ...own].join('\n');
  }
  return {
    requests,
    operations,
    tools,
    database,
    jobs,
    refused: (action: string) => refusals.inc({ action }),
    webhook: (result: string) => webhooks.inc({ result }),
    gauges,
    gaugesBy,
    scrape,
    contentType: registry.contentType,
  };
}

export type Telemetry = ReturnType<typeof createTelemetry>;
