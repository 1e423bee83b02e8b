import { unzip } from './unzip.ts';

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml');
const all = (node: Document | Element, name: string): Element[] => [...node.getElementsByTagName(name)];
/** Rich text comes in pieces; what says how it is pronounced isn't part of it. */
const textOf = (node: Element): string =>
  all(node, 't')
    .filter((one) => one.parentElement?.tagName !== 'rPh')
    .map((one) => one.textContent)
    .join('');

/** `BC12` is in column 54. */
const columnOf = (reference: string): number =>
  [...reference.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const quote = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function valueOf(cell: Element, shared: readonly string[]): string {
  const type = cell.getAttribute('t');
  if (type === 'inlineStr') return textOf(cell);
  const value = all(cell, 'v')[0]?.textContent ?? '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  // Some programs keep the nine digits of a phone as 9.87654321E8.
  return /^\d+(?:\.\d+)?E\+?\d+$/i.test(value) && Number.isSafeInteger(Number(value))
    ? String(Number(value))
    : value;
}

/** Where the first sheet lies in the archive. */
async function firstSheet(read: (name: string) => Promise<string | undefined>): Promise<string> {
  const [book, links] = await Promise.all([read('xl/workbook.xml'), read('xl/_rels/workbook.xml.rels')]);
  const id = book && all(parse(book), 'sheet')[0]?.getAttribute('r:id');
  const target =
    links &&
    all(parse(links), 'Relationship')
      .find((one) => one.getAttribute('Id') === id)
      ?.getAttribute('Target');
  if (!target) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The first sheet of an .xlsx as CSV. Numbers stand as they are kept. @throws Error when it can't be read */
export async function csvOf(file: Blob): Promise<string> {
  const read = await unzip(file);
  const strings = await read('xl/sharedStrings.xml');
  const shared = strings === undefined ? [] : all(parse(strings), 'si').map(textOf);
  const sheet = await read(await firstSheet(read));
  if (sheet === undefined) throw new Error('no sheet');
  const lines = all(parse(sheet), 'row').map((row) => {
    const cells: string[] = [];
    for (const cell of all(row, 'c')) {
      const reference = cell.getAttribute('r');
      cells[reference ? columnOf(reference) : cells.length] = valueOf(cell, shared);
    }
    return Array.from(cells, (cell: string | undefined) => quote(cell ?? '')).join(',');
  });
  return lines.join('\n');
}
