/** What features and messaging engines tell each other about messages to people. */

/** Why a message didn't or won't arrive: one reaction each (docs/messages.md). */
export const MESSAGE_FAILURES = [
  /** The engine's credential is dead: the operator issues a new one. */
  'token',
  /** The credential may not do that. */
  'permission',
  /** Too fast or too much: back off. */
  'rate',
  /** We said something wrong. */
  'parameters',
  /** Theirs, for the moment: try again. */
  'transient',
  /** This person can't be reached this way: take another channel. */
  'undeliverable',
  /** Sender and receiver are the same number. */
  'same_number',
  /** The sender's account is locked or restricted. */
  'locked',
  /** The sender's account can't pay. */
  'billing',
  /** The person wrote too long ago for free text: send a template. */
  'window_closed',
  /** The provider chose not to deliver it. */
  'withheld',
  /** This kind of message or medium isn't supported. */
  'unsupported',
  /** The template is missing, paused, disabled, or doesn't fit its parameters. */
  'template',
  /** The sender's number isn't registered with the provider. */
  'not_registered',
  /** There is no engine to send it with. */
  'not_configured',
  'unknown',
] as const;
export type MessageFailure = (typeof MESSAGE_FAILURES)[number];

/** Failures that the same call may not meet again. */
export const isPassing = (failure: MessageFailure): boolean => failure === 'rate' || failure === 'transient';

/** Failures that stop every message of an engine until its operator does something. */
export const needsOperator = (failure: MessageFailure): boolean =>
  ['token', 'permission', 'locked', 'billing', 'not_registered', 'template'].includes(failure);

/** A message that wasn't accepted. Its words name neither people nor content, so that it may be logged. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  readonly failure: MessageFailure;
  /** The provider's own number for it. */
  readonly code: number | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    failure: MessageFailure,
    detail: { readonly code?: number | undefined; readonly retryAfterSeconds?: number | undefined } = {},
  ) {
    super(`message not accepted: ${failure}${detail.code === undefined ? '' : ` (${detail.code})`}`);
    this.failure = failure;
    this.code = detail.code;
    this.retryAfterSeconds = detail.retryAfterSeconds;
  }
}

/** How an engine's credential fares. */
export interface TokenHealth {
  readonly valid: boolean;
  /** Null for one that doesn't expire. */
  readonly expiresAt: Date | null;
  /** Rights that it should have and hasn't. */
  readonly missing: readonly string[];
}

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** A message that somebody sent us. */
export interface InboundMessage {
  /** The provider's id, the same over all repeats. */
  readonly id: string;
  /** E.164. */
  readonly from: string;
  readonly at: Date;
  /** `text`, `image`, `button` … as the provider names it. */
  readonly kind: string;
  /** Text, caption or label of the button; null when there are no words. */
  readonly text: string | null;
}

/** What became of a message of ours. Comes repeatedly and in any order. */
export interface StatusUpdate {
  /** The provider's id. */
  readonly id: string;
  readonly status: DeliveryStatus;
  readonly at: Date;
  /** What we gave along when we sent it. */
  readonly reference: string | null;
  readonly failure: MessageFailure | null;
  readonly code: number | null;
}

/** One call of a provider's webhook. */
export interface Notice {
  readonly messages: readonly InboundMessage[];
  readonly statuses: readonly StatusUpdate[];
  /** Troubles of the account as a whole. */
  readonly failures: readonly { readonly failure: MessageFailure; readonly code: number }[];
}
