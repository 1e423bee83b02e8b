import { consoleStateFile, type ConsoleState } from '#platform/console-site.ts';
import { homeFolder, toolEnv } from '#platform/config.ts';
import { PROJECT, writeWhole } from '#host/home.ts';
import { BuildError, buildConsole } from './build.ts';

// The program that the supervisor starts beside the API: it builds the console where that isn't done, and says how it went.
const home = homeFolder();
const say = (state: ConsoleState): void => writeWhole(consoleStateFile(home), `${JSON.stringify(state)}\n`);

// Our standard input is held open by the supervisor: when it is gone, nobody waits for us.
process.stdin.resume().on('end', () => process.kill(-process.pid, 'SIGKILL'));
process.once('SIGTERM', () => process.exit(1));
try {
  say({ status: 'building' });
  const site = await buildConsole(PROJECT, home, toolEnv());
  say(site === undefined ? { status: 'absent' } : { status: 'ready', site });
  process.exit(0);
} catch (error) {
  console.error(error);
  const reason =
    error instanceof BuildError
      ? error.message
      : 'it could not be built. ./smarteros logs --process console has more.';
  say({ status: 'failed', reason });
  process.exit(1);
}
