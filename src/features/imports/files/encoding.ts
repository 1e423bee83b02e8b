import { isUtf8 } from 'node:buffer';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes looked at to tell UTF-16 without a mark from anything else. */
const SAMPLE = 4_096;
/** Latin letters in UTF-16 have a zero in every other byte; accents and emoji may lower it. */
const ZEROS = 0.3;

/** As the file says itself, else by what its bytes can be: old Excel writes Windows-1252. */
export function detectEncoding(file: Buffer): Encoding {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  const sample = file.subarray(0, SAMPLE);
  let [even, odd] = [0, 0];
  for (const [i, byte] of sample.entries()) {
    if (byte === 0 && i % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  }
  if (odd > (sample.length / 2) * ZEROS && odd > even) return 'utf-16le';
  if (even > (sample.length / 2) * ZEROS) return 'utf-16be';
  return isUtf8(file) ? 'utf-8' : 'windows-1252';
}

/** The text as UTF-8 without a byte order mark; what can't be read becomes U+FFFD. */
export function decodeFile(file: Buffer, encoding: Encoding = detectEncoding(file)): Buffer {
  const body = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? file.subarray(3) : file;
  if (encoding === 'utf-8' && isUtf8(body)) return body;
  return Buffer.from(new TextDecoder(encoding).decode(body));
}

/** The beginning of a file whose rest isn't at hand: whole lines only, so that no character is cut. */
export function wholeLines(head: Buffer): Buffer {
  const encoding = detectEncoding(head);
  if (!encoding.startsWith('utf-16')) return head.subarray(0, head.lastIndexOf(0x0a) + 1 || head.length);
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let at = (head.length & ~1) - 2; at >= 0; at -= 2)
    if (head[at + low] === 0x0a && head[at + 1 - low] === 0) return head.subarray(0, at + 2);
  return head;
}
