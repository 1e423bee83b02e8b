const MAX_WORDS = 300;
const NOISE: readonly RegExp[] = [
  // Traces: from their first line on.
  /\s*Traceback \(most recent call last\)[\s\S]*/,
  /\n\s*at .+/g,
  /\s*File "[^"]*", line \d+[\s\S]*/,
  // Addresses, with or without what logs in there.
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s"')]+/gi,
  // Paths of machines.
  /(?<![\w.])(?:\/[\w.@-]+){2,}\/?/g,
  /\b[A-Za-z]:\\[^\s"']+/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g,
  // SQL that came along.
  /\b(?:DETAIL|HINT|CONTEXT|LINE \d+|QUERY):[\s\S]*/,
  /<[^>]{1,200}>/g,
];

/**
 * An engine's own words, fit for whoever called: without traces, paths, addresses, SQL and markup, on one line, at most
 * 300 characters. Undefined when nothing is left.
 */
export function cleanWords(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  let words = text;
  for (const noise of NOISE) words = words.replaceAll(noise.global ? noise : new RegExp(noise, 'g'), ' ');
  // oxlint-disable-next-line no-control-regex -- control characters are what goes
  words = words.replaceAll(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  if (words === '') return undefined;
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS - 1)}…` : words;
}
