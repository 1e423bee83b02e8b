'use client';

import { Download, Ellipsis, FileUp, GitMerge, ListPlus } from 'lucide-react';
import { useRouter } from '#lib/session/router.ts';
import { useTranslations } from 'use-intl';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { toast } from '#components/ui/toast.tsx';
import { apiHere } from '#lib/api/call.ts';
import { ApiError } from '#lib/api/error.ts';
import { guarded } from '#lib/api/guarded.ts';
import { useMay } from '#lib/session/session.tsx';
import { saveFile } from '#lib/save-file.ts';
import type { ContactFilter } from './filter.ts';

/** Everything that is shown, as one file. */
async function exported(filter: ContactFilter): Promise<string[]> {
  const api = apiHere();
  const parts: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { ...filter, ...(cursor !== undefined && { cursor }) };
    const page = await guarded(() => api.get('/contacts/export', { query }));
    parts.push(page.text);
    cursor = page.nextCursor;
  }
  return parts;
}

/** What is done with contacts as a whole. */
export function ContactsMenu({ filter }: { filter: ContactFilter }) {
  const t = useTranslations('contacts');
  const may = useMay();
  const router = useRouter();
  const save = async (): Promise<void> => {
    try {
      saveFile(`${t('title').toLowerCase()}.csv`, await exported(filter), 'text/csv');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toast.failed(error.message || t('exportFailed'));
    }
  };
  return (
    <Menu
      label={t('more')}
      triggerClass="grid size-9 place-items-center rounded-md border bg-card hover:bg-muted"
      trigger={<Ellipsis role="img" aria-label={t('more')} className="size-4" />}
    >
      {may('contacts:write') && (
        <MenuItem onSelect={() => router.push('/contacts/import')}>
          <FileUp aria-hidden />
          {t('import')}
        </MenuItem>
      )}
      <MenuItem onSelect={() => void save()}>
        <Download aria-hidden />
        {t('export')}
      </MenuItem>
      <MenuItem onSelect={() => router.push('/contacts/duplicates')}>
        <GitMerge aria-hidden />
        {t('duplicates')}
      </MenuItem>
      {may('contacts:write') && (
        <MenuItem onSelect={() => router.push('/contacts/fields')}>
          <ListPlus aria-hidden />
          {t('ownFields')}
        </MenuItem>
      )}
    </Menu>
  );
}
