import { cleanWords } from './engine-words.ts';
import { AppError, type ErrorCode } from './errors.ts';

type EngineCode = Extract<ErrorCode, `engine_${string}`>;

/**
 * What a connector throws. `words` are the engine's own; the caller reads them cleaned, in the engine's language. The
 * cause is for the log: an engine's name of the error, never its trace.
 */
export function engineError(
  code: EngineCode,
  words?: unknown,
  more: { readonly cause?: unknown; readonly retryAfterSeconds?: number } = {},
): AppError {
  const clean = cleanWords(words);
  return new AppError(code, { ...(clean !== undefined && { detail: { en: clean, es: clean } }), ...more });
}
