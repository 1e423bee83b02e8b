'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/badge.tsx';
import type { Row } from '#lib/api/types.ts';
import { useFormat } from '#lib/format/use-format.ts';

const MS_PER_DAY = 86_400_000;
const SOON_DAYS = 5;

/** The legal clock of a request: how long there is, or that it has run out. */
export function Due({ request }: { request: Row<'/privacy/requests'> }) {
  const t = useTranslations('privacy');
  const { date } = useFormat();
  if (request.decidedAt !== null) return <Badge>{t(`outcome.${request.outcome ?? 'granted'}`)}</Badge>;
  const days = Math.ceil((Date.parse(request.dueAt) - Date.now()) / MS_PER_DAY);
  const tone = days < 0 ? 'danger' : days <= SOON_DAYS ? 'warning' : 'neutral';
  return (
    <Badge tone={tone}>
      <span title={date(request.dueAt)}>{days < 0 ? t('late', { days: -days }) : t('left', { days })}</span>
    </Badge>
  );
}
