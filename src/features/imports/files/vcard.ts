import {
  countLines,
  CR,
  endOfLine,
  LF,
  skipBlank,
  type FileRecord,
  type Place,
  type Portion,
} from './record.ts';

/** RFC 2426 (3.0), RFC 6350 (4.0), and of 2.1 what phones still write: quoted-printable. */
export const VCARD_COLUMNS = [
  'FN',
  'N',
  'ORG',
  'EMAIL',
  'TEL',
  'CATEGORIES',
  'RUT',
  'URL',
  'BDAY',
  'TITLE',
  'NOTE',
] as const;

const MAX_CARD = 1_048_576;
/** Of what can't be read, this many bytes are shown. */
const MAX_BROKEN = 65_536;
const TAX_ID_NAMES: ReadonlySet<string> = new Set([
  'X-RUT',
  'X-TAXID',
  'X-TAX-ID',
  'X-CUIT',
  'X-RUC',
  'X-VAT',
]);

const broken = (code: string, en: string, es: string) => ({ code, en, es });
const UNENDED = broken('vcard_end', 'the card has no END:VCARD', 'la tarjeta no tiene END:VCARD');
const OUTSIDE = broken('vcard_outside', 'stands outside of any card', 'está fuera de toda tarjeta');
const TOO_LARGE = broken('vcard_size', 'the card is larger than 1 MiB', 'la tarjeta supera 1 MiB');

interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

const CHARSET = /CHARSET=([\w-]+)/i;

/** Bytes of an unknown charset are read as UTF-8; what wasn't encoded stays. */
function fromQuotedPrintable(value: string, parameters: string): string {
  let decoder = new TextDecoder();
  try {
    decoder = new TextDecoder(CHARSET.exec(parameters)?.[1] ?? 'utf-8');
  } catch {
    // A label that nobody knows.
  }
  return value.replaceAll(/(?:=[0-9A-F]{2})+/gi, (run) =>
    decoder.decode(Buffer.from(run.replaceAll('=', ''), 'hex')),
  );
}

/** Folded lines made one, in each of the ways that versions have. */
function unfold(card: string): string[] {
  const lines: string[][] = [];
  let isQuotedPrintable = false;
  let goesOn = false;
  for (const line of card.split(/\r\n|\n|\r/)) {
    const last = lines.at(-1);
    const folded = !goesOn && /^[ \t]/.test(line);
    if (!last || !(goesOn || folded)) {
      // Its parameters say so, not its value.
      isQuotedPrintable = /^[^:]*QUOTED-PRINTABLE/i.test(line);
      lines.push([]);
    }
    goesOn = isQuotedPrintable && line.endsWith('=');
    lines.at(-1)!.push(line.slice(last && folded ? 1 : 0, goesOn ? -1 : undefined));
  }
  return lines.map((pieces) => pieces.join(''));
}

function propertyOf(line: string): Property | undefined {
  const [, name, parameters = '', value = ''] =
    /^(?:[\w-]+\.)?([A-Za-z][\w-]*)((?:;(?:"[^"]*"|[^:"])*)?):([^]*)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const text = /QUOTED-PRINTABLE/i.test(parameters) ? fromQuotedPrintable(value, parameters) : value;
  return { name: name.toUpperCase(), parameters: parameters.toUpperCase(), value: text };
}

const unescape = (text: string): string =>
  text.replace(/\\([nN,;:\\])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark));
/** Parts of a structured value, escapes undone. */
const parts = (value: string): string[] =>
  value
    .replaceAll(/\\[^]|;/g, (mark) => (mark === ';' ? '\0' : mark))
    .split('\0')
    .map((part) => unescape(part).trim());

const preference = ({ parameters }: Property): number =>
  /PREF=1\b|[;,=]PREF\b(?!=)/.test(parameters) ? 0 : 1;

/** The value that its owner prefers, else the first. */
function valueOf(name: string, all: readonly Property[]): string {
  const matching =
    name === 'RUT' ? (one: Property) => TAX_ID_NAMES.has(one.name) : (one: Property) => one.name === name;
  const [best] = all.filter(matching).toSorted((a, b) => preference(a) - preference(b));
  if (!best) return '';
  switch (name) {
    case 'N': {
      const [family = '', given = '', middle = ''] = parts(best.value);
      return [given, middle, family].filter(Boolean).join(' ');
    }
    case 'ORG':
      return parts(best.value)[0] ?? '';
    case 'TEL':
      return unescape(best.value)
        .replace(/^tel:/i, '')
        .replace(/;ext=.*$/i, '')
        .trim();
    case 'EMAIL':
      return unescape(best.value)
        .replace(/^mailto:/i, '')
        .trim();
    case 'BDAY':
      return best.value.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3').slice(0, 10);
    default:
      return unescape(best.value).trim();
  }
}

function cellsOf(raw: string): string[] {
  const all = unfold(raw).flatMap((line) => propertyOf(line) ?? []);
  const cells = VCARD_COLUMNS.map((name) => valueOf(name, all));
  // FN may be left out in 2.1, and companies have neither: then N or ORG names the card.
  const [fn = '', n = '', org = ''] = cells;
  cells[0] = fn || n || org;
  return cells;
}

const lineAt = (text: Buffer, at: number): string =>
  text.toString('utf8', at, endOfLine(text, at)).trim().toUpperCase();

/** The next cards of a text. What stands outside of cards, and cards without an end, are told as broken. */
export function readVcards(text: Buffer, from: Place, most: number): Portion {
  const records: FileRecord[] = [];
  let { at, line } = from;
  const push = (to: number, why?: FileRecord['broken']): void => {
    let end = to;
    while (end > at && (text[end - 1] === LF || text[end - 1] === CR)) end -= 1;
    const raw = text.toString('utf8', at, why ? Math.min(end, at + MAX_BROKEN) : end);
    if (raw.trim() !== '')
      records.push(why ? { line, raw, cells: [], broken: why } : { line, raw, cells: cellsOf(raw) });
    line += countLines(text, at, to);
    at = to;
  };
  while (records.length < most) {
    const next = skipBlank(text, at);
    line += countLines(text, at, next);
    at = next;
    if (at >= text.length) break;
    if (lineAt(text, at) !== 'BEGIN:VCARD') {
      push(endOfLine(text, at), OUTSIDE);
      continue;
    }
    let end = endOfLine(text, at);
    let why: FileRecord['broken'] = UNENDED;
    while (end < text.length) {
      const here = lineAt(text, end);
      if (here === 'BEGIN:VCARD') break;
      end = endOfLine(text, end);
      if (here === 'END:VCARD') {
        why = undefined;
        break;
      }
    }
    push(end, why ?? (end - at > MAX_CARD ? TOO_LARGE : undefined));
  }
  return { records, next: { at, line } };
}
