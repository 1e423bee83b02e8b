import type { Clock } from '#core/clock.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { systemClock } from '#platform/clock.ts';

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

export interface MovableClock extends Clock {
  advance(milliseconds: number): void;
  /** To the real time, for what the database's own clock has a say in: credentials that end. */
  catchUp(): void;
}

/** Goes as time does, from the examples' time on. */
export function exampleTime(): MovableClock {
  const present = (): number => systemClock.now().getTime();
  let moved = new Date(EXAMPLE.now).getTime() - present();
  return {
    now: () => new Date(present() + moved),
    id: () => systemClock.id(),
    advance: (milliseconds) => void (moved += milliseconds),
    catchUp: () => void (moved = 0),
  };
}
