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
import { KeysTab } from './keys-tab.tsx';

const loading = () => <Skeleton className="h-64 w-full" />;
const AccountsTab = dynamic(() => import('./accounts-tab.tsx').then((m) => m.AccountsTab), { loading });
const AgentsTab = dynamic(() => import('./agents-tab.tsx').then((m) => m.AgentsTab), { loading });
const ConnectTab = dynamic(() => import('./connect-tab.tsx').then((m) => m.ConnectTab), { loading });
const TryTab = dynamic(() => import('./try-tab.tsx').then((m) => m.TryTab), { loading });

const TABS = ['keys', 'accounts', 'agents', 'connect', 'try'] as const;
/** What has a button to make another. */
const NEW = { keys: ['newKey', 'keys:write'], accounts: ['newAccount', 'accounts:write'] } as const;

/** Programs and agents: how they get in, and what the API answers. */
export function ApiPage() {
  const t = useTranslations('api');
  const may = useMay();
  const [url, change] = useUrlState(['tab', 'new']);
  const tabs = TABS.filter((one) => one !== 'accounts' || may('accounts:read'));
  const tab = tabs.find((one) => one === url.tab) ?? 'keys';
  const [title, scope] = tab === 'keys' || tab === 'accounts' ? NEW[tab] : [];
  return (
    <>
      <PageHeader title={t('title')}>
        {title && may(scope) && (
          <Button onClick={() => change({ new: '1' })}>
            <Plus aria-hidden />
            {t(title)}
          </Button>
        )}
      </PageHeader>
      <Tabs
        label={t('title')}
        current={tab}
        tabs={tabs.map((id) => ({
          id,
          title: t(`tabs.${id}`),
          href: id === 'keys' ? '/api' : `/api?tab=${id}`,
        }))}
      />
      {tab === 'keys' && <KeysTab />}
      {tab === 'accounts' && <AccountsTab />}
      {tab === 'agents' && <AgentsTab />}
      {tab === 'connect' && <ConnectTab />}
      {tab === 'try' && <TryTab />}
    </>
  );
}
