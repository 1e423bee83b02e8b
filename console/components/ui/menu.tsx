'use client';

import { Check } from 'lucide-react';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cn } from '#lib/cn.ts';

const ITEM =
  'flex w-full items-center gap-2.5 rounded-sm px-2 py-2 text-left text-sm outline-none hover:bg-muted focus:bg-muted sm:py-1.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground';
const ITEMS = '[role^="menuitem"]';

interface MenuProps {
  /** What the button holds. */
  readonly trigger: ReactNode;
  readonly triggerClass: string;
  /** Of the list; the button is named by what it holds. */
  readonly label: string;
  readonly children: ReactNode;
  readonly above?: boolean;
}

/** The browser's own popover, at its button: it closes on Escape and on a click beside it. Arrows walk through it. */
export function Menu({ trigger, triggerClass, label, children, above = false }: MenuProps) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  const ref = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [...(ref.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
  const walk = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = targetOf(event.key, at, all);
    if (event.key === 'Tab') ref.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all.at(to)?.focus();
  };
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        style={{ anchorName: `--${id}` }}
        className={triggerClass}
      >
        {trigger}
      </button>
      <div
        ref={ref}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={walk}
        onClick={(event) => (event.target as HTMLElement).closest(ITEMS) && ref.current?.hidePopover()}
        onToggle={(event) => {
          if (event.newState !== 'open') return;
          const all = items();
          (all.find((item) => item.ariaChecked === 'true') ?? all[0])?.focus();
        }}
        style={{ positionAnchor: `--${id}` }}
        className={cn(
          'menu w-56 animate-appear rounded-md border bg-card p-1 text-foreground shadow-lg',
          above && 'menu-above',
        )}
      >
        {children}
      </div>
    </>
  );
}

function targetOf(key: string, at: number, all: readonly HTMLElement[]): number | undefined {
  if (key === 'ArrowDown') return (at + 1) % all.length;
  if (key === 'ArrowUp') return Math.max(at, 0) - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return -1;
  if (key.length !== 1) return undefined;
  const found = [...all.keys()]
    .map((step) => (at + 1 + step) % all.length)
    .find((index) => all[index]?.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
  return found;
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly destructive?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, destructive, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={onSelect}
      className={cn(ITEM, destructive && 'text-destructive')}
    >
      {children}
    </button>
  );
}

export const MenuLine = () => <div role="separator" className="-mx-1 my-1 h-px bg-border" />;

interface MenuChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[];
}

/** One of several. */
export function MenuChoice<T extends string>({ label, value, onChange, options }: MenuChoiceProps<T>) {
  return (
    <div role="group" aria-label={label}>
      <div aria-hidden className="px-2 py-1.5 text-xs font-medium text-muted-foreground">
        {label}
      </div>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          aria-checked={option.value === value}
          tabIndex={-1}
          onClick={() => onChange(option.value)}
          className={ITEM}
        >
          <span className="flex min-w-0 flex-1 items-center gap-2.5">{option.label}</span>
          {option.value === value && <Check aria-hidden />}
        </button>
      ))}
    </div>
  );
}
