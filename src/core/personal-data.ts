import type { Statement } from './db.ts';

/** Words for people, as they stand in registers and policies. */
export interface Text {
  readonly es: string;
  readonly en: string;
}

/** What makes a processing lawful (Ley 19.628, arts. 12 and 13). */
export const BASES = [
  'consent',
  'contract',
  'legal_duty',
  'legitimate_interest',
  'economic_debt',
  'legal_defence',
] as const;
type Basis = (typeof BASES)[number];

/** Kinds of data that the law tells apart; the last three make a breach known to each person concerned. */
export const DATA_CLASSES = [
  'identification',
  'contact',
  'credentials',
  'location',
  'other',
  'economic',
  'minors',
  'sensitive',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** Grounds on which a request can be refused or data kept. */
export const GROUNDS = [
  'legal_duty',
  'legal_defence',
  'contract_in_force',
  'expression_and_information',
  'public_interest',
  'research_or_statistics',
  'identity_not_proved',
  'not_applicable',
] as const;
export type Ground = (typeof GROUNDS)[number];

/** Runs a statement inside the transaction of the act. */
export type Run = <Row>(statement: Statement<Row>) => Promise<Row[]>;

/** A row whose time is over. `subject` is the contact it is about, if any: a hold may cover it. */
interface DueRow {
  readonly id: string;
  readonly subject: string | null;
}

/**
 * What a feature keeps about people: for requests of people (access, erasure …), the register of processing and
 * retention. Whoever has a table with personal data declares it; test/privacy/declared.test.ts misses none.
 */
export interface PersonalData {
  /** Name of the activity and of its class of data in rules and holds, e.g. `contacts`. */
  readonly name: string;
  /** Whom it is about: contacts of a company unless said otherwise. */
  readonly about?: 'people';
  /** Where it stands. */
  readonly tables: readonly string[];
  readonly title: Text;
  readonly purposes: Text;
  readonly basis: Basis;
  readonly classes: readonly DataClass[];
  readonly recipients: Text;
  /** Which other countries it goes to and on what ground; null: none. */
  readonly abroad: Text | null;
  readonly security: Text;
  readonly retention: {
    /** Days after the last use; null: until somebody deletes it. */
    readonly days: number | null;
    /** What the law allows at the least. */
    readonly minimumDays?: number;
    readonly why: Text;
  };
  /** All of it about one contact (or person, by UGID), one record a row. */
  readonly export: (subject: string) => Statement<{ data: unknown }>;
  /** Makes it unrecognisable; answers how many rows that concerned. Without it the data is kept, by `keeps`. */
  readonly erase?: (run: Run, subject: string, now: Date) => Promise<number>;
  readonly keeps?: { readonly ground: Ground; readonly why: Text };
  /** @throws AppError invalid_input for a patch that can't be applied */
  readonly rectify?: (
    run: Run,
    subject: string,
    patch: Readonly<Record<string, unknown>>,
    at: { readonly country: string; readonly now: Date },
  ) => Promise<number>;
  /** Stops every use, or (null) allows it again. */
  readonly block?: (subject: string, at: Date | null) => Statement<{ n: number }>;
  /**
   * Two contacts became one: what was about `from` is now about `to`. `only` limits it to those ids, for taking it back.
   * Answers the ids. Without it the data stays where it is.
   */
  readonly move?: (from: string, to: string, only: readonly string[] | null) => Statement<{ id: string }>;
  /** How retention finds and deletes what was last used before a moment; in the order of ids, after one of them. */
  readonly expire?: {
    readonly due: (before: Date, after: string | null, limit: number) => Statement<DueRow>;
    readonly drop: (ids: readonly string[]) => Statement<{ n: number }>;
  };
}

export const definePersonalData = (data: PersonalData): PersonalData => data;

/** Código Tributario, art. 200: six years in days, leap days included. */
export const TAX_DAYS = 2_192;
