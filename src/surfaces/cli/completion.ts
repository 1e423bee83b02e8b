import { acceptedBy, ownsTenant } from './accept.ts';
import { RUNNING, type Entry } from './commands.ts';
import { flagsOf } from './flags.ts';
import { OPTIONS } from './options.ts';
import { shapeOf } from './schema.ts';

/** Names that commands, flags and categories are made of; anything else could mean something to the shell. */
const HARMLESS = /^[\w.-]+$/;
const words = (all: readonly string[]): string =>
  [...new Set(all)].filter((word) => HARMLESS.test(word)).join(' ');

function flagsFor({ command }: Entry): string {
  const shape = shapeOf(command.inputSchema);
  const own = flagsOf(shape).filter((flag) => flag.name !== 'tenant' || ownsTenant(command, shape));
  const common = OPTIONS.filter(acceptedBy(command));
  return words([...own.map((flag) => `--${flag.name}`), ...common.map((option) => `--${option.flag}`)]);
}

/**
 * A script for bash that completes categories, verbs and flags. Everything is written into it: asking the
 * program at every key would be slow.
 */
export function completionScript(entries: readonly Entry[]): string {
  const categories = Map.groupBy(entries, (entry) => entry.category);
  const first = words([...RUNNING.map(([name]) => name), ...categories.keys(), 'help', 'completion']);
  const lines = [
    `    1:*) words='${first}' ;;`,
    ...[...categories].map(
      ([name, all]) => `    2:${name}\\ *) words='${words(all.map((one) => one.verb))}' ;;`,
    ),
    ...entries.map((entry) => `    *:${entry.category}\\ ${entry.verb}) words='${flagsFor(entry)}' ;;`),
  ];
  return `# Switch it on with: eval "$(smarteros completion)"
_smarteros() {
  local words=''
  case "$COMP_CWORD:\${COMP_WORDS[1]} \${COMP_WORDS[2]:-}" in
${lines.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _smarteros smarteros ./smarteros`;
}
