'use client';

import { Inbox, MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '#components/ui/menu.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { HookAct, type Act } from './hook-act.tsx';
import { HookDeliverySheet } from './hook-delivery-sheet.tsx';
import { TONES } from './webhook-page.tsx';

type Hook = Row<'/incoming-hooks'>;
type Delivery = Row<'/hook-deliveries'>;
const PAGE = 50;

/** The addresses at which others tell us something, and what came in. */
export function InTab() {
  const t = useTranslations('webhooks');
  const may = useMay();
  const [{ delivery }, change] = useUrlState(['delivery', 'new']);
  const [act, setAct] = useState<{ act: Act; hook: Hook }>();
  const query = useApi('/incoming-hooks', {});
  const columns: readonly Column<Hook>[] = [
    { id: 'title', header: t('sender'), cell: ({ title }) => <span className="font-medium">{title}</span> },
    {
      id: 'last',
      header: t('lastIn'),
      cell: ({ lastAt }) => (
        <span className="text-[13px] text-muted-foreground">{lastAt ? <Ago at={lastAt} /> : t('never')}</span>
      ),
    },
    {
      id: 'act',
      header: '',
      cell: (hook) =>
        may('hooks:write') && (
          <Menu
            label={t('more')}
            triggerClass="grid size-9 place-items-center rounded-md hover:bg-muted"
            trigger={
              <MoreHorizontal role="img" aria-label={t('moreOf', { name: hook.title })} className="size-4" />
            }
          >
            <MenuItem onSelect={() => setAct({ act: 'rotate', hook })}>{t('newAddress')}</MenuItem>
            <MenuItem onSelect={() => setAct({ act: 'secret', hook })}>{t('otherSecret')}</MenuItem>
            {may('hooks:destroy') && (
              <>
                <MenuLine />
                <MenuItem destructive onSelect={() => setAct({ act: 'delete', hook })}>
                  {t('delete')}
                </MenuItem>
              </>
            )}
          </Menu>
        ),
      className: 'w-px text-right',
    },
  ];
  return (
    <div className="grid gap-6">
      <DataTable
        label={t('in')}
        query={query}
        columns={columns}
        rowId={({ engine }) => engine}
        empty={
          <EmptyState
            icon={Inbox}
            text={t('emptyIn')}
            action={may('hooks:write') && <Button onClick={() => change({ new: '1' })}>{t('newIn')}</Button>}
          />
        }
      />
      <Received />
      {act && <HookAct act={act.act} hook={act.hook} onClose={() => setAct(undefined)} />}
      {delivery !== undefined && (
        <HookDeliverySheet key={delivery} id={delivery} onClose={() => change({ delivery: undefined })} />
      )}
    </div>
  );
}

function Received() {
  const t = useTranslations('webhooks');
  const paging = usePaging();
  const query = useApi('/hook-deliveries', {
    query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const columns: readonly Column<Delivery>[] = [
    {
      id: 'kind',
      header: t('event'),
      cell: ({ kind, engine }) => (
        <>
          <span className="line-clamp-1 break-all">{kind}</span>
          <span className="text-[13px] font-normal text-muted-foreground">{engine}</span>
        </>
      ),
    },
    {
      id: 'status',
      header: t('state'),
      cell: ({ status }) => <Badge tone={TONES[status] ?? 'neutral'}>{t(`inStatus.${status}`)}</Badge>,
    },
    {
      id: 'at',
      header: t('when'),
      cell: ({ receivedAt }) => (
        <span className="text-[13px] text-muted-foreground">
          <Ago at={receivedAt} />
        </span>
      ),
      className: 'w-px text-right',
    },
  ];
  return (
    <section aria-label={t('received')} className="grid gap-3">
      <h2 className="text-sm font-semibold">{t('received')}</h2>
      <DataTable
        label={t('received')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => `/webhooks?tab=in&delivery=${id}`}
        paging={paging}
        empty={<EmptyState icon={Inbox} text={t('nothingIn')} />}
      />
    </section>
  );
}
