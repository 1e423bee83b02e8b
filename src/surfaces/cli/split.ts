import type { Entry } from './commands.ts';
import { OPTIONS, type Options } from './options.ts';
import { parseArgs } from './parse.ts';
import { kebab } from './text.ts';

export interface Split {
  /** At most two: a category and a verb, or the whole dotted name. */
  readonly words: readonly string[];
  readonly rest: readonly string[];
  readonly help: boolean;
}

const isFlag = (arg: string | undefined): arg is string =>
  arg !== undefined && arg.startsWith('-') && arg !== '-';
const takesNext = (arg: string): boolean =>
  !arg.includes('=') && OPTIONS.some((option) => option.value !== undefined && `--${option.flag}` === arg);

/**
 * Parts a command line into the command's words and its arguments. Flags before and between the words are the common
 * ones: they are read into `options`. Help is asked for anywhere, so that it can be added to a line that doesn't work.
 */
export function split(args: readonly string[], entries: readonly Entry[], options: Options): Split {
  const end = args.indexOf('--');
  const left = [...args];
  const words: string[] = [];
  const common: string[] = [];
  let help = (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
  while (left.length > 0 && words.length < 2) {
    const arg = left[0]!;
    // What follows a whole name belongs to its operation: `contacts.list --limit 3`.
    if (isFlag(arg) && isWholeName(words[0], entries)) break;
    left.shift();
    if (!isFlag(arg)) {
      if (words.length === 0 && arg === 'help') help = true;
      else words.push(arg);
    } else common.push(arg, ...(takesNext(arg) && left.length > 0 ? [left.shift()!] : []));
  }
  parseArgs(common, { fields: undefined, accepts: () => true, ownsTenant: false, called: '' }, options);
  return { words, rest: left, help };
}

function isWholeName(word: string | undefined, entries: readonly Entry[]): boolean {
  const name = kebab(word ?? '');
  return entries.some(
    (one) => name === `${one.category}.${one.verb}` || name === `${one.category}-${one.verb}`,
  );
}
