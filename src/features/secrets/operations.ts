import { z } from 'zod';
import { defineOperation, type Operation } from '#core/operation.ts';
import { countLeftovers } from '#platform/db/secrets.ts';
import { moveAsked, rotationAsked } from './events.ts';
import { keysState } from './keeper.ts';
import type { SecretParts } from './parts.ts';
import { countByKey } from './store.ts';

const Status = z
  .object({
    store: z.enum(['embedded', 'vault']).describe('Where new secrets go.'),
    keys: z
      .array(z.object({ id: z.string(), newest: z.boolean().describe('It seals; the others only open.') }))
      .describe('Keys that sealed secrets need, by the first digits of their SHA-256.'),
    rotating: z.boolean().describe('A new key is taking the place of the old one.'),
    behind: z.int().describe('Secrets that wait for the newest key.'),
    elsewhere: z.int().describe('Secrets that are in the other store: secrets.move brings them.'),
    leaving: z
      .int()
      .describe(
        'Secrets that are gone here and wait to be taken out of Vault; that is tried every five minutes.',
      ),
  })
  .meta({ id: 'SecretsStatus' });
type Status = z.output<typeof Status>;

const example: Status = {
  store: 'embedded',
  keys: [{ id: '****', newest: true }],
  rotating: false,
  behind: 0,
  elsewhere: 0,
  leaving: 0,
};

async function statusOf(parts: SecretParts): Promise<Status> {
  const [{ keys, underWay }, [counts, [left]]] = await Promise.all([
    keysState(parts),
    parts.pools.relay.batch([countByKey, countLeftovers]),
  ]);
  const store = parts.stores.active.kind;
  const newest = keys.find((key) => key.newest)?.id;
  const sum = (which: (keyId: string | null) => boolean): number =>
    counts.filter(({ keyId }) => which(keyId)).reduce((total, { count }) => total + count, 0);
  return {
    store,
    keys,
    rotating: underWay,
    behind: sum((keyId) => keyId !== null && keyId !== newest),
    elsewhere: sum((keyId) => (keyId === null) !== (store === 'vault')),
    leaving: left!.count,
  };
}

export function secretOperations(parts: SecretParts): readonly Operation[] {
  const status = defineOperation({
    name: 'secrets.status',
    route: 'GET /secrets',
    summary: 'Show where secrets are kept, and under which keys.',
    effect: 'read',
    access: [{ operator: true }],
    input: z.strictObject({}),
    output: Status,
    examples: [{ title: 'As it is', as: 'operator', input: {}, output: example }],
    run: () => statusOf(parts),
  });

  const rotate = defineOperation({
    name: 'secrets.rotate',
    route: 'POST /secrets/rotate',
    summary: 'Replace the key of sealed secrets.',
    description:
      'Goes on in the background, where it was interrupted too; secrets.status shows how far it is. Back the new secrets.key up afterwards: the old one opens nothing any more.',
    effect: 'write',
    access: [{ operator: true }],
    audit: 'secrets.rotated',
    input: z.strictObject({}),
    output: Status,
    examples: [{ title: 'A new key', as: 'operator', input: {}, output: { ...example, rotating: true } }],
    run: (ctx) =>
      ctx.db.tx(async () => {
        ctx.emit(rotationAsked, {});
        return { ...(await statusOf(parts)), rotating: true };
      }),
  });

  const move = defineOperation({
    name: 'secrets.move',
    route: 'POST /secrets/move',
    summary: 'Move all secrets into the store that is set.',
    description:
      'From the embedded store into Vault once Vault is set up, and back with SMARTEROS_SECRETS=embedded while Vault can still be reached. Goes on in the background; nothing is taken away before its new place holds it.',
    effect: 'write',
    access: [{ operator: true }],
    audit: 'secrets.moved',
    input: z.strictObject({}),
    output: Status,
    examples: [{ title: 'Nothing to move', as: 'operator', input: {}, output: example }],
    run: (ctx) =>
      ctx.db.tx(async () => {
        ctx.emit(moveAsked, {});
        return statusOf(parts);
      }),
  });

  return [status, rotate, move];
}
