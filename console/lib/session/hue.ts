/** Far enough apart to be told from one another, and from the red of danger. */
const HUES = [255, 165, 310, 55, 205, 345, 130, 285, 90] as const;

/** The colour of a company: always the same, and likely another than that of the next. */
export function hueOf(slug: string): number {
  let sum = 0;
  for (const character of slug) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return HUES[sum % HUES.length]!;
}
