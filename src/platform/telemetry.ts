import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** OpenTelemetry's recommended buckets, in seconds. Labels never hold a tenant, person, URL or id. */
const HTTP_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** What one look finds, by name of the metric. */
type Reading = Readonly<Record<string, number>>;

export function createTelemetry() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Duration of HTTP requests by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: HTTP_BUCKETS,
    registers,
  });
  const operations = new Histogram({
    name: 'smarteros_operation_duration_seconds',
    help: 'Duration of operations on all surfaces.',
    labelNames: ['operation', 'result'],
    buckets: HTTP_BUCKETS,
    registers,
  });
  const looks: (() => Promise<void>)[] = [];

  /** Gauges (name → help) that are filled by one look whenever somebody scrapes. A failed look keeps the old values. */
  function gauges<N extends string>(
    helps: Readonly<Record<N, string>>,
    look: () => Promise<Record<N, number>>,
  ): void {
    const made = new Map(
      Object.entries<string>(helps).map(([name, help]) => [name, new Gauge({ name, help, registers })]),
    );
    looks.push(async () => {
      const reading: Reading = await look();
      for (const [name, gauge] of made) gauge.set(reading[name]!);
    });
  }

  /** Prometheus' text format. */
  async function scrape(): Promise<string> {
    await Promise.allSettled(looks.map((look) => look()));
    return registry.metrics();
  }
  return { requests, operations, gauges, scrape, contentType: registry.contentType };
}
