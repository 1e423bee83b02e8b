import { safe } from './text.ts';

const TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)(?:\.\d+)?Z$/;

const NOTHING = '—';

export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isRows = (value: unknown): value is Row[] => Array.isArray(value) && value.every(isRow);
export const isTime = (value: unknown): value is string => typeof value === 'string' && TIME.test(value);

/** Nothing to see: null, no text, no items. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** One value in words, without line breaks. Times are UTC as in the API and the logs, and say so where there's room. */
export function cell(value: unknown, room: 'short' | 'long'): string {
  if (isEmpty(value)) return NOTHING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const time = TIME.exec(value);
    if (!time) return room === 'short' ? safe(value).replaceAll('\n', ' ') : safe(value);
    return room === 'short' ? `${time[1]} ${time[2]}` : `${time[1]} ${time[2]}${time[3]} UTC`;
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return value.map((item) => cell(item, room)).join(', ');
  }
  // Who or what it is says more than its parts.
  if (room === 'short' && isRow(value) && typeof value['name'] === 'string') return cell(value['name'], room);
  return safe(JSON.stringify(value));
}
