import type { HttpResponse } from '#platform/http.ts';
import { problemOf, renderProblem, type Bearer } from './problem.ts';
import { isPage, render } from './render.ts';
import { shapeOf } from './schema.ts';
import { columnsOf, styleOf, write } from './terminal.ts';
import { enumerate, humane, kebab, wrap } from './text.ts';
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
  return isOk(response) ? EXIT.ok : EXIT.error;
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
  const columns = env.isTTY ? columnsOf(env) : Number.POSITIVE_INFINITY;
  const { text, hidden } = render(body, columns, styleOf(env.stdout), shapeOf(command.outputSchema));
  if (text !== '') await write(env.stdout, `${text}\n`);
  for (const note of notes(body, hidden, call)) await say(style.dim(wrap(note, columnsOf(env)).join('\n')));
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
    if (body.nextCursor !== null)
      yield `There is more: smarteros ${called} --all, or --cursor ${body.nextCursor}`;
  } else if (!options.dryRun) {
    const secrets = command.secretFields.filter(
      (name) => typeof (body as Record<string, unknown>)[name] === 'string',
    );
    if (secrets.length > 0) yield `Keep the ${enumerate(secrets)} now: it is never shown again.`;
  }
}
