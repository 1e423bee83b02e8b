'use client';

import { useFormat } from '#lib/format/use-format.ts';
import { cn } from '#lib/cn.ts';
import type { Result } from './chart-shape.ts';

/** Metabase's moments are ISO, whole days at midnight. */
const DAY = /^\d{4}-\d{2}-\d{2}(?:T00:00:00.*)?$/;

export function ResultTable({ label, result }: { label: string; result: Result }) {
  const { date, number } = useFormat();
  const shown = (value: unknown): string => {
    if (value === null || value === undefined) return '—';
    if (typeof value === 'number') return number(value);
    if (typeof value === 'string') return DAY.test(value) ? date(`${value.slice(0, 10)}T12:00:00`) : value;
    return JSON.stringify(value);
  };
  return (
    // Scrolled by keys as well.
    <div role="region" aria-label={label} tabIndex={0} className="max-h-80 overflow-auto rounded-md border">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-card">
          <tr className="border-b">
            {result.columns.map(({ name, title }, index) => (
              <th
                key={name}
                scope="col"
                className={cn(
                  'h-9 px-3 text-xs font-medium text-muted-foreground',
                  typeof result.rows[0]?.[index] === 'number' && 'text-right',
                )}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {result.rows.map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td
                  key={column}
                  className={cn(
                    'h-9 px-3 break-words',
                    typeof value === 'number' && 'text-right tabular-nums',
                  )}
                >
                  {shown(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
