import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every app speaks it: SHA-1, 6 digits, 30 s. */
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** Steps before and after the present one: clocks of phones go wrong by seconds. */
const WINDOW = 1;
const ISSUER = 'SmarterOS';

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** Base32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The `otpauth:` address that apps read from a QR code. `label` is what the app shows. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** Number of the time step that the code belongs to; null when it belongs to none nearby. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, window: WINDOW, timestamp: now.getTime() });
  return delta === null ? null : Math.floor(now.getTime() / (PERIOD_SECONDS * 1000)) + delta;
}
