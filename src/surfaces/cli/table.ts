import { cell, isEmpty, isTime, type Row } from './cells.ts';
import type { Style } from './terminal.ts';
import { kebab, pad, truncate, width } from './text.ts';

/** Text columns give room up to here before a whole column has to go. */
const MIN_TEXT = 16;
/** More would push everything else off the screen. */
const MAX_TEXT = 48;
const GAP = '  ';

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
    dispensable:
      position < 2
        ? -1
        : position +
          [some.length === 0, some.some((v) => cellIsObject(v)), /^(?:version|updatedAt)$/.test(name)].filter(
            Boolean,
          ).length *
            100,
  };
}

const cellIsObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && cell(value, 'short').startsWith('{');

const total = (columns: readonly Column[], size: (column: Column) => number): number =>
  columns.reduce((sum, column) => sum + size(column) + GAP.length, -GAP.length);

/** Drops columns until the rest fits, then gives what is left over to the text columns, from the left. */
function fit(all: readonly Column[], columns: number): { shown: Column[]; widths: number[] } {
  let shown = [...all];
  while (shown.length > 1 && total(shown, (column) => column.least) > columns) {
    const [next] = shown.toSorted((a, b) => b.dispensable - a.dispensable);
    if (next!.dispensable < 0) break;
    shown = shown.filter((column) => column !== next);
  }
  let spare = columns - total(shown, (column) => column.least);
  const widths = shown.map((column) => {
    const more = Math.max(0, Math.min(spare, column.natural - column.least));
    spare -= more;
    return column.least + more;
  });
  return { shown, widths };
}

/** Rows under headings, fitted to the terminal; `columns` is Infinity where nothing may be lost (pipes). */
export function table(rows: readonly Row[], columns: number, style: Style): Table {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const all = names.map((name, i) => columnOf(name, rows, i, Number.isFinite(columns)));
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
