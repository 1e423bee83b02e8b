/** Letters of other people's data that would move the cursor, recolour the terminal or reorder the line. */
// oxlint-disable-next-line no-control-regex -- they are exactly what must not reach a terminal
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6])/u;
const PLAIN = /^[\u0020-\u007e\u00a0-\u02ff]*$/;
let segmenter: Intl.Segmenter | undefined;

/** Letters as people count them. The segmenter costs 10 ms to make, and most text does without. */
const letters = (text: string): Intl.Segments =>
  (segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })).segment(text);

/** Text from the API as it may be shown: line breaks stay, other control characters become `�`. */
export const safe = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(UNSAFE, '\ufffd');

const widthOfLetter = (letter: string): number => (WIDE.test(letter) ? 2 : 1);

/** Columns that the text takes in a terminal. */
export function width(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of letters(text)) columns += widthOfLetter(segment);
  return columns;
}

export function truncate(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of letters(text)) {
    used += widthOfLetter(segment);
    if (used > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - width(text)));

/** Breaks at spaces; a word that is wider than a line stays whole, so that it can be copied. */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      const line = lines.at(-1)!;
      if (line === '') lines[lines.length - 1] = word;
      else if (width(line) + 1 + width(word) <= columns) lines[lines.length - 1] = `${line} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

export const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** Rows of `term  explanation`, the explanations aligned and wrapped. A term that is too wide gets its own line. */
export function definitions(rows: readonly (readonly [string, string])[], columns: number): string {
  const widest = Math.max(0, ...rows.map(([term]) => width(term)).filter((w) => w <= MAX_TERM));
  const left = ' '.repeat(widest + INDENT + GAP);
  return rows
    .map(([term, explanation]) => {
      const body = wrap(explanation, columns - left.length).join(`\n${left}`);
      const fits = width(term) <= widest;
      return `${' '.repeat(INDENT)}${fits ? pad(term, widest + GAP) : `${term}\n${left}`}${body}`.trimEnd();
    })
    .join('\n');
}
const MAX_TERM = 30;
const INDENT = 2;
const GAP = 2;

/** `taxId`, `tax_id` → `tax-id`. */
export const kebab = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();

/** `taxId` → `Tax id`, `contact.created` → `Contact created`. */
export function humane(name: string): string {
  const words = kebab(name).replaceAll(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export const enumerate = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** One word of a command line that a POSIX shell reads back unchanged. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
