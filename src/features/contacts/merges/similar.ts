import { fold, matchWords } from '#features/contacts/rules.ts';

const trigrams = (text: string): Set<string> => {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
};

/** The same words in another order, with other accents or a slip of the pen; 0 to 1 (Dice over trigrams). */
export function similarity(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => trigrams(matchWords(fold(name)).toSorted().join(' ')));
  const common = [...left!].filter((one) => right!.has(one)).length;
  return (2 * common) / (left!.size + right!.size);
}

/** From here on two names are taken for one. */
export const SIMILAR = 0.8;
