import type { Operation } from '#core/operation.ts';
import type { Compiled, JsonSchema } from '#kernel/types.ts';
import { gist, stems } from './stem.ts';
import { MEANINGS } from './words.ts';

/** How much a word counts by where it stands. */
const WEIGHT = { name: 3, summary: 3, words: 2, category: 1, description: 0.7, input: 0.5 };
/** BM25: how soon repeats stop to count, and how much long texts are discounted. */
const K1 = 1.2;
const B = 0.4;
/** What a word may stand for counts a little less than the word itself. */
const MEANT = 0.9;
/** Share of how rare a word is with all that it may stand for; the rest is how rare that one word is. */
const TOGETHER = 0.3;
/** Asked for by its own name. */
const NAMED = 100;

interface Entry {
  readonly operation: Operation;
  /** Stem → weighted count. */
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
}

function entryOf({ operation, inputSchema }: Compiled, category: string): Entry {
  const words = new Map<string, number>();
  let length = 0;
  const take = (text: string, weight: number): void => {
    for (const one of stems(text)) {
      words.set(one, (words.get(one) ?? 0) + weight);
      length += weight;
    }
  };
  const inputs = Object.entries((inputSchema['properties'] ?? {}) as Record<string, JsonSchema>);
  take(operation.name, WEIGHT.name);
  take(operation.summary, WEIGHT.summary);
  take(operation.words ?? '', WEIGHT.words);
  take(category, WEIGHT.category);
  take(operation.description ?? '', WEIGHT.description);
  for (const [name, { description }] of inputs)
    take(`${name} ${typeof description === 'string' ? description : ''}`, WEIGHT.input);
  return { operation, words, length };
}

/** The operations for a question, best first; without those that have nothing of it. */
export type Rank = (question: string, allowed: (operation: Operation) => boolean) => Operation[];

/** Dotted or not, it is the same name. */
const flat = (name: string): string => name.replaceAll('.', '_');

/** Okapi BM25 over what operations say of themselves, with the words that people use for them. */
export function createRank(
  operations: readonly Compiled[],
  categoryWords: (operation: Operation) => string,
): Rank {
  const entries = operations.map((one) => entryOf(one, categoryWords(one.operation)));
  const average = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, entries.length);

  const rarityOf = (words: readonly string[]): number => {
    const among = entries.filter((entry) => words.some((word) => entry.words.has(word))).length;
    return Math.log(1 + (entries.length - among + 0.5) / (among + 0.5));
  };
  /** Words of the catalogue only, so that strangers' questions fill nothing. */
  const rarities = new Map(
    [...new Set(entries.flatMap(({ words }) => [...words.keys()]))].map((word) => [word, rarityOf([word])]),
  );

  const weigh = ({ words, length }: Entry, word: string, together: number): number => {
    const count = words.get(word);
    if (count === undefined) return 0;
    const rarity = TOGETHER * together + (1 - TOGETHER) * rarities.get(word)!;
    return (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
  };

  return (question, allowed) => {
    const asked = gist(question).map((word) => {
      const meant = MEANINGS.get(word) ?? [];
      return { word, meant, together: rarityOf([word, ...meant]) };
    });
    const named = new Set(
      question
        .toLowerCase()
        .match(/[a-z0-9_]+[._][a-z0-9_.]+/g)
        ?.map(flat),
    );

    const score = (entry: Entry): number => {
      // Each word of the question counts by the best that it can mean, and two that mean the same count as one.
      const found = new Map<string, number>();
      for (const { word, meant, together } of asked) {
        let best = { word, weight: weigh(entry, word, together) };
        for (const one of meant) {
          const weight = MEANT * weigh(entry, one, together);
          if (weight > best.weight) best = { word: one, weight };
        }
        found.set(best.word, Math.max(found.get(best.word) ?? 0, best.weight));
      }
      const start = named.has(flat(entry.operation.name)) ? NAMED : 0;
      return [...found.values()].reduce((sum, weight) => sum + weight, start);
    };
    return entries
      .filter(({ operation }) => allowed(operation))
      .map((entry) => ({ operation: entry.operation, score: score(entry) }))
      .filter((one) => one.score > 0)
      .toSorted((a, b) => b.score - a.score || (a.operation.name < b.operation.name ? -1 : 1))
      .map(({ operation }) => operation);
  };
}
