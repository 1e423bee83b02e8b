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
import { MembersTab } from './members-tab.tsx';

const loading = () => <Skeleton className="h-64 w-full" />;
const InvitationsTab = dynamic(() => import('./invitations-tab.tsx').then((m) => m.InvitationsTab), {
  loading,
});
const RolesTab = dynamic(() => import('./roles-tab.tsx').then((m) => m.RolesTab), { loading });
const InviteSheet = dynamic(() => import('./invite-sheet.tsx').then((m) => m.InviteSheet));

const TABS = [
  ['members', 'members:read'],
  ['invitations', 'invitations:read'],
  ['roles', 'roles:read'],
] as const;

/** Who belongs to the company, who is asked to, and what each may do. */
export function PeoplePage() {
  const t = useTranslations('people');
  const may = useMay();
  const [url, change] = useUrlState(['tab', 'new']);
  const tabs = TABS.filter(([, scope]) => may(scope)).map(([id]) => id);
  const tab = tabs.find((one) => one === url.tab) ?? 'members';
  const isRoles = tab === 'roles';
  const mayAdd = may(isRoles ? 'roles:write' : 'invitations:write');
  return (
    <>
      <PageHeader title={t('title')}>
        {mayAdd && (
          <Button onClick={() => change({ new: '1' })}>
            <Plus aria-hidden />
            {isRoles ? t('newRole') : t('invite')}
          </Button>
        )}
      </PageHeader>
      <Tabs
        label={t('title')}
        current={tab}
        tabs={tabs.map((id) => ({
          id,
          title: t(`tabs.${id}`),
          href: id === 'members' ? '/people' : `/people?tab=${id}`,
        }))}
      />
      {tab === 'members' && <MembersTab />}
      {tab === 'invitations' && <InvitationsTab />}
      {isRoles && <RolesTab />}
      {url.new !== undefined && !isRoles && mayAdd && (
        <InviteSheet onClose={() => change({ new: undefined })} />
      )}
    </>
  );
}
