/**
 * A cell that begins like this is a formula to a spreadsheet, whoever wrote it: with an apostrophe before it, it is text.
 * A plain number is left as it is, and so is a phone number.
 */
const FORMULA = /^[=+\-@\t\r]/;
const HARMLESS = /^[+-]?\d[\d ]*$/;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line of a CSV file (RFC 4180), its end included. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
