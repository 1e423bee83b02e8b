import fc from 'fast-check';
import type { Compiled } from '#kernel/types.ts';
import {
  brokenBody,
  oddHeader,
  oddUrl,
  spoiledCursor,
  spoiledInput,
  wrongMethod,
  wrongType,
  type Input,
  type Malformed,
} from './requests.ts';

/** How many to draw for one that isn't there yet. */
const DRAWS = 4;

/** All kinds of faults in an operation's first example, no two requests the same. */
export function requestsFor(
  compiled: Compiled,
  routes: ReadonlySet<string>,
  { count, seed, cursor }: { count: number; seed: number; cursor?: string | undefined },
): Malformed[] {
  const good = (compiled.operation.examples[0]?.input ?? {}) as Input;
  const hasBody = compiled.method !== 'GET' && compiled.method !== 'DELETE';
  const kinds = [
    { weight: 8, arbitrary: spoiledInput(compiled, good) },
    { weight: hasBody ? 4 : 1, arbitrary: oddUrl(compiled, good) },
    { weight: 2, arbitrary: oddHeader(compiled, good) },
    { weight: 1, arbitrary: wrongMethod(compiled, good, routes) },
    ...(cursor === undefined ? [] : [{ weight: 3, arbitrary: spoiledCursor(compiled, good, cursor) }]),
    ...(hasBody
      ? [
          { weight: 3, arbitrary: brokenBody(compiled, good) },
          { weight: 1, arbitrary: wrongType(compiled, good) },
        ]
      : []),
  ];
  const drawn = fc.sample(fc.oneof(...kinds), { numRuns: count * DRAWS, seed });
  return [
    ...new Map(
      drawn.map((one) => [
        `${one.method} ${one.url} ${JSON.stringify(one.headers)} ${String(one.payload)}`,
        one,
      ]),
    ).values(),
  ].slice(0, count);
}
