/** Nouns that `*` leaves out: whoever may do that holds the scope by its name (src/core/actor.ts). */
const OWNERS_ONLY: ReadonlySet<string> = new Set(['ownership']);
const LEVELS = ['read', 'write', 'destroy'];

/** Whether what somebody holds (`auth.me` says it) allows something; only for what is offered, the API decides. */
export function holds(held: readonly string[], wanted: string): boolean {
  const [noun = '', level = ''] = wanted.split(':');
  if (held.includes('*') && !OWNERS_ONLY.has(noun)) return true;
  return LEVELS.slice(LEVELS.indexOf(level)).some((higher) => held.includes(`${noun}:${higher}`));
}
