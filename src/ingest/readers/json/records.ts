import { Refusal } from "../../refusal.ts";
import type { Malformed } from "../raw.ts";
import { MAX_RECORD } from "../records.ts";
import type { TableWriter } from "../table-writer.ts";
import type { FileWindow } from "../window.ts";
import { CLOSE_ARRAY, COMMA, CR, countBreaks, LF, OPEN_OBJECT, skipSpace } from "./bytes.ts";
import type { Columns } from "./columns.ts";
import { MORE, RecordParser, SYNTAX, TOO_DEEP, TOO_MANY } from "./parse.ts";
import { afterFault, lineAfter } from "./recover.ts";
import type { Shape } from "./shape.ts";
import { MAX_NESTING, Skipper } from "./skip.ts";

const TEXT_LIMIT = 2000;

/** A record that could not be read, and which one of all it is. */
export interface Fault extends Malformed {
  readonly ordinal: number;
}

/** Reads the records of a JSON text one after the other. */
export class RecordReader {
  readonly faults: Fault[] = [];
  /** How many records there are, the malformed too. */
  count = 0;
  /** Whether two of them begin on one line. */
  sharesLines = false;
  /** For each good record, which one of all it is. */
  onRecord: (ordinal: number) => void = () => {};
  readonly #shape: Shape;
  readonly #name: string;
  readonly #window: FileWindow;
  readonly #writer: TableWriter;
  readonly #columns: Columns;
  readonly #parser: RecordParser;
  readonly #faultyLines: readonly number[];
  #faulty = 0;
  #line: number;
  #lastLine = 0;
  #good = 0;

  constructor(
    shape: Shape,
    name: string,
    window: FileWindow,
    writer: TableWriter,
    columns: Columns,
    faultyLines: readonly number[],
  ) {
    this.#shape = shape;
    this.#name = name;
    this.#window = window;
    this.#writer = writer;
    this.#columns = columns;
    this.#parser = new RecordParser(columns);
    this.#faultyLines = faultyLines;
    this.#line = shape.line;
  }

  async run(): Promise<void> {
    const list = this.#shape.kind === "list";
    if (list) this.#window.start++;
    for (;;) {
      const byte = await this.#next(list);
      if (byte === null) {
        if (list) throw this.#refusal("unclosed");
        return;
      }
      if (list && byte === CLOSE_ARRAY) {
        this.#window.start++;
        if (this.#shape.whole && (await this.#next(false)) !== null) throw this.#refusal("syntax");
        return;
      }
      await this.#record();
    }
  }

  /** Goes to the next byte that is no white space, and over commas between records; null at the end. */
  async #next(commas: boolean): Promise<number | null> {
    const window = this.#window;
    for (;;) {
      let at = skipSpace(window.bytes, window.start, window.end);
      // One object a line with a comma after it is seen too.
      const comma = at < window.end && window.bytes[at] === COMMA && (commas || this.#shape.kind !== "list");
      if (comma && this.count > 0) at++;
      this.#consume(at);
      if (window.start < window.end) {
        if (comma && this.count > 0) continue;
        return window.bytes[window.start] as number;
      }
      if (window.last) return null;
      await window.more();
    }
  }

  #consume(to: number): void {
    const window = this.#window;
    this.#line += countBreaks(window.bytes, window.start, to, window.end);
    window.start = to;
  }

  async #record(): Promise<void> {
    const window = this.#window;
    this.count++;
    if (this.#line === this.#lastLine) this.sharesLines = true;
    this.#lastLine = this.#line;
    for (;;) {
      const { bytes, start, end } = window;
      let after = bytes[start] === OPEN_OBJECT ? this.#parser.read(bytes, start, end) : SYNTAX;
      if (after === TOO_DEEP) throw this.#refusal("nesting");
      if (after > 0 && this.#shape.kind !== "list") after = this.#endOfLine(after);
      if (after > 0 || after === TOO_MANY) {
        await this.#take(after);
        return;
      }
      if (after === SYNTAX || (after === MORE && window.last)) {
        await this.#recover();
        return;
      }
      if (window.length >= MAX_RECORD) {
        await this.#skipLong("size");
        return;
      }
      await window.more();
      await this.#writer.pause();
    }
  }

  /** The offset after an object that is followed by the end of its line or another object; else what is wrong. */
  #endOfLine(after: number): number {
    const { bytes, end, last } = this.#window;
    let at = after;
    while (at < end && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === COMMA)) at++;
    if (at >= end) return last ? after : MORE;
    const byte = bytes[at];
    return byte === LF || byte === CR || byte === OPEN_OBJECT ? after : SYNTAX;
  }

  /** A record from the window's start to `after`, or one of too many columns. */
  async #take(after: number): Promise<void> {
    const { bytes, start, end } = this.#window;
    if (after < 0) {
      await this.#skipLong("size");
      return;
    }
    const breaks = countBreaks(bytes, start, after, end);
    if (after - start > MAX_RECORD) this.#reject("size", after);
    else if (this.#isFaulty(this.#line + breaks + 1)) this.#reject("encoding", after);
    else {
      this.#good++;
      this.#parser.keep();
      this.#writer.row(this.#parser.cells, this.#line);
      this.onRecord(this.count);
    }
    this.#line += breaks;
    this.#window.start = after;
  }

  /** Whether a faulty line lies between the present one and `below`. */
  #isFaulty(below: number): boolean {
    const lines = this.#faultyLines;
    while (this.#faulty < lines.length && (lines[this.#faulty] as number) < this.#line) this.#faulty++;
    return this.#faulty < lines.length && (lines[this.#faulty] as number) < below;
  }

  /** A record that breaks the rules: finds out where the next one begins. */
  async #recover(): Promise<void> {
    const window = this.#window;
    for (;;) {
      const { bytes, start, end, last } = window;
      const after =
        this.#shape.kind === "lines"
          ? lineAfter(bytes, start, end, last)
          : afterFault(bytes, start, end, last, this.#shape.kind === "list");
      if (after === null) throw this.#refusal("syntax");
      if (after >= 0) {
        this.#reject("syntax", after);
        this.#consume(after);
        return;
      }
      if (window.length >= MAX_RECORD) {
        await this.#skipLong("syntax");
        return;
      }
      await window.more();
    }
  }

  /** Goes over a record by its brackets alone, however long it is; over its line where each has one. */
  async #skipLong(reason: "size" | "syntax"): Promise<void> {
    const window = this.#window;
    const { start, end } = window;
    this.#reject(reason, Math.min(end, start + 4 * TEXT_LIMIT));
    const skipper = new Skipper();
    for (;;) {
      const { bytes, start: from, end: to, last } = window;
      let after: number;
      if (this.#shape.kind === "lines") {
        after = lineAfter(bytes, from, to, last);
        if (after >= 0) {
          this.#consume(after);
          return;
        }
        after = to;
      } else {
        after = skipper.skip(bytes, from, to);
        if (skipper.broken || (skipper.depth > 0 && last && after === to)) throw this.#refusal("syntax");
      }
      this.#consume(after);
      if (this.#shape.kind !== "lines" && skipper.depth === 0) return;
      await window.more();
    }
  }

  #reject(reason: Malformed["reason"], to: number): void {
    this.#columns.discard();
    const { bytes, start } = this.#window;
    const text = bytes
      .toString("utf8", start, Math.min(to, start + 4 * TEXT_LIMIT))
      .trimEnd()
      .slice(0, TEXT_LIMIT);
    this.faults.push({ line: this.#line, ordinal: this.count, text, reason });
    const faults = this.faults.length;
    if (faults >= 100_000 || (faults >= 1000 && faults > this.#good)) throw this.#refusal("syntax");
  }

  #refusal(fault: "syntax" | "unclosed" | "nesting"): Refusal {
    const place = { file: this.#name, line: this.#line };
    return new Refusal("damaged_file", "readers.damaged_file", { fault, part: MAX_NESTING }, { place });
  }
}
