import type { z } from 'zod';
import type { EngineOperationParts, Operation } from './operation.ts';

/**
 * An operation that an engine answers. Runs outside of any transaction (ARCHITECTURE §1): the kernel finds the company's
 * way to the engine, writes down what is about to happen, calls, and writes down what came of it. `run` gets no database.
 */
export function defineEngineOperation<I extends z.ZodType, O extends z.ZodType>(
  definition: EngineOperationParts<I, O>,
): Operation {
  const { run, timeoutMs, target, framed, ...common } = definition;
  const engine = definition.name.split('.', 1)[0]!;
  return {
    ...common,
    run: () => Promise.reject(new Error(`${definition.name} is run by the kernel's way to engines`)),
    outside: {
      engine,
      ...(timeoutMs !== undefined && { timeoutMs }),
      ...(target && { target }),
      ...(framed && { framed }),
      run,
    },
  };
}
