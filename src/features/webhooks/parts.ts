import type { EventDefinition } from '#core/event.ts';
import { HttpError, type Poster } from '#platform/http.ts';
import { invalidField } from '#core/errors.ts';
import type { Sealer } from '#platform/seal.ts';

/** What the feature gets from the process that it runs in. */
export interface WebhookParts {
  readonly sealer: Sealer;
  readonly poster: Pick<Poster, 'vet'>;
  /** All events of the platform. */
  readonly events: readonly EventDefinition[];
}

/** @throws AppError invalid_input for an address that nothing would ever be sent to */
export async function vetUrl({ poster }: WebhookParts, url: string): Promise<void> {
  try {
    await poster.vet(url);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    throw invalidField('url', 'blocked', {
      en: 'must be an https address on the public internet, without a user or password',
      es: 'debe ser una dirección https de internet pública, sin usuario ni contraseña',
    });
  }
}
