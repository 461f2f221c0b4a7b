import { Refusal } from "../refusal.ts";
import { CR, type Dialect, DONE, LF, MORE, type RecordEnd, RecordLexer } from "./lex.ts";
import type { Malformed } from "./raw.ts";
import { isSwallowed, LENIENT_BYTES, lineEnd, nextLine, recover } from "./recover.ts";
import { FileWindow } from "./window.ts";

/** A record may be this long, and have this many cells; beyond, it is malformed. */
export const MAX_RECORD = 16 * 1024 * 1024;
export const MAX_CELLS = 4096;
const TEXT_LIMIT = 2000;

/** Where the records of a UTF-8 file begin and how they are written. */
export interface Layout {
  readonly path: string;
  /** How messages call the file. */
  readonly name: string;
  /** Bytes before the first record: a byte order mark, a `sep=` line. */
  readonly skip: number;
  /** 1-based number of the line at `skip`. */
  readonly firstLine: number;
  readonly dialect: Dialect;
  /** The usual number of cells, for telling what a malformed record has spoilt. */
  readonly expected: number;
  /** Lines that hold U+FFFD for bytes that mean no character, ascending. */
  readonly faultyLines: readonly number[];
}

/** Is told each record of a file in order. `lexer` says what it is like; nothing of it may be kept. */
export interface Visitor {
  record(bytes: Buffer, from: number, lexer: RecordLexer, line: number): void;
  /** A line without a byte between two line ends. */
  blank(endedBy: RecordEnd): void;
  reject(fault: Malformed): void;
  /** Called now and then; the only moment to wait for something. */
  pause(): Promise<void>;
}

/** Drops the rest of the line at the window's start, however long. */
async function dropLine(window: FileWindow): Promise<void> {
  for (;;) {
    const end = lineEnd(window.bytes, window.start, window.end);
    const cut = end + 1 === window.end && window.bytes[end] === CR && !window.last;
    if (end < window.end && !cut) {
      window.start = nextLine(window.bytes, end, window.end);
      return;
    }
    window.start = end;
    if (window.last) return;
    await window.more();
  }
}

function textOf(bytes: Buffer, from: number, to: number): string {
  let end = to;
  while (end > from && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--;
  return bytes.toString("utf8", from, Math.min(end, from + 4 * TEXT_LIMIT)).slice(0, TEXT_LIMIT);
}

/**
 * Goes through the records of a file. A malformed one costs no more than itself: see {@link recover} for where reading
 * goes on after it. Tells whether the bytes 0x1E or 0x1F occur.
 *
 * @throws Refusal `damaged_file` where the quoting follows no rule at all.
 */
export async function visitRecords(layout: Layout, visitor: Visitor): Promise<{ readonly control: boolean }> {
  const window = await FileWindow.open(layout.path, layout.skip);
  try {
    await new RecordReader(layout, visitor, window).run();
    return { control: window.control };
  } finally {
    await window.close();
  }
}

class RecordReader {
  readonly #layout: Layout;
  readonly #visitor: Visitor;
  readonly #window: FileWindow;
  readonly #lexer: RecordLexer;
  #line: number;
  /** Index of the next faulty line. */
  #faulty = 0;
  #records = 0;
  #faults = 0;
  /** Bytes that were read for nothing, because the record turned out to be malformed. */
  #wasted = 0;

  constructor(layout: Layout, visitor: Visitor, window: FileWindow) {
    this.#layout = layout;
    this.#visitor = visitor;
    this.#window = window;
    this.#lexer = new RecordLexer(layout.dialect);
    this.#line = layout.firstLine;
  }

  async run(): Promise<void> {
    const window = this.#window;
    const lexer = this.#lexer;
    const { expected, dialect } = this.#layout;
    for (;;) {
      const from = window.start;
      if (from === window.end && window.last) return;
      const outcome = from < window.end ? lexer.read(window.bytes, from, window.end, window.last) : MORE;
      if (outcome === MORE && window.length < MAX_RECORD) {
        await this.#visitor.pause();
        await window.more();
      } else if (outcome === MORE) {
        await this.#giveUp(window.length, false);
      } else if (outcome !== DONE) {
        await this.#giveUp(lexer.next - from, true);
      } else if (lexer.end === from) {
        this.#visitor.blank(lexer.endedBy);
        this.#line++;
        window.start = lexer.next;
      } else if (lexer.breaks > 1 && isSwallowed(window.bytes, from, lexer.end, expected, dialect)) {
        await this.#giveUp(lexer.next - from, false);
      } else {
        this.#take(from);
      }
    }
  }

  /** A well-formed record at `from`. */
  #take(from: number): void {
    const lexer = this.#lexer;
    const lines = lexer.breaks + 1;
    if (this.#isFaulty(this.#line + lines)) this.#reject("encoding", from, lexer.end);
    else if (lexer.cells > MAX_CELLS || lexer.end - from > MAX_RECORD) this.#reject("size", from, lexer.end);
    else {
      this.#records++;
      this.#visitor.record(this.#window.bytes, from, lexer, this.#line);
    }
    this.#line += lines;
    this.#window.start = lexer.next;
  }

  /** Whether a faulty line lies between the present one and `below`. */
  #isFaulty(below: number): boolean {
    const lines = this.#layout.faultyLines;
    while (this.#faulty < lines.length && (lines[this.#faulty] as number) < this.#line) this.#faulty++;
    return this.#faulty < lines.length && (lines[this.#faulty] as number) < below;
  }

  /** A malformed record at the window's start. */
  async #giveUp(read: number, recoverable: boolean): Promise<void> {
    this.#wasted += read;
    const hopeless = this.#faults >= 100_000 || (this.#faults >= 1000 && this.#faults > this.#records);
    if (hopeless || this.#wasted > 64 * MAX_RECORD) {
      const place = { file: this.#layout.name, line: this.#line };
      throw new Refusal("damaged_file", "readers.damaged_file", { fault: "quoting" }, { place });
    }
    const window = this.#window;
    if (recoverable) await window.ensure(LENIENT_BYTES + 1);
    const { bytes, start, end, last } = window;
    const span = recoverable ? recover(this.#lexer, bytes, start, end, last, this.#layout.expected) : null;
    if (span) {
      this.#reject("quoting", start, span.next);
      window.start = span.next;
      this.#line += span.lines;
      return;
    }
    const stop = lineEnd(bytes, start, end);
    this.#reject(stop < end || last ? "quoting" : "size", start, stop);
    await dropLine(window);
    this.#line++;
  }

  #reject(reason: Malformed["reason"], from: number, to: number): void {
    this.#faults++;
    this.#visitor.reject({ line: this.#line, text: textOf(this.#window.bytes, from, to), reason });
  }
}
