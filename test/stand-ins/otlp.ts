import { text } from 'node:stream/consumers';
import { serve } from './serve.ts';

/** A span as a collector is told of it (OTLP over HTTP, JSON), with its attributes as an object. */
export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  /** 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  readonly kind: number;
  readonly service: string;
  readonly failed: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

type Pairs = readonly { key: string; value: Record<string, unknown> }[];
const toObject = (pairs: Pairs): Record<string, unknown> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]));

interface Request {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Pairs };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ReceivedSpan, 'service' | 'attributes' | 'failed'> & {
        readonly attributes?: Pairs;
        readonly status?: { readonly code?: number };
        readonly startTimeUnixNano: string;
        readonly endTimeUnixNano: string;
      })[];
    }[];
  }[];
}

const HEX_TRACE = /^[0-9a-f]{32}$/;
const HEX_SPAN = /^[0-9a-f]{16}$/;
const ERROR = 2;

/** A collector that refuses what the specification doesn't allow. Answers `status` when that is set. */
export async function startCollector() {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const headers: Record<string, unknown>[] = [];
  const state: { status: number | undefined } = { status: undefined };

  function take(body: string): void {
    const request = JSON.parse(body) as Request;
    for (const { resource, scopeSpans } of request.resourceSpans) {
      const service = String(toObject(resource.attributes)['service.name']);
      for (const { attributes = [], status, ...span } of scopeSpans.flatMap((scope) => scope.spans)) {
        if (!HEX_TRACE.test(span.traceId) || !HEX_SPAN.test(span.spanId)) throw new Error('no id');
        if (BigInt(span.endTimeUnixNano) < BigInt(span.startTimeUnixNano)) throw new Error('ends too early');
        spans.push({ ...span, service, failed: status?.code === ERROR, attributes: toObject(attributes) });
      }
    }
  }

  const server = await serve((request, response) => {
    void (async () => {
      const body = await text(request);
      headers.push(request.headers);
      if (state.status !== undefined) return response.writeHead(state.status).end();
      if (request.url !== '/v1/traces' || request.headers['content-type'] !== 'application/json')
        return response.writeHead(415).end();
      try {
        take(body);
        bodies.push(body);
        return response.writeHead(200, { 'content-type': 'application/json' }).end('{"partialSuccess":{}}');
      } catch {
        return response.writeHead(400).end();
      }
    })();
  });
  return Object.assign(server, { spans, bodies, headers, state });
}
