/** What a workflow is given, as fields or as JSON. */
export interface Pair {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

export type RunData = Readonly<Record<string, unknown>>;

/** Numbers and yes/no as what they are; all else is text. A phone or a RUT stays text. */
function valueOf(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) ? Number(text) : text;
}

export const fromPairs = (pairs: readonly Pair[]): RunData =>
  Object.fromEntries(
    pairs.filter(({ name }) => name.trim() !== '').map(({ name, value }) => [name.trim(), valueOf(value)]),
  );

/** Undefined: no object. */
export function fromJson(text: string): RunData | undefined {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as RunData) : undefined;
  } catch {
    return undefined;
  }
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export const toPairs = (data: RunData): Pair[] =>
  Object.entries(data).map(([name, value], id) => ({ id, name, value: shown(value) }));

/** Whether fields can say it: nothing in it has parts. */
export const isFlat = (data: RunData): boolean =>
  Object.values(data).every((value) => value === null || typeof value !== 'object');
