import { FOLLOW_UP, PENALTY } from "../../../src/demo/layouts/after.ts";
import { CLOSING } from "../../../src/demo/layouts/closing.ts";
import { LEDGER, LEDGER_ENGLISH } from "../../../src/demo/layouts/ledger.ts";
import { LIST_12315, LIST_12345 } from "../../../src/demo/layouts/lists.ts";
import { QUERY } from "../../../src/demo/layouts/query.ts";
import { REGISTER } from "../../../src/demo/layouts/register.ts";
import type { Table } from "../../../src/demo/table.ts";
import { csvBytes, type TextEncoding } from "../../../src/demo/write-csv.ts";
import { htmlBytes } from "../../../src/demo/write-html.ts";
import { type CellKind, xlsxBytes } from "../../../src/demo/write-xlsx.ts";

/** Export files by name, as a station would hand them over. */
export type Files = ReadonlyMap<string, Uint8Array>;

export const LAYOUTS = { QUERY, LIST_12315, LIST_12345, REGISTER, CLOSING, FOLLOW_UP, PENALTY, LEDGER };
export type LayoutName = keyof typeof LAYOUTS;

/** Cells of one row by caption; a caption that is left out is an empty cell, and 序号 is counted. */
export type Cells = Readonly<Record<string, string>>;

interface Noise {
  /** Titles as the file prints them, by caption of the layout. */
  readonly titles?: Cells;
  /** Columns behind those of the layout, which no profile knows. */
  readonly more?: readonly string[];
  /** Rows, by place, that stand once more at the end. */
  readonly again?: readonly number[];
  /** The place before which the header stands once more. */
  readonly headerAt?: number;
  /** A totals row: what it prints below captions, and its first word. */
  readonly total?: Cells & { readonly word: string };
  /** A row above the header. */
  readonly title?: string;
}

/** A table of a layout with what people and systems leave in it. */
export function table(name: LayoutName, rows: readonly Cells[], noise: Noise = {}): Table {
  const { header: captions } = LAYOUTS[name];
  const { titles = {}, more = [], again = [], headerAt, total, title = null } = noise;
  const all = [...captions, ...more];
  const header = all.map((caption) => titles[caption] ?? caption);
  const cellsOf = (row: Cells, number: number): string[] => {
    const foreign = Object.keys(row).find((caption) => !all.includes(caption));
    if (foreign !== undefined) throw new TypeError(`${name} has no column ${foreign}`);
    return all.map((caption) => row[caption] ?? (caption === "序号" ? String(number) : ""));
  };
  const lines = rows.map(cellsOf);
  for (const place of again) lines.push([...(lines[place] as string[])]);
  if (headerAt !== undefined) lines.splice(headerAt, 0, [...header]);
  if (total) {
    const { word, ...cells } = total;
    lines.push([word, ...cellsOf(cells, 0).slice(1)]);
  }
  return { title, header, places: header.map((_, i) => i), lines: lines.map((cells) => ({ cells, says: null })) };
}

export const csv = (given: Table, encoding: TextEncoding): Uint8Array => csvBytes(given, encoding);

/** An HTML table, which systems hand over as `.xls`. */
export const html = (given: Table, encoding: "gb18030" | "utf-8"): Uint8Array => htmlBytes(given, encoding);

/** A workbook; `kinds` by title, all others are text. */
export function xlsx(given: Table, kinds: Readonly<Record<string, CellKind>>): Uint8Array {
  return xlsxBytes(
    given,
    given.header.map((title) => kinds[title] ?? "text"),
  );
}

/** Titles of the ledger in English. */
export const ENGLISH_LEDGER: Cells = Object.fromEntries(
  LEDGER.header.map((caption, i) => [caption, LEDGER_ENGLISH[i] as string]),
);
