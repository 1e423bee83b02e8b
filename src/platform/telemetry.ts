import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { createHistogram } from './histogram.ts';

/** OpenTelemetry's recommended buckets, in seconds. Labels never hold a tenant, person, URL or id. */
const HTTP_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** What one look finds, by name of the metric. */
type Reading = Readonly<Record<string, number>>;

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
    help: 'Duration of operations on all surfaces.',
    labels: ['operation', 'result'],
    bounds: HTTP_BUCKETS,
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
    return `${await registry.metrics()}\n${requests.text()}\n${operations.text()}`;
  }
  return { requests, operations, gauges, scrape, contentType: registry.contentType };
}
