import type { HttpError } from '#platform/http.ts';

/** Set by loopback interfaces: traffic to them doesn't leave the machine. */
export const isLoopback = (url: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(URL.parse(url)?.hostname ?? '');

/** Kinds where the request may have arrived although no answer came back. */
const UNCERTAIN = new Set(['timeout', 'too_large', 'other']);

/** What to say when there is no answer, and how to repeat the command safely. */
export function unreachable(error: HttpError, url: string, idempotencyKey: string | undefined): string[] {
  const repeat =
    idempotencyKey !== undefined && UNCERTAIN.has(error.kind)
      ? [
          `It may have been done all the same. Repeat the command with --idempotency-key ${idempotencyKey}: it is done once.`,
        ]
      : [];
  return [...reason(error, url), ...repeat];
}

function reason(error: HttpError, url: string): string[] {
  switch (error.kind) {
    case 'refused':
      return isLoopback(url)
        ? [`SmarterOS isn't running at ${url}: start it with ./smarteros up`]
        : [`Nothing answers at ${url}.`, 'Is SmarterOS running there? Look at --url or SMARTEROS_URL.'];
    case 'dns':
      return [`The host of ${url} isn't known.`, 'Look at --url or SMARTEROS_URL.'];
    case 'tls':
      return [
        `The connection to ${url} isn't trusted (${error.code}).`,
        'Look at the certificate, or at --url (http or https?).',
      ];
    case 'timeout':
      return [`${url} gave no answer in time.`, 'How it is doing: ./smarteros status'];
    case 'too_large':
      return [`The answer from ${url} is too large.`, 'Ask for less, e.g. with --limit.'];
    case 'aborted':
    case 'blocked':
    case 'other':
      return [
        `The connection to ${url} broke${error.code ? ` (${error.code})` : ''}.`,
        'How it is doing: ./smarteros status',
      ];
  }
}
