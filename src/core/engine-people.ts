import type { Link, StepCtx } from './engine.ts';
import type { Role } from './roles.ts';

/** A member of a company, as engines are to know them. */
export interface Member {
  readonly ugid: string;
  readonly name: string;
  /** E.164. */
  readonly phone: string | null;
  /** Lower case; null when none is confirmed. */
  readonly email: string | null;
  /** What engines that insist on a mail address get: their own, or one at a domain of ours that receives nothing. */
  readonly login: string;
  /** The company's own roles come as `member`. */
  readonly role: Role;
  readonly language: 'es' | 'en';
}

/** Where a person can go with one click. */
export interface Launch {
  readonly url: string;
  /** ISO 8601; null: it doesn't expire. */
  readonly expiresAt: string | null;
  /** Null when the link logs in by itself; else why it doesn't, e.g. `no_user`, `login_needed`. */
  readonly reason: string | null;
}

/** Lets its holder in as the person who asked for it: once, within a minute, into this company's part of this instance. */
export interface Ticket {
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export interface LaunchCtx extends StepCtx {
  /** A new one; it is kept with the answer, and what isn't answered is worth nothing. */
  ticket(): Ticket;
}

/** Where somebody goes back to whose login began at the engine. Both come from outside. */
export interface Back {
  readonly uri: string;
  /** The engine's own; goes back as it came. */
  readonly state: string;
}

/** How people of a company come to, change in and leave an engine. */
export interface PeopleDefinition {
  /**
   * Makes the person there what they are to be. `known` is the id from before. Must find who is there already when
   * nobody kept the id: by UGID where the engine can carry it, else by `login`.
   * @returns their id in the engine; null when this role gets no user there
   */
  readonly put: (ctx: StepCtx, member: Member, known: string | null) => Promise<string | null>;
  /** They can't get in from now on; what they did there stays. Bears repeating, and an id that is gone. */
  readonly disable: (ctx: StepCtx, id: string) => Promise<void>;
  readonly launch?: (ctx: LaunchCtx, member: Member, id: string | null) => Promise<Launch>;
  /**
   * The same for a login that began at the engine, which leads nowhere but to `back`. Must refuse, by a reason, every
   * `back` that isn't this instance's own to the letter.
   */
  readonly enter?: (ctx: LaunchCtx, member: Member, id: string | null, back: Back) => Promise<Launch>;
  /** What beside the person decides how `put` leaves them: everybody is put anew once it is another. */
  readonly stamp?: (link: Link) => string | undefined;
}
