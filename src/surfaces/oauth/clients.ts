import type { AllClientMetadata, Configuration } from 'oidc-provider';

/** Gets a public document through the guarded door: no private address, no redirect, an end in time. */
export type FetchPublic = (url: string) => Promise<{ readonly status: number; readonly text: string }>;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export function isLoopback(redirectUri: string): boolean {
  const url = URL.parse(redirectUri);
  return url?.protocol === 'http:' && LOOPBACK.has(url.hostname);
}

/** Where an answer may be sent: an https page, or a program on the person's own machine. */
export function isAllowedRedirect(redirectUri: unknown): boolean {
  if (typeof redirectUri !== 'string') return false;
  const url = URL.parse(redirectUri);
  if (!url || url.username !== '' || url.password !== '' || redirectUri.includes('#')) return false;
  return isLoopback(redirectUri) || (url.protocol === 'https:' && url.hostname !== '');
}

/**
 * Programs on a person's machine listen on whatever port is free; only clients declared `native` may (RFC 8252 §7.3).
 * Most metadata documents leave the declaration out, so their redirect addresses decide.
 */
function withApplicationType(metadata: AllClientMetadata): AllClientMetadata {
  const { application_type: type, redirect_uris: uris } = metadata;
  if (type !== undefined || !Array.isArray(uris)) return metadata;
  const local = uris.some((uri) => typeof uri === 'string' && isLoopback(uri));
  return local ? { ...metadata, application_type: 'native' } : metadata;
}

/** The library's `fetch`: it asks for client id metadata documents and for nothing else. */
export function documentFetch(fetchPublic: FetchPublic): NonNullable<Configuration['fetch']> {
  return async (url) => {
    const { status, text } = await fetchPublic(url instanceof Request ? url.url : String(url));
    const document: unknown = status === 200 ? JSON.parse(text) : {};
    const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
    const body = JSON.stringify(isObject ? withApplicationType(document as AllClientMetadata) : document);
    return new Response(body, { status, headers: { 'content-type': 'application/json' } });
  };
}
