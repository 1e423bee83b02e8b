'use client';

import { useTranslations } from 'use-intl';
import { inDays, useMatters, type Matter } from '#areas/matter.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';

const SOON_DAYS = 14;
/** Whoever has more that end looks at the list. */
const MOST = 100;

interface Ending {
  readonly id: string;
  readonly expiresAt: string | null;
}

/** Keys and agents that stop working within two weeks. */
export function ApiAttention() {
  const t = useTranslations('api');
  const may = useMay();
  const { date } = useFormat();
  const query = { limit: MOST, expiresBefore: inDays(SOON_DAYS) };
  const keys = useApi('/keys', { query: { ...query, state: 'active' } });
  const mayAgents = may('oauth:read');
  const agents = useApi(
    '/oauth/grants',
    { query: { ...query, of: 'company', active: true } },
    { enabled: mayAgents },
  );
  const matterOf = (kind: 'key' | 'agent', name: string, one: Ending): Matter => ({
    id: one.id,
    urgency: 'soon',
    title: t(`attention.${kind}`, { name }),
    detail: t('attention.ends', { date: date(one.expiresAt!) }),
    action: { label: t(`attention.see.${kind}`), href: kind === 'key' ? '/api' : '/api?tab=agents' },
  });
  const known = (keys.data ?? keys.error) && (!mayAgents || (agents.data ?? agents.error));
  const matters = [
    ...(keys.data?.data ?? []).map((key) => matterOf('key', key.name, key)),
    ...(agents.data?.data ?? []).map((one) => matterOf('agent', one.clientName, one)),
  ];
  useMatters('api', known ? matters : undefined);
  return null;
}
