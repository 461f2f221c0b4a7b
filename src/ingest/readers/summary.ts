import { CR_END, CRLF_END, cellsOf, LF_END, type RecordEnd, type RecordLexer } from "./lex.ts";
import { LineMapBuilder } from "./lines.ts";
import type { LineMap, Malformed } from "./raw.ts";
import type { Visitor } from "./records.ts";

export const HEAD_RECORDS = 30;

/** Counts what a {@link RawTable} tells of its records. */
export class Summary implements Visitor {
  records = 0;
  width = 0;
  longest = 0;
  uniform = true;
  multiline = false;
  padded = false;
  /** Whether the first line break of the file stands inside a cell. */
  opensWithBreak = false;
  quotedCells = 0;
  readonly head: string[][] = [];
  readonly malformed: Malformed[] = [];
  /** How often each kind of line end stands between records, by the numbers of {@link RecordEnd}. */
  readonly ends: [number, number, number, number] = [0, 0, 0, 0];
  readonly #lines = new LineMapBuilder();

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
    if (this.head.length < HEAD_RECORDS) this.head.push(cellsOf(bytes.subarray(from, end), lexer.dialect));
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
