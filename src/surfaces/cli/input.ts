import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { nearest } from './commands.ts';
import { flagsOf, placeholder, type Flag } from './flags.ts';
import type { Options } from './options.ts';
import type { Parsed } from './parse.ts';
import { shapeOf, type Shape } from './schema.ts';
import { enumerate, kebab } from './text.ts';
import { UsageError, type Command, type Input } from './types.ts';
import { parseValue } from './values.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The operation's input from `--input`, the flags, the words after the command and `--clear`, later ones on top.
 * Names everything that is missing at once; the rest of the rules is the API's to check.
 * @throws UsageError
 */
export async function inputOf(
  command: Command,
  parsed: Parsed,
  options: Options,
  stdin: Input,
  called: string,
): Promise<Json> {
  const shape = shapeOf(command.inputSchema);
  const input = options.input === undefined ? {} : await readInput(options.input, stdin);
  merge(input, parsed.input);
  placeWords(command, shape, parsed.words, input, called);
  for (const name of options.clear) clear(shape, name, input);
  const missing = missingFlags(shape, input);
  if (missing.length > 0) {
    const names = missing.map((flag) => `--${flag.name} ${placeholder(flag.shape)}`.trimEnd());
    throw new UsageError(`\`${called}\` needs ${enumerate(names)}.`, `Help: smarteros ${called} --help`);
  }
  return input;
}

async function readInput(file: string, stdin: Input): Promise<Json> {
  const from = file === '-' ? 'standard input' : file;
  let content: string;
  try {
    content = file === '-' ? await readAll(stdin) : await readFile(file, 'utf8');
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : 'it could not be read';
    throw new UsageError(`--input ${from}: ${why}.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new UsageError(`--input ${from}: not JSON (${(error as Error).message}).`);
  }
  if (!isObject(value)) throw new UsageError(`--input ${from}: must hold one JSON object.`);
  return value;
}

/** Objects grow together; anything else replaces what was there. */
function merge(onto: Json, from: Json): void {
  for (const [name, value] of Object.entries(from)) {
    const there = onto[name];
    if (isObject(there) && isObject(value)) merge(there, value);
    else onto[name] = value;
  }
}

/** Words after the command are the route's parameters, in their order: `contacts get <id>`. */
function placeWords(
  command: Command,
  shape: Shape,
  words: readonly string[],
  input: Json,
  called: string,
): void {
  const { pathParams } = command;
  for (const [i, word] of words.entries()) {
    const name = pathParams[i];
    if (name === undefined) {
      const takes =
        pathParams.length === 0
          ? 'takes no words'
          : `takes only ${enumerate(pathParams.map((one) => `<${kebab(one)}>`))}`;
      throw new UsageError(
        `\`${called}\` ${takes}: \`${word}\` is one too many.`,
        `Help: smarteros ${called} --help`,
      );
    }
    if (input[name] !== undefined && input[name] !== word) {
      throw new UsageError(`${kebab(name)} is given twice: \`${word}\` and --${kebab(name)}.`);
    }
    const property = shape.properties().find((one) => one.name === name);
    input[name] = property ? parseValue(property.shape, word, kebab(name)) : word;
  }
}

function clear(shape: Shape, name: string, input: Json): void {
  const flags = flagsOf(shape, kebab(name));
  const flag = flags.find((one) => one.name === kebab(name));
  const clearable = flags.filter((one) => one.shape.nullable).map((one) => one.name);
  if (!flag?.shape.nullable) {
    const guess = flag ? undefined : nearest(kebab(name), clearable);
    throw new UsageError(
      `--clear ${name}: ${flag ? 'this field always has a value' : 'there is no such field'}.`,
      ...(guess
        ? [`Did you mean --clear ${guess}?`]
        : [`Fields that can be cleared: ${clearable.join(', ') || 'none'}`]),
    );
  }
  const last = flag.path.at(-1)!;
  let at = input;
  for (const part of flag.path.slice(0, -1)) at = (at[part] ??= {}) as Json;
  if (at[last] !== undefined) throw new UsageError(`--${flag.name} is set and cleared at once.`);
  at[last] = null;
}

function missingFlags(shape: Shape, input: Json, path: readonly string[] = []): Flag[] {
  return shape.properties().flatMap((property) => {
    const value = input[property.name];
    const at = [...path, property.name];
    if (value === undefined) {
      return property.required
        ? [{ name: at.map(kebab).join('.'), path: at, required: true, shape: property.shape }]
        : [];
    }
    return property.shape.kind === 'object' && isObject(value) ? missingFlags(property.shape, value, at) : [];
  });
}
