/** Far enough apart to be told from one another, and from the red of danger. */
const HUES = [255, 165, 310, 55, 205, 345, 130, 285, 90] as const;

/** What settings offer; any other angle of OKLCH works as well. */
export const CHOICES = [255, 285, 310, 335, 355, 50, 75, 110, 140, 165, 195, 225] as const;

/** The colour made from a company's slug: always the same, and likely another than that of the next. */
export function hueOfSlug(slug: string): number {
  let sum = 0;
  for (const character of slug) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return HUES[sum % HUES.length]!;
}

/** A company's colour: the one that it chose, else its slug's. */
export const hueOf = ({ hue, slug }: { readonly hue: number | null; readonly slug: string }): number =>
  hue ?? hueOfSlug(slug);

/** Everything tinted follows (app/globals.css). */
export const showHue = (hue: number): void =>
  document.documentElement.style.setProperty('--hue', String(hue));
