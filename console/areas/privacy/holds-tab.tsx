'use client';

import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { HoldSheet } from './hold-sheet.tsx';

type Hold = Row<'/holds'>;
const PAGE = 50;

/** What must not be deleted, whatever retention or anybody asks. */
export function HoldsTab() {
  const t = useTranslations('privacy');
  const may = useMay();
  const { date } = useFormat();
  const paging = usePaging();
  const [open, setOpen] = useState(false);
  const [lifting, setLifting] = useState<Hold>();
  const query = useApi('/holds', {
    query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const release = useApiMutation('post', '/holds/{id}/release', {
    invalidates: ['/holds'],
    onSuccess: () => {
      toast.done(t('holdLifted'));
      setLifting(undefined);
    },
  });
  const columns: readonly Column<Hold>[] = [
    {
      id: 'reason',
      header: t('holdReason'),
      cell: ({ reason, basis }) => (
        <>
          <span className="font-medium break-words">{reason}</span>
          <span className="block text-[13px] text-muted-foreground">{t(`holdBasis.${basis}`)}</span>
        </>
      ),
    },
    {
      id: 'what',
      header: t('holdWhat'),
      cell: ({ class: name, contactId }) =>
        [name ?? t('holdAll'), contactId !== null && t('holdOne')].filter(Boolean).join(' · '),
      wide: true,
    },
    {
      id: 'until',
      header: t('holdUntil'),
      cell: ({ until }) => (until === null ? t('holdOpen') : date(until)),
      wide: true,
      className: 'whitespace-nowrap',
    },
    {
      id: 'act',
      header: '',
      cell: (hold) =>
        may('holds:write') && (
          <Button
            variant="ghost"
            size="sm"
            aria-label={t('liftNamed', { name: hold.reason })}
            onClick={() => setLifting(hold)}
          >
            {t('lift')}
          </Button>
        ),
      className: 'w-px text-right',
    },
  ];
  const add = may('holds:write') && <Button onClick={() => setOpen(true)}>{t('newHold')}</Button>;
  return (
    <div className="grid gap-3">
      {query.data && query.data.data.length > 0 && <div className="flex justify-end">{add}</div>}
      <DataTable
        label={t('tabs.holds')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        paging={paging}
        empty={<EmptyState icon={Lock} text={t('noHolds')} action={add} />}
      />
      {open && <HoldSheet onClose={() => setOpen(false)} />}
      {lifting && (
        <Confirm
          title={t('liftTitle')}
          consequence={t('liftText')}
          action={t('lift')}
          busy={release.isPending}
          error={release.error}
          onClose={() => setLifting(undefined)}
          onConfirm={() => release.mutate({ path: { id: lifting.id } })}
        />
      )}
    </div>
  );
}
