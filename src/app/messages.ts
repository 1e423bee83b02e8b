import { parseArgs } from 'node:util';
import { loadConfig } from '#platform/config.ts';
import { HttpError, httpRequest } from '#platform/http.ts';
import { existingOperatorKey } from '#platform/secrets.ts';

interface Message {
  readonly to: string;
  readonly text: string;
  readonly at: string;
}

const HELP = `smarteros messages [--json]

What the development sender sent, newest last: codes, invitations, reminders. In production they are really sent,
and this list doesn’t exist.
`;

const fail = (why: string): number => {
  process.stderr.write(`Error: ${why}\n`);
  return 1;
};

/** `smarteros messages`: a phone for development. Answers the exit code. */
export async function runMessages(args: string[]): Promise<number> {
  const options = {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const config = loadConfig();
  const key = config.key ?? existingOperatorKey(config.home);
  if (key === undefined) return fail('SmarterOS has not been started here yet. Run: ./smarteros up');
  const url = `${config.url ?? `http://127.0.0.1:${config.port}`}/messages/development`;
  try {
    const answer = await httpRequest({ method: 'GET', url, headers: { authorization: `Bearer ${key}` } });
    if (answer.status === 404)
      return fail('The development sender is off: this is a production installation.');
    if (answer.status !== 200) return fail(`The API answered ${answer.status}.`);
    const { data } = JSON.parse(answer.text) as { data: Message[] };
    const lines = data.map(({ to, text, at }) => `${at}  ${to}\n  ${text}\n`);
    process.stdout.write(
      values.json ? `${JSON.stringify(data, null, 2)}\n` : lines.join('') || 'No messages yet.\n',
    );
    return 0;
  } catch (error) {
    if (error instanceof HttpError)
      return fail(`The API can’t be reached. Is it running? ./smarteros status`);
    throw error;
  }
}
