import { useSyncExternalStore } from 'react';

/** What only the person can answer: log in again, or prove anew who they are. */
export type Question = 'login' | 'proof';

interface Asked {
  readonly question: Question;
  readonly answer: Promise<boolean>;
  readonly settle: (done: boolean) => void;
}

let open: Asked | undefined;
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());

/** Asks, and resolves to whether it was answered. Who asks the same meanwhile waits for the same answer. */
export function ask(question: Question): Promise<boolean> {
  if (open?.question === question) return open.answer;
  const { promise: answer, resolve } = Promise.withResolvers<boolean>();
  open?.settle(false);
  open = { question, answer, settle: resolve };
  tell();
  return answer;
}

export function settle(question: Question, done: boolean): void {
  if (open?.question !== question) return;
  open.settle(done);
  open = undefined;
  tell();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useQuestion = (): Question | undefined =>
  useSyncExternalStore(
    subscribe,
    () => open?.question,
    () => undefined,
  );
