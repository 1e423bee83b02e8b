'use client';

import { UserRoundCog } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { ScopeBadges } from '#components/scopes/scope-badges.tsx';
import { useScopeWords } from '#components/scopes/scopes.ts';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Answer } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { RoleSheet } from './role-sheet.tsx';

export type Role = Answer<'/roles'>['data'][number];

/** What the roles allow: those that every company has, and its own. */
export function RolesTab() {
  const t = useTranslations('people');
  const may = useMay();
  const { roleWord } = useScopeWords();
  const [url, change] = useUrlState(['new', 'role']);
  const query = useApi('/roles', {});
  const columns: readonly Column<Role>[] = [
    {
      id: 'name',
      header: t('role'),
      cell: ({ name, builtIn }) => (
        <span className="flex flex-wrap items-center gap-2 font-medium break-all">
          {builtIn ? roleWord(name) : name}
          {!builtIn && <Badge tone="accent">{t('ownRole')}</Badge>}
        </span>
      ),
    },
    {
      id: 'scopes',
      header: t('allowed'),
      cell: ({ scopes }) => <ScopeBadges scopes={scopes} most={6} />,
      wide: true,
    },
    {
      id: 'act',
      header: '',
      cell: ({ id, name, builtIn }) =>
        !builtIn &&
        may('roles:write') && (
          <Button
            variant="ghost"
            size="sm"
            aria-label={t('editNamed', { name })}
            onClick={() => change({ role: id })}
          >
            {t('edit')}
          </Button>
        ),
      className: 'w-px text-right',
    },
  ];
  const chosen = query.data?.data.find(({ id, builtIn }) => !builtIn && id === url.role);
  const close = (): void => change({ new: undefined, role: undefined });
  return (
    <>
      <DataTable
        label={t('tabs.roles')}
        query={query}
        columns={columns}
        rowId={({ id, name }) => `${id}${name}`}
        empty={<EmptyState icon={UserRoundCog} text={t('noRoles')} />}
      />
      {(url.new !== undefined || chosen) && <RoleSheet key={chosen?.version} role={chosen} onClose={close} />}
    </>
  );
}
