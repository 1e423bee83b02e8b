'use client';

import { useTranslations } from 'use-intl';
import { useMatters, type Matter } from '#areas/matter.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';

/** Endpoints that take nothing, or were switched off for it. */
export function WebhooksAttention() {
  const t = useTranslations('webhooks');
  const { moment } = useFormat();
  const { data, error } = useApi('/webhooks', { query: { limit: 50 } });
  const matterOf = (one: Row<'/webhooks'>): Matter[] => {
    const off = !one.enabled && one.disabledReason !== 'asked';
    if (!off && (!one.enabled || one.failingSince === null)) return [];
    return [
      {
        id: one.id,
        urgency: 'now',
        title: t('attention', { name: one.description || (URL.parse(one.url)?.host ?? one.url) }),
        detail: off
          ? t(`off.${one.disabledReason ?? 'asked'}`)
          : t('since', { when: moment(one.failingSince!) }),
        action: { label: t('see'), href: `/webhooks/view?id=${one.id}` },
      },
    ];
  };
  useMatters('webhooks', data ? data.data.flatMap(matterOf) : error ? [] : undefined);
  return null;
}
