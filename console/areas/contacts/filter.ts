/** What a list of contacts is narrowed to; stands in its address. */
export interface ContactFilter {
  readonly q?: string;
  readonly tag?: string;
  /** `key=value` of a field of the company's own. */
  readonly field?: string;
}

export const FILTER_NAMES = ['q', 'tag', 'field'] as const;
export const NO_FILTER = { q: undefined, tag: undefined, field: undefined, cursor: undefined };

/** `city=Talca` → its two sides. */
export function splitField(field: string): readonly [key: string, value: string] {
  const at = field.indexOf('=');
  return at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
}
