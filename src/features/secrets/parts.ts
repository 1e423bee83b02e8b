import type { Pool } from '#platform/db/pool.ts';
import type { SecretStores } from '#platform/engines/secrets.ts';

/** What the feature gets from the process that it runs in. */
export interface SecretParts {
  /** The embedded store's keys, as `$home/secrets.key`. */
  readonly keysFile: string;
  readonly stores: SecretStores;
  readonly pools: {
    /** In each company, whose rows it changes. */
    readonly app: Pool;
    /** Sees whose secrets wait, and nothing of them. */
    readonly relay: Pool;
    /** Gives up keys. */
    readonly operator: Pool;
  };
}
