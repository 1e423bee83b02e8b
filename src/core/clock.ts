/** Time and the ids made from it. One per process; tests and examples bring their own. */
export interface Clock {
  now(): Date;
  /** A UUID version 7 (RFC 9562): unguessable in its last 74 bits, ascending in its first 48. */
  id(): string;
}
