import { isScalar, shapeOf, type Property } from './schema.ts';
import { kebab, shellWord, width } from './text.ts';
import type { Command } from './types.ts';

/** A list that commas can separate without being read back as something else. */
const isPlainList = (items: readonly unknown[]): boolean =>
  items.length > 0 && items.every((item) => /^[^,[\s][^,]*(?<!\s)$/.test(String(item)));

/** A flag and its value; a value that looks like a flag is tied on. */
const flag = (name: string, value: string): string[] =>
  value.startsWith('--') ? [`--${name}=${value}`] : [`--${name}`, value];

function flagsFor(property: Property | undefined, name: string, value: unknown): string[] {
  const called = kebab(name);
  if (value === undefined) return [];
  if (value === null) return ['--clear', called];
  if (typeof value === 'boolean' && property?.shape.kind === 'boolean')
    return [value ? `--${called}` : `--no-${called}`];
  if (Array.isArray(value)) {
    const plain = property?.shape.kind === 'list' && isScalar(property.shape.items()) && isPlainList(value);
    return flag(called, plain ? value.join(',') : JSON.stringify(value));
  }
  if (typeof value === 'string' && property?.shape.kind !== 'any') return flag(called, value);
  return flag(called, JSON.stringify(value));
}

/** The arguments after the command's words that give the operation this input: what `parseArgs` reads back. */
export function argsFor(command: Command, input: Readonly<Record<string, unknown>>): string[] {
  const properties = new Map(
    shapeOf(command.inputSchema)
      .properties()
      .map((one) => [one.name, one]),
  );
  const words: string[] = [];
  // Words are placed by position, so the first that can't be one sends the later ones to flags as well.
  for (const name of command.pathParams) {
    const value = String(input[name]);
    if (input[name] === undefined || value.startsWith('-') || value === '') break;
    words.push(value);
  }
  const asWords = new Set(command.pathParams.slice(0, words.length));
  const flags = Object.entries(input).filter(([name]) => !asWords.has(name));
  return [...words, ...flags.flatMap(([name, value]) => flagsFor(properties.get(name), name, value))];
}

/** A command line to paste into a shell, broken with `\` before it gets too long. */
export function commandLine(called: string, args: readonly string[], columns: number): string {
  const lines = [`smarteros ${called}`];
  const pieces: string[] = [];
  for (const arg of args) {
    const previous = pieces.at(-1);
    // A flag stays with its value.
    if (previous?.startsWith('--') && !previous.includes(' ') && !arg.startsWith('--'))
      pieces[pieces.length - 1] += ` ${shellWord(arg)}`;
    else pieces.push(shellWord(arg));
  }
  for (const piece of pieces) {
    const line = lines.at(-1)!;
    if (width(line) + width(piece) + 3 <= columns) lines[lines.length - 1] = `${line} ${piece}`;
    else lines.push(`  ${piece}`);
  }
  return lines.join(' \\\n');
}
