import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** OpenTelemetry's recommended buckets, in seconds. Labels never hold a tenant, person, URL or id. */
const HTTP_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

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
  /** A number that is asked for when somebody looks. */
  const gauge = (name: string, help: string, collect: () => number | Promise<number>): void => {
    const made: Gauge = new Gauge({ name, help, registers, collect: async () => made.set(await collect()) });
  };
  return { registry, requests, operations, gauge };
}
