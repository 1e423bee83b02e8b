'use client';

import { ChevronRight, NotebookText } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { EmptyState } from '#components/data/empty-state.tsx';
import { Fact, Facts } from '#components/data/facts.tsx';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { ActivitySheet } from './activity-sheet.tsx';
import { PolicyPart } from './policy-part.tsx';

export type Activity = Row<'/processing'>;

/** What personal data is used for: the register that the law wants, made by the features, in the company's words. */
export function RegisterTab() {
  const t = useTranslations('privacy');
  const [chosen, setChosen] = useState<Activity>();
  const { data, error, refetch } = useApi('/processing', {});
  return (
    <div className="grid gap-6">
      <PolicyPart />
      <section aria-label={t('tabs.register')} className="grid gap-3">
        <p className="text-muted-foreground">{t('registerText')}</p>
        {error && !data && <ProblemNote error={error} retry={refetch} />}
        <Card>
          {!data && !error && <SkeletonRows rows={6} />}
          {data?.data.length === 0 && <EmptyState icon={NotebookText} text={t('registerEmpty')} />}
          <div className="divide-y">
            {data?.data.map((one) => (
              <ActivityRow key={one.key} activity={one} onChange={() => setChosen(one)} />
            ))}
          </div>
        </Card>
      </section>
      {chosen && <ActivitySheet activity={chosen} onClose={() => setChosen(undefined)} />}
    </div>
  );
}

interface ActivityRowProps {
  readonly activity: Activity;
  readonly onChange: () => void;
}

function ActivityRow({ activity, onChange }: ActivityRowProps) {
  const t = useTranslations('privacy');
  const may = useMay();
  const language = useLocale().startsWith('es') ? 'es' : 'en';
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none items-center gap-3 px-4 py-3 hover:bg-muted/60">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted-foreground transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 flex-1">
          <span className="font-medium">{activity.title[language]}</span>
          <span className="block truncate text-[13px] text-muted-foreground">
            {activity.purposes[language]}
          </span>
        </span>
        {activity.edited && <Badge tone="accent">{t('ownWords')}</Badge>}
      </summary>
      <div className="grid gap-4 px-4 pt-1 pb-4 sm:pl-11">
        <Facts>
          <Fact term={t('purposes')}>{activity.purposes[language]}</Fact>
          <Fact term={t('lawful')}>{t(`bases.${activity.basis}`)}</Fact>
          <Fact term={t('classes')}>{activity.classes.map((one) => t(`class.${one}`)).join(', ')}</Fact>
          <Fact term={t('subjects')}>{activity.subjects[language]}</Fact>
          <Fact term={t('recipients')}>{activity.recipients[language]}</Fact>
          <Fact term={t('abroad')}>{activity.abroad?.[language] ?? t('abroadNone')}</Fact>
          <Fact term={t('keptFor')}>{activity.retention[language]}</Fact>
          <Fact term={t('security')}>{activity.security[language]}</Fact>
        </Facts>
        {may('processing:write') && (
          <div>
            <Button variant="outline" size="sm" onClick={onChange}>
              {t('describe')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
