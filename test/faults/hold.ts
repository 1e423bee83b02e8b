import { HOLD, readTrace, type Trace } from './app/trace.ts';
import { ask } from './client.ts';
import type { System } from './system.ts';

const BEGIN_LIMIT_MS = 30_000;

/** Has a worker begin a job that takes seconds; undefined when none did. `contact` must not have been changed before. */
export async function hold(system: System, key: string, contact: string): Promise<Trace | undefined> {
  const known = new Set(readTrace(system.home, HOLD).map(({ event }) => event));
  const changed = await ask(system.url, `PATCH /contacts/${contact}`, {
    token: key,
    body: { phone: '9 8765 4321' },
  });
  if (changed.status !== 200) throw new Error(`the change of a contact was answered ${changed.status}`);
  const find = (): Trace | undefined => readTrace(system.home, HOLD).find(({ event }) => !known.has(event));
  await system.until(() => find() !== undefined, BEGIN_LIMIT_MS);
  return find();
}
