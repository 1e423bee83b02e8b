'use client';

import { CircleCheck, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DataTable, type Column } from '#components/data/data-table.tsx';
import { EmptyState } from '#components/data/empty-state.tsx';
import { usePaging } from '#components/data/paging.ts';
import { ProblemNote } from '#components/data/problem-note.tsx';
import { Button } from '#components/ui/button.tsx';
import { apiHere } from '#lib/api/call.ts';
import { ApiError } from '#lib/api/error.ts';
import { guarded } from '#lib/api/guarded.ts';
import type { Row } from '#lib/api/types.ts';
import { useApi } from '#lib/api/use-api.ts';
import { saveFile } from '#lib/save-file.ts';
import type { Import } from './states.ts';

type Line = Row<'/imports/{id}/errors'>;
const PAGE = 20;

async function wholeFile(id: string): Promise<string[]> {
  const api = apiHere();
  const parts: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = cursor === undefined ? {} : { cursor };
    const page = await guarded(() => api.get('/imports/{id}/errors.csv', { path: { id }, query }));
    parts.push(page.text);
    cursor = page.nextCursor;
  }
  return parts;
}

/** The lines that were left out, and all of them as a file to be mended and read in again. */
export function ImportErrors({ of }: { of: Import }) {
  const t = useTranslations('imports');
  const paging = usePaging();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const query = useApi(
    '/imports/{id}/errors',
    { path: { id: of.id }, query: { limit: PAGE, ...(paging.cursor && { cursor: paging.cursor }) } },
    { keep: true },
  );
  const download = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      saveFile(
        t('errorFile', { name: of.fileName.replace(/\.\w+$/, '') }),
        await wholeFile(of.id),
        'text/csv',
      );
    } catch (reason) {
      if (reason instanceof ApiError) setError(reason);
      else throw reason;
    } finally {
      setBusy(false);
    }
  };
  const columns: readonly Column<Line>[] = [
    { id: 'line', header: t('line'), cell: ({ line }) => line, className: 'w-px tabular-nums' },
    {
      id: 'what',
      header: t('what'),
      cell: ({ errors }) => (
        <ul className="grid gap-0.5">
          {errors.map(({ column, message }, index) => (
            <li key={index}>
              {column !== null && <span className="font-medium">{column}: </span>}
              {message}
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'raw',
      header: t('raw'),
      cell: ({ raw }) => (
        <code className="line-clamp-2 text-[13px] break-all text-muted-foreground">{raw}</code>
      ),
      wide: true,
    },
  ];
  return (
    <section aria-labelledby="errors" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="errors" className="text-sm font-semibold">
          {t('errors')}
        </h2>
        <Button variant="outline" size="sm" busy={busy} onClick={() => void download()}>
          <Download aria-hidden />
          {t('download')}
        </Button>
      </div>
      <ProblemNote error={error} />
      <DataTable
        label={t('errors')}
        query={query}
        columns={columns}
        rowId={({ line }) => String(line)}
        paging={paging}
        empty={<EmptyState icon={CircleCheck} text={t('noErrors')} />}
      />
    </section>
  );
}
