import type { AppError } from './errors.ts';

/**
 * An answer that also opens a browser's session, or ends it (null). Surfaces without cookies pass it over; the token
 * stands in no answer, log or stored reply.
 */
export class SessionReply<T> {
  readonly answer: T;
  readonly token: string | null;
  constructor(answer: T, token: string | null) {
    this.answer = answer;
    this.token = token;
  }
}

/** A transaction's answer together with whom it concerns, where the answer itself doesn't say. */
export class Concerning<T> {
  readonly answer: T;
  /** Of the audit row: id of the person or thing acted on. */
  readonly target: string;
  readonly tenants: readonly string[];
  constructor(answer: T, target: string, tenants: readonly string[]) {
    this.answer = answer;
    this.target = target;
    this.tenants = tenants;
  }
}

/**
 * What a transaction returns to be committed and refused all the same: a wrong guess must be counted, and stand in the
 * audit, although its caller gets an error.
 */
export class Refused {
  readonly error: AppError;
  /** The action in the audit, e.g. `login.failed`. */
  readonly audit: string;
  readonly target: string | null;
  /** Further tenants whose people should see it. */
  readonly concerns: readonly string[];
  constructor(
    error: AppError,
    audit: string,
    target: string | null = null,
    concerns: readonly string[] = [],
  ) {
    this.error = error;
    this.audit = audit;
    this.target = target;
    this.concerns = concerns;
  }
}
