import { nearest } from './commands.ts';
import { flagsOf, type Flag } from './flags.ts';
import { OPTIONS, type Options, type OptionSpec } from './options.ts';
import type { Shape } from './schema.ts';
import { UsageError } from './types.ts';
import { parseList, parseValue } from './values.ts';

/** `taxId`, `tax_id` and `tax-id` are the same flag. */
const spelling = (flag: string): string => flag.toLowerCase().replaceAll(/[-_]/g, '');

interface Target {
  readonly option?: OptionSpec;
  readonly flag?: Flag;
  /** `--no-active` */
  readonly negated?: boolean;
}

export interface Parsed {
  readonly words: string[];
  /** What the flags say, nested like the input. */
  readonly input: Record<string, unknown>;
}

export interface Accepted {
  /** Fields of the operation; none before the command's words. */
  readonly fields: Shape | undefined;
  readonly accepts: (option: OptionSpec) => boolean;
  /** The property `tenant` belongs to `--tenant` only in operations of the operator. */
  readonly ownsTenant: boolean;
  /** Names the command in errors. */
  readonly called: string;
}

/**
 * Reads flags and words. A field of the operation wins over a common flag of the same name: to reach the common one,
 * write it before the command (`smarteros --url … webhooks create --url …`).
 */
export function parseArgs(args: readonly string[], accepted: Accepted, options: Options): Parsed {
  const words: string[] = [];
  const input: Record<string, unknown> = {};
  const lists = new Map<string, { flag: Flag; texts: string[] }>();
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--') {
      words.push(...left);
      break;
    }
    if (!arg.startsWith('--') && arg !== '-h') {
      words.push(arg);
      continue;
    }
    const [, name = '', inline] = /^--?([^=]*)(?:=([^]*))?$/.exec(arg === '-h' ? '--help' : arg)!;
    const target = targetOf(name, accepted);
    const value = (): string => inline ?? valueFrom(left, name);
    if (target.option) setOption(options, target.option, inline, value);
    else if (target.flag) {
      const { flag } = target;
      if (flag.shape.kind === 'boolean') put(input, flag.path, booleanFrom(left, inline, target, name));
      else if (flag.shape.kind === 'list') {
        const list = lists.get(flag.name) ?? { flag, texts: [] };
        list.texts.push(value());
        lists.set(flag.name, list);
      } else put(input, flag.path, parseValue(flag.shape, value(), flag.name));
    }
  }
  for (const { flag, texts } of lists.values())
    put(input, flag.path, parseList(flag.shape, texts, flag.name));
  return { words, input };
}

function targetOf(name: string, accepted: Accepted): Target {
  const flags = accepted.fields ? flagsOf(accepted.fields, name) : [];
  const wanted = spelling(name);
  const flag = flags.find((one) => spelling(one.name) === wanted);
  const yields = name === 'help' || (wanted === 'tenant' && !accepted.ownsTenant);
  if (flag && !yields) return { flag };
  const option = OPTIONS.find((one) => one.flag === kebabbed(name));
  if (option && accepted.accepts(option)) return { option };
  const negated = flags.find((one) => one.shape.kind === 'boolean' && `no${spelling(one.name)}` === wanted);
  if (negated) return { flag: negated, negated: true };
  throw unknownFlag(name, option, flags, accepted);
}

const kebabbed = (name: string): string => name.toLowerCase().replaceAll('_', '-');

function unknownFlag(
  name: string,
  option: OptionSpec | undefined,
  flags: readonly Flag[],
  accepted: Accepted,
): UsageError {
  const help = `Its flags: smarteros ${accepted.called ? `${accepted.called} ` : ''}--help`;
  if (option && accepted.called)
    return new UsageError(`--${name} has no meaning for \`${accepted.called}\`.`, help);
  const known = [...flags.map((one) => one.name), ...OPTIONS.filter(accepted.accepts).map((one) => one.flag)];
  const guess = nearest(name, known);
  const where = accepted.called ? `\`${accepted.called}\` has no flag` : 'There is no common flag';
  return new UsageError(`${where} --${name}.`, ...(guess ? [`Did you mean --${guess}?`] : []), help);
}

/** A value may begin with one dash (`-5`); what begins with two is the next flag unless it is tied on by `=`. */
function valueFrom(left: string[], name: string): string {
  const next = left[0];
  if (next === undefined || next.startsWith('--')) {
    throw new UsageError(
      `--${name} needs a value.`,
      ...(next ? [`If ${next} is the value, write --${name}=${next}`] : []),
    );
  }
  return left.shift()!;
}

function booleanFrom(left: string[], inline: string | undefined, target: Target, name: string): boolean {
  if (target.negated) {
    if (inline !== undefined) throw new UsageError(`--${name} takes no value.`);
    return false;
  }
  const next = left[0];
  const text = inline ?? (next === 'true' || next === 'false' ? left.shift()! : 'true');
  if (text !== 'true' && text !== 'false')
    throw new UsageError(`--${name} must be true or false, not \`${text}\`.`);
  return text === 'true';
}

function setOption(
  options: Options,
  option: OptionSpec,
  inline: string | undefined,
  value: () => string,
): void {
  if (option.value === undefined) {
    if (inline !== undefined) throw new UsageError(`--${option.flag} takes no value.`);
    Object.assign(options, { [option.name]: true });
  } else if (option.name === 'clear') options.clear.push(...value().split(','));
  else {
    const text = value();
    if (text === '') throw new UsageError(`--${option.flag} is empty.`);
    Object.assign(options, { [option.name]: text });
  }
}

function put(input: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = input;
  for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
  at[path.at(-1)!] = value;
}
