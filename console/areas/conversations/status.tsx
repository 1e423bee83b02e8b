'use client';

import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';

export const STATUSES = ['open', 'pending', 'snoozed', 'resolved'] as const;
export type Status = (typeof STATUSES)[number];

const TONES: Readonly<Record<Status, Tone>> = {
  open: 'accent',
  pending: 'warning',
  snoozed: 'neutral',
  resolved: 'success',
};

export const isStatus = (text: string | undefined): text is Status => STATUSES.some((one) => one === text);

/** What Chatwoot calls it, for a status that came later than this console. */
export function StatusBadge({ status }: { status: string }) {
  const t = useTranslations('conversations');
  if (!isStatus(status)) return <Badge>{status}</Badge>;
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>;
}
