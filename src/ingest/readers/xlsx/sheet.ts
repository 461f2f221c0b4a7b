import type { TableWriter } from "../table-writer.ts";
import { isoText, numberText, serialText } from "./cell.ts";
import { RichText, unescapeText } from "./strings.ts";
import type { NumberKind } from "./styles.ts";
import type { Attributes, PartHandler } from "./xml.ts";

/** The size of a sheet (specification of Excel). */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** What cells refer to. */
export interface Context {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly epoch1904: boolean;
}

/** A sheet that has more rows or columns than there can be. */
export class BeyondSheet extends Error {}

/** `AB12` → 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = 26 * column + code - 64;
  }
  return column;
}

/** Writes the rows of a sheet as they come. */
export class SheetHandler implements PartHandler {
  readonly #writer: TableWriter;
  readonly #context: Context;
  #inData = false;
  #row = 0;
  #column = 0;
  #cells: string[] = [];
  #type = "n";
  #style = "";
  #value: string | null = null;
  #formula: string | null = null;
  #rich: RichText | null = null;
  #reading: "value" | "formula" | null = null;

  constructor(writer: TableWriter, context: Context) {
    this.#writer = writer;
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#inData) this.#inData = name === "sheetData";
    else if (name === "c") this.#openCell(attributes);
    else if (name === "v") [this.#reading, this.#value] = ["value", ""];
    else if (name === "row") this.#openRow(attributes);
    else if (name === "f") [this.#reading, this.#formula] = ["formula", ""];
    else if (name === "is") this.#rich = new RichText();
    else this.#rich?.open(name);
  }

  text(text: string): void {
    if (this.#reading === "value") this.#value += text;
    else if (this.#reading === "formula") this.#formula += text;
    else this.#rich?.text(text);
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === "v" || name === "f") this.#reading = null;
    else if (name === "c") {
      const text = this.#cellText();
      if (text !== "") {
        while (this.#cells.length < this.#column) this.#cells.push("");
        this.#cells[this.#column - 1] = text;
      }
    } else if (name === "row") this.#writer.row(this.#cells, this.#row);
    else if (name === "sheetData") this.#inData = false;
    else this.#rich?.close(name);
  }

  pause(): Promise<void> {
    return this.#writer.pause();
  }

  #openRow(attributes: Attributes): void {
    const row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r);
    if (!(row > this.#row && row <= MAX_ROW)) throw new BeyondSheet(`row ${attributes.r}`);
    this.#row = row;
    this.#column = 0;
    this.#cells = [];
  }

  #openCell(attributes: Attributes): void {
    this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
    if (!(this.#column >= 1 && this.#column <= MAX_COLUMN)) throw new BeyondSheet(`cell ${attributes.r}`);
    this.#type = attributes.t ?? "n";
    this.#style = attributes.s ?? "";
    this.#value = null;
    this.#formula = null;
    this.#rich = null;
  }

  #cellText(): string {
    const value = this.#value;
    if (this.#type === "inlineStr") return this.#rich?.toString() ?? "";
    // A program that cannot calculate leaves formulas without a result. That is no empty cell.
    if (value === null) return this.#formula === null ? "" : `=${this.#formula}`;
    if (value === "") return "";
    switch (this.#type) {
      case "s": {
        const text = this.#context.strings[Number(value)];
        if (text === undefined) throw new Error(`no shared string ${value}`);
        return text;
      }
      case "b":
        return value === "1" ? "TRUE" : value === "0" ? "FALSE" : value;
      case "d":
        return isoText(value);
      case "n": {
        const kind = this.#style === "" ? "number" : (this.#context.kinds[Number(this.#style)] ?? "number");
        return kind === "number" ? numberText(value) : serialText(value, kind, this.#context.epoch1904);
      }
      default:
        // `str`, the text of a formula, and `e`, an error such as #N/A.
        return unescapeText(value);
    }
  }
}
