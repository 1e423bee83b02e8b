import { systemClock } from '#platform/clock.ts';
import { HttpError } from '#platform/http.ts';
import { entriesOf, find, RUNNING } from './commands.ts';
import { categoryHelp, entryHelp, rootHelp, runningHelp, type Page } from './help.ts';
import { newOptions, type Options } from './options.ts';
import { split } from './split.ts';
import { columnsOf, styleOf, write } from './terminal.ts';
import { EXIT, UsageError, type CliEnv } from './types.ts';
import { unreachable } from './unreachable.ts';

export { listenOperation } from './listen.ts';
export { argsFor } from './examples.ts';
export type { CliEnv } from './types.ts';

/** Lines of prose get hard to read beyond this, however wide the terminal is. */
const MAX_HELP_COLUMNS = 100;

/** The command line as a client of the running API. Answers the exit code. */
export async function runCli(args: readonly string[], env: CliEnv): Promise<number> {
  // Without a listener a closed pipe (`| head`) would end the process with a stack trace.
  env.stdout.on('error', () => undefined);
  const options = newOptions();
  try {
    return await dispatch(args, options, env);
  } catch (error) {
    const style = styleOf(env.stderr);
    const say = (lines: readonly string[]) =>
      write(env.stderr, `${style.red('Error:')} ${lines.join('\n')}\n`);
    if (error instanceof UsageError) {
      await say([error.message, ...error.hints]);
      return EXIT.usage;
    }
    if (!(error instanceof HttpError)) throw error;
    await say(unreachable(error, options.url ?? env.config.url, options.idempotencyKey));
    return error.kind === 'too_large' ? EXIT.error : EXIT.unreachable;
  }
}

async function dispatch(args: readonly string[], options: Options, env: CliEnv): Promise<number> {
  const entries = entriesOf(env.catalogue.operations);
  const page: Page = { columns: Math.min(columnsOf(env), MAX_HELP_COLUMNS), style: styleOf(env.stdout) };
  const show = async (text: string): Promise<number> => {
    await write(env.stdout, `${text}\n`);
    return EXIT.ok;
  };
  const { words, rest, help } = split(args, entries, options);
  if (options.version) return show(`smarteros ${env.version ?? 'unknown'}`);
  if (words[0] === 'completion' && !help) {
    const { completionScript } = await import('./completion.ts');
    return show(completionScript(entries));
  }
  const running = RUNNING.find(([name]) => name === words[0]);
  if (running) return show(runningHelp(...running));
  const found = find(words, entries);
  if (found.kind === 'root') return show(rootHelp(entries, page));
  if (found.kind === 'category') return show(categoryHelp(found.name, found.entries, page));
  if (help) return show(entryHelp(found.entry, page));
  // Help needs neither HTTP nor files.
  const { runEntry } = await import('./run.ts');
  return runEntry(found.entry, [...words.slice(found.words), ...rest], options, env, systemClock);
}
