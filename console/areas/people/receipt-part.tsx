'use client';

import { CircleCheck, Download, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { download } from '#lib/download.ts';
import { useFormat } from '#lib/format/use-format.ts';

const LOOK_AGAIN_MS = 3_000;

/** How far somebody is shut out, system by system; once it is all, the signed proof of it. */
export function ReceiptPart({ id }: { id: string }) {
  const t = useTranslations('people');
  const { moment } = useFormat();
  const { data, error, refetch } = useApi(
    '/members/{id}/receipt',
    { path: { id } },
    { refetchMs: LOOK_AGAIN_MS },
  );
  if (error && !data) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return <Skeleton className="h-20 w-full" />;
  const { engines, receipt } = data;
  return (
    <div className="grid gap-3">
      {engines.length === 0 && <p className="text-muted-foreground">{t('neverInEngines')}</p>}
      <ul className="grid gap-2">
        {engines.map(({ engine, status, at }) => (
          <li key={engine} className="flex items-start gap-2.5">
            {status === 'pending' ? (
              <LoaderCircle
                aria-hidden
                className="mt-0.5 size-4 shrink-0 animate-spin text-primary motion-reduce:animate-none"
              />
            ) : (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            )}
            <span className="min-w-0">
              <span className="font-medium">{engine}</span>
              <span className="block text-[13px] text-muted-foreground">
                {t(`out.${status}`)}
                {at !== null && ` · ${moment(at)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button
          variant="outline"
          disabled={receipt === null}
          onClick={() => receipt !== null && download(`comprobante-${id}.jws`, receipt)}
        >
          <Download aria-hidden />
          {receipt === null ? t('receiptLater') : t('receipt')}
        </Button>
      </div>
    </div>
  );
}
