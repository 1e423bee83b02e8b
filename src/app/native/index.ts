import type { EngineDefinition } from '#core/engine.ts';
import type { Native } from '#core/native.ts';
import { HostError } from '#host/host-error.ts';
import type { NativeWord } from '#host/natives.ts';
import { toFailure } from '#host/output.ts';
import { ENGINES } from '#app/engines.ts';

export type NativeEngine = EngineDefinition & { readonly native: Native };

/** To the supervisor, which reads our standard output. */
export const say = (word: NativeWord): void => void process.stdout.write(`${JSON.stringify(word)}\n`);

/** @throws HostError for an engine that can't be run without containers */
function findNative(name: string): NativeEngine {
  const natives = ENGINES.filter((one): one is NativeEngine => one.native !== undefined);
  const found = natives.find((one) => one.name === name);
  if (found) return found;
  throw new HostError(
    `There is no engine "${name}" that SmarterOS can run by itself.`,
    `Choose from: ${natives.map((one) => one.name).join(', ')}.`,
  );
}

/** `native prepare|connect NAME…`, which `up --with NAME` runs. */
export async function runNativeCommand([verb, ...names]: readonly string[]): Promise<number> {
  try {
    const engines = names.map(findNative);
    if (verb === 'prepare') await (await import('./prepare.ts')).prepare(engines);
    else if (verb === 'connect') await (await import('./connect.ts')).connect(engines);
    else throw new HostError('native prepares or connects.', 'Use ./smarteros up --with NAME.');
    return 0;
  } catch (error) {
    say({ failure: toFailure(error) });
    return 1;
  }
}
