import type { EventDefinition } from '#core/event.ts';

/** The table of docs/events.md. */
export const eventTable = (events: readonly EventDefinition[]): string =>
  [
    '| event | version | scope | says |',
    '|---|---|---|---|',
    ...events
      .filter(({ scope }) => scope !== null)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, version, scope, summary }) => `| \`${name}\` | ${version} | \`${scope}\` | ${summary} |`),
  ].join('\n');
