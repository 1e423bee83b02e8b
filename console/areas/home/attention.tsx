'use client';

import { useTranslations } from 'use-intl';
import { EngineRow } from '#components/data/engine-row.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { useApi } from '#lib/api/use-api.ts';

/** Engines that failed, then those that are being set up. Nothing at all when all is well. */
export function Attention() {
  const t = useTranslations('home');
  const { data } = useApi('/engines', {});
  const engines = data?.data.filter(({ wanted, status }) => wanted === 'present' && status !== 'done') ?? [];
  if (engines.length === 0) return null;
  const failedFirst = engines.toSorted(
    (a, b) => Number(b.status === 'failed') - Number(a.status === 'failed'),
  );
  return (
    <Card>
      <CardHeader title={t('attention')} />
      <ul className="px-2 pb-2">
        {failedFirst.map((engine) => (
          <EngineRow key={engine.engine} engine={engine} />
        ))}
      </ul>
    </Card>
  );
}
