import type { Answer } from '#lib/api/types.ts';

export type Result = Answer<'/metabase/cards/{id}/result', 'post'>;
export interface ChartShape {
  readonly kind: 'line' | 'bar';
  readonly series: readonly { readonly key: string; readonly title: string }[];
  readonly points: readonly Readonly<Record<string, string | number>>[];
}

const LINES = new Set(['line', 'area', 'combo']);
const BARS = new Set(['bar', 'row', 'pie', 'waterfall', 'funnel']);
const MOST_POINTS = 200;
const MOST_SERIES = 4;

/** A first column that names, and others that count: that can be drawn. Anything else is a table. */
export function shapeOf(display: string | null, { columns, rows }: Result): ChartShape | undefined {
  const kind = LINES.has(display ?? '') ? 'line' : BARS.has(display ?? '') ? 'bar' : undefined;
  const counted = columns.slice(1).map((column, index) => ({ ...column, index: index + 1 }));
  const numeric = counted.filter(({ index }) =>
    rows.every((row) => row[index] === null || typeof row[index] === 'number'),
  );
  if (!kind || numeric.length === 0 || rows.length === 0 || rows.length > MOST_POINTS) return undefined;
  const series = numeric
    .slice(0, MOST_SERIES)
    .map(({ title, index }) => ({ key: `v${index}`, title, index }));
  const points = rows.map((row) => ({
    name: String(row[0] ?? '—'),
    ...Object.fromEntries(series.map(({ key, index }) => [key, Number(row[index] ?? 0)])),
  }));
  return { kind, series, points };
}
