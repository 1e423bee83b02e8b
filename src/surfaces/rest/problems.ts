import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, ERRORS, toAppError, toProblem, type Language } from '#core/errors.ts';

/** Spanish when the caller asks for it before English; English otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = acceptLanguage
    ?.split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => tag === 'es' || tag === 'en');
  return first === 'es' ? 'es' : 'en';
}

/** Answers with an RFC 9457 problem document. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const { headers, retryAfterSeconds } = error.options;
  if (headers) reply.headers(headers);
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(ERRORS[error.code].status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(toProblem(error, language, request.id)));
}

const CLIENT_ERRORS: Readonly<
  Record<
    number,
    'malformed_request' | 'payload_too_large' | 'unsupported_media_type' | 'not_found' | 'method_not_allowed'
  >
> = {
  400: 'malformed_request',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  414: 'malformed_request',
  415: 'unsupported_media_type',
  431: 'malformed_request',
};

/** Fastify's own refusals (bad JSON, too large …) in our words; anything else is ours to be ashamed of. */
export function toHttpError(error: unknown): AppError {
  const status = (error as { statusCode?: unknown }).statusCode;
  const code = typeof status === 'number' ? CLIENT_ERRORS[status] : undefined;
  if (error instanceof AppError || code === undefined) return toAppError(error);
  const why = (error as Error).message;
  return code === 'malformed_request'
    ? new AppError(code, { detail: { en: why, es: why }, cause: error })
    : new AppError(code, { cause: error });
}
