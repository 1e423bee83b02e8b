'use client';

import { KeyRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Confirm } from '#components/data/confirm.tsx';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { FilterTabs } from '#components/data/filter-tabs.tsx';
import { usePaging } from '#components/data/paging.ts';
import { SearchField } from '#components/data/search-field.tsx';
import { Ago } from '#components/data/time.tsx';
import { ScopeBadges } from '#components/scopes/scope-badges.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';

const KeySheet = dynamic(() => import('./key-sheet.tsx').then((m) => m.KeySheet));

type Key = Row<'/keys'>;
const PAGE = 50;
const STATES = ['active', 'expired', 'revoked'] as const;

const isOver = ({ revokedAt, expiresAt }: Key): boolean =>
  revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) <= Date.now());

function useColumns(onRevoke: (key: Key) => void): readonly Column<Key>[] {
  const t = useTranslations('api');
  const may = useMay();
  return [
    { id: 'name', header: t('name'), cell: (key) => <Name of={key} /> },
    { id: 'scopes', header: t('allowed'), cell: ({ scopes }) => <ScopeBadges scopes={scopes} />, wide: true },
    {
      id: 'used',
      header: t('lastUsed'),
      cell: ({ lastUsedAt }) => (
        <span className="text-[13px] text-muted-foreground">
          {lastUsedAt ? <Ago at={lastUsedAt} /> : t('never')}
        </span>
      ),
      wide: true,
    },
    {
      id: 'act',
      header: '',
      cell: (key) =>
        !isOver(key) &&
        may('keys:destroy') && (
          <Button
            variant="ghost"
            size="sm"
            aria-label={t('revokeNamed', { name: key.name })}
            onClick={() => onRevoke(key)}
          >
            {t('revoke')}
          </Button>
        ),
      className: 'w-px text-right',
    },
  ];
}

export function KeysTab() {
  const t = useTranslations('api');
  const may = useMay();
  const paging = usePaging();
  const [url, change] = useUrlState(['new', 'cursor', 'q', 'state']);
  const [ending, setEnding] = useState<Key>();
  const state = STATES.find((one) => one === url.state);
  const found = { ...(url.q && { q: url.q }), ...(state && { state }) };
  const query = useApi(
    '/keys',
    { query: { limit: PAGE, ...found, ...(url.cursor && { cursor: url.cursor }) } },
    { keep: true },
  );
  const narrow = (changes: { q?: string | undefined; state?: string | undefined }): void =>
    change({ ...changes, cursor: undefined });
  const narrowed = Object.keys(found).length > 0;
  const revoke = useApiMutation('delete', '/keys/{id}', {
    invalidates: ['/keys'],
    onSuccess: ({ name }) => {
      toast.done(t('revoked', { name }));
      setEnding(undefined);
    },
  });
  const columns = useColumns(setEnding);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          label={t('search')}
          placeholder={t('searchHint')}
          value={url.q}
          onChange={(q) => narrow({ q })}
        />
        <FilterTabs
          label={t('states')}
          value={state ?? 'all'}
          options={(['all', ...STATES] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={(value) => narrow({ state: value === 'all' ? undefined : value })}
        />
      </div>
      <DataTable
        label={t('tabs.keys')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        paging={paging}
        empty={
          narrowed ? (
            <EmptyState
              icon={KeyRound}
              text={t('noneFound')}
              action={
                <Button variant="outline" onClick={() => narrow({ q: undefined, state: undefined })}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={KeyRound}
              text={t('noKeys')}
              action={
                may('keys:write') && <Button onClick={() => change({ new: '1' })}>{t('newKey')}</Button>
              }
            />
          )
        }
      />
      {url.new !== undefined && <KeySheet onClose={() => change({ new: undefined })} />}
      {ending && (
        <Confirm
          title={t('revokeTitle', { name: ending.name })}
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

function Name({ of: key }: { of: Key }) {
  const t = useTranslations('api');
  const { date } = useFormat();
  const over = isOver(key);
  return (
    <>
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-all">{key.name}</span>
        {over && <Badge>{key.revokedAt ? t('state.revoked') : t('state.expired')}</Badge>}
        {!over && key.expiresAt && <Badge tone="warning">{t('until', { date: date(key.expiresAt) })}</Badge>}
      </span>
      <span className="flex flex-wrap gap-x-2 text-xs text-muted-foreground">
        <span className="font-mono">{key.prefix}…</span>
        {key.accountId !== null && <span>{t('ofAccount')}</span>}
      </span>
    </>
  );
}
