import { FIELDS, printsOf, type Field, type Read, type Values } from './fields.ts';

/** What both sides were at when they last agreed, as fingerprints. */
export interface Agreed {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

export interface Merged {
  /** What ours is to be. */
  readonly values: Values;
  /** Fields that the engine changed here. */
  readonly taken: readonly Field[];
  /** Fields that changed on both sides: ours stays, and goes there. */
  readonly conflicts: readonly Field[];
  /** Fingerprints of ours that the engine stands for; where they aren't ours, ours is to be sent. */
  readonly ours: readonly string[];
}

/** No fingerprint: what is to be sent in any case. */
const UNSENT = '?';
export const ALL_UNSENT: readonly string[] = FIELDS.map(() => UNSENT);

/**
 * Field by field. What changed there alone is taken over, what changed here alone stays (and is sent), what changed on
 * both sides stays as it is here. At a first meeting each side gives what the other lacks, and ours stands where they
 * differ. What an engine has no place for looks empty there all along, so it never empties anything here.
 */
export function merge(ours: Values, theirs: Read, agreed: Agreed | undefined): Merged {
  const values = { ...ours };
  const taken: Field[] = [];
  const conflicts: Field[] = [];
  const here = printsOf(ours);
  const prints = FIELDS.map((field, i) => {
    const there = theirs.prints[i]!;
    const value = theirs.values[field];
    const take = (): string => {
      values[field] = value;
      taken.push(field);
      return there;
    };
    if (there === here[i]) return there;
    if (!agreed) {
      if (theirs.bad.has(field)) return here[i]!;
      return ours[field] === null ? take() : UNSENT;
    }
    if (there === agreed.theirs[i] || theirs.bad.has(field)) return agreed.ours[i]!;
    // Nobody is without a name here.
    if (field === 'name' && value === null) return agreed.ours[i]!;
    if (here[i] === agreed.ours[i]) return take();
    conflicts.push(field);
    return UNSENT;
  });
  return { values, taken, conflicts, ours: prints };
}
