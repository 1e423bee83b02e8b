import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Where a counter stands after a call. */
export interface LimitState {
  readonly name: string;
  readonly quota: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** A fixed-window counter per key; in memory here, shared between replicas once it stands on Redis. */
export interface Limiter {
  /** Counts one call. `exceeded` says that it is over the quota. */
  take(key: string): Promise<LimitState & { exceeded: boolean }>;
  /** Where the key stands, without counting. */
  peek(key: string): Promise<LimitState & { exceeded: boolean }>;
}

const MS_PER_SECOND = 1000;

export function memoryLimiter(name: string, quota: number, windowSeconds: number): Limiter {
  const limiter = new RateLimiterMemory({ points: quota, duration: windowSeconds });
  const state = (result: RateLimiterRes | null): LimitState & { exceeded: boolean } => ({
    name,
    quota,
    windowSeconds,
    remaining: Math.max(0, result?.remainingPoints ?? quota),
    resetSeconds: result ? Math.ceil(result.msBeforeNext / MS_PER_SECOND) : windowSeconds,
    exceeded: (result?.consumedPoints ?? 0) > quota,
  });
  return {
    async take(key) {
      try {
        return state(await limiter.consume(key));
      } catch (refused) {
        // The library rejects with its result, not with an error, when the quota is spent.
        if (refused instanceof RateLimiterRes) return state(refused);
        throw refused;
      }
    },
    peek: async (key) => state(await limiter.get(key)),
  };
}

/** Of an IPv6 address, what a provider gives out to one customer: they have 2^64 addresses to call from. */
const NETWORK_GROUPS = 4;

/** What counts as one caller's address. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !ip.includes(':')) return mapped ?? ip;
  const [before = '', after] = ip.split('%', 1)[0]!.split('::');
  const groups = before === '' ? [] : before.split(':');
  const gap = after === undefined ? 0 : 8 - groups.length - (after === '' ? 0 : after.split(':').length);
  const all = [...groups, ...Array.from({ length: gap }, () => '0'), ...(after ? after.split(':') : [])];
  return all.slice(0, NETWORK_GROUPS).join(':');
}
