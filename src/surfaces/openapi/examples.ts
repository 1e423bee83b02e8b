import type { Example } from '#core/operation.ts';
import type { Compiled } from '#kernel/types.ts';

export type Values = Readonly<Record<string, unknown>>;

interface NamedExample {
  readonly summary: string;
  readonly value: unknown;
}

/** Examples by a name made of their title; `pick` takes from each what belongs here, or nothing. */
export function examplesOf(
  entry: Compiled,
  pick: (example: Example) => unknown,
): { examples?: Readonly<Record<string, NamedExample>> } {
  const named: Record<string, NamedExample> = {};
  for (const example of entry.operation.examples) {
    const value = pick(example);
    if (value === undefined) continue;
    const slug =
      example.title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'example';
    let name = slug;
    for (let n = 2; name in named; n++) name = `${slug}-${n}`;
    named[name] = { summary: example.title, value };
  }
  return Object.keys(named).length > 0 ? { examples: named } : {};
}
