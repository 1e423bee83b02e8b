'use client';

import { ListPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { PageHeader } from '#components/data/page-header.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { useApi, useApiMutation } from '#lib/api/use-api.ts';
import { useMay } from '#lib/session/session.tsx';
import { toast } from '#components/ui/toast.tsx';
import { useUrlState } from '#lib/url-state.ts';
import { FieldSheet } from './field-sheet.tsx';
import type { OwnField } from './own-values.ts';

/** What the company wants to know of its contacts, beside what everybody does. */
export function FieldsPage() {
  const t = useTranslations('fields');
  const c = useTranslations('contacts');
  const may = useMay();
  const [{ new: adding }, change] = useUrlState(['new']);
  const query = useApi('/contact-fields', {});
  const add = (
    <Button onClick={() => change({ new: '1' })}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
  const columns: readonly Column<OwnField>[] = [
    {
      id: 'title',
      header: t('name'),
      cell: ({ title, archived }) => (
        <span className="flex flex-wrap items-center gap-2 font-medium">
          <span className="break-words">{title}</span>
          {archived && <Badge>{t('archived')}</Badge>}
        </span>
      ),
    },
    { id: 'type', header: t('type'), cell: ({ type }) => t(`types.${type}`) },
    {
      id: 'options',
      header: t('options'),
      cell: ({ options }) => <span className="line-clamp-1">{options.join(', ')}</span>,
      wide: true,
    },
    {
      id: 'archive',
      header: t('change'),
      cell: (field) => may('contacts:write') && <Archive field={field} />,
      className: 'w-px',
    },
  ];
  return (
    <>
      <PageHeader title={t('title')} description={t('about')} back={{ href: '/contacts', label: c('title') }}>
        {may('contacts:write') && add}
      </PageHeader>
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        empty={<EmptyState icon={ListPlus} text={t('empty')} action={may('contacts:write') && add} />}
      />
      {adding !== undefined && <FieldSheet onClose={() => change({ new: undefined })} />}
    </>
  );
}

function Archive({ field }: { field: OwnField }) {
  const t = useTranslations('fields');
  const [failed, setFailed] = useState(false);
  const update = useApiMutation('patch', '/contact-fields/{id}', {
    invalidates: ['/contact-fields'],
    onSuccess: ({ archived, title }) => toast.done(t(archived ? 'wasArchived' : 'wasRestored', { title })),
  });
  if (update.isError && !failed) {
    setFailed(true);
    toast.failed(update.error.message);
  }
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={update.isPending}
      onClick={() => {
        setFailed(false);
        update.mutate({
          path: { id: field.id },
          body: { archived: !field.archived },
          version: field.version,
        });
      }}
    >
      {field.archived ? t('restore') : t('archive')}
    </Button>
  );
}
