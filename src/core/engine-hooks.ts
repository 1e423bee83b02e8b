import type { EngineContact } from './engine-contacts.ts';
import type { Link } from './engine.ts';

/** A request as it came. */
export interface HookRequest {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** To the byte. */
  readonly body: Buffer;
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** A delivery that is the engine's own. */
export interface Hook {
  /** Tells repeats: the engine's id of the delivery, else undefined (then the body's SHA-256 stands for it). */
  readonly id: string | undefined;
  /** What it is about, e.g. `contact_created`; small, for lists and metrics. */
  readonly kind: string;
}

/** What an engine tells us by itself. */
export interface HookDefinition {
  /**
   * Whether it is the engine's own and fresh; undefined otherwise. `link.secrets.hook` is what both sides know. The
   * address holds a secret of the company's anyway, so an engine that signs nothing is believed by that alone.
   */
  readonly verify: (
    request: HookRequest,
    link: Pick<Link, 'secrets' | 'version'>,
    now: Date,
  ) => Hook | undefined;
  /** What it means for us; pure. Kinds that mean nothing give nothing. */
  readonly read: (kind: string, body: unknown) => readonly Told[];
}

/** What an engine may tell, in words that features know. */
export type Told =
  | ({ readonly what: 'contact' } & EngineContact)
  | {
      readonly what: 'event';
      /** Goes out as `engine.told` with this name, e.g. `message_created`; `data` is small and holds no secret. */
      readonly name: string;
      readonly id: string | null;
      readonly data: Readonly<Record<string, unknown>>;
    };
