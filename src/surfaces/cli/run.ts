import type { Clock } from '#core/clock.ts';
import type { HttpResponse } from '#platform/http.ts';
import { acceptedBy, ownsTenant } from './accept.ts';
import type { Entry } from './commands.ts';
import { confirm } from './confirm.ts';
import { credentialFor, GrantRefused } from './credentials.ts';
import { argsFor, commandLine } from './examples.ts';
import { inputOf } from './input.ts';
import { follow, listenOperation } from './listen.ts';
import { isSet, OPTIONS, type Options } from './options.ts';
import { allPages, type Send } from './pages.ts';
import { parseArgs, type Accepted, type Parsed } from './parse.ts';
import { report } from './report.ts';
import { request } from './request.ts';
import { shapeOf } from './schema.ts';
import { styleOf, write } from './terminal.ts';
import { EXIT, UsageError, type Call, type CliEnv } from './types.ts';
import { firstPart, readUpload, sendFile, uploadOf, type File } from './upload.ts';

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
  checkOptions(options, accepted);
  const upload = options.file === undefined ? undefined : await uploading(command, parsed, options, env);
  const input = await inputOf(command, parsed, options, env.stdin, called);
  const call: Call = { command, called, input, options, env, url: options.url ?? env.config.url };
  if (!(await agreed(call))) {
    await write(env.stderr, 'Nothing was done.\n');
    return EXIT.error;
  }
  // Makes a repeat after a lost answer harmless; the key is told when that happens.
  if (command.operation.effect !== 'read' && !options.dryRun) options.idempotencyKey ??= clock.id();
  return execute(call, clock, upload);
}

interface Uploading {
  readonly upload: NonNullable<ReturnType<typeof uploadOf>>;
  readonly file: File;
}

/** Reads the file of `--file` and puts its first part where `--content` would be. */
async function uploading(
  command: Entry['command'],
  parsed: Parsed,
  options: Options,
  env: CliEnv,
): Promise<Uploading> {
  const upload = uploadOf(command)!;
  if (parsed.input[upload.property] !== undefined)
    throw new UsageError(`--file and --${upload.property} are the same thing: give one of them.`);
  if (options.file === '-' && options.input === '-')
    throw new UsageError('--file and --input can’t both be read from standard input.');
  const file = await readUpload(options.file!, upload, env.stdin);
  for (const [name, value] of Object.entries(firstPart(command, upload, file))) parsed.input[name] ??= value;
  return { upload, file };
}

/** Common flags may stand before the command, where nobody knows yet whether they mean something. */
function checkOptions(options: Options, { accepts, ownsTenant: own, called }: Accepted): void {
  const idle = OPTIONS.find((option) => isSet(options, option) && !accepts(option));
  if (idle)
    throw new UsageError(
      `--${idle.flag} has no meaning for \`${called}\`.`,
      `Its flags: smarteros ${called} --help`,
    );
  if (own && options.tenant !== undefined) {
    throw new UsageError(
      `\`${called}\` is about a company, not inside one: write --tenant after the command.`,
    );
  }
  if (options.ifVersion !== undefined && !/^[1-9]\d*$/.test(options.ifVersion)) {
    throw new UsageError(`--if-version must be a whole number, not \`${options.ifVersion}\`.`);
  }
  if (options.url === undefined) return;
  if (!/^https?:$/.test(URL.parse(options.url)?.protocol ?? '')) {
    throw new UsageError(`--url must begin with http:// or https://, not \`${options.url}\`.`);
  }
  options.url = options.url.replace(/\/+$/, '');
}

/** Whether a person wants what destroys something. Without a terminal nobody can be asked, so --yes says it. */
async function agreed({ command, called, input, options, env }: Call): Promise<boolean> {
  if (command.operation.effect !== 'destroy' || options.yes || options.dryRun) return true;
  if (env.stdin.isTTY !== true)
    throw new UsageError(`\`${called}\` destroys something: add --yes to confirm it.`);
  const line = commandLine(called, argsFor(command, input), Number.POSITIVE_INFINITY);
  const where = options.tenant === undefined ? '' : ` in company ${options.tenant}`;
  await write(env.stderr, `${styleOf(env.stderr).yellow('!')} ${command.operation.summary}\n  ${line}\n`);
  return confirm(`Do it${where}? [y/N] `, env.stdin, env.stderr);
}

async function execute(call: Call, clock: Clock, uploaded: Uploading | undefined): Promise<number> {
  const { command, options, env, url } = call;
  try {
    let credential = await credentialFor(call, clock);
    const attempt = (of: Entry['command'], input: Call['input']): Promise<HttpResponse> => {
      // The key is for the command itself.
      const own = of === command ? options : { dryRun: false };
      return request(of, input, own, { url, language: env.config.language, token: credential.token });
    };
    const sender =
      (of: Entry['command']): Send =>
      async (input) => {
        const response = await attempt(of, input);
        if (response.status !== 401 || !credential.renew) return response;
        credential = await credential.renew();
        return attempt(of, input);
      };
    const send = sender(command);
    if (command.operation === listenOperation) return await follow(call, credential);
    if (uploaded) {
      const { upload, file } = uploaded;
      const parts = env.catalogue.operations.find(({ operation }) => operation.name === upload.parts)!;
      return await report(await sendFile(call, upload, file, send, sender(parts)), call, credential.bearer);
    }
    const response = options.all ? await allPages(call, send) : await send(call.input);
    return await report(response, call, credential.bearer);
  } catch (error) {
    if (!(error instanceof GrantRefused)) throw error;
    const called = error.command.operation.name.replace('.', ' ');
    return report(error.response, { ...call, command: error.command, called }, error.bearer);
  }
}
