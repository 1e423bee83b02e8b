import { monotonic } from './clock.ts';

/** Where a counter stands after a call. */
export interface LimitState {
  readonly name: string;
  readonly quota: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

export type Taken = LimitState & { readonly exceeded: boolean };

/** A fixed-window counter per key; in memory here, shared between replicas once it stands on Redis. */
export interface Limiter {
  /** Counts one call. `exceeded` says that it is over the quota. */
  take(key: string): Taken | Promise<Taken>;
  /** Where the key stands, without counting. */
  peek(key: string): Taken | Promise<Taken>;
}

const MS_PER_SECOND = 1000;

interface Window {
  used: number;
  readonly until: number;
}

export function memoryLimiter(name: string, quota: number, windowSeconds: number): Limiter {
  const windowMs = windowSeconds * MS_PER_SECOND;
  const windows = new Map<string, Window>();
  let sweepAt = monotonic() + windowMs;

  /** Strangers' addresses are many: who stays away for a window is forgotten. */
  function sweep(now: number): void {
    if (now < sweepAt) return;
    sweepAt = now + windowMs;
    for (const [key, { until }] of windows) if (until <= now) windows.delete(key);
  }

  const state = (used: number, leftMs: number): Taken => ({
    name,
    quota,
    windowSeconds,
    remaining: Math.max(0, quota - used),
    // A sum of fractions may come out a hair above the window.
    resetSeconds: Math.min(windowSeconds, Math.ceil(leftMs / MS_PER_SECOND)),
    exceeded: used > quota,
  });

  function live(key: string, now: number): Window | undefined {
    const found = windows.get(key);
    return found !== undefined && found.until > now ? found : undefined;
  }

  return {
    take(key) {
      const now = monotonic();
      let window = live(key, now);
      if (!window) {
        sweep(now);
        windows.set(key, (window = { used: 0, until: now + windowMs }));
      }
      window.used += 1;
      return state(window.used, window.until - now);
    },
    peek(key) {
      const now = monotonic();
      const window = live(key, now);
      return state(window?.used ?? 0, window ? window.until - now : windowMs);
    },
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
