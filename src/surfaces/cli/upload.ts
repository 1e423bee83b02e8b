import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { HttpResponse } from '#platform/http.ts';
import type { Send } from './pages.ts';
import { UsageError, type Call, type Command, type Input } from './types.ts';

/** Property of the input that a file's content goes to; its schema says so by `x-upload`. */
interface Upload {
  readonly property: string;
  /** The operation that takes all parts but the first. */
  readonly parts: string;
  readonly maxBytes: number;
  /** Characters of base64 in one part. */
  readonly maxPart: number;
}

export interface File {
  /** Undefined: standard input. */
  readonly name: string | undefined;
  /** In base64, each as long as a part may be. */
  readonly parts: readonly string[];
}

const BYTES_PER_MIB = 1_048_576;
const sized = (bytes: number): string =>
  bytes < BYTES_PER_MIB ? `${bytes} bytes` : `${Math.round(bytes / BYTES_PER_MIB)} MiB`;

export function uploadOf({ inputSchema, operation }: Command): Upload | undefined {
  for (const [property, schema] of Object.entries(inputSchema['properties'] ?? {})) {
    const { 'x-upload': mark, maxLength } = schema as {
      'x-upload'?: { parts: string; maxBytes: number };
      maxLength: number;
    };
    if (mark && mark.parts !== operation.name) return { property, ...mark, maxPart: maxLength };
  }
  return undefined;
}

/** What people take for a spreadsheet's text, by how it begins. */
const FOREIGN: readonly (readonly [begins: string, what: string])[] = [
  ['PK\u0003\u0004', 'a workbook (.xlsx, .ods): save it as CSV first'],
  ['\u00d0\u00cf\u0011\u00e0', 'a workbook of old Excel (.xls): save it as CSV first'],
  ['%PDF', 'a PDF: only CSV and vCard can be read'],
];
const LOOK_BYTES = 4_096;

/** Why it is no text, in words; UTF-16 has its zeros at every second place only. */
function foreign(file: Buffer): string | undefined {
  const known = FOREIGN.find(([begins]) =>
    file.subarray(0, begins.length).equals(Buffer.from(begins, 'latin1')),
  );
  if (known) return `it is ${known[1]}.`;
  const head = file.subarray(0, LOOK_BYTES);
  const zero = (odd: number): boolean => head.some((byte, i) => byte === 0 && i % 2 === odd);
  return zero(0) && zero(1) ? 'it is no text.' : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder.',
  EACCES: 'this user may not read it.',
};

/** @throws UsageError in plain words: not there, too large, empty, or no text */
export async function readUpload(path: string, upload: Upload, stdin: Input): Promise<File> {
  const from = path === '-' ? 'standard input' : path;
  const refuse = (why: string): UsageError => new UsageError(`--file ${from}: ${why}`);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of path === '-' ? stdin : createReadStream(path)) {
      chunks.push(Buffer.from(chunk as Buffer));
      size += (chunk as Buffer).length;
      if (size > upload.maxBytes) break;
    }
  } catch (error) {
    throw refuse(REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'it could not be read.');
  }
  if (size > upload.maxBytes)
    throw refuse(`it has more than ${sized(upload.maxBytes)}, the most there can be.`);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) throw refuse('it is empty.');
  const why = foreign(bytes);
  if (why !== undefined) throw refuse(why);
  // Three bytes are four characters.
  const step = Math.floor(upload.maxPart / 4) * 3;
  const parts = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) =>
    bytes.toString('base64', i * step, (i + 1) * step),
  );
  return { name: path === '-' ? undefined : basename(path), parts };
}

/** What the operation takes of a file at once: its first part, and its name unless another is given. */
export function firstPart(command: Command, { property }: Upload, file: File): Record<string, unknown> {
  const properties = Object.keys(command.inputSchema['properties'] ?? {});
  const named = file.name !== undefined && properties.includes('fileName');
  return { [property]: file.parts[0], base64: true, ...(named && { fileName: file.name }) };
}

/** Sends the first part and then the others; answers the last answer, or the first that isn't well. */
export async function sendFile(
  { input, options }: Call,
  { property }: Upload,
  { parts }: File,
  send: Send,
  sendPart: Send,
): Promise<HttpResponse> {
  let response = await send(input);
  // There is no import yet that a dry run could add to.
  if (options.dryRun || response.status >= 300) return response;
  const { id } = JSON.parse(response.text) as { id: string };
  for (const [i, content] of parts.entries()) {
    if (i === 0) continue;
    response = await sendPart({ id, part: i + 1, [property]: content, base64: true });
    if (response.status >= 300) break;
  }
  return response;
}
