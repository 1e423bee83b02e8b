'use client';

import { Link } from '#components/ui/link.tsx';
import { useEffect, useRef, type ReactNode } from 'react';
import { cn } from '#lib/cn.ts';

interface TabsProps {
  /** What is chosen between, for screen readers. */
  readonly label: string;
  readonly current: string;
  /** A part is an address of its own. */
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly href: string }[];
  /** After them, e.g. a way to those that aren't listed. */
  readonly children?: ReactNode;
}

export const tabClass = (current: boolean): string =>
  cn(
    'flex h-10 items-center border-b-2 whitespace-nowrap -outline-offset-2',
    current ? 'border-primary font-medium' : 'border-transparent text-muted-foreground hover:text-foreground',
  );

/** The parts of a page, as links: each can be linked, and opened beside. */
export function Tabs({ label, current, tabs, children }: TabsProps) {
  const list = useRef<HTMLUListElement>(null);
  // On a phone the chosen one may lie beside the screen.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [current]);
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto border-b">
      <ul ref={list} className="flex gap-5">
        {tabs.map(({ id, title, href }) => (
          <li key={id}>
            <Link
              href={href}
              prefetch={false}
              aria-current={id === current ? 'page' : undefined}
              className={tabClass(id === current)}
            >
              {title}
            </Link>
          </li>
        ))}
        {children !== undefined && <li>{children}</li>}
      </ul>
    </nav>
  );
}
