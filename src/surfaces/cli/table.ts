import { cell, isEmpty, isRow, isTime, type Row } from './cells.ts';
import type { Style } from './terminal.ts';
import { kebab, pad, truncate, width } from './text.ts';

/** Text columns give room up to here before a whole column has to go. */
const MIN_TEXT = 20;
/** More would push everything else off the screen. */
const MAX_TEXT = 48;
const GAP = '  ';
/** Columns without which a row says nothing; they stay however narrow it gets. */
const TELLING = new Set(['id', 'name', 'title']);
/** More than any table has columns: empty ones and objects go before all others. */
const LATE = 1000;
/** For machines (`--if-version`); whoever needs it reads the single row. */
const BOOKKEEPING = new Set(['version']);

interface Column {
  readonly name: string;
  readonly header: string;
  readonly cells: readonly string[];
  /** Numbers stand right, so that they can be compared. */
  readonly right: boolean;
  readonly natural: number;
  readonly least: number;
  /** The higher, the sooner it goes when there isn't room for all. */
  readonly dispensable: number;
}

export interface Table {
  readonly text: string;
  /** Names of columns that found no room. */
  readonly hidden: readonly string[];
}

function columnOf(name: string, rows: readonly Row[], position: number, fitted: boolean): Column {
  const values = rows.map((row) => row[name]);
  const some = values.filter((value) => !isEmpty(value));
  const times = some.length > 0 && some.every(isTime);
  const words = kebab(name).replaceAll('-', ' ').toUpperCase();
  // "(UTC)" costs nothing beside the sixteen letters of a time.
  const header = times ? `${words.replace(/ AT$/, '')} (UTC)` : words;
  const cells = values.map((value) => cell(value, 'short'));
  const widest = Math.max(...cells.map(width), width(header));
  const whole =
    name === 'id' || times || !some.every((value) => typeof value === 'string' || typeof value === 'object');
  const natural = whole || !fitted ? widest : Math.min(widest, MAX_TEXT);
  return {
    name,
    header,
    cells,
    right: some.length > 0 && some.every((value) => typeof value === 'number'),
    natural,
    least: whole ? natural : Math.max(width(header), Math.min(natural, MIN_TEXT)),
    dispensable: TELLING.has(name)
      ? -1
      : position +
        (some.length === 0 || some.some((value) => isRow(value) && typeof value['name'] !== 'string')
          ? LATE
          : 0),
  };
}

const total = (columns: readonly Column[], size: (column: Column) => number): number =>
  columns.reduce((sum, column) => sum + size(column) + GAP.length, -GAP.length);

/** Drops columns until the rest fits, then shares what is left over among those that were cut. */
function fit(all: readonly Column[], columns: number): { shown: Column[]; widths: number[] } {
  let shown = [...all];
  while (shown.length > 1 && total(shown, (column) => column.least) > columns) {
    const [next] = shown.toSorted((a, b) => b.dispensable - a.dispensable);
    if (next!.dispensable < 0) break;
    shown = shown.filter((column) => column !== next);
  }
  const widths = shown.map((column) => column.least);
  let spare = columns - total(shown, (column) => column.least);
  const lacking = shown
    .map((column, i) => ({ i, more: column.natural - column.least }))
    .toSorted((a, b) => a.more - b.more);
  for (const [done, { i, more }] of lacking.entries()) {
    const given = Math.max(0, Math.min(more, Math.floor(spare / (lacking.length - done))));
    widths[i]! += given;
    spare -= given;
  }
  return { shown, widths };
}

/**
 * Rows under headings, fitted to the terminal; `columns` is Infinity where nothing may be lost (pipes). `order` is the
 * schema's: rows may lack optional properties.
 */
export function table(
  rows: readonly Row[],
  columns: number,
  style: Style,
  order: readonly string[] = [],
): Table {
  const present = new Set(rows.flatMap((row) => Object.keys(row)));
  const fitted = Number.isFinite(columns);
  const names = [...new Set([...order.filter((name) => present.has(name)), ...present])];
  const wanted = names.filter((name) => !fitted || !BOOKKEEPING.has(name));
  const all = wanted.map((name, i) => columnOf(name, rows, i, fitted));
  const { shown, widths } = fit(all, columns);
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => {
        const cut = truncate(text, widths[i]!);
        return shown[i]!.right ? ' '.repeat(widths[i]! - width(cut)) + cut : pad(cut, widths[i]!);
      })
      .join(GAP)
      .trimEnd();
  const lines = rows.map((_, row) => line(shown.map((column) => column.cells[row]!)));
  return {
    text: [style.bold(line(shown.map((column) => column.header))), ...lines].join('\n'),
    hidden: all.filter((column) => !shown.includes(column)).map((column) => column.name),
  };
}
