import type { Problem } from '#core/errors.ts';
import type { HttpResponse } from '#platform/http.ts';
import { kebab, safe, wrap } from './text.ts';
import type { Style } from './terminal.ts';
import type { Command } from './types.ts';

/** Whose credential a call was made with: it decides what may help. */
export type Bearer = 'key' | 'operator' | 'grant' | 'nobody';

interface About {
  readonly command: Command;
  readonly called: string;
  readonly bearer: Bearer;
  readonly url: string;
}

/** The problem document (RFC 9457) of an error answer; undefined when somebody else answered, e.g. a proxy. */
export function problemOf(response: HttpResponse): Problem | undefined {
  try {
    const body = JSON.parse(response.text) as Partial<Problem> | null;
    return typeof body?.code === 'string' && typeof body.title === 'string' ? (body as Problem) : undefined;
  } catch {
    return undefined;
  }
}

const UNAUTHENTICATED: Readonly<Record<Bearer, string>> = {
  key: 'The key was not accepted: look at --key or SMARTEROS_KEY.',
  operator: "This machine's operator key was not accepted: is this the API it belongs to?",
  grant: 'The grant was not accepted. Run the command again.',
  nobody: 'Give a key with --key or SMARTEROS_KEY.',
};

/** What a person can do next; the API doesn't know how it was called, the command line does. */
function nextStep(problem: Problem, response: HttpResponse, about: About): string | undefined {
  const { called, command } = about;
  const entersCompany = command.operation.route === 'POST /grants';
  switch (problem.code) {
    case 'invalid_input':
      return `Help: smarteros ${called} --help`;
    case 'unauthenticated':
      return UNAUTHENTICATED[about.bearer];
    case 'forbidden':
      return entersCompany
        ? "Only the operator enters companies; a company's own key needs no --tenant."
        : undefined;
    case 'insufficient_scope':
      return 'Use a key that has it. Making one: smarteros keys create --help';
    case 'version_conflict':
      return 'Read it again, then repeat the command with the new --if-version.';
    case 'idempotency_key_reused':
      return 'Give another --idempotency-key.';
    case 'rate_limited':
    case 'unavailable':
    case 'idempotency_in_progress': {
      const seconds = response.headers['retry-after'];
      return seconds === undefined ? 'Try again in a moment.' : `Try again in ${seconds} s.`;
    }
    case 'internal':
      return 'The cause stands in the log: ./smarteros logs';
    case 'not_found':
      if (entersCompany) return 'Companies: smarteros tenants list';
      return about.bearer === 'grant' ? 'Is it in this company? --tenant decides where to look.' : undefined;
    default:
      return undefined;
  }
}

const FIELD_INDENT = 2;

/** `tags[0]` → `--tags[0]`, `address.street` → `--address.street`: how the field is spelled on the command line. */
const flagOf = (field: string): string =>
  field.startsWith('(') ? field : `--${field.split('.').map(kebab).join('.')}`;

/** An error answer for people: what failed, the fields, what to do, and the id to quote. */
export function renderProblem(response: HttpResponse, about: About, columns: number, style: Style): string {
  const problem = problemOf(response);
  if (!problem) return strangeAnswer(response, about, style);
  const lines = [`${style.red('Error:')} ${safe(problem.title)}`];
  if (problem.detail) lines.push(...wrap(safe(problem.detail), columns));
  for (const { field, message } of problem.errors ?? []) {
    const [first, ...more] = wrap(`${safe(flagOf(field))}: ${safe(message)}`, columns - FIELD_INDENT);
    lines.push(...[style.bold(first!), ...more].map((line) => ' '.repeat(FIELD_INDENT) + line));
  }
  if (problem.data) lines.push(safe(JSON.stringify(problem.data)));
  const next = nextStep(problem, response, about);
  if (next) lines.push(next);
  lines.push(
    style.dim(
      [problem.code, problem.requestId && `request ${safe(problem.requestId)}`].filter(Boolean).join(' · '),
    ),
  );
  return lines.join('\n');
}

function strangeAnswer(response: HttpResponse, about: About, style: Style): string {
  const location = response.headers['location'];
  const what = location ? `it points to ${safe(location)}` : `status ${response.status}`;
  return [
    `${style.red('Error:')} The answer from ${about.url} isn't SmarterOS's (${what}).`,
    'Look at --url or SMARTEROS_URL, and at what stands between here and there.',
  ].join('\n');
}
