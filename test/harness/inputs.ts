import type { Operation } from '#core/operation.ts';

/** Of operations without an example: what they can be asked for all the same. */
const INPUTS: Readonly<Record<string, object>> = {
  // Of an n8n of one's own; the example's company shares one.
  'n8n.create': { name: 'Pedidos', nodes: [], connections: {} },
  'n8n.activate': { id: 'Wk5cJx2pQ9aBcDeF' },
  'n8n.deactivate': { id: 'Wk5cJx2pQ9aBcDeF' },
  // A token that is right stands on one machine, once.
  'auth.claim_operator': { token: 'a'.repeat(43) },
};

/** What an operation can be called with: its first example's input. */
export const inputOf = (operation: Operation): Record<string, unknown> =>
  (operation.examples[0]?.input ?? INPUTS[operation.name] ?? {}) as Record<string, unknown>;

/** True when there is something that it can be called with. */
export const hasInput = (operation: Operation): boolean =>
  operation.examples.length > 0 || operation.name in INPUTS;
