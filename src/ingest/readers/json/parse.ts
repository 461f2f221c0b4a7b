import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
  skipSpace,
  TAB,
} from "./bytes.ts";
import { type Columns, Field } from "./columns.ts";
import { MAX_NESTING } from "./skip.ts";

/** What stands in the way of a record. MORE: the bytes ran out before it did. */
export const MORE = -1;
export const SYNTAX = -2;
export const TOO_MANY = -3;
export const TOO_DEEP = -4;

/** Numbers, `true`, `false`, `null`, and what Python writes for numbers that are none. */
const WORD = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|NaN|-?Infinity)$/;
/** No word is longer, but numbers may be. */
const LONGEST_WORD = 4096;

const ARRAY = new Field("", Buffer.alloc(0), null);

/**
 * Reads records strictly (RFC 8259) into cells. Functions take an offset and give the one after what they read, or one
 * of the negative numbers above.
 */
export class RecordParser {
  /** The cells of the record that was read last; columns that it does not name are empty or not there. */
  cells: string[] = [];
  readonly #columns: Columns;
  readonly #opened: Field[] = [];
  #bytes: Buffer = Buffer.alloc(0);
  #to = 0;
  /** The text of the string or word that was read last. */
  #text = "";
  /** The record in which a column was last named. */
  readonly #seen: number[] = [];
  #record = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** Reads the object at `from`, of bytes that end at `to`. */
  read(bytes: Buffer, from: number, to: number): number {
    this.#bytes = bytes;
    this.#to = to;
    this.#record++;
    this.cells = new Array<string>(this.#columns.count).fill("");
    for (const field of this.#opened.splice(0)) field.open = false;
    return this.#object(from, this.#columns.root, 1);
  }

  /** Counts the record that was read last. */
  keep(): void {
    for (const field of this.#opened) field.objects++;
    this.#columns.keep();
  }

  #object(from: number, field: Field, depth: number): number {
    if (depth > MAX_NESTING) return TOO_DEEP;
    const bytes = this.#bytes;
    field.rewind();
    let at = skipSpace(bytes, from + 1, this.#to);
    if (bytes[at] === CLOSE_OBJECT && at < this.#to) return at + 1;
    for (;;) {
      if (at >= this.#to) return MORE;
      if (bytes[at] !== QUOTE) return SYNTAX;
      const end = this.#stringEnd(at);
      if (end < 0) return end;
      const child = field === ARRAY ? ARRAY : this.#field(field, at + 1, end - 1);
      if (typeof child === "number") return child;
      at = skipSpace(bytes, end, this.#to);
      if (at >= this.#to) return MORE;
      if (bytes[at] !== COLON) return SYNTAX;
      at = this.#member(skipSpace(bytes, at + 1, this.#to), child, depth);
      if (at < 0) return at;
      at = skipSpace(bytes, at, this.#to);
      if (at >= this.#to) return MORE;
      if (bytes[at] === CLOSE_OBJECT) return at + 1;
      if (bytes[at] !== COMMA) return SYNTAX;
      at = skipSpace(bytes, at + 1, this.#to);
    }
  }

  /** The field that a name between `from` and `to` means. */
  #field(parent: Field, from: number, to: number): Field | number {
    const expected = parent.expected(this.#bytes, from, to);
    if (expected) return expected;
    const name = this.#decode(from, to);
    if (name === null) return SYNTAX;
    const written = Buffer.from(this.#bytes.subarray(from, to));
    return parent.child(name) ?? this.#columns.add(parent, name, written) ?? TOO_MANY;
  }

  #member(at: number, field: Field, depth: number): number {
    if (at >= this.#to) return MORE;
    const byte = this.#bytes[at];
    if (field === ARRAY) return this.#value(at, depth);
    if (byte === OPEN_OBJECT) {
      if (!field.open) this.#opened.push(field);
      field.open = true;
      return this.#object(at, field, depth + 1);
    }
    const end = byte === OPEN_ARRAY ? this.#list(at, depth) : this.#scalar(at);
    if (end < 0) return end;
    const column = this.#columns.columnOf(field);
    if (column < 0) return TOO_MANY;
    // Which of two different values for one name is meant nobody can tell.
    if (this.#seen[column] === this.#record && this.cells[column] !== this.#text) return SYNTAX;
    this.#seen[column] = this.#record;
    while (this.cells.length < column) this.cells.push("");
    this.cells[column] = this.#text;
    return end;
  }

  /** Any value, of which only its end matters. */
  #value(at: number, depth: number): number {
    const byte = this.#bytes[at];
    if (byte === OPEN_OBJECT) return this.#object(at, ARRAY, depth + 1);
    return byte === OPEN_ARRAY ? this.#list(at, depth) : this.#scalar(at);
  }

  /** An array: its values with semicolons between if they are plain, else as it stands without white space. */
  #list(from: number, outer: number): number {
    const depth = outer + 1;
    if (depth > MAX_NESTING) return TOO_DEEP;
    const bytes = this.#bytes;
    const texts: string[] = [];
    let plain = true;
    let at = skipSpace(bytes, from + 1, this.#to);
    if (at >= this.#to) return MORE;
    if (bytes[at] === CLOSE_ARRAY) {
      this.#text = "";
      return at + 1;
    }
    for (;;) {
      if (at >= this.#to) return MORE;
      if (bytes[at] === OPEN_OBJECT || bytes[at] === OPEN_ARRAY) plain = false;
      at = this.#value(at, depth);
      if (at < 0) return at;
      texts.push(this.#text);
      at = skipSpace(bytes, at, this.#to);
      if (at >= this.#to) return MORE;
      if (bytes[at] === CLOSE_ARRAY) break;
      if (bytes[at] !== COMMA) return SYNTAX;
      at = skipSpace(bytes, at + 1, this.#to);
    }
    this.#text = plain ? texts.join("; ") : withoutSpace(bytes.toString("utf8", from, at + 1));
    return at + 1;
  }

  #scalar(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at] === QUOTE) {
      const end = this.#stringEnd(at);
      if (end < 0) return end;
      const text = this.#decode(at + 1, end - 1);
      if (text === null) return SYNTAX;
      this.#text = text;
      return end;
    }
    let end = at;
    while (end < this.#to && !endsWord(bytes[end] as number)) end++;
    if (end - at > LONGEST_WORD) return SYNTAX;
    if (end >= this.#to) return MORE;
    const word = bytes.toString("latin1", at, end);
    if (!WORD.test(word)) return SYNTAX;
    this.#text = word === "null" ? "" : word;
    return end;
  }

  /** The offset after the closing quote of the string that opens at `from`. */
  #stringEnd(from: number): number {
    const bytes = this.#bytes;
    for (let at = from + 1; at < this.#to; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) return at + 1;
      if (byte === BACKSLASH) at++;
      // Tabs stand for themselves, though the standard wants them escaped: they do no harm.
      else if (byte < SPACE && byte !== TAB) return SYNTAX;
    }
    return MORE;
  }

  /** What a string means; null where its escapes mean nothing. */
  #decode(from: number, to: number): string | null {
    const text = this.#bytes.toString("utf8", from, to);
    if (!text.includes("\\")) return text;
    try {
      return JSON.parse(`"${text.replaceAll("\t", "\\t")}"`) as string;
    } catch {
      return null;
    }
  }
}

/** Whether a byte ends a number or word. */
function endsWord(byte: number): boolean {
  return (
    byte <= SPACE || byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT || byte === COLON || byte === QUOTE
  );
}

function withoutSpace(json: string): string {
  let text = "";
  let inString = false;
  let from = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (inString && code === BACKSLASH) at++;
    else if (code === QUOTE) inString = !inString;
    else if (!inString && code <= SPACE) {
      text += json.slice(from, at);
      from = at + 1;
    }
  }
  return text + json.slice(from);
}
