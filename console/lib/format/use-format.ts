import { useFormatter, useNow } from 'use-intl';

/** Money has no decimals where its currency has none: CLP. */
const NO_MINOR: ReadonlySet<string> = new Set(['CLP', 'PYG', 'JPY']);
const RELATIVE_MAX_MS = 7 * 86_400_000;
/** Seconds that pass while one reads them are no news. */
const NOW_MS = 60_000;
const REFRESH_MS = 30_000;

/** Dates, times and money as the reader writes them. */
export function useFormat() {
  const format = useFormatter();
  const now = useNow({ updateInterval: REFRESH_MS });
  const date = (iso: string): string => format.dateTime(new Date(iso), { dateStyle: 'medium' });
  const moment = (iso: string): string =>
    format.dateTime(new Date(iso), { dateStyle: 'medium', timeStyle: 'short' });
  return {
    date,
    moment,
    /** "hace 5 minutos"; older than a week, its date. */
    ago: (iso: string): string => {
      const at = new Date(iso);
      if (now.getTime() - at.getTime() > RELATIVE_MAX_MS) return date(iso);
      return format.relativeTime(now.getTime() - at.getTime() < NOW_MS ? now : at, now);
    },
    /** "dentro de 5 minutos"; "ahora" for what is due. */
    until: (iso: string): string =>
      format.relativeTime(new Date(Math.max(Date.parse(iso), now.getTime())), now),
    /** The time of the day, for what happened on a day that is named already. */
    time: (iso: string): string => format.dateTime(new Date(iso), { timeStyle: 'short' }),
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
