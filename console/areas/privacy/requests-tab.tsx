'use client';

import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Ago } from '#components/data/time.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useUrlState } from '#lib/url-state.ts';
import { Due } from './due.tsx';
import { RequestSheet } from './request-sheet.tsx';

type Request = Row<'/privacy/requests'>;
const PAGE = 50;

export function RequestsTab() {
  const t = useTranslations('privacy');
  const paging = usePaging();
  const [{ id }, change] = useUrlState(['id']);
  const query = useApi('/privacy/requests', {
    query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const columns: readonly Column<Request>[] = [
    {
      id: 'who',
      header: t('who'),
      cell: ({ requesterName, kind }) => (
        <>
          <span className="line-clamp-1 break-all">{requesterName}</span>
          <span className="text-[13px] font-normal text-muted-foreground">{t(`kinds.${kind}`)}</span>
        </>
      ),
    },
    { id: 'due', header: t('clock'), cell: (one) => <Due request={one} /> },
    {
      id: 'at',
      header: t('received'),
      cell: ({ receivedAt }) => (
        <span className="text-[13px] text-muted-foreground">
          <Ago at={receivedAt} />
        </span>
      ),
      wide: true,
      className: 'w-px text-right',
    },
  ];
  const chosen = query.data?.data.find((one) => one.id === id);
  return (
    <>
      <DataTable
        label={t('tabs.requests')}
        query={query}
        columns={columns}
        rowId={(one) => one.id}
        href={(one) => `/privacy?id=${one.id}`}
        paging={paging}
        empty={<EmptyState icon={ShieldCheck} text={t('noRequests')} />}
      />
      {chosen && (
        <RequestSheet key={chosen.version} request={chosen} onClose={() => change({ id: undefined })} />
      )}
    </>
  );
}
