import type { Handler } from "htmlparser2";
import type { RawTable } from "../raw.ts";
import type { Scratch } from "../scratch.ts";
import { TableWriter } from "../table-writer.ts";
import { CellText } from "./cell.ts";
import { Grid } from "./grid.ts";

const BLOCKS = new Set(["p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre"]);
const UNSEEN = new Set(["script", "style", "title", "template"]);
/** Tables within tables beyond this depth are read as words of the cell they stand in. */
const MAX_DEPTH = 16;
type Attributes = Readonly<Record<string, string>>;

/** One table while it is being read. */
class OpenTable {
  readonly writer: TableWriter;
  cell: CellText | null = null;
  readonly #grid = new Grid();
  #attributes: Attributes = {};
  #row = 0;
  #inRow = false;

  constructor(scratch: Scratch) {
    this.writer = new TableWriter(scratch);
  }

  openRow(): void {
    this.closeRow();
    this.#row++;
    this.#inRow = true;
    this.#grid.row();
  }

  closeRow(): void {
    this.closeCell();
    if (this.#inRow) this.writer.row(this.#grid.cells(), this.#row);
    this.#inRow = false;
  }

  openCell(attributes: Attributes): void {
    this.closeCell();
    if (!this.#inRow) this.openRow();
    this.#attributes = attributes;
    this.cell = new CellText(attributes["x:num"]);
  }

  closeCell(): void {
    if (!this.cell) return;
    this.#grid.cell(this.cell.toString(), this.#attributes.colspan, this.#attributes.rowspan);
    this.cell = null;
  }

  group(): void {
    this.closeRow();
    this.#grid.group();
  }
}

/** Gathers the tables of a page from the events of its parser, and keeps the one with the most rows. */
export class Tables implements Partial<Handler> {
  /** How many tables the page has. */
  seen = 0;
  readonly #scratch: Scratch;
  /** Tables within tables: the innermost is the last. */
  readonly #open: OpenTable[] = [];
  readonly #given: TableWriter[] = [];
  #best: TableWriter | null = null;
  #tooDeep = 0;
  #unseen = 0;
  #preformatted = 0;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  onopentag(name: string, attributes: Attributes): void {
    const table = this.#open.at(-1);
    if (name === "table" || name === "tr") for (const { cell } of this.#around(name)) cell?.blockEdge();
    else if (name === "td" || name === "th") for (const { cell } of this.#around(name)) cell?.add(" ", false);
    if (name === "table") {
      this.seen++;
      if (this.#open.length < MAX_DEPTH) this.#open.push(new OpenTable(this.#scratch));
      else this.#tooDeep++;
    } else if (this.#tooDeep > 0) {
      // Cells and rows of such a table are none of the outer one's.
    } else if (name === "tr") table?.openRow();
    else if (name === "td" || name === "th") table?.openCell(attributes);
    else if (name === "thead" || name === "tbody" || name === "tfoot") table?.group();
    else if (name === "br") for (const { cell } of this.#open) cell?.lineBreak();
    else if (UNSEEN.has(name)) this.#unseen++;
    if (name === "pre") this.#preformatted++;
    if (BLOCKS.has(name)) for (const { cell } of this.#open) cell?.blockEdge();
  }

  ontext(text: string): void {
    if (this.#unseen > 0) return;
    // What a table within a cell says, its cell says too.
    for (const { cell } of this.#open) cell?.add(text, this.#preformatted > 0);
  }

  onclosetag(name: string): void {
    const table = this.#open.at(-1);
    if (name === "table" && this.#tooDeep > 0) this.#tooDeep--;
    else if (name === "table") this.#close();
    else if (this.#tooDeep > 0) {
      // As above.
    } else if (name === "tr") table?.closeRow();
    else if (name === "td" || name === "th") table?.closeCell();
    else if (name === "thead" || name === "tbody" || name === "tfoot") table?.group();
    else if (UNSEEN.has(name)) this.#unseen = Math.max(0, this.#unseen - 1);
    if (name === "pre") this.#preformatted = Math.max(0, this.#preformatted - 1);
    if (BLOCKS.has(name)) for (const { cell } of this.#open) cell?.blockEdge();
  }

  /** The tables whose cell the tag stands in: a row and a cell do not stand in their own table's. */
  #around(name: string): readonly OpenTable[] {
    return name === "table" || this.#tooDeep > 0 ? this.#open : this.#open.slice(0, -1);
  }

  #close(): void {
    const table = this.#open.pop();
    if (!table) return;
    table.closeRow();
    // The cell around it goes on; its own words must not run into the inner table's.
    this.#open.at(-1)?.cell?.blockEdge();
    const better = table.writer.records > (this.#best?.records ?? 0);
    const loser = better ? this.#best : table.writer;
    if (loser) this.#given.push(loser);
    if (better) this.#best = table.writer;
  }

  async pause(): Promise<void> {
    for (const writer of this.#given.splice(0)) await writer.discard();
    for (const { writer } of this.#open) await writer.pause();
  }

  /** The table with the most rows, or null where none has any. */
  async finish(): Promise<RawTable | null> {
    while (this.#open.length > 0) this.#close();
    await this.pause();
    return (await this.#best?.finish(null)) ?? null;
  }

  async discard(): Promise<void> {
    for (const { writer } of this.#open.splice(0)) this.#given.push(writer);
    if (this.#best) this.#given.push(this.#best);
    await this.pause();
  }
}
