'use client';

import { UsersRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { useScopeWords } from '#components/scopes/scopes.ts';
import { Badge } from '#components/ui/badge.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { showPhone } from '#lib/format/phone.ts';
import { useFormat } from '#lib/format/use-format.ts';
import { useSession } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';

const MemberSheet = dynamic(() => import('./member-sheet.tsx').then((m) => m.MemberSheet));

export type Member = Row<'/members'>;
const PAGE = 100;
/** Masked numbers aren't numbers to lay out. */
export const phoneOf = ({ phone }: Member): string | undefined =>
  phone === null ? undefined : phone.includes('*') ? phone : showPhone(phone);

export function MembersTab() {
  const t = useTranslations('people');
  const { me } = useSession();
  const { date } = useFormat();
  const { roleWord } = useScopeWords();
  const paging = usePaging();
  const [url, change] = useUrlState(['id']);
  const query = useApi('/members', {
    query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) },
  });
  const columns: readonly Column<Member>[] = [
    {
      id: 'name',
      header: t('name'),
      cell: (member) => (
        <>
          <span className="flex flex-wrap items-center gap-2">
            <span className="break-all">{member.name ?? phoneOf(member) ?? t('unnamed')}</span>
            {member.id === me.ugid && <Badge tone="accent">{t('you')}</Badge>}
            {member.disabled && <Badge tone="warning">{t('disabled')}</Badge>}
          </span>
          <span className="text-[13px] font-normal text-muted-foreground md:hidden">
            {roleWord(member.roleName)}
          </span>
        </>
      ),
    },
    { id: 'role', header: t('role'), cell: ({ roleName }) => roleWord(roleName), wide: true },
    {
      id: 'phone',
      header: t('phone'),
      cell: phoneOf,
      wide: true,
      className: 'tabular-nums whitespace-nowrap',
    },
    {
      id: 'joined',
      header: t('joined'),
      cell: ({ joinedAt }) => <span className="text-[13px] text-muted-foreground">{date(joinedAt)}</span>,
      className: 'w-px text-right whitespace-nowrap',
    },
  ];
  const chosen = query.data?.data.find(({ id }) => id === url.id);
  return (
    <>
      <DataTable
        label={t('tabs.members')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => `/people?id=${id}`}
        paging={paging}
        empty={<EmptyState icon={UsersRound} text={t('noMembers')} />}
      />
      {chosen && <MemberSheet key={chosen.id} member={chosen} onClose={() => change({ id: undefined })} />}
    </>
  );
}
