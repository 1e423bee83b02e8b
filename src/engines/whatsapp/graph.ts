import { MessageError } from '#core/messaging.ts';
import { HttpError, httpRequest, retryAfterMs, type HttpResponse } from '#platform/http.ts';
import { backOffSeconds, failureOf } from './errors.ts';

const DEFAULT_URL = 'https://graph.facebook.com';
const DEFAULT_VERSION = 'v24.0';
const HTTP_OK = 200;
const MS_PER_SECOND = 1_000;
const TRIES = { attempts: 2, totalMs: 12_000 };

type Answer = Readonly<Record<string, unknown>>;

export interface Graph {
  /** @throws MessageError */
  call(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
}

export function createGraph(settings: Readonly<Record<string, string | undefined>>): Graph {
  const base = (settings['WHATSAPP_API_URL'] ?? DEFAULT_URL).replace(/\/+$/, '');
  const version = settings['WHATSAPP_API_VERSION'] ?? DEFAULT_VERSION;
  return {
    async call(method, path, body) {
      const response = await httpRequest({
        method,
        url: `${base}/${version}/${path}`,
        headers: {
          authorization: `Bearer ${settings['WHATSAPP_TOKEN']}`,
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        retry: TRIES,
      }).catch((error: unknown) => {
        // A message may have been accepted although we heard nothing: its status tells, by our reference.
        if (error instanceof HttpError) throw new MessageError('transient');
        throw error;
      });
      const answer = parse(response);
      if (response.status !== HTTP_OK || !answer || 'error' in answer) throw refusal(response, answer);
      return answer;
    },
  };
}

function parse({ text }: HttpResponse): Answer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Answer) : undefined;
  } catch {
    return undefined;
  }
}

function refusal(response: HttpResponse, answer: Answer | undefined): MessageError {
  const error = answer?.['error'] as { code?: unknown; error_data?: { details?: unknown } } | undefined;
  const asked = retryAfterMs(response);
  const code = typeof error?.code === 'number' ? error.code : undefined;
  // A proxy's or a broken answer in the middle: theirs, whatever it says.
  if (code === undefined && response.status === HTTP_OK) return new MessageError('transient');
  const details = error?.error_data?.details;
  const failure = failureOf(code ?? -1, typeof details === 'string' ? details : '', response.status);
  return new MessageError(failure, {
    code,
    ...(asked !== undefined && { retryAfterSeconds: Math.ceil(asked / MS_PER_SECOND) }),
    ...(asked === undefined && failure === 'rate' && { retryAfterSeconds: backOffSeconds(code ?? -1) }),
  });
}
