'use client';

import { MailPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Ago } from '#components/data/time.tsx';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { showPhone } from '#lib/format/phone.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { useRoles } from './role-word.ts';

type Invitation = Row<'/invitations'>;
const PAGE = 50;
/** What the API calls somebody who hasn't said their name. */
const NAMELESS = 'person';
const TONES: Readonly<Record<Invitation['status'], Tone>> = {
  pending: 'warning',
  accepted: 'success',
  revoked: 'neutral',
  expired: 'neutral',
};
const toOf = ({ to }: Invitation): string => (/^\+\d+$/.test(to) ? showPhone(to) : to);

export function InvitationsTab() {
  const t = useTranslations('people');
  const may = useMay();
  const { wordOf } = useRoles();
  const paging = usePaging();
  const [, change] = useUrlState(['new']);
  const [ending, setEnding] = useState<Invitation>();
  const query = useApi('/invitations', {
    query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const revoke = useApiMutation('delete', '/invitations/{id}', {
    invalidates: ['/invitations'],
    onSuccess: () => {
      toast.done(t('invitationOver'));
      setEnding(undefined);
    },
  });
  const columns: readonly Column<Invitation>[] = [
    {
      id: 'to',
      header: t('to'),
      cell: (one) => (
        <>
          <span className="font-medium break-words">{toOf(one)}</span>
          <span className="block text-[13px] text-muted-foreground">
            {one.inviter === NAMELESS
              ? wordOf(one.role)
              : t('by', { inviter: one.inviter, role: wordOf(one.role) })}
          </span>
        </>
      ),
    },
    {
      id: 'status',
      header: t('status'),
      cell: ({ status }) => <Badge tone={TONES[status]}>{t(`invitation.${status}`)}</Badge>,
      className: 'w-px',
    },
    {
      id: 'sent',
      header: t('sent'),
      cell: ({ createdAt }) => (
        <span className="text-[13px] text-muted-foreground">
          <Ago at={createdAt} />
        </span>
      ),
      wide: true,
    },
    {
      id: 'act',
      header: '',
      cell: (one) =>
        one.status === 'pending' &&
        may('invitations:destroy') && (
          <Button
            variant="ghost"
            size="sm"
            aria-label={t('revokeNamed', { to: toOf(one) })}
            onClick={() => setEnding(one)}
          >
            {t('cancel')}
          </Button>
        ),
      className: 'w-px text-right',
    },
  ];
  return (
    <>
      <DataTable
        label={t('tabs.invitations')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        paging={paging}
        empty={
          <EmptyState
            icon={MailPlus}
            text={t('noInvitations')}
            action={
              may('invitations:write') && <Button onClick={() => change({ new: '1' })}>{t('invite')}</Button>
            }
          />
        }
      />
      {ending && (
        <Confirm
          title={t('revokeTitle', { to: toOf(ending) })}
          consequence={t('revokeConsequence')}
          action={t('revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onClose={() => setEnding(undefined)}
          onConfirm={() => revoke.mutate({ path: { id: ending.id } })}
        />
      )}
    </>
  );
}
