import type { ComponentProps, ReactNode } from 'react';

interface CheckProps extends ComponentProps<'input'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

/** A box to tick, with its words; all of it can be pressed. */
export function Check({ label, hint, ...props }: CheckProps) {
  return (
    <label className="flex items-start gap-2.5 py-1">
      <input type="checkbox" className="mt-0.5 size-4.5 shrink-0 accent-primary" {...props} />
      <span className="grid min-w-0">
        <span className="break-words">{label}</span>
        {hint !== undefined && <span className="text-[13px] text-muted-foreground">{hint}</span>}
      </span>
    </label>
  );
}
