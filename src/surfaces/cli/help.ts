import type { Example } from '#core/operation.ts';
import { acceptedBy, ownsTenant } from './accept.ts';
import { RUNNING, type Entry } from './commands.ts';
import { argsFor, commandLine } from './examples.ts';
import { flagsOf, placeholder, type Flag } from './flags.ts';
import { OPTIONS, type OptionSpec } from './options.ts';
import { render } from './render.ts';
import { shapeOf } from './schema.ts';
import { plain, type Style } from './terminal.ts';
import { definitions, enumerate, indent, kebab, truncate, wrap } from './text.ts';

export interface Page {
  readonly columns: number;
  readonly style: Style;
}

const INDENT = 2;
const MAX_EXAMPLES = 3;
const MAX_ANSWER_LINES = 14;

type Section = readonly [title: string, body: string];

function page(head: string, sections: readonly (Section | undefined)[], { style }: Page): string {
  const shown = sections.filter((section) => section !== undefined && section[1] !== '') as Section[];
  return [head, ...shown.map(([title, body]) => `${style.bold(title)}\n${body}`)].join('\n\n');
}

const paragraph = (text: string, { columns }: Page): string =>
  indent(wrap(text, columns - INDENT).join('\n'), INDENT);

const optionRows = (options: readonly OptionSpec[]): [string, string][] =>
  options.map((option) => [`--${option.flag}${option.value ? ` <${option.value}>` : ''}`, option.summary]);

export function rootHelp(entries: readonly Entry[], at: Page): string {
  const verbs = Map.groupBy(entries, (entry) => entry.category);
  const listed = [...verbs].map(([category, all]): [string, string] => [
    category,
    all.map((one) => one.verb).join(', '),
  ]);
  return page(
    'SmarterOS: one identity, one API and one agent endpoint over your business stack.',
    [
      ['Usage', '  smarteros <command>\n  smarteros <category> <verb> [flags]'],
      ['Running SmarterOS', definitions(RUNNING, at.columns)],
      ['Working with it', definitions(listed, at.columns)],
      [
        'Flags',
        definitions(
          optionRows(OPTIONS.filter((one) => one.when === undefined || one.when === 'root')),
          at.columns,
        ),
      ],
      ['Flags and examples of a command', '  smarteros contacts create --help'],
      ['Completion in bash', '  eval "$(smarteros completion)"'],
    ],
    at,
  );
}

export function categoryHelp(category: string, entries: readonly Entry[], at: Page): string {
  const rows = entries.map((entry): [string, string] => [entry.verb, entry.command.operation.summary]);
  return page(
    `Commands of ${category}.`,
    [
      ['Usage', `  smarteros ${category} <verb> [flags]`],
      ['Verbs', definitions(rows, at.columns)],
      ['Flags and examples of a command', `  smarteros ${category} ${entries[0]!.verb} --help`],
    ],
    at,
  );
}

/** Help for a command that isn't an operation: its own program knows the rest. */
export const runningHelp = (name: string, summary: string): string =>
  `${summary}\n\nUsage\n  smarteros ${name}`;

export function entryHelp({ category, verb, command }: Entry, at: Page): string {
  const { operation, pathParams } = command;
  const called = `${category} ${verb}`;
  const shape = shapeOf(command.inputSchema);
  const own = ownsTenant(command, shape);
  const flags = flagsOf(shape).filter((flag) => flag.name !== 'help' && (flag.name !== 'tenant' || own));
  const words = pathParams.map((name) =>
    flags.find((flag) => flag.path.length === 1 && flag.path[0] === name)!,
  );
  const others = flags.filter((flag) => !words.includes(flag));
  const names = new Set(flags.map((flag) => flag.name));
  const common = OPTIONS.filter((option) => acceptedBy(command)(option) && !names.has(option.flag));
  const must = others.filter((flag) => flag.required && flag.path.length === 1);
  const usage = [
    ...pathParams.map((name) => `<${kebab(name)}>`),
    ...must.map((flag) => signature(flag)),
    ...(others.length > must.length ? ['[flags]'] : []),
  ].join(' ');
  const head = operation.description
    ? `${operation.summary}\n\n${wrap(operation.description, at.columns).join('\n')}`
    : operation.summary;
  const sorted = [...must, ...others.filter((flag) => !must.includes(flag))];
  return page(
    head,
    [
      ['Usage', indent(`smarteros ${called} ${usage}`.trimEnd(), INDENT)],
      [
        'Arguments',
        definitions(
          words.map((flag) => [`<${flag.name}>`, `${explain(flag)} Also --${flag.name}.`.trim()]),
          at.columns,
        ),
      ],
      [
        'Flags',
        definitions(
          sorted.map((flag) => [signature(flag), explain(flag)]),
          at.columns,
        ),
      ],
      ['Common flags', definitions(optionRows(common), at.columns)],
      ['Access', paragraph(accessWords(command.operation.access), at)],
      examplesSection(called, command, at),
    ],
    at,
  );
}

function signature(flag: Flag): string {
  const name = flag.shape.kind === 'boolean' ? `--[no-]${flag.name}` : `--${flag.name}`;
  return `${name} ${placeholder(flag.shape)}`.trimEnd();
}

/** Description, range, choices and default of a flag: `Rows per page. 1–200. Default: 20.` */
function explain(flag: Flag): string {
  const { description = '', choices, minimum, maximum } = flag.shape;
  const words = description === '' || description.endsWith('.') ? description : `${description}.`;
  const inUsage = placeholder(flag.shape).includes('|');
  const range =
    minimum !== undefined && maximum !== undefined
      ? `${minimum}–${maximum}.`
      : minimum !== undefined
        ? `At least ${minimum}.`
        : maximum !== undefined
          ? `At most ${maximum}.`
          : '';
  const parts = [
    words,
    flag.required && flag.path.length === 1 ? 'Required.' : '',
    choices && !inUsage ? `One of ${enumerate(choices.map(String), 'or')}.` : '',
    range,
    flag.shape.default === undefined || isEmptyList(flag.shape.default)
      ? ''
      : `Default: ${defaultWords(flag.shape.default)}.`,
    ['url', 'key', 'input', 'json', 'all', 'yes'].includes(flag.name)
      ? `SmarterOS's own --${flag.name} goes before the command.`
      : '',
  ];
  return parts.filter(Boolean).join(' ');
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const defaultWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function accessWords(access: Entry['command']['operation']['access']): string {
  if (access === 'public') return 'Everybody, without a key.';
  const scopes = access.flatMap((rule) => ('scope' in rule ? [rule.scope] : []));
  const operator = access.some((rule) => 'operator' in rule);
  const key =
    scopes.length > 0 ? `a key with the scope ${enumerate(scopes, 'or')}, or the operator with --tenant` : '';
  const words = operator ? (key ? `the operator; ${key}` : 'the operator') : key;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function examplesSection(called: string, command: Entry['command'], at: Page): Section | undefined {
  const examples = command.operation.examples.slice(0, MAX_EXAMPLES);
  return examples.length === 0
    ? undefined
    : ['Examples', examples.map((one) => example(one, called, command, at)).join('\n\n')];
}

function example(one: Example, called: string, command: Entry['command'], at: Page): string {
  const columns = at.columns - INDENT;
  const line = commandLine(called, argsFor(command, one.input as Record<string, unknown>), columns);
  const answer = render(one.output, columns - INDENT, plain, shapeOf(command.outputSchema)).text.split('\n');
  const shown = answer.length > MAX_ANSWER_LINES ? [...answer.slice(0, MAX_ANSWER_LINES - 1), '…'] : answer;
  const body = shown.map((text) => at.style.dim(truncate(text, columns - INDENT))).join('\n');
  const title = at.style.dim(`# ${one.title}${one.as === 'operator' ? ' (as the operator)' : ''}`);
  return indent(`${title}\n${line}\n${indent(body, INDENT)}`.trimEnd(), INDENT);
}
