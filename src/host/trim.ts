// oxlint-disable-next-line house/doors -- how busy we are is no time of day
import { performance } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loaded before the API and the worker (`node --import trim.ts`). Loading the catalogue leaves V8 with
// twice the heap it needs from then on, and it only gives memory back when asked: 99 → 58 MB for an API at rest.

const CHECK_EVERY_MS = 2_000;
/** Busy for less than this share of the time since the last check counts as at rest. */
const REST_SHARE = 0.05;
/** Giving back takes up to 0.3 s: not for less than this … */
const WORTH_BYTES = 24 * 1024 * 1024;
/** … and not more often than this. */
const PAUSE_CHECKS = 150;

let before = performance.eventLoopUtilization();
let floor = 0;
let wait = 0;

/** V8's own collector. A flag on the command line would do, but code compiled under other flags is not taken from the cache. */
function collector(): NodeJS.GCFunction {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  setFlagsFromString('--no-expose-gc');
  return collect;
}

function trim(): void {
  const now = performance.eventLoopUtilization();
  const share = performance.eventLoopUtilization(now, before).utilization;
  before = now;
  wait -= 1;
  if (wait > 0 || share > REST_SHARE || getHeapStatistics().total_heap_size < floor + WORTH_BYTES) return;
  // The only kind that shrinks the heap to what is used.
  collector()({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  floor = getHeapStatistics().total_heap_size;
  wait = PAUSE_CHECKS;
}

setInterval(trim, CHECK_EVERY_MS).unref();
