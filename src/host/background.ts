import { AlreadyRunning, boot } from '#host/boot.ts';
import { loadConfig } from '#platform/config.ts';

/** Exit code by which a detached start says that another was first. */
const EXIT_ALREADY = 75;

// What `up --detach` starts: the same start as in the foreground, silent; its steps are read from the state file.
try {
  const progress = { step: () => undefined, stop: () => undefined };
  const [, , entry = '', ...natives] = process.argv;
  await boot(loadConfig(), { entry, foreground: false, progress, natives });
} catch (error) {
  // The failure itself is in the state file.
  process.exitCode = error instanceof AlreadyRunning ? EXIT_ALREADY : 1;
}
