import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { buildCatalogue } from '#app/catalogue.ts';
import type { Catalogue } from '#kernel/types.ts';
import { createRank, type Rank } from '#surfaces/mcp/find/rank.ts';
import { aboutCategory, categoryOf } from '#surfaces/openapi/tags.ts';
import { FREER, KNOWN, LATER, MORE, UNSEEN, type Question } from './questions.ts';

const FIRST = 5;
/** Of the questions that the words were chosen for. */
const PROMISED = 0.95;
/** Of those that they were not: a floor below what was measured (docs/decisions/0021-find-tools.md). */
const STRANGERS = 0.8;

describe('finding tools by what owners ask', () => {
  let catalogue: Catalogue;
  let rank: Rank;
  before(() => {
    catalogue = buildCatalogue();
    rank = createRank(catalogue.operations, ({ name }) => aboutCategory(categoryOf(name)));
  });

  /** The questions whose right tool isn't among the first. */
  const missed = (questions: readonly Question[]): string[] =>
    questions.flatMap(([asked, ...right]) => {
      const found = rank(asked, () => true).slice(0, FIRST);
      return found.some(({ name }) => right.includes(name))
        ? []
        : [`${asked}: ${found.map(({ name }) => name).join(' ')}`];
    });

  it('asks for operations that exist, in both languages', () => {
    const all = [...KNOWN, ...LATER, ...FREER, ...MORE, ...UNSEEN];
    const unknown = all.flatMap(([, ...right]) => right).filter((name) => !catalogue.find(name));
    assert.deepEqual(unknown, []);
    assert.equal(new Set(all.map(([asked]) => asked)).size, all.length, 'each once');
    const spanish = all.filter(([asked]) =>
      /[áéíóúñ¿]|\b(?:de|el|la|los|mi|mis|un|una|que|se|con)\b/i.test(asked),
    );
    assert.ok(
      spanish.length > all.length / 3 && spanish.length < (all.length * 2) / 3,
      String(spanish.length),
    );
  });

  it('has the right one among the first five for 95 of 100', () => {
    for (const questions of [KNOWN, LATER, FREER, MORE]) {
      const wrong = missed(questions);
      assert.ok(wrong.length <= (1 - PROMISED) * questions.length, wrong.join('\n'));
    }
  });

  it('fares well enough with questions that nobody tuned it for', () => {
    const wrong = missed(UNSEEN);
    assert.ok(wrong.length <= (1 - STRANGERS) * UNSEEN.length, wrong.join('\n'));
  });

  it('finds each tool by its own summary', () => {
    const lost = catalogue.operations.filter(({ operation }) => {
      const found = rank(operation.summary, () => true).slice(0, FIRST);
      return !found.includes(operation);
    });
    assert.deepEqual(
      lost.map(({ operation }) => operation.name),
      [],
    );
  });
});
