/**
 * The system under test: the product, started, supervised and restarted by the product's own supervisor. It differs
 * from `./smarteros up` in one thing only: its worker has two jobs more, which leave a trace. `up` takes another program
 * than src/app/main.ts for that purpose, so a kill hits the very process that runs the traced jobs.
 */
import { up } from '#host/up.ts';

async function main([command, ...rest]: string[]): Promise<number> {
  if (command === 'up') return up(rest, import.meta.filename);
  const processes = await import('./processes.ts');
  switch (command) {
    case 'api':
      return processes.runApi();
    case 'worker':
      return processes.runTracedWorker();
    case 'migrate':
      return processes.runMigrate(rest);
    default:
      throw new Error(`unknown command ${command}`);
  }
}

process.exitCode = await main(process.argv.slice(2));
