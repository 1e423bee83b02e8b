'use client';

import { useTranslations } from 'use-intl';
import { EngineRow } from '#components/data/engine-row.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useCompanySlug } from '#lib/session/company.ts';
import { useLive } from '#lib/live/use-live.ts';

/** Live events come first; this is for when they can't. */
const LOOK_AGAIN_MS = 4_000;

/** What is set up for a new company, as it happens. Nobody has to wait for it. */
export function ProvisioningBoard({ onDone }: { onDone: () => void }) {
  const t = useTranslations('start');
  useLive(useCompanySlug());
  const { data, error, refetch } = useApi('/engines', {}, { refetchMs: LOOK_AGAIN_MS });
  const engines = data?.data.filter(({ wanted }) => wanted === 'present') ?? [];
  const left = engines.filter(({ status }) => status !== 'done').length;
  return (
    <div className="grid gap-4">
      {error && !data && <ProblemNote error={error} retry={refetch} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data && engines.length === 0 && <p className="text-muted-foreground">{t('nothingToDo')}</p>}
      {engines.length > 0 && (
        <ul className="-mx-2 grid gap-1">
          {engines.map((engine) => (
            <EngineRow key={engine.engine} engine={engine} />
          ))}
        </ul>
      )}
      <Button size="lg" onClick={onDone}>
        {t('enter')}
      </Button>
      {left > 0 && <p className="text-center text-[13px] text-muted-foreground">{t('goesOn')}</p>}
    </div>
  );
}
