import type { Line } from "./dirt.ts";
import type { Layout } from "./says.ts";

/** Where a printed column comes from: a caption of the layout, or null for one that the layout does not know. */
export interface Column {
  readonly title: string;
  readonly from: string | null;
}

/** A table as it is printed. */
export interface Table {
  /** A row above the header, merged over its whole width. */
  readonly title: string | null;
  readonly header: readonly string[];
  /** Places of printed columns in the layout's header; −1 for those that it does not know. */
  readonly places: readonly number[];
  readonly lines: readonly Line[];
}

/** Titles of a layout's columns as a file prints them: of doubled ones, the first. */
export function captionsOf(layout: Layout, columns: readonly Column[]): string[] {
  return layout.header.map((caption) => columns.find(({ from }) => from === caption)?.title ?? "");
}

export function printTable(
  layout: Layout,
  columns: readonly Column[],
  title: string | null,
  lines: readonly Line[],
): Table {
  const places = columns.map(({ from }) => (from === null ? -1 : layout.header.indexOf(from)));
  const header = columns.map((column) => column.title);
  const plain = places.length === layout.header.length && places.every((place, i) => place === i);
  const printed = plain
    ? lines
    : lines.map((line) => {
        if (line.fault?.code === "header_row") return { ...line, cells: header };
        const surplus = line.cells.slice(layout.header.length);
        const cells = places.map((place) => (place < 0 ? "" : (line.cells[place] ?? "")));
        return { ...line, cells: [...cells, ...surplus] };
      });
  return { title, header, places, lines: printed };
}

/** The line of the file on which each line of the table begins, 1-based. `multiline`: line breaks in cells count. */
export function lineNumbers(table: Table, multiline: boolean): number[] {
  let next = (table.title === null ? 1 : 2) + 1;
  return table.lines.map(({ cells }) => {
    const line = next;
    next++;
    if (multiline) for (const cell of cells) for (const sign of cell) if (sign === "\n") next++;
    return line;
  });
}
