'use client';

import { Plus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { usePaging } from '#components/data/paging.ts';
import { Ago } from '#components/data/time.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { showPhone } from '#lib/format/phone.ts';
import { showTaxId } from '#lib/format/rut.ts';
import { useMay } from '#lib/session/session.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { ContactSheet } from './contact-sheet.tsx';
import { ContactsMenu } from './contacts-menu.tsx';
import { FILTER_NAMES, NO_FILTER, type ContactFilter } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { contactHref } from './paths.ts';

type Contact = Row<'/contacts'>;
const PAGE = 50;
const TAGS_SHOWN = 3;

function useColumns(): readonly Column<Contact>[] {
  const t = useTranslations('contacts');
  return [
    { id: 'name', header: t('name'), cell: (row) => <Name contact={row} /> },
    {
      id: 'phone',
      header: t('phone'),
      cell: ({ phone }) => phone && showPhone(phone),
      wide: true,
      className: 'tabular-nums whitespace-nowrap',
    },
    {
      id: 'taxId',
      header: t('taxId'),
      cell: ({ taxId }) => taxId && showTaxId(taxId),
      wide: true,
      className: 'tabular-nums whitespace-nowrap',
    },
    { id: 'tags', header: t('tags'), cell: ({ tags }) => <Tags tags={tags} />, wide: true },
    {
      id: 'created',
      header: t('created'),
      cell: ({ createdAt }) => (
        <span className="text-[13px] text-muted-foreground">
          <Ago at={createdAt} />
        </span>
      ),
      className: 'w-px text-right',
    },
  ];
}

export function ContactsPage() {
  const t = useTranslations('contacts');
  const may = useMay();
  const columns = useColumns();
  const paging = usePaging();
  const [url, change] = useUrlState([...FILTER_NAMES, 'new', 'cursor']);
  const { new: adding, cursor, ...filter } = url;
  const query = useApi(
    '/contacts',
    { query: { limit: PAGE, ...filter, ...(cursor && { cursor }) } },
    { keep: true },
  );
  const filtered = Object.keys(filter).length > 0;
  const clear = (): void => change(NO_FILTER);
  const add = (
    <Button onClick={() => change({ new: '1' })}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')}>
        <ContactsMenu filter={filter satisfies ContactFilter} />
        {may('contacts:write') && add}
      </PageHeader>
      <FilterBar filter={filter} onChange={(changes) => change({ ...changes, cursor: undefined })} />
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        href={({ id }) => contactHref(id)}
        paging={paging}
        empty={
          filtered ? (
            <EmptyState
              icon={Users}
              text={t('nothingFound')}
              action={
                <Button variant="outline" onClick={clear}>
                  {t('clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={Users}
              text={t('empty')}
              action={may('contacts:write') && <FirstSteps add={add} />}
            />
          )
        }
      />
      <ContactSheet open={adding !== undefined} onClose={() => change({ new: undefined })} />
    </>
  );
}

function FirstSteps({ add }: { add: ReactNode }) {
  const t = useTranslations('contacts');
  return (
    <span className="flex flex-wrap justify-center gap-2">
      <ButtonLink variant="outline" href="/contacts/import">
        {t('import')}
      </ButtonLink>
      {add}
    </span>
  );
}

/** On a phone, where the other columns don't fit, the most useful of them stands below the name. */
function Name({ contact }: { contact: Contact }) {
  const below = contact.phone ? showPhone(contact.phone) : contact.email;
  return (
    <>
      <span className="line-clamp-1 break-all">{contact.name}</span>
      <span className="line-clamp-1 text-[13px] font-normal break-all text-muted-foreground">
        <span className="md:hidden">{below}</span>
        <span className="hidden md:inline">{contact.email}</span>
      </span>
    </>
  );
}

export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex max-w-56 flex-wrap gap-1">
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
      {tags.length > TAGS_SHOWN && <Badge>+{tags.length - TAGS_SHOWN}</Badge>}
    </span>
  );
}
