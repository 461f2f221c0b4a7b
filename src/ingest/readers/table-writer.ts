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

export interface WriterOptions {
  /** Whether a header comes before the rows, that is known only when all of them are. */
  readonly headed?: boolean;
  /** Whether a row without any text is one nevertheless. */
  readonly keepEmpty?: boolean;
}

/** Writes rows as comma-separated text, all of the same width. */
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
  readonly #options: WriterOptions;
  #width = 0;
  #multiline = false;

  constructor(scratch: Scratch, options: WriterOptions = {}) {
    this.#scratch = scratch;
    this.#options = options;
    this.#path = scratch.path();
    this.#sink = new ByteSink(this.#path);
  }

  get records(): number {
    return this.#cells.length;
  }

  /** Adds the row at `line`; empty cells at its end are none, and a row without any other is mostly left out. */
  row(cells: readonly string[], line: number): void {
    let length = cells.length;
    while (length > 0 && cells[length - 1] === "") length--;
    if (length === 0) {
      if (!this.#options.keepEmpty) return;
      length = 1;
    }
    const kept = length < cells.length ? cells.slice(0, length) : cells.length === 0 ? [""] : cells;
    const text = encodeRecord(kept);
    if (length > MAX_CELLS || text.length > MAX_RECORD) {
      this.#malformed.push({ line, text: text.slice(0, 2000), reason: "size" });
      return;
    }
    this.#bytes.push(this.#sink.text(text));
    this.#sink.byte(LF);
    this.#cells.push(length);
    this.#lines.add(this.#cells.length + (this.#options.headed ? 1 : 0), line);
    this.#width = Math.max(this.#width, length);
    if (!this.#multiline && kept.some((cell) => /[\r\n]/.test(cell))) this.#multiline = true;
    if (this.#head.length < HEAD_RECORDS) this.#head.push([...kept]);
  }

  pause(): Promise<void> {
    return this.#sink.flush();
  }

  /**
   * The table, or null where it has no row. `header` is its first record, as wide as any row, where one was promised.
   * Exactly one of `finish` and `discard` must be called.
   */
  async finish(name: string | null, header: readonly string[] = []): Promise<RawTable | null> {
    if (this.records === 0) {
      await this.discard();
      return null;
    }
    await this.#sink.close();
    const width = Math.max(this.#width, header.length);
    const first = this.#options.headed ? encodeRecord(header) : null;
    let longest = first === null ? 0 : Buffer.byteLength(first);
    for (const [index, bytes] of this.#bytes.entries())
      longest = Math.max(longest, bytes + width - (this.#cells[index] as number));
    const ready = first === null && this.#cells.every((cells) => cells === width);
    const filled = ready ? { csvPath: this.#path, control: this.#sink.control } : await this.#fillUp(first, width);
    const head = first === null ? this.#head : [[...header], ...this.#head].slice(0, HEAD_RECORDS);
    return {
      name,
      ...filled,
      delimiter: ",",
      quote: '"',
      newline: "\n",
      width,
      records: this.records + (first === null ? 0 : 1),
      uniform: true,
      multiline: this.#multiline || header.some((cell) => /[\r\n]/.test(cell)),
      longest,
      lines: this.#lines.build(),
      head: head.map((cells) => [...cells, ...Array<string>(width - cells.length).fill("")]),
      malformed: this.#malformed,
    };
  }

  async discard(): Promise<void> {
    await this.#sink.abandon();
    await this.#scratch.remove(this.#path);
  }

  /** A copy in which every record has the full width, the header before them. */
  async #fillUp(first: string | null, width: number): Promise<{ csvPath: string; control: boolean }> {
    const path = this.#scratch.path();
    const sink = new ByteSink(path);
    const window = await FileWindow.open(this.#path, 0);
    try {
      if (first !== null) sink.text(`${first}\n`);
      for (const [index, length] of this.#bytes.entries()) {
        if (window.length < length + 1) {
          await sink.flush();
          await window.ensure(length + 1);
        }
        sink.bytes(window.bytes, window.start, window.start + length);
        for (let cell = this.#cells[index] as number; cell < width; cell++) sink.byte(COMMA);
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
    return { csvPath: path, control: sink.control };
  }
}
