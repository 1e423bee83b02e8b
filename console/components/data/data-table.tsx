'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '#components/ui/link.tsx';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/button.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { cn } from '#lib/cn.ts';
import type { ApiError } from '#lib/api/error.ts';
import { ProblemNote } from './problem-note.tsx';
import type { Paging } from './paging.ts';

export interface Column<T> {
  readonly id: string;
  /** Empty over buttons: it is said to screen readers only. */
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Left out where there is no room for it. The first column is always there. */
  readonly wide?: boolean;
  /** Of its head and its cells: width and alignment. What a cell looks like is up to `cell`. */
  readonly className?: string;
}

interface DataTableProps<T> {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly query: UseQueryResult<{ data: readonly T[]; nextCursor?: string | null }, ApiError>;
  readonly columns: readonly Column<T>[];
  readonly rowId: (row: T) => string;
  /** Where a row leads; the whole of it can be clicked. */
  readonly href?: (row: T) => string;
  readonly paging?: Paging;
  /** Instead of the table when there is nothing. */
  readonly empty: ReactNode;
}

/** A page of a list: skeleton, rows, what is wrong, or why there is nothing. */
export function DataTable<T>({ label, query, columns, rowId, href, paging, empty }: DataTableProps<T>) {
  const t = useTranslations('table');
  const { data, error, refetch, isPlaceholderData } = query;
  if (error && !data) return <ProblemNote error={error} retry={refetch} />;
  if (!data)
    return (
      <div className="rounded-lg border bg-card">
        <p className="sr-only" role="status">
          {t('loading')}
        </p>
        <SkeletonRows rows={8} />
      </div>
    );
  if (data.data.length === 0) return <div className="rounded-lg border bg-card">{empty}</div>;
  return (
    <>
      <div
        className={cn(
          'relative overflow-x-auto rounded-lg border bg-card',
          isPlaceholderData && 'opacity-60',
        )}
      >
        <table aria-label={label} aria-busy={isPlaceholderData} className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b">
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={cn(
                    'h-10 px-4 text-xs font-medium text-muted-foreground',
                    column.wide && WIDE,
                    column.className,
                  )}
                >
                  {column.header || <span className="sr-only">{t('actions')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {data.data.map((row) => (
              <tr key={rowId(row)} className={cn('relative', href && 'hover:bg-muted/60')}>
                {columns.map((column, index) => (
                  <td key={column.id} className={cn('h-13 px-4 py-2', column.wide && WIDE, column.className)}>
                    {index === 0 && href ? (
                      <Link
                        href={href(row)}
                        prefetch={false}
                        data-row
                        className="block font-medium after:absolute after:inset-0"
                      >
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {paging && <Pager paging={paging} next={data.nextCursor ?? null} />}
    </>
  );
}

const WIDE = 'hidden md:table-cell';

function Pager({ paging, next }: { paging: Paging; next: string | null }) {
  const t = useTranslations('table');
  if (next === null && paging.isFirst) return null;
  return (
    <nav aria-label={t('pages')} className="mt-3 flex items-center justify-between gap-2">
      <Button variant="outline" size="sm" disabled={paging.isFirst} onClick={paging.previous}>
        {paging.canGoBack || paging.isFirst ? t('previous') : t('first')}
      </Button>
      <Button variant="outline" size="sm" disabled={next === null} onClick={() => next && paging.next(next)}>
        {t('next')}
      </Button>
    </nav>
  );
}
