import { parseArgs, type ParseArgsConfig } from 'node:util';
import { systemCode } from '#host/host-error.ts';
import { print, printError, printFailure, toFailure } from '#host/output.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; options: T }>>['values'];

const EXIT_USAGE = 2;

/**
 * What every host command does around its work: its flags, `--help`, and failures as words. `onFailure` is the exit
 * code of a failure; a wrong flag exits with 2.
 */
export async function runCommand<const T extends Options>(
  args: string[],
  command: {
    help: string;
    options: T;
    onFailure: number;
    run: (values: Values<T>) => Promise<number> | number;
  },
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    print(command.help);
    return 0;
  }
  try {
    return await command.run(parseArgs({ args, options: command.options }).values);
  } catch (error) {
    if (!systemCode(error)?.startsWith('ERR_PARSE_ARGS')) {
      printFailure(toFailure(error));
      return command.onFailure;
    }
    const [problem = ''] = error instanceof Error ? error.message.split('. ') : [];
    printError(`${problem}.\n\n${command.help}`);
    return EXIT_USAGE;
  }
}
