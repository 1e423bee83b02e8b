'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Ago } from '#components/data/time.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Answer } from '#lib/api/types.ts';

/** What is to know of the company's part. */
export function EngineFacts({ engine }: { engine: Answer<'/engines/{engine}'> }) {
  const t = useTranslations('engines');
  const { shared, version, driftedAt, status } = engine;
  return (
    <Card className="p-4">
      <dl className="grid gap-4">
        <Fact term={t('kind')}>{shared ? t('sharedLong') : t('ownLong')}</Fact>
        {version !== null && <Fact term={t('version')}>{version}</Fact>}
        {driftedAt !== null && (
          <Fact term={t('drifted')}>
            <Ago at={driftedAt} />
            {status === 'done' && (
              <span className="block text-[13px] text-muted-foreground">{t('putBack')}</span>
            )}
          </Fact>
        )}
      </dl>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-[13px] text-muted-foreground">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
