'use client';

import { useId, type ReactNode } from 'react';
import { cn } from '#lib/cn.ts';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with it; read out, and tied to the control. */
  readonly error?: string | undefined;
  readonly className?: string;
  /** Gets what ties the control to its label and words. */
  readonly children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
}

export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = error !== undefined || hint !== undefined ? `${id}-about` : undefined;
  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {described !== undefined && (
        <p
          id={described}
          aria-live="polite"
          className={cn('text-[13px]', error === undefined ? 'text-muted-foreground' : 'text-destructive')}
        >
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
