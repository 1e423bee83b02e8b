import { isUnanswered } from './error.ts';

export interface Attempts {
  /** Whether to do it: not while the same is under way. */
  readonly begin: (input: unknown) => boolean;
  readonly run: <T>(input: unknown, work: (key: string) => Promise<T>) => Promise<T>;
}

/** `crypto.randomUUID` is there only for pages that came safely. */
export const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

/** Each input has an idempotency key until it was answered: asked for again after silence, it is a repeat and no second deed. */
export function createAttempts(): Attempts {
  const keys = new Map<string, string>();
  const running = new Set<string>();
  return {
    begin: (input) => {
      const text = JSON.stringify(input);
      if (running.has(text)) return false;
      running.add(text);
      return true;
    },
    run: async (input, work) => {
      const text = JSON.stringify(input);
      const key = keys.get(text) ?? freshKey();
      keys.set(text, key);
      try {
        const answer = await work(key);
        keys.delete(text);
        return answer;
      } catch (error) {
        if (!isUnanswered(error)) keys.delete(text);
        throw error;
      } finally {
        running.delete(text);
      }
    },
  };
}
