'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Ago } from '#components/data/time.tsx';
import { Card } from '#components/ui/card.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';

/** What is to know of the company's part. */
export function EngineFacts({ engine }: { engine: Answer<'/engines/{engine}'> }) {
  const t = useTranslations('engines');
  const { shared, version, driftedAt, status } = engine;
  return (
    <Card className="p-4">
      <dl className="grid gap-4">
        <Fact term={t('kind')}>{shared ? t('sharedLong') : t('ownLong')}</Fact>
        {version !== null && <Fact term={t('version')}>{version}</Fact>}
        {shared === false && <CertificateFact engine={engine.engine} />}
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

/** Of the company's own instance, where it has https. */
function CertificateFact({ engine }: { engine: string }) {
  const t = useTranslations('engines');
  const { date } = useFormat();
  const { data } = useApi('/engines/certificates', {});
  const found = data?.data.find((one) => one.engine === engine);
  if (!found) return null;
  const { issuer, notAfter, state } = found;
  const words = { issuer: issuer ?? found.host, date: notAfter === null ? '' : date(notAfter) };
  return <Fact term={t('certificateTerm')}>{t(`certificateIs.${state}`, words)}</Fact>;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-[13px] text-muted-foreground">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
