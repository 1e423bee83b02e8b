'use client';

import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { triggerOf } from './paths.ts';

export const EXECUTION_STATUSES = ['error', 'running', 'waiting', 'success', 'canceled'] as const;
export type ExecutionStatus = (typeof EXECUTION_STATUSES)[number];

const TONES: Readonly<Record<ExecutionStatus, Tone>> = {
  error: 'danger',
  running: 'accent',
  waiting: 'warning',
  success: 'success',
  canceled: 'neutral',
};

export const isExecutionStatus = (text: string | null | undefined): text is ExecutionStatus =>
  EXECUTION_STATUSES.some((one) => one === text);

/** What n8n calls it, for a status that came later than this console. */
export function ExecutionBadge({ status }: { status: string }) {
  const t = useTranslations('workflows');
  if (!isExecutionStatus(status)) return <Badge>{status}</Badge>;
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>;
}

export function ActiveBadge({ active }: { active: boolean }) {
  const t = useTranslations('workflows');
  return <Badge tone={active ? 'success' : 'neutral'}>{t(active ? 'active' : 'inactive')}</Badge>;
}

/** What starts workflows, in words where we have them. */
export function useTriggerWords(): (type: string) => string {
  const t = useTranslations('workflows');
  return (type) => {
    const name = triggerOf(type);
    const key = `trigger.${name}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : name;
  };
}

/** How long something took. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('workflows');
  return (ms) => {
    if (ms < 1_000) return t('ms', { count: Math.round(ms) });
    if (ms < 60_000) return t('seconds', { count: Math.round(ms / 100) / 10 });
    return t('minutes', { count: Math.round(ms / 60_000) });
  };
}
