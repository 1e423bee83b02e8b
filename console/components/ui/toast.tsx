'use client';

import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly bad: boolean;
}

const SHOWN_MS = 5_000;
const MOST = 3;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

const drop = (id: number): void => change(toasts.filter((one) => one.id !== id));

function show(text: string, bad: boolean): void {
  const id = (last += 1);
  change([...toasts, { id, text, bad }].slice(-MOST));
  // What went wrong stays until it was read.
  if (!bad) setTimeout(drop, SHOWN_MS, id);
}

/** Says that something is done, or failed, wherever the person is by then. */
export const toast = {
  done: (text: string): void => show(text, false),
  failed: (text: string): void => show(text, true),
};

const EMPTY: readonly Toast[] = [];
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function Toasts() {
  const t = useTranslations('common');
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => EMPTY,
  );
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-60 grid justify-items-center gap-2 md:bottom-6 md:justify-items-end"
    >
      {shown.map(({ id, text, bad }) => (
        <div
          key={id}
          className="pointer-events-auto flex max-w-sm animate-appear items-center gap-3 rounded-md border bg-card py-1.5 pr-1.5 pl-3 shadow-lg"
        >
          {bad ? (
            <CircleAlert aria-hidden className="size-4 shrink-0 text-destructive" />
          ) : (
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          )}
          <span className="min-w-0 text-sm">{text}</span>
          <Button variant="ghost" size="iconSm" aria-label={t('close')} onClick={() => drop(id)}>
            <X aria-hidden />
          </Button>
        </div>
      ))}
    </div>
  );
}
