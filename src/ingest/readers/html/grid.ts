import { MAX_CELLS } from "../records.ts";

const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;

function span(attribute: string | undefined, most: number): number {
  const value = Number.parseInt(attribute ?? "1", 10);
  if (value === 0) return most;
  return Number.isNaN(value) || value < 0 ? 1 : Math.min(value, most);
}

/**
 * Places the cells of an HTML table in columns. A cell that spans several columns or rows stands in the first of them
 * and leaves the others empty: an amount that is written once must not be counted twice.
 */
export class Grid {
  /** For each column, how many rows further down a cell above reaches. */
  #reach: number[] = [];
  #taken: boolean[] = [];
  #cells: string[] = [];
  #column = 0;

  /** Begins a row. */
  row(): void {
    this.#taken = this.#reach.map((rows) => rows > 0);
    this.#reach = this.#reach.map((rows) => Math.max(0, rows - 1));
    this.#cells = [];
    this.#column = 0;
  }

  /** Cells do not reach beyond their group of rows (`thead`, `tbody`, `tfoot`). */
  group(): void {
    this.#reach = [];
  }

  cell(text: string, colspan: string | undefined, rowspan: string | undefined): void {
    while (this.#taken[this.#column]) this.#skip();
    const columns = span(colspan, MAX_COLSPAN);
    const rows = span(rowspan, MAX_ROWSPAN);
    for (let index = 0; index < (colspan === "0" ? 1 : columns); index++) {
      // A row beyond the limit is rejected, whatever more of it is known.
      if (this.#column > MAX_CELLS) return;
      this.#cells[this.#column] = index === 0 ? text : "";
      this.#reach[this.#column] = rows - 1;
      this.#column++;
    }
  }

  #skip(): void {
    this.#cells[this.#column] = "";
    this.#column++;
  }

  /** The row's cells, all columns filled. */
  cells(): string[] {
    return this.#cells;
  }
}
