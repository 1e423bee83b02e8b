'use client';

import { useTranslations } from 'use-intl';
import { Card, CardHeader } from '#components/ui/card.tsx';

/** What SmarterOS really sends today, to whom and by what way. */
const NOTICES = ['closing', 'webhook', 'operator', 'claim'] as const;

export function NoticesCard() {
  const t = useTranslations('settings');
  return (
    <Card>
      <CardHeader title={t('notices')} />
      <div className="grid gap-3 p-4 pt-1">
        <p className="text-muted-foreground">{t('noticesText')}</p>
        <ul className="grid gap-2">
          {NOTICES.map((one) => (
            <li key={one} className="flex flex-col gap-x-4 sm:flex-row sm:justify-between">
              <span>{t(`notice.${one}`)}</span>
              <span className="shrink-0 text-[13px] text-muted-foreground">
                {t(one === 'closing' || one === 'webhook' ? 'byMail' : 'byBest')}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
