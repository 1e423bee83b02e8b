'use client';

import { cn } from '#lib/cn.ts';

interface FilterTabsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few ways to look at a list. On a phone they are moved sideways. */
export function FilterTabs<T extends string>({ label, value, options, onChange }: FilterTabsProps<T>) {
  return (
    <div
      role="group"
      aria-label={label}
      className="flex max-w-full min-w-0 gap-0.5 overflow-x-auto rounded-md bg-muted p-0.5"
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={cn(
            'h-8 shrink-0 rounded-sm px-3 text-[13px] font-medium whitespace-nowrap -outline-offset-2',
            option.value === value
              ? 'bg-card text-foreground shadow-xs'
              : 'text-muted-foreground hover:text-foreground',
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
