import type { ComponentProps, ReactNode } from 'react';
import { cn } from '#lib/cn.ts';

export function Card({ className, ...props }: ComponentProps<'section'>) {
  return <section className={cn('min-w-0 rounded-lg border bg-card', className)} {...props} />;
}

/** Of a card with a short list: it is as high before it is loaded as after. */
export const LIST_CARD = 'min-h-60';

/** `title` and, on its right, what can be done with the whole. */
export function CardHeader({ title, action }: { title: string; action?: ReactNode }) {
  return (
    <header className="flex min-h-12 items-center justify-between gap-3 px-4 pt-2">
      <h2 className="text-sm font-semibold">{title}</h2>
      {action}
    </header>
  );
}
