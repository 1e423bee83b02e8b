'use client';

import { Handshake } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { WithdrawConsent } from '#components/consents/withdraw-consent.tsx';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';

type Consent = Row<'/consents'>;
const PAGE = 50;

/** Who agreed to what, in which words, and who took it back. */
export function ConsentsTab() {
  const t = useTranslations('privacy');
  const may = useMay();
  const { date } = useFormat();
  const paging = usePaging();
  const [ending, setEnding] = useState<Consent>();
  const query = useApi('/consents', {
    query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const columns: readonly Column<Consent>[] = [
    {
      id: 'purpose',
      header: t('purpose'),
      cell: ({ purpose, text }) => (
        <>
          <span className="font-medium break-all">{purpose}</span>
          <span className="line-clamp-2 text-[13px] break-words text-muted-foreground">{text}</span>
        </>
      ),
    },
    { id: 'given', header: t('given'), cell: ({ givenAt }) => date(givenAt), wide: true },
    {
      id: 'act',
      header: '',
      cell: (one) =>
        one.withdrawnAt !== null ? (
          <Badge>{t('withdrawn')}</Badge>
        ) : (
          may('consents:write') && (
            <Button variant="ghost" size="sm" onClick={() => setEnding(one)}>
              {t('withdraw')}
            </Button>
          )
        ),
      className: 'w-px text-right',
    },
  ];
  return (
    <>
      <DataTable
        label={t('tabs.consents')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        paging={paging}
        empty={<EmptyState icon={Handshake} text={t('noConsents')} />}
      />
      {ending && <WithdrawConsent consent={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}
