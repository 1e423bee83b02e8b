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
import { OutTab } from './out-tab.tsx';

const loading = () => <Skeleton className="h-64 w-full" />;
const InTab = dynamic(() => import('./in-tab.tsx').then((m) => m.InTab), { loading });
const WebhookSheet = dynamic(() => import('./webhook-sheet.tsx').then((m) => m.WebhookSheet));
const HookSheet = dynamic(() => import('./hook-sheet.tsx').then((m) => m.HookSheet));

/** What is told to other systems, and what they tell. */
export function WebhooksPage() {
  const t = useTranslations('webhooks');
  const may = useMay();
  const [url, change] = useUrlState(['tab', 'new']);
  const isIn = url.tab === 'in' && may('hooks:read');
  const close = (): void => change({ new: undefined });
  return (
    <>
      <PageHeader title={t('title')}>
        {may(isIn ? 'hooks:write' : 'webhooks:write') && (
          <Button onClick={() => change({ new: '1' })}>
            <Plus aria-hidden />
            {isIn ? t('newIn') : t('new')}
          </Button>
        )}
      </PageHeader>
      <Tabs
        label={t('title')}
        current={isIn ? 'in' : 'out'}
        tabs={[
          { id: 'out', title: t('out'), href: '/webhooks' },
          ...(may('hooks:read') ? [{ id: 'in', title: t('in'), href: '/webhooks?tab=in' }] : []),
        ]}
      />
      {isIn ? <InTab /> : <OutTab />}
      {url.new !== undefined && (isIn ? <HookSheet onClose={close} /> : <WebhookSheet onClose={close} />)}
    </>
  );
}
