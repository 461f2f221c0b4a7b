import { stat } from "node:fs/promises";
import { Refusal } from "../../refusal.ts";
import type { RawTable } from "../raw.ts";
import type { Scratch } from "../scratch.ts";
import { TableWriter } from "../table-writer.ts";
import { numberText, serialText } from "../xlsx/cell.ts";
import { kindOfCode, type NumberKind } from "../xlsx/styles.ts";
import { Exhausted, type Limits, messagesOf, type StoredCell, type StoredRow } from "./messages.ts";

/** What a file of so many bytes may take. A full sheet of 65,536 rows and 20 columns takes about 5 seconds and 300 MiB. */
const limitsOf = (bytes: number): Limits => ({ milliseconds: 10_000 + bytes / 500, mebibytes: 512 });
/** The file is held in memory beside the heap; real ones are far smaller. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Errors by their number ([MS-XLS] 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

const kinds = new Map<string, NumberKind>();

function kindOf(format: string): NumberKind {
  let kind = kinds.get(format);
  if (kind === undefined) {
    kind = kindOfCode(format);
    if (kinds.size < 10_000) kinds.set(format, kind);
  }
  return kind;
}

function cellText([, type, value, format]: StoredCell, epoch1904: boolean): string {
  if (type === "b") return value ? "TRUE" : "FALSE";
  if (type === "e") return ERRORS[Number(value)] ?? `#${value}`;
  if (type !== "n") return String(value);
  const kind = format === null ? "number" : kindOf(String(format));
  return kind === "number" ? numberText(String(value)) : serialText(String(value), kind, epoch1904);
}

function rowCells([, cells]: StoredRow, epoch1904: boolean): string[] {
  const texts: string[] = [];
  for (const cell of cells) {
    while (texts.length < cell[0]) texts.push("");
    texts[cell[0]] = cellText(cell, epoch1904);
  }
  return texts;
}

/** Gathers the sheets of one workbook from what the process tells. */
class Sheets {
  readonly tables: RawTable[] = [];
  readonly #scratch: Scratch;
  #writer: TableWriter | null = null;
  #name = "";
  epoch1904 = false;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
  }

  async open(name: string): Promise<void> {
    await this.close();
    this.#name = name;
    this.#writer = new TableWriter(this.#scratch);
  }

  async add(rows: readonly StoredRow[]): Promise<void> {
    for (const row of rows) this.#writer?.row(rowCells(row, this.epoch1904), row[0] + 1);
    await this.#writer?.pause();
  }

  async close(): Promise<void> {
    const table = await this.#writer?.finish(this.#name);
    this.#writer = null;
    if (table) this.tables.push(table);
  }

  async discard(): Promise<void> {
    await this.#writer?.discard();
  }
}

/**
 * Reads every sheet of a workbook of Excel 5 to 2003 (BIFF5 and BIFF8 in an OLE2 file), as {@link readWorkbook} reads
 * newer ones. The library that knows the format runs in a process of its own, with limits.
 *
 * @throws Refusal `damaged_file` (also where it takes more time or memory than `limits`), `empty_file`, `no_profile` (a
 * password, or an OLE2 file that is no workbook)
 */
export async function readOldWorkbook(
  path: string,
  name: string,
  scratch: Scratch,
  limits?: Limits,
): Promise<readonly RawTable[]> {
  const place = { file: name };
  const refusal = (fault: string, part: string, cause?: unknown) =>
    new Refusal("damaged_file", "readers.damaged_file", { fault, part }, { place, cause });
  const { size } = await stat(path);
  if (size > MAX_BYTES) throw refusal("effort", "");
  const sheets = new Sheets(scratch);
  try {
    for await (const { refused, reason, epoch1904, sheet, rows } of messagesOf(path, limits ?? limitsOf(size))) {
      if (refused === "damaged") throw refusal("workbook", "Workbook", new Error(reason));
      if (refused) throw new Refusal("no_profile", "readers.format_not_read", { format: refused }, { place });
      if (epoch1904 !== undefined) sheets.epoch1904 = epoch1904;
      if (sheet !== undefined) await sheets.open(sheet);
      if (rows) await sheets.add(rows);
    }
    await sheets.close();
  } catch (error) {
    await sheets.discard();
    throw error instanceof Exhausted ? refusal("effort", "", error) : error;
  }
  if (sheets.tables.length > 0) return sheets.tables;
  throw new Refusal("empty_file", "readers.empty_file", {}, { place });
}
