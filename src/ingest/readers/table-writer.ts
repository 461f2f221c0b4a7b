import { encodeRecord } from "./encode.ts";
import { LF } from "./lex.ts";
import { LineMapBuilder } from "./lines.ts";
import type { Malformed, RawTable } from "./raw.ts";
import { MAX_CELLS, MAX_RECORD } from "./records.ts";
import type { Scratch } from "./scratch.ts";
import { ByteSink } from "./sink.ts";
import { HEAD_RECORDS } from "./summary.ts";
import { FileWindow } from "./window.ts";

const COMMA = 44;

/** Writes the rows of a sheet or of an HTML table as comma-separated text, all of the same width. */
export class TableWriter {
  readonly #scratch: Scratch;
  readonly #path: string;
  readonly #sink: ByteSink;
  readonly #lines = new LineMapBuilder();
  readonly #head: string[][] = [];
  readonly #malformed: Malformed[] = [];
  /** Cells and bytes of each record, for filling up the short ones when the width is known. */
  readonly #cells: number[] = [];
  readonly #bytes: number[] = [];
  #width = 0;
  #multiline = false;

  constructor(scratch: Scratch) {
    this.#scratch = scratch;
    this.#path = scratch.path();
    this.#sink = new ByteSink(this.#path);
  }

  get records(): number {
    return this.#cells.length;
  }

  /** Adds the row at `line`; empty cells at its end are none, and a row without any other is left out. */
  row(cells: readonly string[], line: number): void {
    let length = cells.length;
    while (length > 0 && cells[length - 1] === "") length--;
    if (length === 0) return;
    const kept = length < cells.length ? cells.slice(0, length) : cells;
    const text = encodeRecord(kept);
    if (length > MAX_CELLS || text.length > MAX_RECORD) {
      this.#malformed.push({ line, text: text.slice(0, 2000), reason: "size" });
      return;
    }
    this.#bytes.push(this.#sink.text(text));
    this.#sink.byte(LF);
    this.#cells.push(length);
    this.#lines.add(this.#cells.length, line);
    this.#width = Math.max(this.#width, length);
    if (!this.#multiline && kept.some((cell) => /[\r\n]/.test(cell))) this.#multiline = true;
    if (this.#head.length < HEAD_RECORDS) this.#head.push([...kept]);
  }

  pause(): Promise<void> {
    return this.#sink.flush();
  }

  /** The table, or null where it has no record. Exactly one of `finish` and `discard` must be called. */
  async finish(name: string | null): Promise<RawTable | null> {
    if (this.records === 0) {
      await this.discard();
      return null;
    }
    await this.#sink.close();
    const width = this.#width;
    let longest = 0;
    for (const [index, bytes] of this.#bytes.entries())
      longest = Math.max(longest, bytes + width - (this.#cells[index] as number));
    return {
      name,
      csvPath: this.#cells.every((cells) => cells === width) ? this.#path : await this.#fillUp(),
      delimiter: ",",
      quote: '"',
      newline: "\n",
      width,
      records: this.records,
      uniform: true,
      multiline: this.#multiline,
      longest,
      lines: this.#lines.build(),
      head: this.#head.map((cells) => [...cells, ...Array<string>(width - cells.length).fill("")]),
      malformed: this.#malformed,
    };
  }

  async discard(): Promise<void> {
    await this.#sink.abandon();
    await this.#scratch.remove(this.#path);
  }

  /** A copy in which every record has the full width. */
  async #fillUp(): Promise<string> {
    const path = this.#scratch.path();
    const sink = new ByteSink(path);
    const window = await FileWindow.open(this.#path, 0);
    try {
      for (const [index, length] of this.#bytes.entries()) {
        if (window.length < length + 1) {
          await sink.flush();
          await window.ensure(length + 1);
        }
        sink.bytes(window.bytes, window.start, window.start + length);
        for (let cell = this.#cells[index] as number; cell < this.#width; cell++) sink.byte(COMMA);
        sink.byte(LF);
        window.start += length + 1;
      }
      await sink.close();
    } catch (error) {
      await sink.abandon();
      throw error;
    } finally {
      await window.close();
    }
    await this.#scratch.remove(this.#path);
    return path;
  }
}
