'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Answer } from '#lib/api/types.ts';
import { usePosted } from '#lib/api/use-api.ts';
import { shapeOf } from './chart-shape.ts';
import { ResultTable } from './result-table.tsx';

const Chart = dynamic(() => import('./chart.tsx').then((module) => module.Chart), {
  loading: () => <Skeleton className="h-64 w-full" />,
});

interface CardResultProps {
  readonly card: Answer<'/metabase/dashboards/{id}'>['cards'][number];
}

/** What a card answers: a chart where it is one of a simple kind, always as a table too. */
export function CardResult({ card }: CardResultProps) {
  const t = useTranslations('dashboards');
  const [asTable, setAsTable] = useState(false);
  const { data, error, refetch } = usePosted('/metabase/cards/{id}/result', {
    path: { id: card.id },
    body: {},
  });
  const shape = data && shapeOf(card.display, data);
  const table = asTable || !shape;
  return (
    <Card>
      <CardHeader
        title={card.name}
        action={
          shape && (
            <Button variant="ghost" size="sm" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? t('asChart') : t('asTable')}
            </Button>
          )
        }
      />
      <div className="p-4 pt-2">
        {error && !data && <ProblemNote error={error} retry={refetch} />}
        {!data && !error && <Skeleton className="h-64 w-full" />}
        {data?.rows.length === 0 && <p className="text-muted-foreground">{t('noRows')}</p>}
        {data && data.rows.length > 0 && table && <ResultTable label={card.name} result={data} />}
        {shape && !table && <Chart label={card.name} shape={shape} />}
        {data?.truncated && (
          <p className="pt-2 text-[13px] text-muted-foreground">
            {t('truncated', { count: data.rows.length })}
          </p>
        )}
      </div>
    </Card>
  );
}
