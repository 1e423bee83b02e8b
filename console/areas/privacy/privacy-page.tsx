'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/data/page-header.tsx';
import { Tabs } from '#components/data/tabs.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { RequestsTab } from './requests-tab.tsx';

const loading = () => <Skeleton className="h-64 w-full" />;
const ConsentsTab = dynamic(() => import('./consents-tab.tsx').then((m) => m.ConsentsTab), { loading });
const BreachesTab = dynamic(() => import('./breaches-tab.tsx').then((m) => m.BreachesTab), { loading });
const RetentionTab = dynamic(() => import('./retention-tab.tsx').then((m) => m.RetentionTab), { loading });

const TABS = [
  ['requests', 'privacy:read'],
  ['consents', 'consents:read'],
  ['breaches', 'breaches:read'],
  ['retention', 'retention:read'],
] as const;

/** What the law on personal data asks of the company. */
export function PrivacyPage() {
  const t = useTranslations('privacy');
  const may = useMay();
  const [url] = useUrlState(['tab']);
  const tabs = TABS.filter(([, scope]) => may(scope)).map(([id]) => id);
  const tab = tabs.find((one) => one === url.tab) ?? 'requests';
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        label={t('title')}
        current={tab}
        tabs={tabs.map((id) => ({
          id,
          title: t(`tabs.${id}`),
          href: id === 'requests' ? '/privacy' : `/privacy?tab=${id}`,
        }))}
      />
      {tab === 'requests' && <RequestsTab />}
      {tab === 'consents' && <ConsentsTab />}
      {tab === 'breaches' && <BreachesTab />}
      {tab === 'retention' && <RetentionTab />}
    </>
  );
}
