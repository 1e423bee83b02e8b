'use client';

import { ChevronRight, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '#lib/cn.ts';

interface AlertRowProps {
  readonly icon: LucideIcon;
  /** `wrong`: something failed; `due`: somebody waits. */
  readonly tone: 'wrong' | 'due';
  /** Where it is dealt with. */
  readonly href: string;
  readonly title: string;
  readonly detail?: ReactNode;
}

/** Something that needs somebody, as a line that leads there. */
export function AlertRow({ icon: Icon, tone, href, title, detail }: AlertRowProps) {
  return (
    <li className="relative flex min-h-12 items-center gap-3 rounded-md px-2 py-1.5 hover:bg-muted/60">
      <Icon
        aria-hidden
        className={cn('size-5 shrink-0', tone === 'wrong' ? 'text-destructive' : 'text-warning')}
      />
      <div className="min-w-0 flex-1">
        <Link href={href} prefetch={false} className="font-medium after:absolute after:inset-0">
          {title}
        </Link>
        {detail !== undefined && <p className="truncate text-[13px] text-muted-foreground">{detail}</p>}
      </div>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-muted-foreground" />
    </li>
  );
}
