/** Lowest and highest value of each field: minute, hour, day, month, weekday. */
const FIELDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A 29th of February comes again within it, even around a year such as 2100 that isn't a leap year. */
const HORIZON_DAYS = 8 * 366 + 1;

function valuesOf(field: string, [min, max]: readonly [number, number]): ReadonlySet<number> {
  const values = field.split(',').flatMap((part) => {
    const [range = '', step = '1'] = part.split('/');
    const [from = min, to] = range === '*' ? [min, max] : range.split('-').map(Number);
    const last = to ?? from;
    const all: number[] = [];
    for (let value = from; value <= last; value += Number(step)) all.push(value);
    return all;
  });
  // Sunday is 0, and 7 as well.
  return new Set(max === 6 ? values.map((value) => value % 7) : values);
}

/**
 * The first turn of a cron expression (five fields, UTC) after `after`, as the queue reads it; null when there is none
 * within eight years. The expression is one that the queue has accepted.
 */
export function nextTurn(expression: string, after: Date): Date | null {
  const [minutes, hours, dates, months, weekdays] = expression
    .trim()
    .split(/\s+/)
    .map((field, i) => valuesOf(field, FIELDS[i]!)) as unknown as readonly [
    ReadonlySet<number>,
    ReadonlySet<number>,
    ReadonlySet<number>,
    ReadonlySet<number>,
    ReadonlySet<number>,
  ];
  const onDay = (day: Date): boolean => {
    if (!months.has(day.getUTCMonth() + 1)) return false;
    const [date, weekday] = [dates.has(day.getUTCDate()), weekdays.has(day.getUTCDay())];
    // With both given either will do: cron has always read it so.
    return dates.size < 31 && weekdays.size < 7 ? date || weekday : date && weekday;
  };
  const first = Math.floor(after.getTime() / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  const today = Math.floor(first / DAY_MS) * DAY_MS;
  for (let day = today; day < today + HORIZON_DAYS * DAY_MS; day += DAY_MS) {
    if (!onDay(new Date(day))) continue;
    for (let hour = 0; hour < 24; hour++) {
      if (!hours.has(hour) || day + (hour + 1) * HOUR_MS <= first) continue;
      for (let minute = 0; minute < 60; minute++) {
        const turn = day + hour * HOUR_MS + minute * MINUTE_MS;
        if (minutes.has(minute) && turn >= first) return new Date(turn);
      }
    }
  }
  return null;
}
