import type { Log } from '#core/context.ts';
import type { Config } from '#platform/config.ts';
import { useTracer } from '#platform/tracing.ts';
import { VERSION } from './version.ts';

/**
 * Sends traces when a collector is configured, and loads nothing otherwise. Before API or worker are made.
 * Answers what ends it.
 */
export async function startTracing(config: Config, service: string, log: Log): Promise<() => Promise<void>> {
  if (!config.otlp) return async () => {};
  const { createTracing } = await import('#platform/otlp.ts');
  const tracing = createTracing({
    ...config.otlp,
    service,
    version: VERSION,
    onTrouble: (error) => log.warn({ err: error }, 'the collector of traces can’t be reached'),
  });
  useTracer(tracing.tracer);
  return async () => {
    useTracer(undefined);
    await tracing.stop();
  };
}
