/** Signs with which a spreadsheet would take a cell for a formula, also behind apostrophes that were put before such a sign. */
const FORMULA = /^'*[=+\-@\t\r]/u;
/** Numbers, and texts of digits that are written as a formula so that a spreadsheet keeps all their digits. */
const HARMLESS = /^([-+]?\d+(\.\d+)?|="\d+")$/u;

/**
 * One line of CSV (RFC 4180). A text that a spreadsheet would run as a formula is led by an apostrophe; numbers are left
 * as they are.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  const quoted = cells.map((cell) => {
    if (cell === null) return "";
    const safe = FORMULA.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(",")}\r\n`;
}
