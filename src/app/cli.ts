import { describeOperation } from '#kernel/compile.ts';
import { loadConfig } from '#platform/config.ts';
import { existingOperatorKey } from '#platform/secrets.ts';
import { listenOperation, runCli } from '#surfaces/cli/index.ts';
import { listOperations } from './catalogue.ts';
import { VERSION } from './version.ts';

/** Any operation as a command: a client of the running API, like every other. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const config = loadConfig();
  const { stdout, stderr, stdin } = process;
  return runCli(args, {
    catalogue: { operations: [...listOperations(), listenOperation].map(describeOperation) },
    config: {
      url: config.url ?? `http://127.0.0.1:${config.port}`,
      key: config.key,
      home: config.home,
      operatorKey: () => existingOperatorKey(config.home),
      language: config.language,
    },
    stdout,
    stderr,
    stdin,
    isTTY: stdout.isTTY,
    columns: stdout.columns,
    version: VERSION,
  });
}
