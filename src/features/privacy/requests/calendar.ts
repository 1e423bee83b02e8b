/**
 * Terms of the law in days of continental Chile. Business days are Monday to Friday without holidays (Ley 19.880,
 * art. 25); calendar days are all of them.
 */
const ZONE = 'America/Santiago';
const DAY_MS = 24 * 3_600_000;

/**
 * National holidays that fall on weekdays or move, 2026 to 2028: Ley 2.977 and its successors; moved by Ley 19.668
 * (San Pedro y San Pablo, Encuentro de Dos Mundos), 20.299 (31 October), 20.215 and 20.983 (bridges); Pueblos Indígenas
 * on the solstice (Ley 21.357). Later years know the fixed days only, so that a term ends too early rather than too late.
 */
const DATED: ReadonlySet<string> = new Set([
  '2026-04-03',
  '2026-04-04',
  '2026-06-21',
  '2026-06-29',
  '2026-10-12',
  '2026-10-31',
  '2027-03-26',
  '2027-03-27',
  '2027-06-21',
  '2027-06-28',
  '2027-09-17',
  '2027-10-11',
  '2027-10-31',
  '2028-04-14',
  '2028-04-15',
  '2028-06-20',
  '2028-06-26',
  '2028-10-09',
  '2028-10-27',
]);
const FIXED: ReadonlySet<string> = new Set([
  '01-01',
  '05-01',
  '05-21',
  '07-16',
  '08-15',
  '09-18',
  '09-19',
  '11-01',
  '12-08',
  '12-25',
]);

const localDate = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' });
const localTime = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'medium' });

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** `day` as YYYY-MM-DD. */
export function isBusinessDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !DATED.has(day) && !FIXED.has(day.slice(5));
}

/** The last second of that day in Chile, whichever offset it has then. */
function endOfDay(day: string): Date {
  const guess = new Date(`${addDays(day, 1)}T03:59:59Z`);
  // Chile is three or four hours behind UTC.
  if (localDate.format(guess) === day && localTime.format(guess) === '23:59:59') return guess;
  return new Date(`${addDays(day, 1)}T02:59:59Z`);
}

/** End of the n-th calendar day after. */
export const afterCalendarDays = (from: Date, days: number): Date =>
  endOfDay(addDays(localDate.format(from), days));

/** End of the n-th business day after. */
export function afterBusinessDays(from: Date, days: number): Date {
  let day = localDate.format(from);
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left -= 1;
  }
  return endOfDay(day);
}

/** The day in Chile, YYYY-MM-DD. */
export const dayOf = (at: Date): string => localDate.format(at);
