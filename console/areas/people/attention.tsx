'use client';

import { useTranslations } from 'use-intl';
import { inDays, useMatters, type Matter } from '#areas/matter.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { showPhone } from '#lib/format/phone.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';

const SOON_DAYS = 2;

/** Invitations that nobody has answered, and that end within two days. */
export function PeopleAttention() {
  const t = useTranslations('people');
  const may = useMay();
  const { until } = useFormat();
  const enabled = may('invitations:read');
  const query = { limit: 100, pending: true, expiresBefore: inDays(SOON_DAYS) };
  const { data, error } = useApi('/invitations', { query }, { enabled });
  const matterOf = ({ id, to, expiresAt }: Row<'/invitations'>): Matter => ({
    id,
    urgency: 'soon',
    title: t('attention', { to: to.startsWith('+') ? showPhone(to) : to }),
    detail: t('attentionEnds', { when: until(expiresAt) }),
    action: { label: t('tabs.invitations'), href: '/people?tab=invitations' },
  });
  useMatters('people', data ? data.data.map(matterOf) : error || !enabled ? [] : undefined);
  return null;
}
