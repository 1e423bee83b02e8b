'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { AREAS } from '#areas/index.ts';
import { useHas } from '#areas/use-has.ts';
import { EngineRow } from '#components/data/engine-row.tsx';
import { Card, CardHeader, LIST_CARD } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';

/**
 * What needs somebody first: engines that failed, what the areas tell of, engines that are being set up. It has its place
 * when all is well, too, so that nothing moves when an engine answers late.
 */
export function Attention() {
  const t = useTranslations('home');
  const may = useMay();
  const has = useHas();
  const mayEngines = may('engines:read');
  const { data, error } = useApi('/engines', {}, { enabled: mayEngines });
  const engines = data?.data.filter(({ wanted, status }) => wanted === 'present' && status !== 'done') ?? [];
  const failed = engines.filter(({ status }) => status === 'failed');
  const others = engines.filter(({ status }) => status !== 'failed');
  const loading = mayEngines && !data && !error;
  return (
    <Card className={LIST_CARD}>
      <CardHeader title={t('attention')} />
      {loading && <SkeletonRows rows={1} />}
      <ul className="peer px-2 pb-2 empty:hidden">
        {failed.map((engine) => (
          <EngineRow key={engine.engine} engine={engine} />
        ))}
        {AREAS.map((area) => area.Alert && has(area) && <area.Alert key={area.id} />)}
        {others.map((engine) => (
          <EngineRow key={engine.engine} engine={engine} />
        ))}
      </ul>
      {!loading && (
        <p className="grid justify-items-center gap-3 px-6 py-10 text-center text-muted-foreground peer-has-[li]:hidden">
          <CircleCheck aria-hidden className="size-6 text-success" />
          {t('allWell')}
        </p>
      )}
    </Card>
  );
}
