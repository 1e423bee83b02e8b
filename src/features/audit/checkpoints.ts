import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { auditCheckpointed } from './events.ts';
import type { Checkpoint } from './schema.ts';
import { findHead, insertCheckpoint } from './store.ts';

/** Signs the end of the chain as it is now. @throws AppError not_found before the first row is sealed */
export function checkpointNow(ctx: Ctx, checkpoints: Checkpoints): Promise<Checkpoint> {
  return ctx.db.tx(async (tx) => {
    const [head] = await tx.run(findHead);
    if (!head) {
      throw new AppError('not_found', {
        detail: {
          en: 'Nothing is sealed yet; try again in a few seconds.',
          es: 'Aún no hay nada sellado; intente de nuevo en unos segundos.',
        },
      });
    }
    const at = ctx.clock.now();
    const token = await checkpoints.sign({ tenantId: ctx.tenant.id, ...head, at });
    const checkpoint = { id: ctx.clock.id(), ...head, at: at.toISOString(), token };
    await tx.run(insertCheckpoint(checkpoint));
    ctx.emit(auditCheckpointed, checkpoint);
    return checkpoint;
  });
}
