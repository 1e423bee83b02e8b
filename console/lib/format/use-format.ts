import { useFormatter } from 'use-intl';
import { useNow } from './now.ts';

/** Money has no decimals where its currency has none: CLP. */
const NO_MINOR: ReadonlySet<string> = new Set(['CLP', 'PYG', 'JPY']);
const RELATIVE_MAX_MS = 7 * 86_400_000;
/** Seconds that pass while one reads them are no news. */
const NOW_MS = 60_000;

/** An engine may say anything; what is no time is shown as it came. */
const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text));

/** 20:57, as timetables and receipts have it; the browsers' own es-CL says 8:57 p. m. */
const CLOCK = { timeStyle: 'short', hourCycle: 'h23' } as const;

/** Dates, times and money as the reader writes them. */
export function useFormat() {
  const format = useFormatter();
  const now = useNow();
  const shown = (
    iso: string,
    style: { dateStyle?: 'medium'; timeStyle?: 'short'; hourCycle?: 'h23' },
  ): string => (isTime(iso) ? format.dateTime(new Date(iso), style) : iso);
  const date = (iso: string): string => shown(iso, { dateStyle: 'medium' });
  const moment = (iso: string): string => shown(iso, { dateStyle: 'medium', ...CLOCK });
  return {
    date,
    moment,
    /** "hace 5 minutos", in short "hace 5 min"; older than a week, its date. */
    ago: (iso: string, style: 'long' | 'short' = 'long'): string => {
      if (!isTime(iso)) return iso;
      const at = new Date(iso);
      if (now.getTime() - at.getTime() > RELATIVE_MAX_MS) return date(iso);
      return format.relativeTime(now.getTime() - at.getTime() < NOW_MS ? now : at, { now, style });
    },
    /** "dentro de 5 minutos"; "ahora" for what is due. */
    until: (iso: string): string =>
      isTime(iso) ? format.relativeTime(new Date(Math.max(Date.parse(iso), now.getTime())), now) : iso,
    /** The time of the day, for what happened on a day that is named already. */
    time: (iso: string): string => shown(iso, CLOCK),
    number: (value: number): string => format.number(value),
    /** As programs of others tell it: in whole units of the currency. */
    amount: (value: number, currency: string): string =>
      format.number(value, { style: 'currency', currency }),
    /** `minor`: in the currency's smallest unit. */
    money: (minor: number, currency = 'CLP'): string => {
      const value = NO_MINOR.has(currency) ? minor : minor / 100;
      return format.number(value, { style: 'currency', currency });
    },
  };
}
