import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { EVENTS } from '#app/events.ts';
import { eventTable } from './catalogue.ts';

it('docs/events.md lists every event that leaves SmarterOS (mend it with node test/stream/generate.ts)', () => {
  assert.ok(readFileSync('docs/events.md', 'utf8').endsWith(`## All events\n\n${eventTable(EVENTS)}\n`));
});
