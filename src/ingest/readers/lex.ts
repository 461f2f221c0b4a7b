/**
 * The grammar of CSV (RFC 4180) on UTF-8 bytes, one record at a time. Beyond the RFC: any delimiter byte; CRLF, LF and
 * CR all end a record; a quote inside a cell that does not begin with one is an ordinary character; spaces around a
 * quoted cell are no part of it (DuckDB reads them so too).
 */
export interface Dialect {
  /** A byte. */
  readonly delimiter: number;
  /** A byte, or -1 where quotes mean nothing. */
  readonly quote: number;
}

export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;

/** What `read` found. MORE: the bytes ran out before the record did. */
export const DONE = 0;
export const MORE = 1;
export const TEXT_AFTER_QUOTE = 2;
export const OPEN_QUOTE = 3;
export type Outcome = typeof DONE | typeof MORE | typeof TEXT_AFTER_QUOTE | typeof OPEN_QUOTE;

/** What ended a record. */
export const NO_END = 0;
export const LF_END = 1;
export const CRLF_END = 2;
export const CR_END = 3;
export type RecordEnd = typeof NO_END | typeof LF_END | typeof CRLF_END | typeof CR_END;

/**
 * Marks of a cell: it begins or ends with white space; it begins with `=`; it holds more than printable ASCII; it holds what
 * has another spelling (capitals, white space, punctuation, full-width signs, letters that are neither ASCII nor Hanzi); it
 * holds more than digits, points and minus signs.
 */
export const UNTRIMMED = 1;
export const FORMULA = 2;
export const BEYOND_ASCII = 4;
export const ODD = 8;
export const WORDY = 16;
const STOP = 128;

/** What a byte inside a cell tells of it. Hanzi begin with E4 to E9 in UTF-8, Hangul with EA to ED. */
function kindOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return 0;
  if (byte === 0x2d || byte === 0x2e) return ODD;
  if (byte >= 0x61 && byte <= 0x7a) return WORDY;
  if (byte < 0x80) return byte < SPACE || byte === 0x7f ? BEYOND_ASCII | ODD | WORDY : ODD | WORDY;
  return byte < 0xc0 || (byte >= 0xe4 && byte <= 0xee) ? BEYOND_ASCII | WORDY : BEYOND_ASCII | ODD | WORDY;
}

/** Bytes at the ends of a cell that ask for a closer look. */
const EDGES = new Uint8Array(256);
for (const byte of [9, 10, 13, 32, 61, 0xe3, 0xc2, 0x80, 0xa0]) EDGES[byte] = 1;
/** Cells beyond this column carry no marks; records cannot have more, but for malformed ones. */
const MARKED = 4096;

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === LF || byte === CR || byte === 9;
}

/** The marks of the cell from `from` to `to` but the last one. U+3000 is E3 80 80, U+00A0 is C2 A0. */
function edgeMarks(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to) return 0;
  const first = bytes[from];
  const last = bytes[to - 1];
  const untrimmed =
    isBlank(first) ||
    isBlank(last) ||
    (first === 0xe3 && bytes[from + 1] === 0x80 && bytes[from + 2] === 0x80) ||
    (first === 0xc2 && bytes[from + 1] === 0xa0) ||
    (last === 0x80 && bytes[to - 2] === 0x80 && bytes[to - 3] === 0xe3) ||
    (last === 0xa0 && bytes[to - 2] === 0xc2);
  return (untrimmed ? UNTRIMMED : 0) | (first === 61 ? FORMULA : 0);
}

/** Reads records from a buffer; what the last one was like stands in the fields, so that no record costs an object. */
export class RecordLexer {
  readonly dialect: Dialect;
  /** Offset after the record and its line end; where reading stopped if the record is malformed. */
  next = 0;
  /** Offset after the record's last byte, before its line end. */
  end = 0;
  endedBy: RecordEnd = NO_END;
  cells = 0;
  quotedCells = 0;
  /** Line breaks inside quotes. */
  breaks = 0;
  /** Whether a quoted cell stands among spaces. */
  padded = false;
  /** The marks of the cells of each column, gathered over all records since they were cleared; some may be of malformed ones. */
  readonly marks = new Uint8Array(MARKED);
  /** STOP for bytes that mean something outside of quotes, and inside; else what they tell of the cell. */
  readonly #stops = new Uint8Array(256);
  readonly #quotedStops = new Uint8Array(256);

  constructor(dialect: Dialect) {
    this.dialect = dialect;
    for (let byte = 0; byte < 256; byte++) this.#stops[byte] = this.#quotedStops[byte] = kindOf(byte);
    for (const byte of [dialect.delimiter, LF, CR]) this.#stops[byte] = STOP;
    for (const byte of [dialect.quote, LF, CR]) this.#quotedStops[byte] = STOP;
  }

  /** Reads the record at `from`. `last` says that no bytes follow `to`. */
  read(bytes: Uint8Array, from: number, to: number, last: boolean): Outcome {
    const { delimiter, quote } = this.dialect;
    const stops = this.#stops;
    const marks = this.marks;
    let at = from;
    let cells = 1;
    this.quotedCells = 0;
    this.breaks = 0;
    this.padded = false;
    for (;;) {
      let open = at;
      while (open < to && bytes[open] === SPACE) open++;
      if (open < to && bytes[open] === quote) {
        if (open > at) this.padded = true;
        const outcome = this.#quoted(bytes, open + 1, to, last, cells - 1);
        if (outcome !== DONE) return outcome;
        at = this.next;
      } else {
        const begin = at;
        let kinds = 0;
        while (at < to) {
          const kind = stops[bytes[at] as number] as number;
          if (kind === STOP) break;
          kinds |= kind;
          at++;
        }
        if (at >= to && !last) return MORE;
        if (at > begin) {
          const edges = (EDGES[bytes[begin] as number] as number) | (EDGES[bytes[at - 1] as number] as number);
          if (edges !== 0) kinds |= edgeMarks(bytes, begin, at);
          // Beyond the last marked column nothing is kept: typed arrays ignore it.
          marks[cells - 1] = (marks[cells - 1] as number) | kinds;
        }
      }
      if (at >= to) {
        if (!last) return MORE;
        this.#finish(cells, at, at, NO_END);
        return DONE;
      }
      const byte = bytes[at];
      if (byte === delimiter) {
        cells++;
        at++;
      } else if (byte === LF) {
        this.#finish(cells, at, at + 1, LF_END);
        return DONE;
      } else {
        if (at + 1 >= to && !last) return MORE;
        if (at + 1 < to && bytes[at + 1] === LF) this.#finish(cells, at, at + 2, CRLF_END);
        else this.#finish(cells, at, at + 1, CR_END);
        return DONE;
      }
    }
  }

  #finish(cells: number, end: number, next: number, endedBy: RecordEnd): void {
    this.cells = cells;
    this.end = end;
    this.next = next;
    this.endedBy = endedBy;
  }

  /** Reads on from after an opening quote to the delimiter or line end after the closing one. */
  #quoted(bytes: Uint8Array, from: number, to: number, last: boolean, column: number): Outcome {
    const quote = this.dialect.quote;
    const stops = this.#quotedStops;
    let at = from;
    let breaks = 0;
    let kinds = 0;
    for (;;) {
      while (at < to) {
        const kind = stops[bytes[at] as number] as number;
        if (kind === STOP) break;
        kinds |= kind;
        at++;
      }
      const byte = at < to ? bytes[at] : quote;
      if (byte !== quote) {
        // Of CRLF only the LF is counted, so that a pair cut by the end of the bytes needs no care.
        if (byte === LF || bytes[at + 1] !== LF) breaks++;
        at++;
        continue;
      }
      this.next = at;
      if (at >= to) return last ? OPEN_QUOTE : MORE;
      if (at + 1 >= to && !last) return MORE;
      if (at + 1 < to && bytes[at + 1] === quote) {
        kinds |= ODD | WORDY;
        at += 2;
        continue;
      }
      break;
    }
    const close = at;
    at++;
    const closed = at;
    while (at < to && bytes[at] === SPACE) at++;
    this.next = at;
    if (at >= to && !last) return MORE;
    if (at < to && this.#stops[bytes[at] as number] !== STOP) return TEXT_AFTER_QUOTE;
    if (column < MARKED) {
      const more = kinds | (breaks > 0 ? BEYOND_ASCII | ODD | WORDY : 0) | edgeMarks(bytes, from, close);
      this.marks[column] = (this.marks[column] as number) | more;
    }
    if (at > closed) this.padded = true;
    this.quotedCells++;
    this.breaks += breaks;
    return DONE;
  }
}

/** The cells of a well-formed record, given without its line end. */
export function cellsOf(record: Buffer, dialect: Dialect): string[] {
  const { delimiter, quote } = dialect;
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let open = at;
    while (record[open] === SPACE) open++;
    let cell: string | undefined;
    if (record[open] === quote) {
      at = open + 1;
      while (record[at] !== quote || record[at + 1] === quote) at += record[at] === quote ? 2 : 1;
      cell = record.toString("utf8", open + 1, at).replaceAll('""', '"');
      open = at;
    }
    const end = record.indexOf(delimiter, open);
    cells.push(cell ?? record.toString("utf8", at, end < 0 ? record.length : end));
    if (end < 0) return cells;
    at = end + 1;
  }
}
