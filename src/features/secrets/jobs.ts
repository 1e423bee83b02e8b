import type { Ctx } from '#core/context.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { moveAsked, rotationAsked } from './events.ts';
import { moveSecrets, rotateKeys, type Keeper } from './keeper.ts';
import type { SecretParts } from './parts.ts';

/** Both go on where they were interrupted, as often as they are tried. */
export function secretJobs({ secrets }: { readonly secrets: SecretParts }): readonly JobDefinition[] {
  const keeper = (ctx: Ctx): Keeper => ({ ...secrets, now: () => ctx.clock.now(), signal: ctx.signal });
  return [
    defineJob({
      name: 'secrets.rotate',
      summary: 'Wrap all sealed secrets under a new key.',
      on: rotationAsked,
      run: (ctx) => rotateKeys(keeper(ctx)),
    }),
    defineJob({
      name: 'secrets.move',
      summary: 'Move all secrets into the store that is set.',
      on: moveAsked,
      run: (ctx) => moveSecrets(keeper(ctx)),
    }),
  ];
}
