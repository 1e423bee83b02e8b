/** Moves the focus to the next row of the list on the page, or the one before: from the open one where none has it. */
export function walkRows(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')].filter(
    (row) => row.offsetParent,
  );
  const focused = rows.findIndex((row) => row === document.activeElement);
  const from = focused === -1 ? rows.findIndex((row) => row.ariaCurrent === 'page') : focused;
  const to = from === -1 ? (step === 1 ? 0 : rows.length - 1) : from + step;
  rows[to]?.focus();
}
