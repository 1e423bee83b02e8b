/** Lines, or contacts, per transaction. */
export const BATCH = 100;
/** A turn's length: then other jobs of the queue come first. */
export const TURN_MS = 10_000;
/** Of the time that a batch takes, how much the machine is left to others after it. */
export const REST = 2;
