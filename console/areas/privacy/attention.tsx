'use client';

import { useTranslations } from 'use-intl';
import { useMatters, type Matter } from '#areas/matter.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';

const DAY_MS = 86_400_000;
/** An open request is always somebody's turn; from here on it comes first. */
const NEAR_DAYS = 7;

/** Requests about personal data that nobody has decided yet: the law gives each a day. */
export function PrivacyAttention() {
  const t = useTranslations('privacy');
  const { date } = useFormat();
  const { data, error } = useApi('/privacy/requests', { query: { limit: 100, undecided: true } });
  const matterOf = ({ id, kind, requesterName, dueAt }: Row<'/privacy/requests'>): Matter => {
    const days = Math.ceil((Date.parse(dueAt) - Date.now()) / DAY_MS);
    return {
      id,
      urgency: days <= NEAR_DAYS ? 'now' : 'soon',
      title: t('attention', { name: requesterName, kind: t(`kinds.${kind}`) }),
      detail: days < 0 ? t('late', { days: -days }) : t('attentionDue', { date: date(dueAt) }),
      action: { label: t('answer'), href: `/privacy?id=${id}` },
    };
  };
  useMatters('privacy', data ? data.data.map(matterOf) : error ? [] : undefined);
  return null;
}
