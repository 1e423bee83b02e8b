import type { Clock } from '#core/clock.ts';
import { EXAMPLE, newId } from '#core/example.ts';

/** Stands still at the example's time; its ids count up from `newId(1)`. */
export function exampleClock(): Clock & { reset(): void } {
  let issued = 0;
  return {
    now: () => new Date(EXAMPLE.now),
    id: () => newId((issued += 1)),
    reset: () => {
      issued = 0;
    },
  };
}
