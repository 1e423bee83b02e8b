/** A condition as it stands in the address. */
export interface Filter {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
}

/** `?filters=[["name","ilike","ana"]]`; whatever isn't that is none. */
export function readFilters(text: string | undefined): readonly Filter[] {
  if (text === undefined) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((one: unknown) => {
    if (!Array.isArray(one) || one.length !== 3 || one.some((part) => typeof part !== 'string')) return [];
    const [column, operator, value] = one as [string, string, string];
    return [{ column, operator, value }];
  });
}

export const writeFilters = (filters: readonly Filter[]): string | undefined =>
  filters.length === 0
    ? undefined
    : JSON.stringify(filters.map(({ column, operator, value }) => [column, operator, value]));
