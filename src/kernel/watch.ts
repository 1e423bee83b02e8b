import type { Actor } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import { AppError } from '#core/errors.ts';
import type { Caller } from './types.ts';

/** Admission believes a token of theirs for two seconds: with this, and a slow look-up, nobody stays for five. */
const EVERY_MS = 500;
/** Tokens that are looked up at a time: callers who stay must not crowd out those who come. */
const LOOKUPS = 4;

/** Somebody who stays: a stream or a subscription. */
interface Staying {
  readonly caller: Caller;
  /** Still the same one in the same company, perhaps with other scopes. It doesn't throw. */
  readonly confirm: (actor: Actor) => void;
  readonly end: (error: AppError) => void;
}

export interface Watch {
  /** Answers how to end it. */
  add(staying: Staying): () => void;
  stop(): void;
}

/** Asks again and again who those are that were let in once and stay. While nobody does, it asks nothing. */
export function createWatch({ clock, everyMs = EVERY_MS }: { clock: Clock; everyMs?: number }): Watch {
  const all = new Set<Staying>();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;

  const isLive = ({ expiresAt }: Actor): boolean => expiresAt === null || expiresAt > clock.now().getTime();

  async function look({ caller, confirm, end }: Staying): Promise<void> {
    const found = caller.now ? await caller.now() : caller.actor;
    if (found && isLive(found) && found.tenant?.id === caller.actor.tenant?.id) confirm(found);
    else end(new AppError('unauthenticated'));
  }

  async function round(): Promise<void> {
    if (looking) return;
    looking = true;
    const waiting = [...all];
    const worker = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        // Whoever can't be asked about isn't confirmed, and gets nothing new for that long.
        if (all.has(next)) await look(next).catch(() => {});
      }
    };
    await Promise.all(Array.from({ length: LOOKUPS }, worker));
    looking = false;
  }

  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    add(staying) {
      all.add(staying);
      timer ??= setInterval(() => void round(), everyMs);
      return () => {
        all.delete(staying);
        if (all.size === 0) stop();
      };
    },
    stop,
  };
}
