'use client';

import { useTranslations } from 'use-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';

/** What stands there until it is known who is looking: the same measures as the page to come. */
export function ShellSkeleton() {
  const t = useTranslations('shell');
  return (
    <div className="md:grid md:min-h-dvh md:grid-cols-[15rem_1fr]">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div className="h-[53px] border-b bg-card px-4 py-3 md:hidden">
        <Skeleton className="h-7 w-40" />
      </div>
      <div className="hidden border-r bg-card p-3 md:block">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="mt-6 h-5 w-2/3" />
        <Skeleton className="mt-4 h-5 w-1/2" />
      </div>
      <div className="px-4 pt-5 sm:px-6 md:px-8 md:pt-8">
        <div className="mx-auto max-w-6xl">
          <Skeleton className="h-7 w-48" />
          <Skeleton className="mt-6 h-64 w-full" />
        </div>
      </div>
    </div>
  );
}
