import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type Agent, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './address.ts';
import { HttpError, readText, type Exchange, type HttpRequest } from './message.ts';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

type Found = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;
export type Resolve = (host: string, found: Found) => void;

/** What a test replaces to play the resolver and the network. */
export interface Outside {
  /** Finds all addresses of a host. */
  readonly resolve?: Resolve;
  /** How connections are opened; it must use the `lookup` that it is given, as node's own does. */
  readonly agent?: Agent;
}

/** Says which rule was broken, and never the address: who asks mustn't learn what a name resolves to in here. */
const refuse = (target: string, why: string) => new HttpError('blocked', `${target}: ${why}`);

/** What can be said before any name is resolved. @throws HttpError blocked */
export function checkUrl(
  request: Pick<HttpRequest, 'url' | 'httpsOnly' | 'ports'>,
  url: URL,
  target: string,
): void {
  const { httpsOnly = false, ports } = request;
  if (url.protocol !== 'https:' && (httpsOnly || url.protocol !== 'http:')) {
    throw refuse(target, httpsOnly ? 'only https is allowed' : 'only http and https are allowed');
  }
  if (url.username || url.password) throw refuse(target, 'an address with a user or password is not allowed');
  const port = Number(url.port || DEFAULT_PORTS[url.protocol]);
  if (port === 0 || (ports && !ports.includes(port))) throw refuse(target, 'this port is not allowed');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0) return;
  // URL turns 2130706433, 0x7f.1, 0177.1 and ①27.0.0.1 into 127.0.0.1; nobody honest writes a host like that.
  if (!request.url.toLowerCase().startsWith(`${url.protocol}//${url.host}`)) {
    throw refuse(target, 'the host is written in an unusual way');
  }
  if (!isPublicAddress(host)) throw refuse(target, 'the host is not on the public internet');
}

export const resolveBySystem: Resolve = (host, found) => systemLookup(host, { all: true }, found);

/**
 * The lookup of the very connection: what it gives back is what is dialled, so no second answer of a name server can
 * swap the address after the check. One bad address among good ones spoils the name.
 */
export const publicLookup =
  (target: string, resolve: Resolve): LookupFunction =>
  (host, options, callback) =>
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) callback(error, '', 0);
      else if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        callback(refuse(target, 'the host is not on the public internet'), '', 0);
      } else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });

/** A way out for addresses from strangers: checked, pinned, without proxy, pool or redirect. */
export function createGuard({ resolve = resolveBySystem, agent }: Outside = {}): Exchange {
  return async (one) => {
    const { request, url, target, signal } = one;
    checkUrl(request, url, target);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const options: RequestOptions = {
      method: request.method,
      headers: { ...request.headers },
      // An agent of its own: a kept connection or a proxy from the environment would bypass the lookup.
      agent: agent ?? false,
      lookup: publicLookup(target, resolve),
      signal,
    };
    const response = await new Promise<IncomingMessage>((done, fail) => {
      send(url, options, done).on('error', fail).end(request.body);
    });
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    );
    try {
      return { status: response.statusCode!, headers, text: await readText(one, headers, response) };
    } finally {
      response.destroy();
    }
  };
}
