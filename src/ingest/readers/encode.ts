/** A leading BOM would be taken for the file's own; spaces around quotes are not part of a cell. */
const NEEDS_QUOTES = /[",\r\n\uFEFF]|^ | $/;

/** One record of a comma-separated file, without its line end. */
export function encodeRecord(cells: readonly string[]): string {
  // A record of one empty cell would be a blank line, which is no record.
  if (cells.length === 1 && cells[0] === "") return '""';
  return cells.map((cell) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}
