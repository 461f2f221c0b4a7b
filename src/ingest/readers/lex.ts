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
  /** Bytes that mean something outside of quotes, and inside. */
  readonly #stops = new Uint8Array(256);
  readonly #quotedStops = new Uint8Array(256);

  constructor(dialect: Dialect) {
    this.dialect = dialect;
    for (const byte of [dialect.delimiter, LF, CR]) this.#stops[byte] = 1;
    for (const byte of [dialect.quote, LF, CR]) this.#quotedStops[byte] = 1;
  }

  /** Reads the record at `from`. `last` says that no bytes follow `to`. */
  read(bytes: Uint8Array, from: number, to: number, last: boolean): Outcome {
    const { delimiter, quote } = this.dialect;
    const stops = this.#stops;
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
        const outcome = this.#quoted(bytes, open + 1, to, last);
        if (outcome !== DONE) return outcome;
        at = this.next;
      } else {
        while (at < to && stops[bytes[at] as number] === 0) at++;
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
  #quoted(bytes: Uint8Array, from: number, to: number, last: boolean): Outcome {
    const quote = this.dialect.quote;
    const stops = this.#quotedStops;
    let at = from;
    let breaks = 0;
    for (;;) {
      while (at < to && stops[bytes[at] as number] === 0) at++;
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
        at += 2;
        continue;
      }
      break;
    }
    at++;
    const closed = at;
    while (at < to && bytes[at] === SPACE) at++;
    this.next = at;
    if (at >= to && !last) return MORE;
    if (at < to && this.#stops[bytes[at] as number] === 0) return TEXT_AFTER_QUOTE;
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
