'use client';

import { ChevronLeft } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useEffect, type ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** The list that this page belongs to. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly children?: ReactNode;
}

/** The page's only h1, which names the browser's tab as well; what can be done stands on the right. */
export function PageHeader({ title, description, back, children }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · SmarterOS`;
  }, [title]);
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
      <div className="grid min-w-0">
        {back && (
          <Link
            href={back.href}
            className="-ml-1 flex items-center gap-0.5 text-[13px] text-muted-foreground hover:text-foreground"
          >
            <ChevronLeft aria-hidden className="size-4" />
            {back.label}
          </Link>
        )}
        <h1 className="text-xl leading-9 font-semibold tracking-tight break-words">{title}</h1>
        {description !== undefined && <p className="text-muted-foreground">{description}</p>}
      </div>
      {children !== undefined && (
        <div className="flex max-w-full flex-wrap items-center gap-2">{children}</div>
      )}
    </header>
  );
}
