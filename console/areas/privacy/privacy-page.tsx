'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/data/page-header.tsx';
import { Tabs } from '#components/data/tabs.tsx';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { RequestsTab } from './requests-tab.tsx';

const loading = () => <Skeleton className="h-64 w-full" />;
const ConsentsTab = dynamic(() => import('./consents-tab.tsx').then((m) => m.ConsentsTab), { loading });
const BreachesTab = dynamic(() => import('./breaches-tab.tsx').then((m) => m.BreachesTab), { loading });
const HoldsTab = dynamic(() => import('./holds-tab.tsx').then((m) => m.HoldsTab), { loading });
const RegisterTab = dynamic(() => import('./register-tab.tsx').then((m) => m.RegisterTab), { loading });
const NewRequestSheet = dynamic(() => import('./new-request-sheet.tsx').then((m) => m.NewRequestSheet));
const RetentionTab = dynamic(() => import('./retention-tab.tsx').then((m) => m.RetentionTab), { loading });

const TABS = [
  ['requests', 'privacy:read'],
  ['consents', 'consents:read'],
  ['breaches', 'breaches:read'],
  ['retention', 'retention:read'],
  ['holds', 'holds:read'],
  ['register', 'processing:read'],
] as const;

/** What the law on personal data asks of the company. */
export function PrivacyPage() {
  const t = useTranslations('privacy');
  const may = useMay();
  const [url, change] = useUrlState(['tab', 'new']);
  const tabs = TABS.filter(([, scope]) => may(scope)).map(([id]) => id);
  const tab = tabs.find((one) => one === url.tab) ?? 'requests';
  return (
    <>
      <PageHeader title={t('title')}>
        {tab === 'requests' && may('privacy:write') && (
          <Button onClick={() => change({ new: '1' })}>
            <Plus aria-hidden />
            {t('newRequest')}
          </Button>
        )}
      </PageHeader>
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
      {tab === 'holds' && <HoldsTab />}
      {tab === 'register' && <RegisterTab />}
      {tab === 'requests' && url.new !== undefined && may('privacy:write') && (
        <NewRequestSheet onClose={() => change({ new: undefined })} />
      )}
    </>
  );
}
