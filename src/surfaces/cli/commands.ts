import { nearestName } from '#platform/config-suggest.ts';
import { kebab } from './text.ts';
import { UsageError, type Command } from './types.ts';

/** An operation under one of its names. Aliases count here: to a person `contacts list` is as good as `core contacts`. */
export interface Entry {
  readonly category: string;
  readonly verb: string;
  readonly command: Command;
}

/** Commands of the launcher and of app/main.ts; they work without a running API. */
export const RUNNING: readonly (readonly [name: string, summary: string])[] = [
  ['up', 'Start SmarterOS on this machine.'],
  ['down', 'Stop it; data stays.'],
  ['status', 'Show what is running and how it is doing.'],
  ['logs', 'Show what its processes write.'],
  ['setup', 'Print the link that makes the first operator.'],
  ['doctor', 'Find out what is wrong and how to mend it.'],
  ['adopt', 'Take over the engines of an existing installation from its env file.'],
  ['test', 'Run the tests of this checkout.'],
  ['bench', 'Measure this checkout.'],
];

/** What people type who know other tools. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  list: ['ls', 'all', 'index'],
  get: ['show', 'view', 'describe', 'read'],
  create: ['add', 'new', 'insert', 'make'],
  update: ['edit', 'set', 'change', 'modify', 'patch'],
  delete: ['rm', 'remove', 'del', 'destroy', 'drop'],
};

function entryOf(name: string, command: Command): Entry {
  const [category, verb] = name.split('.') as [string, string];
  return { category: kebab(category), verb: kebab(verb), command };
}

export function entriesOf(commands: readonly Command[]): Entry[] {
  return commands
    .flatMap((command) => {
      const { name, alias } = command.operation;
      return [entryOf(name, command), ...(alias ? [entryOf(alias, command)] : [])];
    })
    .toSorted((a, b) => (a.category + a.verb < b.category + b.verb ? -1 : 1));
}

/** Like nearestName, whose known names are settings and so in capitals. */
export function nearest(unknown: string, known: readonly string[]): string | undefined {
  const names = new Map(known.map((name) => [name.toUpperCase(), name]));
  return names.get(nearestName(unknown, [...names.keys()]) ?? '');
}

export type Found =
  | { readonly kind: 'root' }
  | { readonly kind: 'category'; readonly name: string; readonly entries: readonly Entry[] }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly words: number };

/**
 * What the words at the beginning of a command line name: `contacts create`, `contacts.create`, `contacts_create`.
 * @throws UsageError with what was probably meant
 */
export function find(words: readonly string[], entries: readonly Entry[]): Found {
  const [first, second] = words;
  if (first === undefined) return { kind: 'root' };
  const category = kebab(first);
  const whole = entries.find(
    (one) => `${one.category}.${one.verb}` === category || `${one.category}-${one.verb}` === category,
  );
  if (whole) return { kind: 'entry', entry: whole, words: 1 };
  const within = entries.filter((one) => one.category === category);
  if (within.length === 0) throw unknownCommand(first, second, entries);
  if (second === undefined) return { kind: 'category', name: category, entries: within };
  const entry = within.find((one) => one.verb === kebab(second));
  if (entry) return { kind: 'entry', entry, words: 2 };
  throw unknownVerb(category, second, within);
}

function unknownCommand(first: string, second: string | undefined, entries: readonly Entry[]): UsageError {
  const [category, verb = second] = first.split('.') as [string, string?];
  const known = [...new Set(entries.map((one) => one.category))];
  const guess = nearest(kebab(category), [...RUNNING.map(([name]) => name), ...known]);
  const isCategory = guess !== undefined && known.includes(guess);
  const byVerb = entries.find((one) => one.verb === kebab(first));
  const meant = guess && (isCategory && verb ? `${guess} ${verb}` : guess);
  const suggestion = meant ?? (byVerb && `${byVerb.category} ${byVerb.verb}`);
  return new UsageError(
    `There is no command \`${first}\`.`,
    ...(suggestion ? [`Did you mean \`smarteros ${suggestion}\`?`] : []),
    'All commands: smarteros --help',
  );
}

function unknownVerb(category: string, verb: string, within: readonly Entry[]): UsageError {
  const verbs = within.map((one) => one.verb);
  const guess =
    nearest(kebab(verb), verbs) ??
    verbs.find((one) => SYNONYMS[one]?.includes(verb)) ??
    verbs.find((one) => one.startsWith(kebab(verb)));
  return new UsageError(
    `\`${category}\` has no command \`${verb}\`.`,
    ...(guess ? [`Did you mean \`smarteros ${category} ${guess}\`?`] : []),
    `It has: ${verbs.join(', ')}`,
  );
}
