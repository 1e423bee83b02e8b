import type { MessageFailure } from '#core/messaging.ts';

/** developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const FAILURES: Readonly<Partial<Record<MessageFailure, readonly number[]>>> = {
  token: [0, 190],
  permission: [3, 10, 131005, 131037],
  rate: [4, 80007, 130429, 131048, 131056, 133016],
  parameters: [100, 131008, 131009],
  transient: [1, 2, 131000, 131016, 131057, 133004],
  same_number: [131021],
  undeliverable: [131026, 131030],
  locked: [368, 131031],
  billing: [131042],
  window_closed: [131047],
  withheld: [130472, 131049],
  unsupported: [131051, 131052, 131053],
  template: [132000, 132001, 132005, 132007, 132012, 132015, 132016],
  not_registered: [33, 131045, 133010],
};
const BY_CODE = new Map(
  Object.entries(FAILURES).flatMap(([failure, codes]) =>
    codes.map((code) => [code, failure as MessageFailure]),
  ),
);
const PERMISSION_FROM = 200;
const PERMISSION_TO = 299;

const HTTP_UNAUTHORISED = 401;
const HTTP_FORBIDDEN = 403;
const HTTP_TOO_MANY = 429;
const HTTP_SERVER_ERROR = 500;

/** A number that can’t exist is refused as a parameter; only the details say whose it is. */
const BAD_RECIPIENT = /\brecipient\b.*\b(?:not|invalid)\b|\binvalid\b.*\brecipient\b/i;

/**
 * By code and `error_data.details` alone: Meta may reword titles at any time. A code that we don't know yet is judged
 * by the HTTP status that came with it.
 */
export function failureOf(code: number, details: string, status?: number): MessageFailure {
  const known = BY_CODE.get(code);
  if (known === 'parameters' && BAD_RECIPIENT.test(details)) return 'undeliverable';
  if (known) return known;
  if (code >= PERMISSION_FROM && code <= PERMISSION_TO) return 'permission';
  if (status === HTTP_UNAUTHORISED) return 'token';
  if (status === HTTP_FORBIDDEN) return 'permission';
  if (status === HTTP_TOO_MANY) return 'rate';
  return status !== undefined && status >= HTTP_SERVER_ERROR ? 'transient' : 'unknown';
}

/** How long to leave it, in seconds, where Meta names no time itself. */
const BACK_OFF: Readonly<Record<number, number>> = {
  // One message to the same number every six seconds.
  131056: 6,
  // 80 messages a second, for all.
  130429: 2,
  // Hourly budgets of calls.
  4: 300,
  80007: 300,
  // Too many people blocked us: speed only makes it worse.
  131048: 3600,
};
const BACK_OFF_SECONDS = 30;

export const backOffSeconds = (code: number): number => BACK_OFF[code] ?? BACK_OFF_SECONDS;
