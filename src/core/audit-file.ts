import type { SealedRow } from './audit-chain.ts';

/** The exported audit: one row a line, and at its end the newest signed checkpoint (docs/audit.md). */
export const FORMATS = ['jsonl', 'csv'] as const;
type Format = (typeof FORMATS)[number];

export type AuditLine = SealedRow | { readonly checkpoint: string };

const COLUMNS = [
  'number',
  'tenantId',
  'id',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'operation',
  'target',
  'requestId',
  'hash',
] as const satisfies readonly (keyof SealedRow)[];

export const CSV_HEAD = [...COLUMNS, 'checkpoint'].join(',');

/** Null is nothing, an empty text is `""`. */
function csvCell(value: string | null): string {
  if (value === null) return '';
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Without the line's end. */
export function auditLine(line: AuditLine, format: Format): string {
  if (format === 'csv') {
    const cells = 'checkpoint' in line ? COLUMNS.map(() => null) : COLUMNS.map((name) => line[name]);
    return [...cells, 'checkpoint' in line ? line.checkpoint : null].map(csvCell).join(',');
  }
  if ('checkpoint' in line) return JSON.stringify(line);
  const number = Number(line.number);
  const row = Object.fromEntries(COLUMNS.map((name) => [name, line[name]]));
  // A damaged number may be beyond what JSON's readers can hold.
  return JSON.stringify({ ...row, number: Number.isSafeInteger(number) ? number : line.number });
}

/** `{"data": [lines], …}` as the API answers, or the lines themselves, in either format. @throws Error for anything else */
export function* readAuditFile(text: string): Generator<AuditLine> {
  const answer = text.startsWith('{"data":')
    ? (JSON.parse(text) as { data: string[] }).data.join('\n')
    : text;
  if (answer.startsWith(CSV_HEAD)) {
    for (const cells of csvRows(answer.slice(CSV_HEAD.length))) yield fromCells(cells);
    return;
  }
  for (const line of answer.split('\n')) if (line.trim() !== '') yield fromJson(line);
}

function fromJson(line: string): AuditLine {
  const found = JSON.parse(line) as Record<string, unknown>;
  if (typeof found['checkpoint'] === 'string') return { checkpoint: found['checkpoint'] };
  if (COLUMNS.some((name) => found[name] === undefined))
    throw new Error('a line is no row of an exported audit');
  return { ...(found as unknown as SealedRow), number: String(found['number']) };
}

function fromCells(cells: readonly (string | null)[]): AuditLine {
  if (cells.length !== COLUMNS.length + 1) throw new Error('a line is no row of an exported audit');
  const checkpoint = cells.at(-1);
  if (typeof checkpoint === 'string') return { checkpoint };
  return Object.fromEntries(COLUMNS.map((name, i) => [name, cells[i]])) as unknown as SealedRow;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function* csvRows(text: string): Generator<(string | null)[]> {
  let cells: (string | null)[] = [];
  let at = /^\r?\n/.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    CELL.lastIndex = at;
    const match = CELL.exec(text);
    if (!match) throw new Error('the file is no CSV');
    const [whole, quoted, plain, end] = match;
    cells.push(quoted === undefined ? plain || null : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ',') continue;
    yield cells;
    cells = [];
  }
}
