import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ascendingIds, systemClock } from './clock.ts';

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const timeOf = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
const NOW = Date.parse('2026-03-01T12:00:00Z');

const ascends = (ids: readonly string[]): void => {
  for (const [i, id] of ids.entries()) if (i > 0) assert.ok(ids[i - 1]! < id, `${ids[i - 1]} before ${id}`);
};

describe('ids', () => {
  it('are UUIDs version 7 of their millisecond', () => {
    const id = ascendingIds()(NOW);
    assert.match(id, V7);
    assert.equal(timeOf(id), NOW);
  });

  it('ascend in the order they are made', () => {
    const ids = Array.from({ length: 20_000 }, () => systemClock.id());
    ascends(ids);
    for (const id of ids) assert.match(id, V7);
  });

  it('ascend within one millisecond, beyond what its counter holds', () => {
    const make = ascendingIds();
    const ids = Array.from({ length: 10_000 }, () => make(NOW));
    ascends(ids);
    // At least 2,048 fit into one.
    assert.ok(timeOf(ids.at(-1)!) - NOW <= 5);
    ascends([ids.at(-1)!, make(NOW + 1), make(NOW + 100)]);
  });

  it('ascend while a clock is set right by a little, and follow one that was wrong', () => {
    const make = ascendingIds();
    ascends([make(NOW), make(NOW - 1), make(NOW - 9_000), make(NOW + 1)]);
    assert.equal(timeOf(make(NOW - 60_000)), NOW - 60_000);
  });

  it('can’t be guessed from the one before', () => {
    const make = ascendingIds();
    const tails = Array.from({ length: 1_000 }, () => make(NOW).slice(19));
    assert.equal(new Set(tails).size, tails.length);
    // Every digit of the random part takes every value; of the first, the variant leaves four.
    for (const place of [0, 1, 2, 3, 5, 16])
      assert.equal(new Set(tails.map((tail) => tail[place])).size, place === 0 ? 4 : 16);
  });
});
