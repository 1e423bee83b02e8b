/** Writes the list of events into docs/events.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { EVENTS } from '#app/events.ts';
import { eventTable } from './catalogue.ts';

const FILE = 'docs/events.md';
const HEAD = '## All events\n\n';
const [text] = readFileSync(FILE, 'utf8').split(HEAD);
writeFileSync(FILE, `${text}${HEAD}${eventTable(EVENTS)}\n`);
