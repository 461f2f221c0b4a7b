import {
  BEYOND_ASCII,
  CR_END,
  CRLF_END,
  cellsOf,
  type Dialect,
  FORMULA,
  LF_END,
  ODD,
  QUOTE,
  type RecordEnd,
  type RecordLexer,
  UNTRIMMED,
  WORDY,
} from "./lex.ts";
import { LineMapBuilder } from "./lines.ts";
import type { ColumnTraits, LineMap, Malformed, RawTable } from "./raw.ts";
import { type Layout, type Visitor, visitRecords } from "./records.ts";

export const HEAD_RECORDS = 30;

/** Counts what a {@link RawTable} tells of its records. */
export class Summary implements Visitor {
  records = 0;
  width = 0;
  longest = 0;
  uniform = true;
  multiline = false;
  padded = false;
  /** Whether the bytes 0x1E or 0x1F occur. */
  control = false;
  /** Whether the first line break of the file stands inside a cell. */
  opensWithBreak = false;
  quotedCells = 0;
  readonly head: string[][] = [];
  readonly malformed: Malformed[] = [];
  /** How often each kind of line end stands between records, by the numbers of {@link RecordEnd}. */
  readonly ends: [number, number, number, number] = [0, 0, 0, 0];
  readonly #lines = new LineMapBuilder();
  /** The marks of the first records, one by one: some of them will turn out to be titles and the header. */
  readonly #headMarks: Uint8Array[] = [];
  #marks: Uint8Array = new Uint8Array();

  record(bytes: Buffer, from: number, lexer: RecordLexer, line: number): void {
    const { cells, end } = lexer;
    if (lexer.breaks > 0 && this.ends.every((count) => count === 0)) this.opensWithBreak = true;
    this.records++;
    this.ends[lexer.endedBy]++;
    this.#lines.add(this.records, line);
    if (cells !== this.width) {
      if (this.records > 1) this.uniform = false;
      if (cells > this.width) this.width = cells;
    }
    if (end - from > this.longest) this.longest = end - from;
    if (lexer.breaks > 0) this.multiline = true;
    if (lexer.padded) this.padded = true;
    this.quotedCells += lexer.quotedCells;
    if (this.head.length < HEAD_RECORDS) {
      this.head.push(cellsOf(bytes.subarray(from, end), lexer.dialect));
      this.#headMarks.push(lexer.marks.slice(0, cells));
      lexer.marks.fill(0);
      this.#marks = lexer.marks;
    }
  }

  /** What the cells of each column have in common, over the records below the first `above` ones. */
  traitsBelow(above: number): ColumnTraits[] {
    return Array.from({ length: this.width }, (_, column) => {
      const head = this.#headMarks.slice(above).reduce((marks, record) => marks | (record[column] ?? 0), 0);
      const marks = head | (this.#marks[column] ?? 0);
      return {
        trimmed: (marks & UNTRIMMED) === 0,
        literal: (marks & FORMULA) === 0,
        ascii: (marks & BEYOND_ASCII) === 0,
        plain: (marks & (ODD | UNTRIMMED | FORMULA)) === 0,
        numeric: (marks & WORDY) === 0,
      };
    });
  }

  blank(endedBy: RecordEnd): void {
    this.ends[endedBy]++;
  }

  reject(fault: Malformed): void {
    this.malformed.push(fault);
  }

  async pause(): Promise<void> {}

  get lines(): LineMap {
    return this.#lines.build();
  }

  /** The one kind of line end, or null where there are several. */
  get newline(): "\n" | "\r\n" | "\r" | null {
    const kinds = [LF_END, CRLF_END, CR_END].filter((kind) => (this.ends[kind] ?? 0) > 0);
    if (kinds.length > 1) return null;
    return kinds[0] === CRLF_END ? "\r\n" : kinds[0] === CR_END ? "\r" : "\n";
  }
}

/** Goes through the records of a file and counts. */
export async function summarize(layout: Layout): Promise<Summary> {
  const summary = new Summary();
  summary.control = (await visitRecords(layout, summary)).control;
  return summary;
}

/** The table that a summary tells of, but for where it stands and how its records end. */
export function describeTable(summary: Summary, { delimiter, quote }: Dialect): Omit<RawTable, "csvPath" | "newline"> {
  const { width, records, uniform, multiline, longest, control, lines, head, malformed } = summary;
  return {
    name: null,
    delimiter: String.fromCharCode(delimiter),
    quote: quote === QUOTE ? '"' : "",
    width,
    records,
    uniform,
    multiline,
    longest,
    control,
    lines,
    head,
    malformed,
    traitsBelow: (above) => summary.traitsBelow(above),
  };
}
