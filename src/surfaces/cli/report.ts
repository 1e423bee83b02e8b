import type { HttpResponse } from '#platform/http.ts';
import { problemOf, renderProblem, type Bearer } from './problem.ts';
import { isFile, isPage, render, type Rendered } from './render.ts';
import { shapeOf } from './schema.ts';
import { columnsOf, styleOf, write } from './terminal.ts';
import { enumerate, humane, kebab, safe, wrap } from './text.ts';
import { EXIT, type Call } from './types.ts';

const isOk = ({ status }: HttpResponse): boolean => status >= 200 && status <= 299;

/** A full answer whose status says that something is wrong, as `/health` gives it. */
const isBadNews = (response: HttpResponse, { command }: Call): boolean =>
  command.operation.status !== undefined &&
  response.headers['content-type']?.startsWith('application/json') === true &&
  problemOf(response) === undefined;

/** Shows what the API said: answers on stdout, everything about them on stderr. Answers the exit code. */
export async function report(response: HttpResponse, call: Call, bearer: Bearer): Promise<number> {
  if (!isOk(response) && !isBadNews(response, call)) return refused(response, call, bearer);
  await answered(response, call);
  return isOk(response) && !isNo(response) ? EXIT.ok : EXIT.error;
}

async function refused(response: HttpResponse, call: Call, bearer: Bearer): Promise<number> {
  const { env, options, url } = call;
  // Programs read one stream and one format, whatever happened.
  if (options.json && problemOf(response)) await write(env.stdout, `${response.text}\n`);
  else {
    const about = { command: call.command, called: call.called, bearer, url };
    await write(env.stderr, `${renderProblem(response, about, columnsOf(env), styleOf(env.stderr))}\n`);
  }
  return EXIT.error;
}

/** An answer that was asked for, and is no: `audit verify` found something wrong. */
const isNo = ({ text }: HttpResponse): boolean => text.startsWith('{"ok":false');

async function answered(response: HttpResponse, call: Call): Promise<void> {
  const { command, options, env } = call;
  const style = styleOf(env.stderr);
  const say = (text: string) => write(env.stderr, `${text}\n`);
  if (options.dryRun) await say(style.yellow('Dry run: nothing was changed. The answer would be:'));
  if (options.json) return write(env.stdout, `${response.text}\n`);
  const { audit } = command.operation;
  const replayed = response.headers['idempotency-replayed'] === 'true';
  if (replayed) await say(style.dim('Done before with the same key: this is that answer again.'));
  else if (audit && env.isTTY && !options.dryRun) await say(`${style.green('✓')} ${humane(audit)}.`);
  const body: unknown = response.text === '' ? {} : JSON.parse(response.text);
  const { text, hidden } = shown(body, call);
  if (text !== '') await write(env.stdout, text);
  for (const note of notes(body, hidden, call)) await say(style.dim(wrap(note, columnsOf(env)).join('\n')));
}

/** For a terminal as it fits; whatever is piped is whole, and a file byte by byte. */
function shown(body: unknown, { command, env }: Call): Rendered {
  if (isFile(body)) return { text: env.isTTY ? safe(body.text) : body.text, hidden: [] };
  const columns = env.isTTY ? columnsOf(env) : Number.POSITIVE_INFINITY;
  const { text, hidden } = render(body, columns, styleOf(env.stdout), shapeOf(command.outputSchema));
  return { text: text && `${text}\n`, hidden };
}

/** What the answer alone doesn't say: more pages, hidden columns, secrets that won't come again. */
function* notes(
  body: unknown,
  hidden: readonly string[],
  { command, called, options }: Call,
): Generator<string> {
  if (isPage(body)) {
    if (body.data.length === 0) yield 'Nothing found.';
    const names = hidden.map((name) => kebab(name).replaceAll('-', ' '));
    if (names.length > 0) yield `Not shown: ${names.join(', ')}. A wider window or --json shows everything.`;
  }
  if (isPage(body) || isFile(body)) {
    if (body.nextCursor) yield `There is more: smarteros ${called} --all, or --cursor ${body.nextCursor}`;
  } else if (!options.dryRun) {
    const secrets = command.secretFields.filter(
      (name) => typeof (body as Record<string, unknown>)[name] === 'string',
    );
    if (secrets.length > 0) yield `Keep the ${enumerate(secrets)} now: it is never shown again.`;
  }
}
