import { ERRORS } from '#core/errors.ts';
import type { Malformed } from './requests.ts';

export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly milliseconds: number;
}

export const SLOW_MS = 1_000;
/** An answer that echoes more than that makes a small request pay off for a flood. */
const LONG = 4_096;
/** Of stacks, SQL, files and libraries; nothing of it stands in the requests. */
export const INSIDES =
  /\n {4}at |node_modules|file:\/\/|\.ts\b|\/home\/|\/tmp\/|\/work\/|syntax error|invalid input syntax|SQLSTATE|\bpg_|smarteros_(?:app|owner|operator)|\bcore\.(?:enter|contacts|tenants)\b|FST_ERR|ERR_[A-Z]+_|TypeError|RangeError|ajv|fastify|zod/i;

const isText = (value: unknown): boolean => typeof value === 'string' && value.length > 0;

/** What is wrong with an answer; nothing for a good refusal. */
export function complaints(request: Malformed, { status, headers, text, milliseconds }: Response): string[] {
  const found: string[] = [];
  if (status >= 500) found.push(`answered ${status}`);
  if (status < 400 && request.mustFail) found.push(`was accepted with ${status}`);
  if (milliseconds > SLOW_MS) found.push(`took ${Math.round(milliseconds)} ms`);
  if (!isText(headers['x-request-id'])) found.push('has no request id');
  if (status < 400) return found;
  if (INSIDES.test(text)) found.push(`shows its insides: ${INSIDES.exec(text)![0]}`);
  if (text.length > LONG) found.push(`is ${text.length} characters long`);
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
    found.push(`is ${String(headers['content-type'])}`);
  try {
    found.push(...problemComplaints(JSON.parse(text) as Record<string, unknown>, status));
  } catch {
    found.push('is no JSON');
  }
  return found;
}

export function problemComplaints(problem: Record<string, unknown>, status: number): string[] {
  const { type, title, code, errors } = problem;
  const found: string[] = [];
  if (typeof code !== 'string' || !(code in ERRORS)) return [`has the code ${String(code)}`];
  if (type !== `urn:smarteros:error:${code}` || !isText(title) || problem['status'] !== status)
    found.push('is no whole problem document');
  if (code !== 'invalid_input') return found;
  const named =
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((one) => isText(one.field) && isText(one.code) && isText(one.message));
  if (!named) found.push('names no field and what was expected there');
  return found;
}
