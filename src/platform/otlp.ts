import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type SpanExporter,
} from '@opentelemetry/sdk-trace';
import { httpRequest } from './http.ts';
import { inside, type Span, type SpanOptions, type Tracer } from './tracing.ts';

/** Loaded only when traces are sent (`startTracing`): it costs 25 MB. */

const SAMPLED = 1;
const SUCCESS = 0;
const FAILED = 1;
/** How late a span can be at the collector. */
const DELAY_MS = 2_000;
/** Spans beyond are dropped: a collector that is down must not take our memory. */
const QUEUE_SPANS = 8_192;
const BATCH_SPANS = 512;
const EXPORT_TIMEOUT_MS = 10_000;
const MAX_VALUE_CHARS = 256;

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  producer: SpanKind.PRODUCER,
} as const;

export interface TracingOptions {
  /** Without `/v1/traces`. */
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From 0 to 1, of traces that begin with us; who hands us a trace decides for it. */
  readonly ratio: number;
  readonly service: string;
  readonly version: string;
  /** Shorter for tests. */
  readonly delayMs?: number;
  /** Told once of each outage. */
  readonly onTrouble: (error: unknown) => void;
}

export interface Tracing {
  readonly tracer: Tracer;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** OTLP over HTTP in JSON. Through our own door, so that its time and size are bounded like everybody's. */
function exporter({ endpoint, headers, onTrouble }: TracingOptions): SpanExporter {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const decoder = new TextDecoder();
  let troubled = false;
  const send = async (body: string): Promise<void> => {
    const { status } = await httpRequest({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      timeoutMs: EXPORT_TIMEOUT_MS,
      retry: { attempts: 3, totalMs: EXPORT_TIMEOUT_MS, repeatable: true },
    });
    if (status >= 300) throw new Error(`the collector answered ${status}`);
  };
  const tried = async (body: string): Promise<number> => {
    try {
      await send(body);
      troubled = false;
      return SUCCESS;
    } catch (error) {
      if (!troubled) onTrouble(error);
      troubled = true;
      return FAILED;
    }
  };
  return {
    export(spans, done) {
      const bytes = JsonTraceSerializer.serializeRequest(spans);
      if (!bytes) return done({ code: FAILED });
      // Without a span around it: sending spans must not make spans.
      return void inside(undefined, async () => done({ code: await tried(decoder.decode(bytes)) }));
    },
    shutdown: () => Promise.resolve(),
  };
}

export function createTracing(options: TracingOptions): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'smarteros',
      'service.name': options.service,
      'service.version': options.version,
      'process.pid': process.pid,
    }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.ratio) }),
    spanLimits: { attributeValueLengthLimit: MAX_VALUE_CHARS },
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: exporter(options),
        maxQueueSize: QUEUE_SPANS,
        maxExportBatchSize: BATCH_SPANS,
        scheduledDelayMillis: options.delayMs ?? DELAY_MS,
        exportTimeoutMillis: EXPORT_TIMEOUT_MS,
      }),
    ],
  });
  const otel = provider.getTracer('smarteros', options.version);

  function start(name: string, { attributes, kind = 'internal', parent }: SpanOptions, around?: Span): Span {
    const from = parent ?? around?.traceparent;
    const context =
      from === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextOf(from, !parent));
    const made = otel.startSpan(name, { kind: KINDS[kind], ...(attributes && { attributes }) }, context);
    const { traceId, spanId, traceFlags } = made.spanContext();
    return {
      traceId,
      spanId,
      traceparent: `00-${traceId}-${spanId}-${(traceFlags & SAMPLED).toString(16).padStart(2, '0')}`,
      set: (more) => void made.setAttributes(more),
      fail: (type) => void made.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR }),
      end: () => made.end(),
    };
  }

  return { tracer: { start }, stop: () => provider.shutdown() };
}

function contextOf(traceparent: string, local: boolean) {
  const [, traceId = '', spanId = '', flags = ''] = traceparent.split('-');
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & SAMPLED, isRemote: !local };
}
