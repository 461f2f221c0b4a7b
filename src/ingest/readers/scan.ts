import { literal } from "../../duck/identifier.ts";
import type { RawTable } from "./raw.ts";

/** Stands in for a cell that a record is too short to have; no text of a person's. */
const ABSENT = "\u0001\u0002absent\u0002\u0001";
/** DuckDB's own limit; longer records need a larger one. */
const LINE_SIZE = 2_000_000;

/** DuckDB expands `*`, `?` and `[…]` in paths, and knows no other way to mean them literally. */
export function plainPath(path: string): string {
  return path.replace(/[*?[]/g, (character) => `[${character}]`);
}

/**
 * The whole table as SQL, to stand after FROM: `c1` … `cN` VARCHAR, the records in the order of the file. An empty cell is
 * '', a cell that its record is too short to have is NULL. A table that is made of it (CREATE TABLE AS) has the records in
 * that order too, numbered by its `rowid` from 0, since DuckDB keeps the order of insertion unless told otherwise.
 */
export function csvSql(table: RawTable): string {
  const columns = Array.from({ length: table.width }, (_, index) => `'c${index + 1}': 'VARCHAR'`).join(", ");
  const options = [
    literal(plainPath(table.csvPath)),
    `columns = {${columns}}`,
    "auto_detect = false",
    "header = false",
    "strict_mode = true",
    `delim = ${literal(table.delimiter)}`,
    `quote = ${literal(table.quote)}`,
    `escape = ${literal(table.quote)}`,
    `nullstr = ${literal(ABSENT)}`,
    // Folders named like `year=2026`, and names that end in .gz, mean nothing here.
    "hive_partitioning = false",
    "compression = 'none'",
    // Padding and line breaks inside quotes both need the records to be read one after the other.
    ...(table.uniform ? [] : ["null_padding = true"]),
    `parallel = ${table.uniform && !table.multiline}`,
    // Given CRLF, DuckDB drops records; it finds that one out by itself.
    ...(table.newline === "\r\n" ? [] : [`new_line = ${table.newline === "\n" ? "'\\n'" : "'\\r'"}`]),
    ...(table.longest > LINE_SIZE / 2 ? [`max_line_size = ${2 * table.longest}`] : []),
  ];
  return `read_csv(${options.join(", ")})`;
}

/**
 * As {@link csvSql}, with `record` BIGINT, 1-based as in {@link RawTable.lines}. Numbering makes DuckDB read with one
 * thread: it is for tables that are read in part.
 */
export function scanSql(table: RawTable): string {
  return `(SELECT row_number() OVER () AS record, * FROM ${csvSql(table)})`;
}
