'use client';

import { Bot } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { FilterTabs } from '#components/data/filter-tabs.tsx';
import { usePaging } from '#components/data/paging.ts';
import { ScopeBadges } from '#components/scopes/scope-badges.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { AccountSheet } from './account-sheet.tsx';
import { NewAccountSheet } from './new-account-sheet.tsx';

export type Account = Row<'/accounts'>;
const PAGE = 50;
const STATES = ['active', 'disabled'] as const;

/** Programs and agents that act under their own name. */
export function AccountsTab() {
  const t = useTranslations('api');
  const may = useMay();
  const { date } = useFormat();
  const paging = usePaging();
  const [url, change] = useUrlState(['new', 'account', 'state', 'cursor']);
  const state = STATES.find((one) => one === url.state) ?? 'active';
  const query = useApi(
    '/accounts',
    {
      query: {
        limit: PAGE,
        disabled: state === 'disabled',
        ...(paging.cursor && { cursor: paging.cursor }),
      },
    },
    { keep: true },
  );
  const columns: readonly Column<Account>[] = [
    {
      id: 'name',
      header: t('account'),
      cell: ({ name, disabled }) => (
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium break-all">{name}</span>
          {disabled && <Badge>{t('disabled')}</Badge>}
        </span>
      ),
    },
    { id: 'scopes', header: t('allowed'), cell: ({ scopes }) => <ScopeBadges scopes={scopes} />, wide: true },
    {
      id: 'created',
      header: t('created'),
      cell: ({ createdAt }) => <span className="whitespace-nowrap">{date(createdAt)}</span>,
      wide: true,
    },
  ];
  const shown = query.data?.data.find(({ id }) => id === url.account);
  return (
    <>
      <div className="mb-3 flex">
        <FilterTabs
          label={t('states')}
          value={state}
          options={STATES.map((value) => ({ value, label: t(`accountFilter.${value}`) }))}
          onChange={(value) =>
            change({ state: value === 'active' ? undefined : value, cursor: undefined, account: undefined })
          }
        />
      </div>
      <DataTable
        label={t('tabs.accounts')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => `/api?${rowQuery(state, paging.cursor, id)}`}
        paging={paging}
        empty={
          <EmptyState
            icon={Bot}
            text={t(state === 'active' ? 'noAccounts' : 'noneDisabled')}
            action={
              state === 'active' &&
              may('accounts:write') && <Button onClick={() => change({ new: '1' })}>{t('newAccount')}</Button>
            }
          />
        }
      />
      {url.new !== undefined && (
        <NewAccountSheet
          onClose={() => change({ new: undefined })}
          onMade={(id) => change({ new: undefined, state: undefined, cursor: undefined, account: id })}
        />
      )}
      {shown && (
        <AccountSheet key={shown.id} account={shown} onClose={() => change({ account: undefined })} />
      )}
    </>
  );
}

function rowQuery(state: string, cursor: string | undefined, account: string): string {
  const query = new URLSearchParams({ tab: 'accounts', account });
  if (state !== 'active') query.set('state', state);
  if (cursor !== undefined) query.set('cursor', cursor);
  return query.toString();
}
