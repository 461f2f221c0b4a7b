import type { Stamp } from "./stamp.ts";

/** What a file turned out to be. Content decides, never the extension. */
export type Format = "csv" | "xlsx" | "html-table" | "xls" | "mhtml" | "json" | "ndjson" | "parquet";
export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252" | "binary";

/** A record that cannot be split into cells with certainty. It is left out of `csvPath` and becomes a rejected row. */
export interface Malformed {
  readonly line: number;
  /** The record as it stands, shortened to 2,000 characters; U+FFFD stands where bytes mean no character. */
  readonly text: string;
  /**
   * `quoting`: text after a closing quote, or a quote that is never closed. `encoding`: bytes that mean no character
   * in the file's encoding. `size`: longer than 16 MiB or more than 4,096 cells. `syntax`: no JSON object, or one that
   * gives two values to one name. `unmended`: a row with too few or too many cells that came back as it was.
   */
  readonly reason: "quoting" | "encoding" | "size" | "syntax" | "unmended";
  /** Its cells, where they are known. */
  readonly cells?: readonly string[];
}

/** Physical lines of records: record `record[i]` and those after it stand `line[i] - record[i]` lines further down. */
export interface LineMap {
  readonly record: readonly number[];
  readonly line: readonly number[];
}

/** What all the cells of a column have in common, so that work which none of them needs can be left out. */
export interface ColumnTraits {
  /** None begins or ends with white space, of whatever kind. */
  readonly trimmed: boolean;
  /** None begins with `=`. */
  readonly literal: boolean;
  /** All are printable ASCII. */
  readonly ascii: boolean;
  /** None holds what has another spelling: capitals, white space, punctuation, full-width signs. */
  readonly plain: boolean;
  /** None holds more than digits, points and minus signs. */
  readonly numeric: boolean;
}

/** One table of a file as DuckDB can read it strictly (see `scanSql`), all cells as text. */
export interface RawTable {
  /** Name of the sheet, or null. */
  readonly name: string | null;
  /** A clean UTF-8 file: the original where it is one already, else a rewritten copy in the temporary folder. */
  readonly csvPath: string;
  readonly delimiter: string;
  readonly quote: '"' | "";
  /** What ends every record of `csvPath`; the last may lack it. */
  readonly newline: "\n" | "\r\n" | "\r";
  /** The largest number of cells in a record. */
  readonly width: number;
  /** All records in `csvPath`, title and header rows too; blank lines are none. Counted apart from DuckDB. */
  readonly records: number;
  /** Whether every record has `width` cells. Sheets and HTML tables always are: an absent cell there is an empty one. */
  readonly uniform: boolean;
  /** Whether a cell somewhere holds a line break. */
  readonly multiline: boolean;
  /** Bytes of the longest record in `csvPath`. */
  readonly longest: number;
  /** Whether the bytes 0x1E or 0x1F stand anywhere in the table. */
  readonly control: boolean;
  /**
   * 1-based record number in `csvPath` to 1-based line of the original: the row of the sheet for workbooks and HTML, the
   * number of the record for Parquet, and for JSON where several records stand on one line. The names of JSON and
   * Parquet are the first record, said to be at line 1.
   */
  readonly lines: LineMap;
  /** The first records, at most 30, as cells. A byte order mark is no part of a cell. */
  readonly head: readonly (readonly string[])[];
  readonly malformed: readonly Malformed[];
  /** By column, over the records below the first `above` ones; where a reader does not look, cells may hold anything. */
  readonly traitsBelow?: (above: number) => readonly ColumnTraits[];
}

/**
 * How a text had been decoded wrongly before it was saved: UTF-8 read as Windows-1252 (`Ã©`, `ä¸­æ–‡`), UTF-8 read as
 * GBK (`涓枃`), GBK read as Latin-1 (`ÖÐÎÄ`).
 */
export type Mistake = "utf8_as_windows1252" | "utf8_as_gbk" | "gbk_as_latin1";

/** That a text was put right, as `readers.note.repaired` tells. */
export interface Repair {
  readonly kind: Mistake;
  /** How many lines were put right. */
  readonly lines: number;
  /** How many other lines hold characters beyond ASCII: they could not be reversed and stay as they are. */
  readonly left: number;
}

export interface RawFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly format: Format;
  readonly encoding: Encoding;
  readonly repaired: Repair | null;
  /** The file as it was when it was read, for {@link assertUnchanged}. */
  readonly stamp: Stamp;
  /** At least one; sheets without a record are left out. */
  readonly tables: readonly RawTable[];
}

/** The line of the original at which a 1-based record of `csvPath` begins. */
export function lineOf(lines: LineMap, record: number): number {
  let low = 0;
  let high = lines.record.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines.record[middle] as number) <= record) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return record;
  return record + (lines.line[low - 1] as number) - (lines.record[low - 1] as number);
}
