import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '#lib/cn.ts';

/** Of what holds them; wide ones scroll on phones. */
export const LINK_TABS = 'mb-4 flex gap-1 overflow-x-auto border-b';

export const tabClass = (current: boolean): string =>
  cn(
    '-mb-px flex h-10 shrink-0 items-center border-b-2 px-3 text-sm font-medium whitespace-nowrap -outline-offset-2',
    current
      ? 'border-primary text-foreground'
      : 'border-transparent text-muted-foreground hover:text-foreground',
  );

/** One view of several; each has an address. */
export const LinkTab = ({
  href,
  current,
  children,
}: {
  href: string;
  current: boolean;
  children: ReactNode;
}) => (
  <Link
    href={href}
    prefetch={false}
    aria-current={current ? 'page' : undefined}
    className={tabClass(current)}
  >
    {children}
  </Link>
);
