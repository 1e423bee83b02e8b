import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkLink, START, type Break, type Link, type SealedRow } from '#core/audit-chain.ts';
import { readAuditFile } from '#core/audit-file.ts';
import { readCheckpoint } from '#platform/tokens/checkpoints.ts';

const HELP = `Usage: smarteros audit verify FILE [--keys FILE] [--checkpoint TOKEN]

Checks what \`smarteros audit export --all --json\` gave, without asking the installation it came from.

  --keys FILE          its /.well-known/jwks.json as you got it yourself; without it no signature is checked
  --checkpoint TOKEN   one that you kept; otherwise the one in the file

Exit code: 1 when something is wrong.`;

const EXIT_USAGE = 2;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Checked {
  readonly rows: number;
  readonly end: Link;
  readonly tenants: ReadonlySet<string>;
  readonly broken: Break | undefined;
  readonly hashes: ReadonlyMap<number, string>;
  readonly checkpoint: string | undefined;
}

function check(text: string): Checked {
  let end = START;
  let broken: Break | undefined;
  let pending: SealedRow | undefined;
  let checkpoint: string | undefined;
  const tenants = new Set<string>();
  const hashes = new Map<number, string>();
  const judge = (row: SealedRow, next: SealedRow | undefined): void => {
    const result = checkLink(end, row, next);
    if ('what' in result) return void (broken = result);
    end = result;
    hashes.set(Number(row.number), row.hash);
  };
  for (const line of readAuditFile(text)) {
    if ('checkpoint' in line) {
      ({ checkpoint } = line);
      continue;
    }
    tenants.add(line.tenantId);
    if (pending && !broken) judge(pending, line);
    pending = line;
  }
  if (pending && !broken) judge(pending, undefined);
  return { rows: Number(end.number), end, tenants, broken, hashes, checkpoint };
}

/** The keys of that set that can sign checkpoints. */
function keysOf(file: string): KeyObject[] {
  return readInto(file, 'set of keys (jwks.json)', (text) => {
    const { keys } = JSON.parse(text) as { keys: JsonWebKey[] };
    return keys.filter(({ crv }) => crv === 'P-256').map((key) => createPublicKey({ key, format: 'jwk' }));
  });
}

/** What the checkpoint says of the file; undefined when it agrees. */
async function contradiction(token: string, keys: KeyObject[], found: Checked): Promise<string | undefined> {
  const read = await Promise.all(keys.map((key) => readCheckpoint(token, key)));
  const checkpoint = read.find((one) => one !== null);
  if (!checkpoint) return 'the checkpoint is not signed by any of those keys';
  const { number, hash, tenantId, at } = checkpoint;
  if (!found.tenants.has(tenantId)) return 'the checkpoint is of another company';
  if (found.hashes.get(number) !== hash) return `row ${number} is not the one that was signed`;
  say(`The checkpoint of ${at.toISOString()} was signed for row ${number}, and agrees.`);
  return undefined;
}

function readArgs(args: string[]): { file: string; keys?: string; checkpoint?: string } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { keys: { type: 'string' }, checkpoint: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error('one FILE at a time');
  return { file, ...values };
}

/** What a person gave that can't be used, in words. */
class Unusable extends Error {}

/** @throws Unusable */
function readInto<T>(file: string, what: string, read: (text: string) => T): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Unusable(`${file}: ${code === 'ENOENT' ? 'there is no such file' : 'it could not be read'}.`);
  }
  try {
    return read(text);
  } catch {
    throw new Unusable(`${file}: it is no ${what}.`);
  }
}

/** `smarteros audit verify FILE`, offline. */
export async function runAuditVerify(args: string[]): Promise<number> {
  const refuse = (text: string): number => {
    process.stderr.write(`Error: ${text}\n`);
    return EXIT_USAGE;
  };
  let values: ReturnType<typeof readArgs>;
  try {
    values = readArgs(args);
  } catch (error) {
    return refuse(`${(error as Error).message}\n\n${HELP}`);
  }
  try {
    return await verify(values);
  } catch (error) {
    if (error instanceof Unusable) return refuse(error.message);
    throw error;
  }
}

async function verify(values: ReturnType<typeof readArgs>): Promise<number> {
  const found = readInto(values.file, 'exported audit', check);
  const { broken, rows, end } = found;
  if (broken) {
    say(
      `Row ${broken.number} is ${broken.what}${broken.id === null ? '' : ` (${broken.id})`}; ${rows} before it are right.`,
    );
    return 1;
  }
  if (found.tenants.size > 1) {
    say('The file holds rows of several companies.');
    return 1;
  }
  say(`${rows} rows, each in its place and unchanged; the last has the hash ${end.hash}.`);
  const token = values.checkpoint ?? found.checkpoint;
  if (token === undefined)
    say('There is no checkpoint: nothing tells whether the chain was made anew as a whole.');
  else if (values.keys === undefined) say('No signature was checked: give the keys by --keys.');
  else {
    const wrong = await contradiction(token, keysOf(values.keys), found);
    if (wrong !== undefined) say(`But ${wrong}.`);
    return wrong === undefined ? 0 : 1;
  }
  return 0;
}
