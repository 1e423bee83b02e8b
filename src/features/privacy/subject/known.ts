import type { Ctx } from '#core/context.ts';
import { invalidField } from '#core/errors.ts';
import type { Run } from '#core/personal-data.ts';
import { PLATFORM } from '#core/platform.ts';
import { contactExists, isMember } from './store.ts';

/**
 * Whoever a register names must be there: nobody else's contacts, and no typing errors in what is kept for years. The
 * operator's own register is told nothing of contacts or members, so there it isn't asked.
 * @throws AppError invalid_input
 */
export async function requireKnown(
  ctx: Ctx,
  run: Run,
  { contactId, personId }: { contactId?: string | undefined; personId?: string | undefined },
): Promise<void> {
  if (ctx.tenant.id === PLATFORM.id) return;
  if (contactId !== undefined && (await run(contactExists(contactId))).length === 0)
    throw invalidField('contactId', 'unknown', {
      en: 'is no contact of this company',
      es: 'no es un contacto de esta empresa',
    });
  if (personId !== undefined && (await run(isMember(personId))).length === 0)
    throw invalidField('personId', 'unknown', {
      en: 'is nobody of this company',
      es: 'no es nadie de esta empresa',
    });
}
