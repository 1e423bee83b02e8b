import { hostCommands } from '#host/index.ts';

/** The process's one entry: a host command, one of our own processes, or any operation. */
async function main([command = '--help', ...rest]: string[]): Promise<number> {
  if (Object.hasOwn(hostCommands, command)) return hostCommands[command as keyof typeof hostCommands](rest);
  switch (command) {
    case 'api':
      return (await import('./processes.ts')).runApi();
    case 'worker':
      return (await import('./processes.ts')).runWorker();
    case 'migrate':
      return (await import('./migrate.ts')).runMigrate(rest);
    case 'adopt':
      return (await import('./adopt.ts')).runAdopt(rest);
    case 'native':
      return (await import('./native/index.ts')).runNativeCommand(rest);
    case 'messages':
      // With a verb it is an operation like any other.
      if (rest.every((word) => word.startsWith('-')))
        return (await import('./messages.ts')).runMessages(rest);
      return (await import('./cli.ts')).runCommand([command, ...rest]);
    case 'audit':
      // With a file it asks nobody; otherwise it is an operation like any other.
      if (rest[0] === 'verify' && rest[1] !== undefined && !rest[1].startsWith('-'))
        return (await import('./audit-file.ts')).runAuditVerify(rest.slice(1));
      return (await import('./cli.ts')).runCommand([command, ...rest]);
    default:
      return (await import('./cli.ts')).runCommand([command, ...rest]);
  }
}

process.exitCode = await main(process.argv.slice(2));
