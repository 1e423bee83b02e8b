'use client';

import { CircleAlert, CircleCheck, Clock, LoaderCircle } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Reports, type Matter, type Report } from '#areas/matter.tsx';
import { useAreas } from '#components/shell/use-shell-keys.ts';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { Skeleton, SkeletonRows } from '#components/ui/skeleton.tsx';
import { cn } from '#lib/cn.ts';

const URGENCIES = ['now', 'soon', 'going'] as const;
/** More than these are asked for. */
const SHOWN = 5;
/** An area that takes longer adds its matters when it has them. */
const PATIENCE_MS = 1_500;

type Said = Readonly<Record<string, readonly Matter[]>>;

/** What all areas say needs somebody, the most urgent first. What follows waits until that is known, so that nothing jumps. */
export function Attention({ children }: { children: ReactNode }) {
  const sources = useAreas().flatMap(({ id, Attention: Source }) => (Source ? [{ id, Source }] : []));
  const [said, setSaid] = useState<Said>({});
  const [late, setLate] = useState(false);
  const report = useCallback<Report>((area, matters) => {
    if (matters) setSaid((before) => ({ ...before, [area]: matters }));
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const known = late || sources.every(({ id }) => said[id]);
  const matters = sources.flatMap(({ id: area }) =>
    (said[area] ?? []).map((matter) => ({ ...matter, id: `${area} ${matter.id}` })),
  );
  return (
    <>
      <Reports value={report}>
        {sources.map(({ id, Source }) => (
          <Source key={id} />
        ))}
      </Reports>
      <div className="grid gap-4">
        {known ? (
          <Matters matters={matters} />
        ) : (
          <>
            <Skeleton className="h-16 w-full" />
            <Card className={LIST_CARD}>
              <SkeletonRows />
            </Card>
          </>
        )}
        <div className={cn(!known && 'hidden')}>{children}</div>
      </div>
    </>
  );
}

function Matters({ matters }: { matters: readonly Matter[] }) {
  const t = useTranslations('home');
  const [all, setAll] = useState(false);
  if (matters.length === 0)
    return (
      <p className="flex items-center gap-2.5 rounded-lg border bg-card px-4 py-3.5 text-muted-foreground">
        <CircleCheck aria-hidden className="size-4.5 shrink-0 text-success" />
        {t('calm')}
      </p>
    );
  const sorted = URGENCIES.flatMap((urgency) => matters.filter((matter) => matter.urgency === urgency));
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <Card>
      <CardHeader title={t('attention')} />
      <ul className="divide-y">
        {shown.map((matter) => (
          <MatterRow key={matter.id} matter={matter} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <div className="border-t px-4 py-2">
          <Button variant="link" size="sm" onClick={() => setAll(true)}>
            {t('more', { count: sorted.length - shown.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}

const LOOKS = {
  now: [CircleAlert, 'text-destructive'],
  soon: [Clock, 'text-warning'],
  going: [LoaderCircle, 'animate-spin text-primary motion-reduce:animate-none'],
} as const;

function MatterRow({ matter: { urgency, title, detail, action } }: { matter: Matter }) {
  const [Icon, look] = LOOKS[urgency];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:flex-nowrap">
      <Icon aria-hidden className={cn('size-4.5 shrink-0 self-start sm:mt-0.5', look)} />
      <div className="min-w-0 flex-1 basis-[calc(100%-2rem)] sm:basis-0">
        <p className="font-medium break-words">{title}</p>
        {detail !== undefined && <p className="text-[13px] break-words text-muted-foreground">{detail}</p>}
      </div>
      <ButtonLink variant="outline" size="sm" href={action.href} className="ml-7.5 sm:ml-0">
        {action.label}
      </ButtonLink>
    </li>
  );
}
