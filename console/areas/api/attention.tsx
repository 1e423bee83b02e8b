'use client';

import { useTranslations } from 'use-intl';
import { useMatters, type Matter } from '#areas/matter.tsx';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';

const SOON_MS = 14 * 86_400_000;
/** The newest; whoever has more looks at the list. */
const LOOKED_AT = 100;

interface Ending {
  readonly id: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

const endsSoon = ({ expiresAt, revokedAt }: Ending): boolean => {
  const left = expiresAt === null ? Infinity : Date.parse(expiresAt) - Date.now();
  return revokedAt === null && left > 0 && left < SOON_MS;
};

/** Keys and agents that stop working within two weeks. */
export function ApiAttention() {
  const t = useTranslations('api');
  const may = useMay();
  const { date } = useFormat();
  const query = { limit: LOOKED_AT };
  const keys = useApi('/keys', { query });
  const mayAgents = may('oauth:read');
  const agents = useApi('/oauth/grants', { query: { ...query, of: 'company' } }, { enabled: mayAgents });
  const matterOf = (kind: 'key' | 'agent', name: string, one: Ending): Matter => ({
    id: one.id,
    urgency: 'soon',
    title: t(`attention.${kind}`, { name }),
    detail: t('attention.ends', { date: date(one.expiresAt!) }),
    action: { label: t(`attention.see.${kind}`), href: kind === 'key' ? '/api' : '/api?tab=agents' },
  });
  const known = (keys.data ?? keys.error) && (!mayAgents || (agents.data ?? agents.error));
  const matters = [
    ...(keys.data?.data ?? []).filter(endsSoon).map((key) => matterOf('key', key.name, key)),
    ...(agents.data?.data ?? []).filter(endsSoon).map((one) => matterOf('agent', one.clientName, one)),
  ];
  useMatters('api', known ? matters : undefined);
  return null;
}
