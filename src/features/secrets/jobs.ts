import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { moveAsked, rotationAsked } from './events.ts';
import { clearVault, moveSecrets, rotateKeys, type Keeper } from './keeper.ts';
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
    defineJob({
      name: 'secrets.clear_vault',
      summary: 'Take out of Vault what is gone here.',
      every: '*/5 * * * *',
      realm: 'operator',
      run: async (ctx) => {
        try {
          await clearVault(keeper(ctx));
        } catch (error) {
          // Nothing is lost by waiting: the next turn is near.
          if (!(error instanceof AppError)) throw error;
          ctx.log.warn({ err: error }, 'Vault keeps what is gone here');
        }
      },
    }),
  ];
}
