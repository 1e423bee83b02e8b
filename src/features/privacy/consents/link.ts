import { createHmac, timingSafeEqual } from 'node:crypto';

const UUID_BYTES = 16;
const MAC_BYTES = 16;
const TOKEN_BYTES = 2 * UUID_BYTES + MAC_BYTES;

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const macOf = (key: Buffer, body: Buffer): Buffer =>
  createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);

/** What a link to withdraw one consent holds: it opens nothing else, and doesn't expire, since the right doesn't either. */
export function linkToken(key: Buffer, tenantId: string, consentId: string): string {
  const body = Buffer.concat([bytesOf(tenantId), bytesOf(consentId)]);
  return Buffer.concat([body, macOf(key, body)]).toString('base64url');
}

/** Undefined for anything that isn't one of ours. */
export function openLinkToken(
  key: Buffer,
  token: string,
): { readonly tenantId: string; readonly consentId: string } | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== TOKEN_BYTES || bytes.toString('base64url') !== token) return undefined;
  const body = bytes.subarray(0, 2 * UUID_BYTES);
  if (!timingSafeEqual(bytes.subarray(2 * UUID_BYTES), macOf(key, body))) return undefined;
  return { tenantId: idOf(body.subarray(0, UUID_BYTES)), consentId: idOf(body.subarray(UUID_BYTES)) };
}
