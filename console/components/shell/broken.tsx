'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { ApiError } from '#lib/api/error.ts';

/** A fault of ours in showing a page: the rest still works, and the page can be tried again. */
export function Broken({ error, reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('shell');
  const id = error instanceof ApiError ? error.requestId : undefined;
  return (
    <main role="alert" className="mx-auto grid max-w-md justify-items-center gap-4 px-6 pt-24 text-center">
      <CircleAlert aria-hidden className="size-8 text-destructive" />
      <h1 className="text-lg font-semibold">{t('broken')}</h1>
      <p className="text-muted-foreground">{t('brokenNext')}</p>
      <p className="max-w-full font-mono text-xs break-words text-muted-foreground">{id ?? error.message}</p>
      <Button onClick={reset}>{t('again')}</Button>
    </main>
  );
}
