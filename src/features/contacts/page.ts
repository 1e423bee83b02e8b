import { encodeCursor } from '#core/pagination.ts';
import { parseTime } from '#platform/db/values.ts';

/**
 * A page of contacts travels as one text, cut by control characters, and becomes JSON here. JSON made by PostgreSQL costs
 * it twice as much as that text, and rows of columns cost the driver what they save (docs/decisions/0013-list-as-text.md).
 * No input of a contact may hold a control character (`fields` in schema.ts), so nothing needs escaping on the way.
 */
const ROW_END = '\u001e';
const FIELD_END = '\u001f';
const TAG_END = '\u001d';
const FIELDS = 9;
type Cells = [string, string, string, string, string, string, string, string, string];

const sqlText = (separator: string): string =>
  `E'\\x${separator.charCodeAt(0).toString(16).padStart(2, '0')}'`;

/** What is never empty is absent when it is. */
const FIELD_SQL = [
  'id',
  'name',
  `coalesce(email, '')`,
  `coalesce(phone, '')`,
  `coalesce(tax_id, '')`,
  `array_to_string(tags, ${sqlText(TAG_END)})`,
  'created_at',
  'version',
  // JSON already, and in JSON a control character is written as an escape.
  `coalesce(fields::text, '')`,
];

/** Of rows of app.contacts → the page's text; null without rows. */
export const PAGE_SQL = `string_agg(${FIELD_SQL.join(` || ${sqlText(FIELD_END)} || `)}, ${sqlText(ROW_END)})`;

export interface PageRow {
  /** One row more than the limit when there is a next page. */
  readonly page: string | null;
}

const asIs = (text: string): string => `"${text}"`;

/** The answer made of a page: `{data, nextCursor}` as JSON. */
export function renderPage({ page }: PageRow, limit: number): string {
  if (page === null) return '{"data":[],"nextCursor":null}';
  const rows = page.split(ROW_END);
  // Almost no page holds one of the two characters that JSON escapes.
  const quote = page.includes('"') || page.includes('\\') ? JSON.stringify : asIs;
  const shown = Math.min(rows.length, limit);
  let data = '';
  for (let i = 0; i < shown; i++) data += `${i === 0 ? '' : ','}${renderRow(rows[i]!, quote)}`;
  const last = rows.length > limit ? rows[limit - 1]! : undefined;
  const cursor = last === undefined ? 'null' : `"${encodeCursor(last.slice(0, last.indexOf(FIELD_END)))}"`;
  return `{"data":[${data}],"nextCursor":${cursor}}`;
}

/** @throws Error when a separator stands inside a field: a shifted row must not look like a contact */
function renderRow(row: string, quote: (text: string) => string): string {
  const cells = row.split(FIELD_END);
  if (cells.length !== FIELDS) throw new Error('a contact’s text holds a separator');
  const [id, name, email, phone, taxId, tags, createdAt, version, fields] = cells as Cells;
  return `{"id":"${id}","name":${quote(name)}${email && `,"email":${quote(email)}`}${phone && `,"phone":${quote(phone)}`}${
    taxId && `,"taxId":${quote(taxId)}`
  },"tags":[${tags && tags.split(TAG_END).map(quote).join(',')}]${fields && `,"fields":${fields}`},"createdAt":"${parseTime(createdAt)}","version":${version}}`;
}
