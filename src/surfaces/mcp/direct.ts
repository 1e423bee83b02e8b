import type { IncomingHttpHeaders } from 'node:http';
import { MODERN, type Era } from './revisions.ts';
import type { RequestId } from './rpc.ts';
import type { Sdk } from './sdk.ts';

/** A request that is in order, for a method of ours. */
export interface Direct {
  readonly method: 'tools/list' | 'tools/call';
  readonly era: Era;
  readonly id: RequestId;
  readonly params: unknown;
}

const BASE64_NAME = /^=\?base64\?([A-Za-z0-9+/]*={0,2})\?=$/;

/** Names that don't fit into a header travel as base64; undefined when that isn't well-formed. */
function decodeName(header: string | undefined): string | undefined {
  const encoded = header === undefined ? undefined : BASE64_NAME.exec(header)?.[1];
  if (encoded === undefined) return header;
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.toString('base64') === encoded ? bytes.toString() : undefined;
}

/** A header as the SDK reads it, so that what it would accept never passes us by. */
const text = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header.trim() : undefined;

/**
 * Recognises the two methods that make up our traffic. Their answers lie ready or come from the kernel as JSON, so the
 * SDK's server with its checks of results, four fifths of a call's CPU, has nothing to add. The SDK judges message and
 * `_meta` here as well; the headers are compared by us. Whatever isn't in order gives undefined and goes to the SDK,
 * which knows how to refuse it.
 */
export function readDirect(
  sdk: Pick<Sdk, 'classify' | 'legacyVersions'>,
  headers: IncomingHttpHeaders,
  body: unknown,
): Direct | undefined {
  const method = (body as { method?: unknown } | null)?.method;
  if (method !== 'tools/list' && method !== 'tools/call') return undefined;
  const version = text(headers['mcp-protocol-version']);
  const methodHeader = text(headers['mcp-method']);
  const route = sdk.classify({
    httpMethod: 'POST',
    body,
    ...(version !== undefined && { protocolVersionHeader: version }),
    ...(methodHeader !== undefined && { mcpMethodHeader: methodHeader }),
  });

  if (route.kind === 'modern' && route.messageKind === 'request') {
    const { id, params } = route.message;
    const served = route.classification.revision === MODERN && version === MODERN && methodHeader === method;
    const name = method === 'tools/call' ? (params as { name?: unknown }).name : undefined;
    const named = typeof name !== 'string' || decodeName(text(headers['mcp-name'])) === name;
    return served && named ? { method, era: 'modern', id, params } : undefined;
  }

  if (route.kind === 'legacy' && route.reason === 'no-claim') {
    const { id, params } = body as { id: RequestId; params?: unknown };
    const accept = headers.accept ?? '';
    const accepted = accept.includes('application/json') && accept.includes('text/event-stream');
    const served = version === undefined || sdk.legacyVersions.includes(version);
    return served && accepted ? { method, era: 'legacy', id, params } : undefined;
  }
  return undefined;
}
