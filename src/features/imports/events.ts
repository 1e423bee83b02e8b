import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

/** The job takes turns with others: each turn ends by asking for the next. */
export const importAdvanced = defineEvent({
  name: 'import.advanced',
  version: 1,
  summary: 'An import is to go on.',
  scope: null,
  data: z.object({ id: z.uuid() }),
});

const counts = {
  id: z.uuid(),
  state: z.string(),
  rows: z.int(),
  total: z.int(),
  created: z.int(),
  updated: z.int(),
  skipped: z.int(),
  failed: z.int(),
};

export const importProgressed = defineEvent({
  name: 'import.progressed',
  version: 1,
  summary: 'An import has come further; at most every two seconds.',
  scope: 'contacts:read',
  data: z.object(counts),
});

export const importFinished = defineEvent({
  name: 'import.finished',
  version: 1,
  summary: 'An import has ended, or has been taken back.',
  scope: 'contacts:read',
  data: z.object({ ...counts, undone: z.int(), conflicts: z.int() }),
});

export const importEvents = [importAdvanced, importProgressed, importFinished];
