import { createReadStream } from "node:fs";
import { Refusal } from "../../refusal.ts";
import type { Utf8Text } from "../text.ts";
import { COLON, COMMA, countBreaks, isSpace, OPEN_ARRAY, OPEN_OBJECT, skipSpace } from "./bytes.ts";
import { MAX_NESTING, Skipper } from "./skip.ts";

/** Where the records of a JSON text stand. */
export interface Shape {
  /** `lines`: an object a line. `sequence`: objects one after the other, over several lines each. `list`: an array. */
  readonly kind: "lines" | "sequence" | "list";
  /** Offset in the file and line of the first record or, for a list, of its bracket. */
  readonly offset: number;
  readonly line: number;
  /** Whether nothing may follow the list: it is not part of a larger document. */
  readonly whole: boolean;
}

interface List {
  readonly offset: number;
  readonly line: number;
  objects: number;
  others: number;
  end: number;
}

/** Looks for lists of objects within one document. */
class Document {
  readonly lists: List[] = [];
  readonly #skipper = new Skipper();
  readonly #name: string;
  /** Depth of the list that is open, or -1: of lists within a list only the outer one can be the records. */
  #listDepth = -1;
  /** A bracket that stands where none may: the lines are documents of their own, and the first of them is broken. */
  #misplaced = false;
  readonly #inside: number[] = [];
  #line = 1;
  #offset: number;
  ended = false;
  severalLines = false;

  constructor(offset: number, name: string) {
    this.#offset = offset;
    this.#name = name;
  }

  get broken(): boolean {
    return this.#skipper.broken || this.#misplaced;
  }

  /** Gives the offset in `bytes` after the document, or their length. */
  add(bytes: Buffer): number {
    let counted = 0;
    const lineAt = (at: number) => {
      this.#line += countBreaks(bytes, counted, at);
      counted = at;
      return this.#line;
    };
    const end = this.#skipper.skip(
      bytes,
      0,
      bytes.length,
      (at, byte, depth) => {
        this.#place(bytes, at, byte, depth);
        this.#open(at, byte, depth, lineAt);
      },
      (at, depth) => this.#close(at, depth),
    );
    this.ended = this.#skipper.depth === 0;
    if (lineAt(end) > 1) this.severalLines = true;
    this.#offset += end;
    return end;
  }

  /** Looks at what stands before a bracket that opens. */
  #place(bytes: Buffer, at: number, byte: number, depth: number): void {
    let before = at - 1;
    while (before >= 0 && isSpace(bytes[before])) before--;
    const allowed = this.#inside[depth - 1] === OPEN_ARRAY ? [OPEN_ARRAY, COMMA] : [COLON];
    // What stood in an earlier block is taken to be right.
    if (depth > 0 && before >= 0 && !allowed.includes(bytes[before] as number)) this.#misplaced = true;
    this.#inside[depth] = byte;
  }

  #open(at: number, byte: number, depth: number, lineAt: (at: number) => number): void {
    if (depth >= MAX_NESTING) {
      const place = { file: this.#name, line: lineAt(at) };
      throw new Refusal("damaged_file", "readers.damaged_file", { fault: "nesting", part: MAX_NESTING }, { place });
    }
    const list = this.lists.at(-1);
    if (this.#listDepth >= 0 && list) {
      if (depth === this.#listDepth + 1) list[byte === OPEN_OBJECT ? "objects" : "others"]++;
    } else if (byte === OPEN_ARRAY) {
      this.#listDepth = depth;
      this.lists.push({ offset: this.#offset + at, line: lineAt(at), objects: 0, others: 0, end: 0 });
    }
  }

  #close(at: number, depth: number): void {
    const list = this.lists.at(-1);
    if (depth !== this.#listDepth || !list) return;
    list.end = this.#offset + at;
    this.#listDepth = -1;
  }
}

const BLOCK = 1024 * 1024;

/**
 * Tells how a JSON text holds its records. In a document that is one object they are the list of objects that takes
 * the most room: an answer of a search service may hold small lists of counts beside its records. An object without
 * such a list is itself the only record.
 *
 * @throws Refusal `damaged_file` where the document is never closed, or nested too deep
 */
export async function findShape(text: Utf8Text, name: string): Promise<Shape> {
  let document: Document | null = null;
  let line = 1;
  let offset = text.skip;
  let start = offset;
  for await (const chunk of createReadStream(text.path, { start: text.skip, highWaterMark: BLOCK })) {
    let bytes = chunk as Buffer;
    if (!document) {
      const at = skipSpace(bytes, 0, bytes.length);
      line += countBreaks(bytes, 0, at);
      offset += at;
      start = offset;
      if (at === bytes.length) continue;
      if (bytes[at] === OPEN_ARRAY) return { kind: "list", offset, line, whole: true };
      document = new Document(offset, name);
      bytes = bytes.subarray(at);
    }
    let after = 0;
    if (!document.ended) after = document.add(bytes);
    if (document.broken) return { kind: "lines", offset: start, line, whole: true };
    if (!document.ended) continue;
    for (; after < bytes.length; after++) {
      if (isSpace(bytes[after])) continue;
      return { kind: document.severalLines ? "sequence" : "lines", offset: start, line, whole: true };
    }
  }
  const place = { file: name };
  if (!document) throw new Refusal("empty_file", "readers.empty_file", {}, { place });
  if (!document.ended) throw new Refusal("damaged_file", "readers.damaged_file", { fault: "unclosed" }, { place });
  const lists = document.lists.filter(({ objects, others }) => objects > others);
  const [first] = lists;
  if (!first) return { kind: document.severalLines ? "sequence" : "lines", offset: start, line, whole: true };
  const best = lists.reduce((one, other) => (other.end - other.offset > one.end - one.offset ? other : one), first);
  return { kind: "list", offset: best.offset, line: line - 1 + best.line, whole: false };
}
