import type { EngineCtx } from './engine.ts';

/** A contact as it goes to engines. */
export interface SyncedContact {
  /** Our id, a UUID; the engine carries it where it has a place for it. */
  readonly id: string;
  readonly name: string;
  /** Lower case. */
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  /** Canonical. */
  readonly taxId: string | null;
}

/** A contact as an engine has it. */
export interface EngineContact {
  /** Id in the engine. */
  readonly id: string;
  readonly gone: boolean;
  readonly name: string | null;
  /** As the engine has them. */
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxId: string | null;
  /** Our id, where the engine carries it. */
  readonly ours: string | null;
}

/** How a company's contacts are kept the same in an engine. */
export interface ContactsDefinition {
  /**
   * Makes the contact there what it is here: name, mail, phone and tax id, nothing else. `known` is the id from before.
   * Must find who is there already when nobody kept the id: by our id, else by phone, else by mail.
   * @returns the contact as the engine has it now, as `changes` would give it; null when the engine can't take this one
   */
  readonly put: (
    ctx: EngineCtx,
    contact: SyncedContact,
    known: string | null,
  ) => Promise<EngineContact | null>;
  /**
   * How it is there now; null when it is gone. Hooks come late, twice and in any order, so that with this a hook only
   * says where to look; without it, what it says is believed until the next look at `changes`.
   */
  readonly get?: (ctx: EngineCtx, id: string) => Promise<EngineContact | null>;
  /** Puts it away there; bears repeating, and an id that is gone. */
  readonly remove: (ctx: EngineCtx, id: string) => Promise<void>;
  /**
   * What changed there since `cursor` (null: what is there at all), oldest first, a page at a time: hooks get lost, and
   * not every engine has any.
   * @returns `cursor` for the next look; `more` when there is another page now
   */
  readonly changes: (
    ctx: EngineCtx,
    cursor: string | null,
  ) => Promise<{
    readonly contacts: readonly EngineContact[];
    readonly cursor: string;
    readonly more: boolean;
  }>;
}
