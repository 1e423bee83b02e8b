import { runCommand } from '#host/command.ts';
import { setupLink } from '#host/first-visit.ts';
import { HostError } from '#host/host-error.ts';
import { lockHolder } from '#host/lock.ts';
import { print } from '#host/output.ts';
import { readState } from '#host/state.ts';
import { homeFolder } from '#platform/config.ts';

const HELP = `Usage: smarteros setup

Prints a link to the first visit. Whoever opens it and logs in becomes the operator of this installation, once, and while
there is no operator. A new link voids the one before.`;

/** `smarteros setup`. */
export const setup = (args: string[]): Promise<number> =>
  runCommand(args, {
    help: HELP,
    options: {},
    onFailure: 1,
    async run() {
      const home = homeFolder();
      const state = lockHolder(home) ? readState(home) : undefined;
      if (!state) throw new HostError('SmarterOS is not running.', 'Start it: ./smarteros up');
      print(await setupLink({ home, publicUrl: state.publicUrl }));
      return 0;
    },
  });
