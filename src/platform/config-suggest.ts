/** Names further away than this share of their length are no typing mistake. */
const MAX_DISTANCE_SHARE = 0.34;

/** How many letters must be inserted, removed, replaced or swapped with their neighbour to get from `a` to `b`. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const options = [rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        options.push(rows[i - 2]![j - 2]! + 1);
      row.push(Math.min(...options));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

const COMMON_PREFIX = /^SMARTEROS_/;

/** The known name that was probably meant; undefined when none is close. */
export function nearestName(unknown: string, known: readonly string[]): string | undefined {
  const prefix = COMMON_PREFIX.exec(unknown.toUpperCase())?.[0] ?? '';
  const wanted = unknown.toUpperCase().slice(prefix.length);
  // The prefix is common to most names and would make all of them look alike.
  const strip = (name: string): string =>
    prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  const ranked = known
    .map((name) => ({ name, size: strip(name).length, far: distance(wanted, strip(name)) }))
    .toSorted((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= Math.max(1, Math.floor(best.size * MAX_DISTANCE_SHARE)) ? best.name : undefined;
}
