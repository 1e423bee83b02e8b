import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#core/errors.ts';
import type { Knock } from '#kernel/types.ts';
import { languageOf } from './problems.ts';

/** As long as a session lives, so that the browser forgets it no sooner. */
const COOKIE_SECONDS = 30 * 24 * 3600;
export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token of `Authorization: Bearer …`. */
export function bearer(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? '';
}

/** What of a request decides whether its cookie counts; a proxy asks in another's name. */
export type Asked = Pick<FastifyRequest, 'headers' | 'method' | 'protocol' | 'host'>;

/** How browsers carry their session: which cookie, and from which pages it counts. */
export interface Cookies {
  readonly name: string;
  /** @throws AppError origin_not_allowed when another site's page may have sent the request */
  read(request: Asked): string | undefined;
  /** Null ends the session in the browser. */
  write(reply: FastifyReply, token: string | null): void;
}

/** Every value that the request has for a cookie. */
export const cookieValues = ({ headers }: Pick<FastifyRequest, 'headers'>, name: string): string[] =>
  (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('=', 2) as [string, string?])
    .filter(([key]) => key === name)
    .map(([, value = '']) => value);

/** `__Host-`: the browser takes the cookie from this very host only, over TLS, for all of its paths. */
export function createCookies(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:');
  const own = new URL(publicUrl).origin;
  const name = secure ? '__Host-smarteros_session' : 'smarteros_session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

  /** Browsers say where a request comes from; one that changes something has to come from our own pages. */
  function refuseForeign({ headers, method, protocol, host }: Asked): void {
    if (SAFE_METHODS.has(method)) return;
    const site = headers['sec-fetch-site'];
    const { origin } = headers;
    const ours = origin !== undefined && (origin === own || origin === `${protocol}://${host}`);
    if (site === undefined ? ours : site === 'same-origin' || (site === 'none' && ours)) return;
    throw new AppError('origin_not_allowed');
  }

  return {
    name,
    read(request) {
      const found = cookieValues(request, name);
      if (found.length === 0) return undefined;
      refuseForeign(request);
      // Twice the same name is somebody's attempt to slip theirs in before ours.
      return found.length === 1 ? found[0]! : '';
    },
    write(reply, token) {
      const age = token === null ? 0 : COOKIE_SECONDS;
      reply.header('set-cookie', `${name}=${token ?? ''}; Max-Age=${age}; ${attributes}`);
    },
  };
}

/** What a request says of its caller. Without `cookies` only the Authorization header counts. */
export function knockOf(request: FastifyRequest, cookies?: Cookies): Knock & { byCookie: boolean } {
  const tenant = request.headers['x-smarteros-tenant'];
  const header = bearer(request);
  return {
    ip: request.ip,
    token: header ?? cookies?.read(request),
    byCookie: header === undefined,
    tenant: typeof tenant === 'string' ? tenant : undefined,
    agent: request.headers['user-agent'],
    language: languageOf(request.headers['accept-language']),
  };
}
