import type { Scope } from './actor.ts';
import type { Statement } from './db.ts';

/** Whom a timeline is about: the contact and those that became part of it. */
interface TimelineSubject {
  readonly ids: readonly string[];
  /** E.164. */
  readonly phone: string | null;
}

export interface TimelineEntry {
  /** ISO time. */
  readonly at: string;
  /** UUID; unique within its source. */
  readonly id: string;
  /** `<noun>.<past participle>`, as events are named. */
  readonly kind: string;
  readonly data: unknown;
}

/** What a feature adds to the timeline of a contact; newest first, before a place, by an index. */
export interface TimelineSource {
  readonly name: string;
  /** Whoever lacks it doesn't see these entries. */
  readonly scope: Scope;
  readonly entries: (
    subject: TimelineSubject,
    before: { readonly at: string; readonly id: string } | null,
    limit: number,
  ) => Statement<TimelineEntry>;
}

export const defineTimeline = (source: TimelineSource): TimelineSource => source;
