import { AppError } from '#core/errors.ts';
import { HttpError, httpRequest, type HttpResponse } from '#platform/http.ts';

/** Service, batch and recovery tokens, as Vault since 1.10 and OpenBao (the short forms) write them. */
const PREFIXES = /^(?:hv[sbr]|[sbr])\./;
/** What a header can carry, and no more than Vault's longest batch tokens need. */
const FORM = /^[\w.~+/=-]{10,2048}$/;
const TIMEOUT_MS = 3_000;
const MS_PER_SECOND = 1000;
const RETRY_SECONDS = 5;

export interface VaultSettings {
  readonly address: string;
  readonly namespace?: string;
  /** PEM of the authority that signed Vault's certificate. */
  readonly ca?: string;
}

/** What Vault says of a token. */
export interface VaultToken {
  readonly accessor: string;
  readonly displayName: string;
  readonly policies: readonly string[];
  /** Milliseconds that it still lives; null for ever. */
  readonly ttlMs: number | null;
}

export const isVaultToken = (token: string): boolean => PREFIXES.test(token) && FORM.test(token);

const unavailable = (cause: unknown): AppError =>
  new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS, cause });

async function ask({ address, namespace, ca }: VaultSettings, token: string): Promise<HttpResponse> {
  try {
    return await httpRequest({
      method: 'GET',
      url: `${address}/v1/auth/token/lookup-self`,
      headers: {
        'x-vault-token': token,
        'x-vault-request': 'true',
        ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
      },
      timeoutMs: TIMEOUT_MS,
      ...(ca !== undefined && { ca }),
    });
  } catch (error) {
    if (error instanceof HttpError) throw unavailable(error);
    throw error;
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function read(text: string): VaultToken | undefined {
  try {
    const { data } = JSON.parse(text) as { data: Record<string, unknown> };
    const { accessor, display_name, policies, identity_policies, ttl, expire_time } = data;
    const more = identity_policies ?? [];
    if (typeof accessor !== 'string' || accessor === '' || !isTexts(policies) || !isTexts(more))
      return undefined;
    if (typeof ttl !== 'number' || !Number.isFinite(ttl) || ttl < 0) return undefined;
    return {
      accessor,
      displayName: typeof display_name === 'string' ? display_name : '',
      policies: [...policies, ...more],
      // Only a token without an end has a ttl of 0 and lives.
      ttlMs: ttl === 0 && expire_time === null ? null : ttl * MS_PER_SECOND,
    };
  } catch {
    return undefined;
  }
}

/**
 * Asks Vault about a token, by that token. Null when Vault doesn't know it.
 * @throws AppError unavailable when Vault is sealed, away, busy or answers anything else than yes or no
 */
export async function lookupSelf(settings: VaultSettings, token: string): Promise<VaultToken | null> {
  const { status, text } = await ask(settings, token);
  if (status === 403 || status === 400) return null;
  const found = status === 200 ? read(text) : undefined;
  if (!found) throw unavailable(new Error(`Vault answered ${status} to lookup-self`));
  return found;
}
