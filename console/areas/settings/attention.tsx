'use client';

import { useTranslations } from 'use-intl';
import { useMatters, type Matter } from '#areas/matter.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay, useSession } from '#lib/session/session.tsx';

/** A company that is about to be deleted, or that nobody has vouched for yet. */
export function SettingsAttention() {
  const t = useTranslations('settings');
  const { date } = useFormat();
  const may = useMay();
  const { company } = useSession();
  const { data, error } = useApi('/tenants/{id}', { path: { id: company?.slug ?? '' } });
  const href = '/settings';
  const matters: Matter[] = [];
  if (data?.status === 'closing')
    matters.push({
      id: 'closing',
      urgency: 'now',
      title: t('closing', { date: data.purgeAfter === null ? '' : date(data.purgeAfter) }),
      detail: t('closingText'),
      action: { label: t('see'), href },
    });
  else if (data?.verified === false && may('tenants:write'))
    matters.push({
      id: 'unverified',
      urgency: 'soon',
      title: t('unverifiedTitle'),
      detail: t('unverifiedText'),
      action: { label: t('see'), href },
    });
  useMatters('settings', data || error ? matters : undefined);
  return null;
}
