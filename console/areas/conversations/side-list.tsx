'use client';

import { Link } from '#components/ui/link.tsx';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { cn } from '#lib/cn.ts';
import { conversationHref } from './paths.ts';
import { Glimpse, WaitingDot } from './row.tsx';
import { useConversations, type Conversation } from './use-conversations.ts';

/** The list that the open conversation is in, where there is room for both. */
export function SideList({ open, className }: { readonly open: string; readonly className: string }) {
  const t = useTranslations('conversations');
  const { url, shown, query } = useConversations();
  const { data, error, refetch } = query;
  const list = useRef<HTMLUListElement>(null);
  const loaded = data !== undefined;
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [open, loaded]);
  return (
    <nav
      aria-label={t(`filter.${shown}`)}
      className={cn('flex flex-col rounded-lg border bg-card', className)}
    >
      <p className="shrink-0 border-b px-4 py-2.5 text-[13px] font-medium text-muted-foreground">
        {t(`filter.${shown}`)}
      </p>
      {!data && error && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && <SkeletonRows rows={8} />}
      <ul ref={list} className="min-h-0 divide-y overflow-y-auto">
        {data?.data.map((row) => (
          <li
            key={row.id}
            className={cn('relative px-4 py-2.5 hover:bg-muted/60', row.id === open && 'bg-muted')}
          >
            <Link
              href={conversationHref(row.id, url)}
              replace
              prefetch={false}
              data-row
              aria-current={row.id === open ? 'page' : undefined}
              className="grid grid-cols-1 gap-0.5 -outline-offset-2 after:absolute after:inset-0"
            >
              <Brief conversation={row} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Brief({ conversation }: { readonly conversation: Conversation }) {
  const t = useTranslations('conversations');
  const { contact, unread, waitingSince, lastActivityAt, createdAt } = conversation;
  const at = lastActivityAt ?? createdAt;
  return (
    <>
      <span className="flex items-center gap-2">
        {waitingSince !== null && <WaitingDot />}
        <span className="min-w-0 flex-1 truncate font-medium">{contact?.name ?? t('nameless')}</span>
        <span className="shrink-0 text-xs text-muted-foreground">
          {at !== null && <Ago at={at} style="short" />}
        </span>
      </span>
      <span className="flex items-center gap-2 text-[13px] text-muted-foreground">
        <span className="min-w-0 flex-1 truncate">
          <Glimpse conversation={conversation} />
        </span>
        {unread > 0 && (
          <Badge tone="accent" className="shrink-0 tabular-nums">
            <span aria-hidden>{unread}</span>
            <span className="sr-only">{t('unread', { count: unread })}</span>
          </Badge>
        )}
      </span>
    </>
  );
}
