import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Where everybody begins spans. While no collector is configured, nothing is loaded and `span` only calls its function.
 * Attributes never hold a secret, a body, a person's number, mail or name, or a whole URL.
 */

type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanOptions {
  readonly attributes?: Attributes;
  /** `server` and `consumer` begin here what somebody else asked for; `client` and `producer` ask somebody else. */
  readonly kind?: 'internal' | 'server' | 'client' | 'consumer' | 'producer';
  /** A traceparent that came from elsewhere; the span around this one otherwise. */
  readonly parent?: string | undefined;
  /** Only inside another span: alone it would say nothing. */
  readonly within?: true;
}

export interface Span {
  /** W3C. */
  readonly traceparent: string;
  readonly traceId: string;
  readonly spanId: string;
  set(attributes: Attributes): void;
  /** Marks what it stands for as failed; `type` is a code, never a message. */
  fail(type: string): void;
  end(): void;
}

/** What a tracing library is to us. */
export interface Tracer {
  start(name: string, options: SpanOptions, around: Span | undefined): Span;
}

const VERSION_PARENT_FLAGS = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
/** A traceparent that we can go on with; anything else is as good as none. */
export const isTraceparent = (text: unknown): text is string =>
  typeof text === 'string' && VERSION_PARENT_FLAGS.test(text);

let tracer: Tracer | undefined;
const current = new AsyncLocalStorage<Span | undefined>();

/** Set before API or worker are made, which ask `isTracing` once. */
export function useTracer(next: Tracer | undefined): void {
  tracer = next;
}
export const isTracing = (): boolean => tracer !== undefined;

/** The present span's traceparent, for whatever goes on elsewhere. */
export const traceparent = (): string | undefined => tracer && current.getStore()?.traceparent;
export const currentSpan = (): Span | undefined => tracer && current.getStore();

/** Runs `work` with that span around it; undefined: with none. */
export const inside = <T>(around: Span | undefined, work: () => T): T => current.run(around, work);

/** Begins a span that the caller ends; undefined while nothing is traced. */
export const begin = (name: string, options: SpanOptions): Span | undefined =>
  tracer?.start(name, options, current.getStore());

/** Runs `work` inside a span that ends with it. What it throws marks the span, by its code or name, and goes on. */
export function span<T>(name: string, options: SpanOptions, work: (span?: Span) => Promise<T>): Promise<T> {
  if (!tracer) return work();
  const around = current.getStore();
  if (options.within && !around) return work();
  const started = tracer.start(name, options, around);
  return current.run(started, async () => {
    try {
      return await work(started);
    } catch (error) {
      started.fail(typeOf(error));
      throw error;
    } finally {
      started.end();
    }
  });
}

function typeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string') return code;
  return typeof name === 'string' ? name : typeof error;
}
