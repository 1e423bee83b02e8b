import { AppError } from '#core/errors.ts';
import { CODE_SECONDS, RESEND_SECONDS } from '#features/identity/codes.ts';
import {
  BREAKER,
  FREE_PART_OF_DAY,
  NETWORK_SENDS,
  NUMBER_SENDS,
  RANGE_DIGITS,
  RANGE_SENDS,
  TENANT_SENDS_PER_DAY,
  TIERS,
} from './budget.ts';
import type { Count, NumberState } from './store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
export const hoursBefore = (now: Date, hours: number): Date => new Date(now.getTime() - hours * HOUR_MS);

/** Names of counters. Networks and ranges are dropped after two days (otp/jobs.ts). */
export const COUNTERS = {
  sent: 'otp sent',
  sentTo: (country: string) => `otp sent ${country}`,
  verifiedIn: (country: string) => `otp verified ${country}`,
  sentFrom: (network: string) => `otp sent from ${network}`,
  sentInRange: (phone: string) => `otp sent in ${phone.slice(0, -RANGE_DIGITS)}`,
  sentFor: (tenantId: string) => `otp sent for ${tenantId}`,
  failed: (digits: number) => `otp failed ${digits}`,
  failedFrom: (network: string) => `otp failed from ${network}`,
} as const;

export const failedNames: readonly string[] = TIERS.map(({ digits }) => COUNTERS.failed(digits));

/** What a code is about to be counted as. */
export interface Sending {
  readonly phone: string;
  readonly country: string;
  readonly network: string;
  readonly tenantId: string | undefined;
}

export const namesOf = ({ phone, country, network, tenantId }: Sending): string[] => [
  COUNTERS.sent,
  COUNTERS.sentTo(country),
  COUNTERS.sentFrom(network),
  COUNTERS.sentInRange(phone),
  ...(tenantId === undefined ? [] : [COUNTERS.sentFor(tenantId)]),
];

const NOTHING = { hour: 0, day: 0 };

/** Looks counts up by name. */
export function tally(rows: readonly Count[]): (name: string) => { hour: number; day: number } {
  const byName = new Map(rows.map((row) => [row.name, row]));
  return (name) => byName.get(name) ?? NOTHING;
}

/** Whether a code takes a proof of work, by what was sent before it. */
export function isHasty(sending: Sending, of: ReturnType<typeof tally>, dailySends: number): boolean {
  const sent = of(COUNTERS.sentTo(sending.country)).day;
  const verified = of(COUNTERS.verifiedIn(sending.country)).day;
  return (
    of(COUNTERS.sent).day >= dailySends * FREE_PART_OF_DAY ||
    of(COUNTERS.sentFrom(sending.network)).hour >= NETWORK_SENDS.free ||
    of(COUNTERS.sentInRange(sending.phone)).hour >= RANGE_SENDS.free ||
    (sent >= BREAKER.sent && verified < sent * BREAKER.verified)
  );
}

/** Whether a code goes beyond a bound; `more` is 1 before it was counted. */
export const isTooMuch = (
  { phone, network, tenantId }: Sending,
  of: ReturnType<typeof tally>,
  dailySends: number,
  more: 0 | 1,
): boolean =>
  of(COUNTERS.sent).day + more > dailySends ||
  of(COUNTERS.sentFrom(network)).hour + more > NETWORK_SENDS.most ||
  of(COUNTERS.sentInRange(phone)).hour + more > RANGE_SENDS.most ||
  (tenantId !== undefined && of(COUNTERS.sentFor(tenantId)).day + more > TENANT_SENDS_PER_DAY);

export const tooMuch = (secondsLeft: number): AppError =>
  new AppError('rate_limited', {
    detail: {
      en: `Too many codes are being asked for. Try again in ${secondsLeft} s.`,
      es: `Se están pidiendo demasiados códigos. Intente de nuevo en ${secondsLeft} s.`,
    },
    retryAfterSeconds: secondsLeft,
  });

/** Seconds until the number may be sent another code; 0 when it may now. */
export function waitOf(state: NumberState, now: Date): number {
  const until = (at: string | null, ms: number): number =>
    at === null ? 0 : Math.ceil((Date.parse(at) + ms - now.getTime()) / 1000);
  return Math.max(
    0,
    until(state.last_at, RESEND_SECONDS * 1000),
    state.hour >= NUMBER_SENDS.hour ? until(state.hour_at, HOUR_MS) : 0,
    state.day >= NUMBER_SENDS.day ? until(state.day_at, DAY_MS) : 0,
  );
}

export const notYet = (seconds: number): AppError =>
  new AppError('rate_limited', {
    detail: {
      en: `A code was sent to this number. Another one can be asked for in ${seconds} s.`,
      es: `Ya se envió un código a este número. Podrá pedir otro en ${seconds} s.`,
    },
    retryAfterSeconds: seconds,
  });

/** How long a code works. */
export const expiryOf = (now: Date): Date => new Date(now.getTime() + CODE_SECONDS * 1000);
