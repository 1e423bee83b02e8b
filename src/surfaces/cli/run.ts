import type { Clock } from '#core/clock.ts';
import type { HttpResponse } from '#platform/http.ts';
import { acceptedBy, isPaged, ownsTenant } from './accept.ts';
import type { Entry } from './commands.ts';
import { confirm } from './confirm.ts';
import { credentialFor, GrantRefused, type Credential } from './credentials.ts';
import { argsFor, commandLine } from './examples.ts';
import { inputOf } from './input.ts';
import { isSet, OPTIONS, type Options } from './options.ts';
import { parseArgs } from './parse.ts';
import { renderProblem, type Bearer } from './problem.ts';
import { isPage, render, type Page } from './render.ts';
import { request, type Target } from './request.ts';
import { shapeOf } from './schema.ts';
import { styleOf, write } from './terminal.ts';
import { enumerate, humane, kebab } from './text.ts';
import { EXIT, UsageError, type CliEnv, type Command } from './types.ts';

type Input = Record<string, unknown>;
type Send = (input: Input) => Promise<HttpResponse>;

/** Runs one operation over HTTP, from its arguments to the exit code. */
export async function runEntry(
  entry: Entry,
  args: readonly string[],
  options: Options,
  env: CliEnv,
  clock: Clock,
): Promise<number> {
  const { command } = entry;
  const called = `${entry.category} ${entry.verb}`;
  const fields = shapeOf(command.inputSchema);
  const accepted = { fields, accepts: acceptedBy(command), ownsTenant: ownsTenant(command, fields), called };
  const parsed = parseArgs(args, accepted, options);
  for (const option of OPTIONS.filter((one) => isSet(options, one) && !accepted.accepts(one))) {
    throw new UsageError(`--${option.flag} has no meaning for \`${called}\`.`);
  }
  checkOptions(options, accepted.ownsTenant, called);
  const input = await inputOf(command, parsed, options, env.stdin, called);
  if (!(await agreed(command, called, input, options, env))) {
    await write(env.stderr, 'Nothing was done.\n');
    return EXIT.error;
  }
  // Makes a repeat after a lost answer harmless; the key is told when that happens.
  if (command.operation.effect !== 'read' && !options.dryRun) options.idempotencyKey ??= clock.id();
  return answer(command, called, input, options, env, clock);
}

function checkOptions(options: Options, ownTenant: boolean, called: string): void {
  if (options.ifVersion !== undefined && !/^[1-9]\d*$/.test(options.ifVersion)) {
    throw new UsageError(`--if-version must be a whole number, not \`${options.ifVersion}\`.`);
  }
  if (options.url !== undefined && !/^https?:$/.test(URL.parse(options.url)?.protocol ?? '')) {
    throw new UsageError(`--url must begin with http:// or https://, not \`${options.url}\`.`);
  }
  if (options.url !== undefined) options.url = options.url.replace(/\/+$/, '');
  if (ownTenant && options.tenant !== undefined) {
    throw new UsageError(
      `\`${called}\` is about a tenant, not inside one: write --tenant after the command.`,
    );
  }
}

async function agreed(
  command: Command,
  called: string,
  input: Input,
  options: Options,
  env: CliEnv,
): Promise<boolean> {
  if (command.operation.effect !== 'destroy' || options.yes || options.dryRun) return true;
  if (env.stdin.isTTY !== true)
    throw new UsageError(`\`${called}\` destroys something: add --yes to confirm it.`);
  const line = commandLine(called, argsFor(command, input), Number.POSITIVE_INFINITY);
  const where = options.tenant === undefined ? '' : ` in company ${options.tenant}`;
  const style = styleOf(env.stderr);
  await write(env.stderr, `${style.yellow('!')} ${command.operation.summary} (${line})\n`);
  return confirm(`Do it${where}? [y/N] `, env.stdin, env.stderr);
}

async function answer(
  command: Command,
  called: string,
  input: Input,
  options: Options,
  env: CliEnv,
  clock: Clock,
): Promise<number> {
  const url = options.url ?? env.config.url;
  let bearer: Bearer = 'nobody';
  const refuse = (response: HttpResponse, of: Command, name: string) =>
    failed(response, { command: of, called: name, bearer, url }, options, env);
  try {
    let credential: Credential = await credentialFor(command, called, options, env, clock);
    bearer = credential.bearer;
    const target = (): Target => ({ url, language: env.config.language, token: credential.token });
    const send: Send = async (some) => {
      const response = await request(command, some, options, target());
      if (response.status !== 401 || !credential.renew) return response;
      credential = await credential.renew();
      return request(command, some, options, target());
    };
    const first = await send(options.all ? { ...input, ...widest(command, input) } : input);
    const last = options.all ? await follow(first, input, command, send) : first;
    if (last.status < 200 || last.status > 299) return await refuse(last, command, called);
    await succeeded(last, command, called, options, env);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof GrantRefused)) throw error;
    bearer = error.bearer;
    return refuse(error.response, error.command, 'grants create');
  }
}

/** The largest pages that the list gives, when nobody has asked for a size. */
function widest(command: Command, input: Input): Input {
  const limit = shapeOf(command.inputSchema)
    .properties()
    .find((one) => one.name === 'limit');
  return input['limit'] === undefined && limit?.shape.maximum !== undefined
    ? { limit: limit.shape.maximum }
    : {};
}

/** All pages as one answer. A single page stays as the API wrote it. */
async function follow(
  first: HttpResponse,
  input: Input,
  command: Command,
  send: Send,
): Promise<HttpResponse> {
  if (!isPaged(shapeOf(command.inputSchema))) return first;
  const data: unknown[] = [];
  let response = first;
  for (let pages = 1; ; pages++) {
    if (response.status !== 200) return response;
    const page = JSON.parse(response.text) as Page;
    if (pages === 1 && page.nextCursor === null) return first;
    data.push(...page.data);
    if (page.nextCursor === null) return { ...response, text: JSON.stringify({ data, nextCursor: null }) };
    response = await send({ ...input, ...widest(command, input), cursor: page.nextCursor });
  }
}

async function failed(
  response: HttpResponse,
  about: { command: Command; called: string; bearer: Bearer; url: string },
  options: Options,
  env: CliEnv,
): Promise<number> {
  // Programs read one stream and one format, whatever happened.
  if (options.json) await write(env.stdout, `${response.text}\n`);
  else await write(env.stderr, `${renderProblem(response, about, columnsOf(env), styleOf(env.stderr))}\n`);
  return EXIT.error;
}

const DEFAULT_COLUMNS = 80;
export const columnsOf = (env: CliEnv): number => env.columns ?? DEFAULT_COLUMNS;

async function succeeded(
  response: HttpResponse,
  command: Command,
  called: string,
  options: Options,
  env: CliEnv,
): Promise<void> {
  const err = styleOf(env.stderr);
  const say = (text: string) => write(env.stderr, `${text}\n`);
  if (options.dryRun) await say(err.yellow('Dry run: nothing was changed. The answer would be:'));
  if (options.json) return write(env.stdout, `${response.text}\n`);
  const { audit } = command.operation;
  if (audit && env.isTTY && !options.dryRun) await say(`${err.green('✓')} ${humane(audit)}.`);
  const body = response.text === '' ? {} : (JSON.parse(response.text) as unknown);
  const { text, hidden } = render(
    body,
    env.isTTY ? columnsOf(env) : Number.POSITIVE_INFINITY,
    styleOf(env.stdout),
  );
  if (text !== '') await write(env.stdout, `${text}\n`);
  await notes(body, hidden, command, called, options, (note) => say(err.dim(note)));
}

/** What the answer alone doesn't say: more pages, hidden columns, secrets that won't come again. */
async function notes(
  body: unknown,
  hidden: readonly string[],
  command: Command,
  called: string,
  options: Options,
  say: (text: string) => Promise<void>,
): Promise<void> {
  if (isPage(body)) {
    if (body.data.length === 0) await say('Nothing found.');
    if (hidden.length > 0)
      await say(
        `No room for ${enumerate(hidden.map((name) => kebab(name).replaceAll('-', ' ')))}; --json shows everything.`,
      );
    if (body.nextCursor !== null)
      await say(`There is more: smarteros ${called} --all, or --cursor ${body.nextCursor}`);
  } else {
    const secrets = command.secretFields.filter((name) => typeof (body as Input)[name] === 'string');
    if (secrets.length > 0 && !options.dryRun)
      await say(`Keep the ${enumerate(secrets)} now: it is never shown again.`);
  }
}
