import { cell, isRow, isRows, type Row } from './cells.ts';
import type { Shape } from './schema.ts';
import { table } from './table.ts';
import type { Style } from './terminal.ts';
import { humane, indent, pad, width, wrap } from './text.ts';

export interface Page {
  readonly data: readonly unknown[];
  readonly nextCursor: string | null;
}

/** A list's answer (PRODUCT §5). */
export const isPage = (answer: unknown): answer is Page =>
  isRow(answer) && Array.isArray(answer['data']) && 'nextCursor' in answer;

/** A list, in pages or whole. */
const isList = (answer: unknown): answer is Pick<Page, 'data'> =>
  isPage(answer) || (isRow(answer) && isRows(answer['data']) && Object.keys(answer).length === 1);

/** An answer that is a file, or a page of one: what it holds is shown as it is. */
export const isFile = (
  answer: unknown,
): answer is { readonly text: string; readonly nextCursor?: string | null } =>
  isRow(answer) &&
  typeof answer['text'] === 'string' &&
  Object.keys(answer).every((name) => name === 'text' || name === 'nextCursor');

export interface Rendered {
  readonly text: string;
  readonly hidden: readonly string[];
}

const INDENT = 2;

/** An answer for people: lists as tables, objects as name and value, one below the other. */
export function render(answer: unknown, columns: number, style: Style, schema?: Shape): Rendered {
  const value = isList(answer) ? answer.data : answer;
  if (isRows(value)) {
    if (value.length === 0) return { text: '', hidden: [] };
    // Lists inside rows would make cells of any length.
    if (
      value.some((row) => Object.values(row).some((cellValue) => isRows(cellValue) && isBlock(cellValue)))
    ) {
      return { text: value.map((row) => details(row, columns, style)).join('\n\n'), hidden: [] };
    }
    const rows = isList(answer) ? schema?.properties().find((one) => one.name === 'data')?.shape : schema;
    return table(
      value,
      columns,
      style,
      rows
        ?.items()
        .properties()
        .map((one) => one.name),
    );
  }
  if (isRow(value)) return { text: details(value, columns, style), hidden: [] };
  if (Array.isArray(value)) return { text: value.map((item) => cell(item, 'short')).join('\n'), hidden: [] };
  return { text: cell(value, 'long'), hidden: [] };
}

function details(row: Row, columns: number, style: Style): string {
  const entries = Object.entries(row).map(([name, value]) => [humane(name), value] as const);
  const widest = Math.max(0, ...entries.filter(([, value]) => !isBlock(value)).map(([name]) => width(name)));
  const left = ' '.repeat(widest + INDENT);
  return entries
    .map(([name, value]) => {
      if (isBlock(value)) {
        const block = render(value, columns - INDENT, style).text;
        return `${style.bold(name)}\n${indent(block, INDENT)}`;
      }
      const lines = wrap(cell(value, 'long'), columns - left.length);
      return (style.bold(pad(name, left.length)) + lines.join(`\n${left}`)).trimEnd();
    })
    .join('\n');
}

/** What needs lines of its own: objects, and lists of them. */
const isBlock = (value: unknown): boolean =>
  isRow(value) ? Object.keys(value).length > 0 : isRows(value) && value.length > 0;
