import type { EngineContact } from './engine-contacts.ts';
import type { EngineCtx, Link } from './engine.ts';

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
  /**
   * Tells repeats: the engine's id of the delivery, where whoever saw one can't send it again under another; else
   * undefined, and the SHA-256 of kind and body stands for it.
   */
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
  /**
   * For messages that say no more than that something happened: gets what is really so, later and in the background.
   * What it answers takes the body's place in `read`.
   * @throws AppError engine_…; it is tried again
   */
  readonly fetch?: (ctx: EngineCtx, kind: string, body: unknown) => Promise<unknown>;
  /** What it means for us; pure. Kinds that mean nothing give nothing. */
  readonly read: (kind: string, body: unknown) => readonly Told[];
}

/** What an engine may tell, in words that features know. */
export type Told =
  | ({ readonly what: 'contact' } & EngineContact)
  | {
      readonly what: 'event';
      /** Goes out as `<engine>.told` with this name, e.g. `message_created`; `data` is small and holds no secret. */
      readonly name: string;
      readonly id: string | null;
      readonly data: Readonly<Record<string, unknown>>;
    };

/**
 * A system that only tells us things: a company makes an address for it (hooks.create) and enters it there. It has
 * neither instances nor operations.
 */
export interface SenderDefinition {
  /** As in its addresses, e.g. `shopify`. */
  readonly name: string;
  readonly title: string;
  /**
   * Where what both sides know comes from: `ours` is made here and entered there, `theirs` the other way round. Of a
   * sender that signs nothing it is what `fetch` shows.
   */
  readonly secret: 'ours' | 'theirs';
  /** Base address for `fetch`. */
  readonly api?: string;
  readonly hooks: HookDefinition;
}

export const defineSender = (definition: SenderDefinition): SenderDefinition => definition;
